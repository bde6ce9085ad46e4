package main

import (
	"encoding/json"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// drawing is a FeatureCollection, as far as these tests read it.
type drawing struct{ Features []drawnFeature }

type drawnFeature struct {
	Geometry   struct{ Type string }
	Properties struct {
		Layer, Side, Since, Axis string
		Km                       float64
		Places                   []any
		Closed                   []struct {
			Places  []string
			Because []struct{ Quote string }
		}
		Stated []struct {
			Km         float64
			MeasuredKm float64 `json:"measured_km"`
			Quote      string
		}
	}
}

// Raqqa was shut in, as far as the samples tell, when Ratlah on the south bank fell on
// 2 July 2017. Elsewhere the ring is dated to between 24 and 29 June: of the banks
// that fell then the samples do not speak.
func TestSamplesTellThatRaqqaWasShutIn(t *testing.T) {
	db := samples(t)
	got := decode[drawing](t, output(t, "pockets", "--on", "2017-07-05", "--actor", "islamic_state", "--place", "sy-raqqa-raqqa", "--db", db, "--format", "json"))
	if len(got.Features) == 0 || got.Features[0].Properties.Layer != "pocket" {
		t.Fatalf("%+v: want a pocket first", got)
	}
	p := got.Features[0].Properties
	if p.Side != "islamic_state" || p.Since != "2017-07-02" || len(p.Closed) != 1 || p.Closed[0].Places[0] != "sy-raqqa-ratlah" ||
		!strings.Contains(p.Closed[0].Because[0].Quote, "رطلة") || got.Features[0].Geometry.Type != "MultiPolygon" {
		t.Errorf("%+v: want it shut in since 2017-07-02 by the fall of Ratlah, in its words", p)
	}
	text := output(t, "pockets", "--on", "2017-07-05", "--actor", "islamic_state", "--db", db)
	for _, want := range []string{"on 2017-07-05: 1 pocket, 0 necks", "islamic_state shut in since 2017-07-02", "4 places",
		"closed at رطلة (Ratlah), village, Raqqa  sy-raqqa-ratlah: islamic_state → sdf", "الرقة (Raqqa), city"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
	if before := output(t, "pockets", "--on", "2017-07-01", "--actor", "islamic_state", "--db", db); !strings.Contains(before, ": 0 pockets,") {
		t.Errorf("%s: want none the day before", before)
	}
}

// approaching are two forces of a side that draw near each other, and a report that
// says how near.
func approaching(t *testing.T) (db string) {
	t.Helper()
	dir := folder(t, map[string]string{"a.txt": "---\npublished: 2017-08-12\nsource: دفتر الشرق\n---\n" +
		"سيطرت قوات النظام اليوم على قريتي الكدير وخربة مكمن، ويسيطر تنظيم الدولة الإسلامية على واحة الكوم. " +
		"وتسيطر قوات النظام على مدينة السخنة، وباتت المسافة الفاصلة بين الطرفين نحو 35 كلم.\n"})
	db = filepath.Join(t.TempDir(), "approaching.db")
	output(t, "ingest", dir, "--db", db)
	return db
}

// Taybah is 12.7 km from Kawm, on the way from there to Sukhnah.
func TestGapsAreNotToldOfAnotherPair(t *testing.T) {
	db := samples(t)
	for from, want := range map[string]bool{"sy-homs-kawm": false, "sy-homs-taybah": true} {
		text := output(t, "gaps", "--on", "2017-08-12", from, "السخنة", "--db", db)
		if got := strings.Contains(text, "stated 20 km"); got != want {
			t.Errorf("from %s: %s\nwant the 20 km of Taybah: %v", from, text, want)
		}
	}
}

func TestGapsStandBesideWhatTheReportSays(t *testing.T) {
	db := approaching(t)
	ask := func(args ...string) []drawnFeature {
		return decode[drawing](t, output(t, append([]string{"gaps", "--on", "2017-08-12", "--db", db, "--format", "json"}, args...)...)).Features
	}
	got := ask("الكوم", "السخنة")
	if len(got) != 1 || len(got[0].Properties.Stated) != 1 {
		t.Fatalf("%+v: want one gap, and one distance stated", got)
	}
	p := got[0].Properties
	if s := p.Stated[0]; p.Km < 34 || p.Km > 36 || s.Km != 35 || s.MeasuredKm != 35.3 || !strings.Contains(s.Quote, "35 كلم") {
		t.Errorf("%+v: want 34.5 km, and 35 stated of places 35.3 km apart", p)
	}
	if text := output(t, "gaps", "--on", "2017-08-12", "الكوم", "السخنة", "--db", db); !strings.Contains(text, "34.5 km from الكوم") || !strings.Contains(text, "stated 35 km") {
		t.Errorf("%s: want both distances", text)
	}
	if later := ask("السخنة", "الكوم", "--window", "1"); len(later[0].Properties.Stated) != 1 {
		t.Errorf("%+v: want the words of the very day", later)
	}
	if other := ask("الكدير", "السخنة"); len(other[0].Properties.Stated) != 0 {
		t.Errorf("%+v: want no words of another pair", other)
	}
	if parts := ask("--actor", "hezbollah", "--within-km", "60"); len(parts) != 1 {
		t.Errorf("%+v: want one gap between the two parts of its side", parts)
	}
	if text := output(t, "gaps", "--on", "2016-01-01", "السخنة", "--db", db); !strings.Contains(text, "no front is known") {
		t.Errorf("%s: want no front", text)
	}
}

// The layers and the API draw the same.
func TestArrowsArePartOfNoMap(t *testing.T) {
	db := samples(t)
	address := served(t, "serve", "--db", db)
	layer := output(t, "export", "--layer", "advances", "--from", "2017-10-01", "--to", "2017-10-08", "--db", db)
	api := get(t, address+"api/advances?day=2017-10-07")
	if layer != api {
		t.Errorf("the layer says\n%s\nthe API\n%s", layer, api)
	}
	arrows := decode[drawing](t, api).Features
	if len(arrows) == 0 {
		t.Fatal("no arrows")
	}
	for _, f := range arrows {
		if f.Geometry.Type != "LineString" || f.Properties.Axis == "" {
			t.Errorf("%+v: want a line that says how it was made", f)
		}
	}
}

func TestPocketsAndGapsAnswerLikeTheCommands(t *testing.T) {
	db := samples(t)
	address := served(t, "serve", "--db", db)
	for _, c := range []struct{ command, path string }{
		{"pockets --on 2017-07-05", "pockets?day=2017-07-05"},
		{"pockets --on 2017-10-01 --actor islamic_state --neck-km 5", "pockets?day=2017-10-01&actor=islamic_state&neck_km=5"},
		{"pockets --on 2017-10-01 --in Raqqa --without dunya", ""},
		{"pockets --on 2017-10-01 --bbox 38,35,40,36", "pockets?day=2017-10-01&bbox=38,35,40,36"},
		{"pockets --on 2017-07-05 --place الرقة --as-known-on 2030-01-01", "pockets?day=2017-07-05&place=الرقة&as_known_on=2030-01-01"},
		{"gaps --on 2017-08-13 --actor syrian_government --within-km 40", "gaps?day=2017-08-13&actor=syrian_government&within_km=40"},
		{"pockets --on 2017-10-01 --reach 10", "pockets?day=2017-10-01&reach_km=10"},
		{"gaps --on 2017-08-13 --actor sdf --reach 10", "gaps?day=2017-08-13&actor=sdf&reach_km=10"},
		{"gaps --on 2017-08-13 --actor sdf --in Raqqa", "gaps?day=2017-08-13&actor=sdf&in=Raqqa"},
		{"gaps --on 2017-08-13 الكوم السخنة --window 60", "gaps?day=2017-08-13&place=الكوم&to=السخنة&window=60"},
		{"gaps --on 2017-08-13 sy-homs-kawm", "gaps?day=2017-08-13&place=sy-homs-kawm"},
	} {
		if c.path == "" {
			wantFailure(t, frontline(t, append(strings.Fields(c.command), "--db", db)...), exitFailed, `--without "dunya"`)
			continue
		}
		said := output(t, append(strings.Fields(c.command), "--db", db, "--format", "json")...)
		status, body := fetch(t, address+"api/"+c.path)
		if status != http.StatusOK || said != body || !json.Valid([]byte(body)) {
			t.Errorf("%s says\n%.300s\nthe API %d\n%.300s", c.command, said, status, body)
		}
	}
}

func TestPocketsAndGapsRefuseWhatTheyDoNotKnow(t *testing.T) {
	db := fourReportsStored(t)
	for args, words := range map[string][]string{
		"pockets":                                        {`"on"`},
		"pockets --on 2017-08-01 --neck-km 0":            {"--neck-km", `"0"`, "1 to 100"},
		"pockets --on 2017-08-01 --actor nobody":         {`--actor "nobody"`, "sdf"},
		"pockets --on 2017-08-01 --in Bavaria":           {`--in "Bavaria"`, "Raqqa"},
		"gaps --on 2017-08-01":                           {"--actor ACTOR or PLACE"},
		"gaps --on 2017-08-01 --actor sdf الكدير":        {"--actor ACTOR or PLACE"},
		"gaps --on 2017-08-01 الكدير --window 0":         {"--window", `"0"`, "1 to 3660"},
		"gaps --on 2017-08-01 الكدير --bbox 38,34,39,36": {"--bbox", "beside PLACE", "--actor"},
		"gaps --on 2017-08-01 الكدير --within-km 40":     {"--within-km", "beside PLACE", "--actor"},
		"gaps --on 2017-08-01 --actor sdf --within-km 0": {"--within-km", `"0"`, "1 to 1000"},
		"gaps --on 2017-08-01 الكدير sy-homs-kadir":      {"sy-homs-kadir", "same point", "two places"},
		"gaps --on 2017-08-01 --actor sdf --reach 1":     {"--reach", `"1"`, "5 to 1000"},
		"gaps --on 2017-08-01 a b c":                     {"arg"},
		"export --layer roads":                           {"pockets", "necks", "advances"},
		"export --layer pockets --kind captured":         {"only claims have kinds"},
	} {
		wantFailure(t, frontline(t, append(strings.Fields(args), "--db", db)...), exitFailed, words...)
	}
	wantFailure(t, frontline(t, "gaps", "--on", "2017-08-01", "حميمة", "--db", db), exitUndecided)
	address := served(t, "serve", "--db", db)
	for path, words := range map[string][]string{
		"pockets":                                           {"day: missing"},
		"pockets?day=2017-08-01&neck_km=101":                {`"parameter":"neck_km"`, "1 to 100"},
		"pockets?day=2017-08-01&to=x":                       {"no such parameter", "neck_km"},
		"gaps?day=2017-08-01":                               {`"parameter":"actor"`, "missing"},
		"gaps?day=2017-08-01&to=الكدير":                     {`"parameter":"to"`, "without place"},
		"gaps?day=2017-08-01&actor=sdf&place=الكدير":        {`"parameter":"place"`, "together with actor"},
		"gaps?day=2017-08-01&place=الكدير&window=x":         {`"parameter":"window"`, "1 to 3660"},
		"gaps?day=2017-08-01&actor=sdf&within_km=0":         {`"parameter":"within_km"`},
		"gaps?day=2017-08-01&place=الكدير&bbox=1,2,3,4":     {`"parameter":"bbox"`, "beside place"},
		"gaps?day=2017-08-01&place=الكدير&within_km=40":     {`"parameter":"within_km"`, "beside place"},
		"gaps?day=2017-08-01&place=الكدير&to=sy-homs-kadir": {`"parameter":"to"`, "same point"},
		"advances?day=2017-08-01&window=0":                  {`"parameter":"window"`, "1 to 100000"},
		"advances":                                          {"day: missing"},
	} {
		status, body := fetch(t, address+"api/"+path)
		if status != http.StatusBadRequest {
			t.Errorf("%s: %d %s: want 400", path, status, body)
		}
		for _, w := range words {
			if !strings.Contains(body, w) {
				t.Errorf("%s: %s: want %s in it", path, body, w)
			}
		}
	}
	if status, body := fetch(t, address+"api/gaps?day=2017-08-01&place=nowhere-at-all"); status != http.StatusNotFound {
		t.Errorf("%d %s: want 404", status, body)
	}
}

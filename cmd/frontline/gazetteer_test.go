package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// hamletReport names a hamlet that no gazetteer has.
const hamletReport = `---
published: 2017-08-14
---
المرصد: سيطرت قوات النظام اليوم على قرية أم الزغاوير شمال شرق مدينة السخنة بريف حمص، بعد معارك عنيفة مع تنظيم داعش.
`

// hamletStored is a database with that report.
func hamletStored(t *testing.T) (db string) {
	t.Helper()
	dir := folder(t, map[string]string{"hamlet.txt": hamletReport})
	db = filepath.Join(dir, "a.db")
	output(t, "ingest", filepath.Join(dir, "hamlet.txt"), "--db", db)
	return db
}

type found struct {
	Places []struct {
		ID, Reason string
		Score      float64
		Lat, Lon   float64
	}
}

type plan struct {
	Reports, Changed int
	Stored           bool
	Claims           []struct {
		Change        string
		Before, After *said
	}
	Holders []struct {
		Place         struct{ ID string }
		From          string
		Before, After *struct{ Holder string }
	}
}

type todo struct {
	Total int
	Names []struct {
		Name, Reason    string
		Reports, Claims int
		Similar         []candidate
		Neighbours      []struct{ ID string }
	}
}

// The way of an analyst: a name is nowhere, is on the list, is decided, and all
// that was said of it is put there.
func TestANameIsDecidedOnceForAllReports(t *testing.T) {
	db := hamletStored(t)
	list := decode[todo](t, output(t, "gazetteer", "unplaced", "--db", db, "--format", "json"))
	if list.Total != 1 || list.Names[0].Name != "أم الزغاوير" || list.Names[0].Reports != 1 || list.Names[0].Claims == 0 {
		t.Fatalf("%+v: want the hamlet, of one report, with its claims", list)
	}
	if near := fmt.Sprint(list.Names[0].Neighbours); !strings.Contains(near, "sy-homs-sukhnah") {
		t.Errorf("named with %s: want السخنة", near)
	}
	if text := output(t, "gazetteer", "unplaced", "--db", db); !strings.Contains(text, "أم الزغاوير") || !strings.Contains(text, "1 of 1 names") {
		t.Error(text)
	}
	output(t, "gazetteer", "place", "أم الزغاوير", "--at", "38.95,34.93", "--author", "Rima", "--note", "seen on imagery", "--db", db)
	dry := decode[plan](t, output(t, "replay", "--dry-run", "--format", "json", "--db", db))
	if dry.Stored || dry.Changed != 1 || len(dry.Claims) == 0 || dry.Claims[0].Change != "moved" || len(dry.Holders) != 2 {
		t.Fatalf("%+v: want a claim moved, and a holder before and after", dry)
	}
	if again := decode[todo](t, output(t, "gazetteer", "unplaced", "--db", db, "--format", "json")); again.Total != 1 {
		t.Error("a dry run stored something")
	}
	if text := output(t, "replay", "--db", db); !strings.Contains(text, "moved") || !strings.HasSuffix(text, "stored\n") {
		t.Error(text)
	}
	got := decode[answer](t, output(t, "who", "أم الزغاوير", "--on", "2017-08-20", "--db", db, "--format", "json"))
	if got.Place == nil || !strings.HasPrefix(got.Place.ID, "own:") || got.Holder != "syrian_government" {
		t.Errorf("%+v: want the hamlet, held by the government", got)
	}
	if again := decode[plan](t, output(t, "replay", "--dry-run", "--format", "json", "--db", db)); again.Changed != 0 {
		t.Errorf("read once more: %+v", again)
	}
	text := output(t, "gazetteer", "decisions", "--db", db)
	for _, s := range []string{"Rima", "seen on imagery", time.Now().UTC().Format("2006-01-02"), "in Homs"} {
		if !strings.Contains(text, s) {
			t.Errorf("%q does not say %q", text, s)
		}
	}
	output(t, "gazetteer", "withdraw", "1", "--author", "Omar", "--db", db)
	output(t, "replay", "--db", db)
	if again := decode[todo](t, output(t, "gazetteer", "unplaced", "--db", db, "--format", "json")); again.Total != 1 {
		t.Errorf("the decision was withdrawn: %+v", again)
	}
}

func TestAnAliasAndABanMoveClaims(t *testing.T) {
	db := twoReportsStored(t)
	output(t, "gazetteer", "alias", "الكدير", "السخنة", "--in", "حمص", "--author", "Rima", "--db", db)
	p := decode[plan](t, output(t, "replay", "--format", "json", "--db", db))
	if len(p.Claims) == 0 || !p.Stored {
		t.Fatalf("%+v", p)
	}
	for _, c := range p.Claims {
		if c.Change == "moved" && (!c.Before.of("sy-homs-kadir") || c.After.of("sy-homs-kadir")) {
			t.Errorf("%+v", c)
		}
	}
	output(t, "gazetteer", "withdraw", "1", "--author", "Rima", "--db", db)
	output(t, "gazetteer", "forbid", "الكدير", "--author", "Rima", "--db", db)
	output(t, "replay", "--db", db)
	if got := frontline(t, "who", "الكدير", "--on", "2017-08-20", "--db", db); got.status != exitUndecided {
		t.Errorf("a forbidden name has the answer %s", got.out)
	}
}

func TestDecisionsThatCannotBeTaken(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	for _, c := range []struct {
		what string
		args []string
		says []string
	}{
		{"a place of several", []string{"alias", "x", "المشرفة"}, []string{"PLACE", "المشرفة", "id"}},
		{"no such place", []string{"alias", "x", "Atlantis"}, []string{"Atlantis", "search"}},
		{"no such governorate", []string{"forbid", "x", "--in", "Bavaria"}, []string{"--in", "Bavaria", "Homs"}},
		{"no point", []string{"place", "x", "--at", "38.9"}, []string{"--at", "38.9", "LON,LAT"}},
		{"off the globe", []string{"place", "x", "--at", "38.9,95"}, []string{"--at", "95"}},
		{"nobody", []string{"forbid", "x", "--author", " "}, []string{"--author"}},
		{"no letters", []string{"forbid", "«»"}, []string{"NAME", "«»"}},
		{"a place that is there, named otherwise", []string{"place", "sy-homs-kadir", "--at", "38.9,35", "--kind", "town"}, []string{"sy-homs-kadir", "--kind"}},
		{"no such decision", []string{"withdraw", "7"}, []string{"decision 7"}},
		{"no number", []string{"withdraw", "first"}, []string{"first"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			args := append([]string{"gazetteer"}, append(c.args, "--db", db)...)
			if !strings.Contains(strings.Join(args, " "), "--author") {
				args = append(args, "--author", "Rima")
			}
			wantFailure(t, frontline(t, args...), 1, c.says...)
		})
	}
	if list := output(t, "gazetteer", "decisions", "--db", db); list != "" {
		t.Errorf("something was decided: %s", list)
	}
	wantFailure(t, frontline(t, "replay", "--db", filepath.Join(t.TempDir(), "none.db")), 1, "--db", "none.db")
}

func TestSearchOnTheCommandLine(t *testing.T) {
	for _, q := range []string{"السخنة", "sukhnah", "as-Sukhna", "السخنه"} {
		got := decode[found](t, output(t, "gazetteer", "search", q, "--format", "json", "--limit", "3"))
		if len(got.Places) == 0 || !strings.Contains(got.Places[0].ID, "sukhnah") || got.Places[0].Score <= 0 || got.Places[0].Reason == "" {
			t.Errorf("%s: %+v", q, got)
		}
	}
	wantFailure(t, frontline(t, "gazetteer", "search", "السخنة", "--limit", "0"), 1, "--limit", "0")
	wantFailure(t, frontline(t, "gazetteer", "search", "السخنة", "--db", filepath.Join(t.TempDir(), "none.db")), 1, "--db", "none.db")
}

// A server that is running answers by what is decided meanwhile.
func TestAServerKnowsNewPlaces(t *testing.T) {
	db := hamletStored(t)
	address := served(t, "serve", "--db", db, "--addr", "127.0.0.1:0")
	ask := func() found {
		return decode[found](t, get(t, address+"api/places?q=%D8%A3%D9%85%20%D8%A7%D9%84%D8%B2%D8%BA%D8%A7%D9%88%D9%8A%D8%B1"))
	}
	for _, p := range ask().Places {
		if strings.HasPrefix(p.ID, "own:") {
			t.Fatalf("%+v is known too early", p)
		}
	}
	output(t, "gazetteer", "place", "أم الزغاوير", "--at", "38.95,34.93", "--author", "Rima", "--db", db)
	if got := ask(); len(got.Places) == 0 || !strings.HasPrefix(got.Places[0].ID, "own:") || got.Places[0].Lon != 38.95 {
		t.Errorf("%+v", got)
	}
}

// Rows as GeoNames dumps have them.
const (
	dumpRows = "172425\tAs Sukhnah\tAs Sukhnah\tSukhneh,السخنة\t34.8868\t38.8721\tP\tPPLA3\tSY\t\t11\t\t\t\t16173\t\t480\tAsia/Damascus\t2017-01-01\n" +
		"165000\tUmm az Zaghawir\tUmm az Zaghawir\t\t34.9301\t38.9502\tP\tPPL\tSY\t\t11\t\t\t\t0\t\t480\tAsia/Damascus\t2017-01-01\n" +
		"169575\tMuhafazat Hims\tMuhafazat Hims\tHoms\t34.5\t38.5\tA\tADM1\tSY\t\t11\t\t\t\t0\t\t480\tAsia/Damascus\t2017-01-01\n"
	nameRows = "1\t165000\tar\tأم الزغاوير\t1\t\t\t\t\t\n2\t165000\tlink\thttps://example.org\t\t\t\t\t\t\n3\t99\tar\tغيرها\t\t\t\t\t\t\n"
)

// zipped is a zip with one file in it.
func zipped(t *testing.T, name, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create(name)
	if err == nil {
		_, err = f.Write([]byte(content))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type imported struct {
	Files   []struct{ Kind, Content string }
	Records int
	Matched map[string]int
	Added   int
	Names   int
	Areas   int
}

func TestImportFromTheWeb(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dump, names := zipped(t, "SY.txt", dumpRows), zipped(t, "alternateNamesV2.txt", nameRows)
	broken := dump[:len(dump)-30]
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/SY.zip":
			http.ServeContent(w, r, "SY.zip", time.Unix(1, 0), bytes.NewReader(dump))
		case "/names/SY.zip":
			http.ServeContent(w, r, "SY.zip", time.Unix(1, 0), bytes.NewReader(names))
		case "/broken/SY.zip":
			_, _ = w.Write(broken)
		default:
			http.NotFound(w, r)
		}
	}))
	defer web.Close()
	db := hamletStored(t)
	got := decode[imported](t, output(t, "import", "places", "--kind", "geonames", web.URL+"/SY.zip", web.URL+"/names/SY.zip", "--format", "json", "--db", db))
	if got.Records != 3 || got.Matched["geonames"]+got.Matched["name"] != 2 || got.Added != 1 || got.Names != 1 {
		t.Errorf("%+v: want السخنة and the governorate matched, the hamlet added and named", got)
	}
	output(t, "replay", "--db", db)
	who := decode[answer](t, output(t, "who", "أم الزغاوير", "--on", "2017-08-20", "--db", db, "--format", "json"))
	if who.Place == nil || who.Place.ID != "geonames:165000" || who.Holder != "syrian_government" {
		t.Errorf("%+v", who)
	}
	if places := decode[found](t, output(t, "gazetteer", "search", "geonames:165000", "--db", db, "--format", "json")); len(places.Places) != 1 {
		t.Errorf("by its GeoNames id: %+v", places)
	}
	sources := output(t, "gazetteer", "sources", "--db", db)
	wantFailure(t, frontline(t, "import", "places", web.URL+"/broken/SY.zip", "--db", db), 1, "SY.zip")
	wantFailure(t, frontline(t, "import", "places", web.URL+"/gone.zip", "--db", db), 1, "gone.zip", "404")
	if again := output(t, "gazetteer", "sources", "--db", db); again != sources || !strings.Contains(sources, "geonames") {
		t.Errorf("%s\nafter broken imports, %s\nbefore", again, sources)
	}
	output(t, "gazetteer", "drop", "geonames", "--db", db)
	if got := frontline(t, "who", "geonames:165000", "--on", "2017-08-20", "--db", db); got.status != exitUndecided {
		t.Errorf("a dropped place is still there: %s", got.out)
	}
}

func TestImportsThatCannotBe(t *testing.T) {
	dir := folder(t, map[string]string{"notes.txt": "nothing of use\n", "SY.txt": dumpRows})
	db := filepath.Join(dir, "a.db")
	for _, c := range []struct {
		what string
		args []string
		says []string
	}{
		{"no such kind", []string{"--kind", "atlas", filepath.Join(dir, "SY.txt")}, []string{"--kind", "atlas", "geonames"}},
		{"no kind that can be told", []string{filepath.Join(dir, "notes.txt")}, []string{"notes.txt", "geonames"}},
		{"no such file", []string{filepath.Join(dir, "none.txt")}, []string{"none.txt"}},
		{"no such box", []string{"--within", "1,2,3", filepath.Join(dir, "SY.txt")}, []string{"--within", "WEST,SOUTH,EAST,NORTH"}},
		{"no such level", []string{"--level", "9", filepath.Join(dir, "SY.txt")}, []string{"--level", "0 to 3"}},
		{"nothing of that country", []string{"--country", "IQ", filepath.Join(dir, "SY.txt")}, []string{"another country"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			wantFailure(t, frontline(t, append([]string{"import", "places", "--db", db}, c.args...)...), 1, c.says...)
		})
	}
}

// besideUs is a file of the team's, which a checkout by itself has not.
func besideUs(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(root, "..", "shared", name)
	if _, err := os.Stat(path); err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want the folder shared beside the checkout where CI=true", err)
	} else if err != nil {
		t.Skipf("%s is not beside this checkout", name)
	}
	return path
}

// Homonyms by the thousand must not make reading worse.
func TestAGazetteerOfTwentyThousandPlaces(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	got := decode[imported](t, output(t, "import", "places", besideUs(t, "gazetteer/reference.tsv"), "--format", "json", "--db", db))
	if got.Records < 20000 || got.Matched["name"] < 4000 || got.Matched["p-code"] < 1500 || got.Matched["geonames"] < 1500 || got.Added < 10000 {
		t.Errorf("%+v", got)
	}
	areas := decode[imported](t, output(t, "import", "places", besideUs(t, "gazetteer/boundaries/syr_adm1.geojson"), "--format", "json", "--db", db))
	if areas.Areas != 14 || areas.Files[0].Kind != "areas" {
		t.Errorf("%+v", areas)
	}
	gold := besideUs(t, "eval/dev")
	alone, with := figures(t, gold, emptyStore(t)), figures(t, gold, db)
	for _, figure := range []string{"km10", "holder", "change", "place"} {
		a, w := alone[figure], with[figure]
		t.Logf("%s: %.3f alone, %.3f with", figure, a, w)
		if a == 0 || w < a-0.01 {
			t.Errorf("%s: %.3f with the larger gazetteer, %.3f without: want at most a point less", figure, w, a)
		}
	}
	if alone["km10"] < 0.95 || with["km10"] < 0.95 {
		t.Errorf("km10 %.3f and %.3f: want .95", alone["km10"], with["km10"])
	}
	if got := frontline(t, "gazetteer", "check", "--db", db); !strings.Contains(got.out, "homonyms") || got.status != exitFailed {
		t.Errorf("exit status %d: %s", got.status, got.out[max(0, len(got.out)-300):])
	}
}

// figures are how well texts are read with the places of a database.
func figures(t *testing.T, gold, db string) map[string]float64 {
	t.Helper()
	type table struct {
		Figures []struct {
			Figure string
			Value  float64
		}
	}
	out := map[string]float64{}
	for _, f := range decode[table](t, output(t, "evaluate", "--gold", gold, "--db", db, "--format", "json")).Figures {
		out[f.Figure] = f.Value
	}
	return out
}

// emptyStore is a database that adds nothing to the shipped gazetteer.
func emptyStore(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "empty.db")
	output(t, "gazetteer", "alias", "x", "sy-homs-kadir", "--author", "nobody", "--db", db)
	return db
}

func TestFindOnTheCommandLine(t *testing.T) {
	kadir, _ := twoReports(t)
	type line struct {
		Surface    string
		Start, End int
		Places     []struct{ ID string }
	}
	text, err := os.ReadFile(kadir)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for row := range strings.Lines(output(t, "gazetteer", "find", "--format", "jsonl", kadir)) {
		l := decode[line](t, row)
		if string(text[l.Start:l.End]) != l.Surface {
			t.Errorf("%+v stands for %q", l, text[l.Start:l.End])
		}
		found = found || len(l.Places) == 1 && l.Places[0].ID == "sy-homs-kadir"
	}
	if !found {
		t.Error("الكدير is not found")
	}
	if got := frontlineReading(t, "عند السخنة", "gazetteer", "find", "-"); !strings.Contains(got.out, "sy-homs-sukhnah") {
		t.Errorf("%+v", got)
	}
	wantFailure(t, frontline(t, "gazetteer", "find", "none.txt"), 1, "none.txt")
}

// What counts no more changes no holder, wherever it is put now.
func TestReadingAgainLeavesRetractionsAlone(t *testing.T) {
	db := hamletStored(t)
	output(t, "gazetteer", "place", "أم الزغاوير", "--at", "38.95,34.93", "--author", "Rima", "--db", db)
	type moved struct {
		Claims  []struct{ Report struct{ ID string } }
		Holders []struct{ Place struct{ ID string } }
	}
	dry := func() moved {
		return decode[moved](t, output(t, "replay", "--dry-run", "--format", "json", "--db", db))
	}
	before := dry()
	if len(before.Claims) == 0 || len(before.Holders) == 0 {
		t.Fatalf("%+v: want claims moved, and a holder", before)
	}
	output(t, "retract", before.Claims[0].Report.ID, "--reason", "a hoax", "--author", "Rima", "--db", db)
	if after := dry(); len(after.Claims) != len(before.Claims) || len(after.Holders) != 0 {
		t.Errorf("%+v: want the same claims moved, and no holder", after)
	}
}

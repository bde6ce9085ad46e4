package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Two reports. The first states no day of publication, the second does.
const (
	kadirReport = "قالت مصادر محلية إن قوات النظام سيطرت أمس على قرية الكدير بعد اشتباكات مع تنظيم الدولة الإسلامية.\n"

	mansurahReport = `---
published: 2017-09-01
source: شاهد من المنطقة
url: https://example.org/mansurah
---
الطريق إلى الفرات

سيطرت قوات سوريا الديمقراطية اليوم على بلدة المنصورة، وقتل ثلاثة مدنيين في غارة على قرية أم الزرازير المجهولة.
`
)

func twoReports(t *testing.T) (kadir, mansurah string) {
	dir := folder(t, map[string]string{"kadir.txt": kadirReport, "mansurah.txt": mansurahReport})
	return filepath.Join(dir, "kadir.txt"), filepath.Join(dir, "mansurah.txt")
}

// reading is a line of `extract --format jsonl`, as the contract has it.
type reading struct {
	Report struct{ File, Published string }
	Places []struct {
		Surface    string
		Start, End int
	}
	Claims []said
}

type said struct {
	Kind, Modality, Actor, Date, Quote string
	Start, End                         int
	Place                              *struct{ ID string }
}

func (s said) of(place string) bool { return s.Place != nil && s.Place.ID == place }

func readings(t *testing.T, lines string) []reading {
	t.Helper()
	var out []reading
	for line := range strings.Lines(lines) {
		out = append(out, decode[reading](t, line))
	}
	return out
}

func TestExtractPrintsAReadingALineInTheOrderOfItsArguments(t *testing.T) {
	kadir, mansurah := twoReports(t)
	for _, order := range [][]string{{kadir, mansurah}, {mansurah, kadir}} {
		got := readings(t, output(t, "extract", "--published", "2017-08-13", order[0], order[1]))
		if len(got) != 2 || got[0].Report.File != order[0] || got[1].Report.File != order[1] {
			t.Fatalf("readings %+v: want those of %v", got, order)
		}
		if order[0] == mansurah {
			got[0], got[1] = got[1], got[0]
		}
		first := got[0].Claims[0]
		if first.Kind != "captured" || first.Modality != "asserted" || first.Actor != "syrian_government" ||
			first.Date != "2017-08-12" || !first.of("sy-homs-kadir") {
			t.Errorf("claim %+v: want al-Kadir captured on the day before publication", first)
		}
		if got[1].Report.Published != "2017-09-01" {
			t.Errorf("published %s: want the day that the report states, not that of --published", got[1].Report.Published)
		}
		if !slices.ContainsFunc(got[1].Claims, func(c said) bool { return c.Actor == "sdf" && c.of("sy-raqqa-mansurah") }) {
			t.Errorf("claims %+v: want al-Mansurah captured by the SDF", got[1].Claims)
		}
		checkSpans(t, got[0], kadirReport)
		checkSpans(t, got[1], mansurahReport)
	}
}

// checkSpans checks that the evidence is in the text, letter for letter.
func checkSpans(t *testing.T, r reading, text string) {
	t.Helper()
	for _, c := range r.Claims {
		if text[c.Start:c.End] != c.Quote {
			t.Errorf("bytes %d to %d are %q: want the quote %q", c.Start, c.End, text[c.Start:c.End], c.Quote)
		}
	}
	for _, m := range r.Places {
		if text[m.Start:m.End] != m.Surface {
			t.Errorf("bytes %d to %d are %q: want the name %q", m.Start, m.End, text[m.Start:m.End], m.Surface)
		}
	}
}

func TestExtractHasTheKeysOfTheContract(t *testing.T) {
	kadir, _ := twoReports(t)
	type object = map[string]any
	line := decode[object](t, output(t, "extract", kadir))
	claim := line["claims"].([]any)[0].(object)
	mention := line["places"].([]any)[0].(object)
	for _, c := range []struct {
		name string
		got  object
		want string
	}{
		{"reading", line, "claims places report"},
		{"report", line["report"].(object), "file id language published published_basis title"},
		{"mention", mention, "candidates class end place reason score start surface"},
		{"place", mention["place"].(object), "id kind lat lon name_ar name_en"},
		{"claim", claim, "actor claimed_by co_actors confidence count date date_basis distance_km distance_role end extent from" +
			" id killed_min kind modality place quote rule start wounded_min"},
		{"place of the claim", claim["place"].(object), "end id lat lon named score start surface"},
	} {
		for want := range strings.FieldsSeq(c.want) {
			if _, there := c.got[want]; !there {
				t.Errorf("%s has %v: want %s too", c.name, keys(c.got), want)
			}
		}
	}
	if got := line["report"].(object); got["published"] != nil || got["published_basis"] != "unknown" {
		t.Errorf("report %v: want no day of publication, since none is known", got)
	}
}

func TestExtractNamesWhatItCannotReadAndReadsTheOthers(t *testing.T) {
	kadir, mansurah := twoReports(t)
	latin := filepath.Join(folder(t, map[string]string{"latin1.txt": "d\xe9j\xe0 vu"}), "latin1.txt")
	missing := filepath.Join(t.TempDir(), "missing.txt")
	got := frontline(t, "extract", kadir, latin, missing, mansurah)
	wantFailure(t, got, 1, latin, "not UTF-8", missing, "no such file")
	if read := readings(t, got.out); len(read) != 2 || read[0].Report.File != kadir || read[1].Report.File != mansurah {
		t.Errorf("readings %+v: want those of the other two", read)
	}
}

func TestExtractReadsStandardInput(t *testing.T) {
	kadir, _ := twoReports(t)
	got := frontlineReading(t, kadirReport, "extract", "-")
	if got.status != 0 || got.err != "" {
		t.Fatalf("exit status %d, %s", got.status, got.err)
	}
	if want := strings.Replace(output(t, "extract", kadir), kadir, "-", 1); got.out != want {
		t.Errorf("standard input gives %s, the file %s", got.out, want)
	}
}

func TestExtractAsGeoJSONIsOneCollection(t *testing.T) {
	kadir, mansurah := twoReports(t)
	got := decode[collection](t, output(t, "extract", "--format", "geojson", "--published", "2017-08-13", kadir, mansurah))
	if got.Type != "FeatureCollection" || len(got.Features) < 2 {
		t.Fatalf("%+v: want the claims of both reports", got)
	}
	for _, f := range got.Features {
		if f.Properties["quote"] == "" || f.Properties["source"] == nil {
			t.Errorf("feature %v does not lead to its words", f.Properties)
		}
	}
	if kadir := got.Features[0]; kadir.Properties["start"] != "2017-08-12" || kadir.Properties["end"] != "2017-08-13" {
		t.Errorf("first feature %v: want al-Kadir, from 2017-08-12 to before 2017-08-13", kadir.Properties)
	}
}

func TestExtractAsTextIsForTheEyes(t *testing.T) {
	kadir, _ := twoReports(t)
	got := output(t, "extract", "--format", "text", "--published", "2017-08-13", kadir)
	for _, want := range []string{kadir, "captured", "syrian_government", "2017-08-12", "الكدير"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not say %s", got, want)
		}
	}
}

func TestExtractRefusesWhatItDoesNotKnow(t *testing.T) {
	kadir, _ := twoReports(t)
	wantFailure(t, frontline(t, "extract", "--published", "13.8.2017", kadir), 1, "--published", `"13.8.2017"`, "YYYY-MM-DD")
	wantFailure(t, frontline(t, "extract", "--format", "xml", kadir), 1, "--format", `"xml"`, "jsonl, geojson, text")
	wantFailure(t, frontline(t, "extract"), 1, "1 arg")
}

func TestExtractStoresNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	if got := frontlineReading(t, kadirReport, "extract", "-"); got.status != 0 {
		t.Fatalf("exit status %d, %s", got.status, got.err)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

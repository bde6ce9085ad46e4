package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const sourcesHead = "id\tname_en\tname_ar\tsigns\tside\tlanguages\tweight\tlicence\n"

// listedSource is what `sources --format json` says of one.
type listedSource struct {
	ID, Side, Licence string
	NameEn            string `json:"name_en"`
	Signs             []string
	Weight            float64
	Listed            bool
	Reports           int
}

func sourceOf(t *testing.T, db, id string, args ...string) listedSource {
	t.Helper()
	list := decode[[]listedSource](t, output(t, append([]string{"sources", "--db", db, "--format", "json"}, args...)...))
	i := slices.IndexFunc(list, func(s listedSource) bool { return s.ID == id })
	if i < 0 {
		t.Fatalf("%+v: want %s in it", list, id)
	}
	return list[i]
}

// disagreeing are two sources that give a village to two parties on one day,
// and a report of nobody.
func disagreeing(t *testing.T) (dir, db string) {
	dir = folder(t, map[string]string{
		"1.txt": "---\npublished: 2017-08-10\nsource: شبكة البادية\n---\nسيطرت قوات النظام اليوم على قرية الكدير بريف حمص.\n",
		"2.txt": "---\npublished: 2017-08-10\nsource: رسائل\n---\nسيطرت قوات سوريا الديمقراطية اليوم على قرية الكدير بريف حمص.\n",
		"3.txt": "---\npublished: 2017-08-11\n---\nسيطرت قوات النظام اليوم على مدينة السخنة بريف حمص.\n",
	})
	db = filepath.Join(dir, "a.db")
	output(t, "ingest", dir, "--db", db)
	return dir, db
}

func holderOf(t *testing.T, db, place string, args ...string) string {
	t.Helper()
	return decode[answer](t, output(t, append([]string{"who", place, "--on", "2017-08-20", "--db", db, "--format", "json"}, args...)...)).Holder
}

func TestTheRegistryIsListed(t *testing.T) {
	_, db := disagreeing(t)
	if s := sourceOf(t, db, "sohr"); !s.Listed || s.Reports != 0 || s.Weight != 0.9 || s.NameEn != "Syrian Observatory for Human Rights" {
		t.Errorf("%+v", s)
	}
	for id, want := range map[string]listedSource{"sample-desert": {Listed: true, Weight: 0.9}, "رسائل": {Weight: 0.8}, "unnamed": {Weight: 0.8}} {
		if s := sourceOf(t, db, id); s.Reports != 1 || s.Listed != want.Listed || s.Weight != want.Weight {
			t.Errorf("%+v: want one report, listed %v, weight %g", s, want.Listed, want.Weight)
		}
	}
	text := output(t, "sources", "--db", db)
	for _, want := range []string{"Desert Network", "شبكة البادية", "0.90", "as frontline itself", "1 report", "not listed"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
	if got := holderOf(t, db, "السخنة", "--without", "unnamed"); got != "unknown" {
		t.Errorf("%s: want nothing known without those who are not named", got)
	}
}

func TestSetChangesWhatIsListed(t *testing.T) {
	_, db := disagreeing(t)
	if got := holderOf(t, db, "الكدير"); got != "sdf" && got != "syrian_government" {
		t.Fatalf("%s: want it contested", got)
	}
	dry := decode[amendedSaid](t, output(t, "sources", "set", "letters", "--sign", "رسائل", "--weight", "0.2", "--dry-run", "--db", db, "--format", "json"))
	if dry.Stored || len(dry.Holders) != 1 || dry.Holders[0].Place.ID != "sy-homs-kadir" || dry.Holders[0].After.Holder != "syrian_government" {
		t.Errorf("%+v: want the village the government's, and nothing stored", dry)
	}
	text := output(t, "sources", "set", "letters", "--name-en", "Letters", "--name-ar", "الرسائل", "--sign", "رسائل", "--weight", "0.2", "--side", "sdf", "--licence", "CC0", "--db", db)
	if !strings.Contains(text, "الكدير (sy-homs-kadir)") || !strings.Contains(text, "1 sources listed") {
		t.Error(text)
	}
	if s := sourceOf(t, db, "letters"); !s.Listed || s.Weight != 0.2 || s.Side != "sdf" || s.Licence != "CC0" || s.Reports != 1 || s.NameEn != "Letters" {
		t.Errorf("%+v", s)
	}
	if got := holderOf(t, db, "الكدير"); got != "syrian_government" {
		t.Errorf("%s: want the government, whose source is believed more", got)
	}
	if got := output(t, "sources", "set", "letters", "--sign", "letters.example", "--side", "", "--db", db); !strings.Contains(got, "1 sources listed") {
		t.Error(got)
	}
	if s := sourceOf(t, db, "letters"); s.Weight != 0.2 || s.Side != "" || !slices.Equal(s.Signs, []string{"رسائل", "letters.example"}) {
		t.Errorf("%+v: want what is not given as it was, and another sign beside the first", s)
	}
	if got := output(t, "sources", "set", "letters", "--weight", "0.2", "--db", db); !strings.Contains(got, "0 sources listed, 1 listed so already") {
		t.Error(got)
	}
	output(t, "sources", "set", "sohr", "--weight", "0.5", "--db", db)
	if s := sourceOf(t, db, "sohr"); s.Weight != 0.5 || len(s.Signs) != 4 {
		t.Errorf("%+v: want the shipped entry with another weight", s)
	}
	if s := sourceOf(t, db, "sohr", "--as-known-on", "2017-08-20"); s.Weight != 0.9 {
		t.Errorf("%+v: want the entry of that day", s)
	}
	got, _ := corrections(t, db, "..", "--place", "sy-homs-kadir")
	if len(got) == 0 || !strings.HasPrefix(got[len(got)-1], "sources sy-homs-kadir 2017-08-10..") {
		t.Errorf("%s: want what the registry changed among the corrections", got)
	}
}

func TestSetRefusesWhatCannotBe(t *testing.T) {
	_, db := disagreeing(t)
	for _, c := range []struct{ args, words string }{
		{"letters --weight 1.5", "letters: weight 1.5"},
		{"letters --weight NaN", "letters: weight NaN"},
		{"letters --weight much", "--weight"},
		{"letters --side moon", `letters: side "moon"`},
		{"letters --sign SOHR", `"sohr" is a name of sohr already`},
		{"letters --sign a|b", `letters: "a|b"`},
		{"unnamed", `id "unnamed"`},
		{"a,b", `id "a,b"`},
	} {
		wantFailure(t, frontline(t, append([]string{"sources", "set", "--db", db}, strings.Fields(c.args)...)...), 1, c.words)
	}
}

func TestImportTakesATable(t *testing.T) {
	dir, db := disagreeing(t)
	file := func(name, rows string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	rows := "letters\tLetters\tالرسائل\tرسائل\tsdf\tar\t0.1\tCC0\nsohr\tObservatory\t\tSOHR\t\tar\t0.6\t\n"
	good := file("good.tsv", sourcesHead+rows)
	if got := output(t, "sources", "import", good, "--db", db); !strings.Contains(got, "الكدير (sy-homs-kadir)") || !strings.Contains(got, "2 sources listed, 0 listed so already") {
		t.Error(got)
	}
	if got := holderOf(t, db, "الكدير"); got != "syrian_government" {
		t.Errorf("%s: want the government", got)
	}
	if s := sourceOf(t, db, "sohr"); s.NameEn != "Observatory" || s.Weight != 0.6 || len(s.Signs) != 1 {
		t.Errorf("%+v: want the row instead of what shipped", s)
	}
	if got := output(t, "sources", "import", good, "--db", db); !strings.Contains(got, "0 sources listed, 2 listed so already") {
		t.Errorf("a second time: %s", got)
	}
	before := output(t, "sources", "--db", db)
	for _, c := range []struct{ rows, words string }{
		{sourcesHead + "a\tA\t\t\t\t\t0.5\t\nb\tB\t\t\tmoon\t\t0.5\t\n", `line 3: b: side "moon"`},
		{sourcesHead + "a\tA\t\t\t\t\tmuch\t\n", `line 2: a: weight "much"`},
		{sourcesHead + "a\tA\t\tالرسائل\t\t\t0.5\t\n", "line 2: a: \"الرسائل\" is a name of letters already"},
		{"id\tname\n", "line 1"},
	} {
		bad := file("bad.tsv", c.rows)
		wantFailure(t, frontline(t, "sources", "import", bad, "--db", db), 1, bad, c.words)
	}
	if after := output(t, "sources", "--db", db); after != before {
		t.Errorf("%s\nwant what failed to change nothing:\n%s", after, before)
	}
	missing := filepath.Join(dir, "none.tsv")
	wantFailure(t, frontline(t, "sources", "import", missing, "--db", db), 1, missing)
	wantFailure(t, frontline(t, "sources", "import", good, "--dry-run", "--db", filepath.Join(dir, "none.db")), 1, "--db", "none.db")
	output(t, "sources", "import", good, "--db", filepath.Join(dir, "new.db"))
	if s := sourceOf(t, filepath.Join(dir, "new.db"), "letters"); s.Weight != 0.1 {
		t.Errorf("%+v: want a database made for the table", s)
	}
}

package gazetteer_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

const head = "id\tname_ar\tname_en\talt_ar\talt_en\tkind\tlat\tlon\tadmin1\tadmin2\tpopulation\tgeonames_id\tpcode\tprecision\tsources"

// load makes a gazetteer of rows with the columns id, name_ar, name_en,
// alt_ar, alt_en, kind, lat, lon, admin1, parted by commas and spaces.
func load(t testing.TB, rows ...string) *gazetteer.Gazetteer {
	t.Helper()
	lines := []string{head}
	for _, r := range rows {
		f := strings.Split(r, ", ")
		lines = append(lines, strings.Join(append(f, "", "", "", "", "exact", "made up"), "\t"))
	}
	g, err := gazetteer.Load(strings.NewReader(strings.Join(lines, "\n") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func ids(entries []*gazetteer.Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func rankedIDs(ranked []geo.Ranked) string {
	var out []string
	for _, r := range ranked {
		out = append(out, r.Place.ID)
	}
	return strings.Join(out, " ")
}

func TestLoadKeepsEveryColumn(t *testing.T) {
	g, err := gazetteer.Load(strings.NewReader(head + "\n" +
		"x-sukhnah\tالسخنة\tAl-Sukhnah\tسخنة|السخنه\tSukhna\ttown\t34.88\t38.87\tHoms\tTadmor\t16173\t172349\tSY040300\tapproximate\tmade up\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := g.Get("x-sukhnah")
	want := geo.Place{ID: "x-sukhnah", NameAr: "السخنة", NameEn: "Al-Sukhnah", Kind: "town", At: orb.Point{38.87, 34.88},
		Admin1: "Homs", Admin2: "Tadmor", Precision: geo.Approximate}
	if !ok || p != want {
		t.Errorf("%+v, %v: want %+v", p, ok, want)
	}
	e := g.Lookup("السخنة")[0]
	if len(e.AltAr) != 2 || len(e.AltEn) != 1 || e.Population != 16173 || e.GeoNames != "172349" || e.PCode != "SY040300" {
		t.Errorf("%+v", e)
	}
	if _, ok := g.Get("x-palmyra"); ok {
		t.Error("an id that is not there was found")
	}
}

func TestLoadErrorsNameTheLine(t *testing.T) {
	good := "a\tالسخنة\tSukhnah\t\t\ttown\t34.88\t38.87\tHoms\t\t\t\t\texact\tmade up"
	with := func(column int, value string) string {
		f := strings.Split(good, "\t")
		f[0], f[column] = "b", value
		return head + "\n" + good + "\n" + strings.Join(f, "\t") + "\n"
	}
	for _, c := range []struct {
		name, table string
		says        []string
	}{
		{"empty", "", []string{"no lines", "name_ar"}},
		{"no head line", good, []string{"line 1", `"name_ar"`}},
		{"a short row", head + "\n" + good + "\nb\tالكوم\n", []string{"line 3", "2 columns", "want 15"}},
		{"a blank line", head + "\n\n" + good, []string{"line 2", "1 columns"}},
		{"no id", head + "\n" + strings.TrimPrefix(good, "a"), []string{"line 2", "want an id and a name"}},
		{"no name", strings.Replace(with(1, ""), "b\t\tSukhnah", "b\t\t", 1), []string{"line 3", `"b"`, "want an id and a name"}},
		{"the same id twice", head + "\n" + good + "\n" + good, []string{"line 3", `"a"`, "twice"}},
		{"off the globe", with(6, "134.88"), []string{"line 3", "latitude", "134.88", "-90 to 90"}},
		{"no number", with(7, "east"), []string{"line 3", `"east"`}},
		{"half an inhabitant", with(10, "12.5"), []string{"line 3", "population", `"12.5"`}},
		{"fewer than no inhabitants", with(10, "-1"), []string{"line 3", "population", `"-1"`}},
		{"no precision", with(13, "vague"), []string{"line 3", "precision", `"vague"`, "exact, approximate or area"}},
		{"a line without end", head + "\n" + good + "\n" + strings.Repeat("x", 2<<20), []string{"line 3", "too long"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := gazetteer.Load(strings.NewReader(c.table))
			if err == nil {
				t.Fatal("was loaded")
			}
			for _, s := range append(c.says, "gazetteer") {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
		})
	}
}

// Where rows are read one by one, those behind a bad one can be read.
func TestReaderGoesOnBehindABadRow(t *testing.T) {
	row := func(id string) string {
		return id + "\tالسخنة\tSukhnah\t\t\ttown\t34.88\t38.87\tHoms\t\t\t\t\texact\tmade up\n"
	}
	in := gazetteer.NewReader(strings.NewReader(head + "\n" + row("a") + "b\tالكوم\n" + row("c")))
	var got []string
	for {
		e, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var bad *gazetteer.RowError
		if errors.As(err, &bad) {
			got = append(got, fmt.Sprintf("%d bad", bad.Line))
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%d %s", in.Line(), e.ID))
	}
	if want := "2 a, 3 bad, 4 c"; strings.Join(got, ", ") != want {
		t.Errorf("%q: want %s", got, want)
	}
}

func TestLabelsAreCitiesAndTowns(t *testing.T) {
	g := load(t, "v, الكدير, Kadir, , , village, 35.1, 38.9, Raqqa", "c, حمص, Homs, , , city, 34.7, 36.7, Homs",
		"h, تل حمص, Tall Homs, , , hill, 34.8, 36.8, Homs", "t, السخنة, Sukhnah, , , town, 34.9, 38.9, Homs")
	var got []string
	for _, p := range g.Labels() {
		got = append(got, p.ID)
	}
	if strings.Join(got, " ") != "c t" || g.Len() != 4 {
		t.Errorf("%v of %d: want c and t of 4", got, g.Len())
	}
}

func TestVersionFollowsTheNames(t *testing.T) {
	a, again := load(t, "c, حمص, Homs, , , city, 34.7, 36.7, Homs"), load(t, "c, حمص, Homs, , , city, 34.7, 36.7, Homs")
	other := load(t, "c, حمص, Homs, الحمص, , city, 34.7, 36.7, Homs")
	if a.Version() != again.Version() || a.Version() == other.Version() || a.Version() == "" {
		t.Errorf("versions %q, %q; with another name %q", a.Version(), again.Version(), other.Version())
	}
}

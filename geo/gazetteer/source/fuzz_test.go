package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"frontline/geo"
	"frontline/geo/gazetteer/source"
)

// seeds are the samples, and pieces of them.
func seeds(f *testing.F, kinds ...string) {
	f.Helper()
	names, err := filepath.Glob("testdata/*.*")
	if err != nil || len(names) == 0 {
		f.Fatal(names, err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, kind := range kinds {
			if strings.Contains(name, kind) {
				f.Add(string(b))
				f.Add(string(b[:len(b)/2]))
			}
		}
	}
}

// sound fails where what a file gives is not fit for a gazetteer, or its
// summary does not add up.
func sound(t *testing.T, text string, o source.Options) {
	in, err := source.Open(written(t, "file", text), o)
	if err != nil {
		return
	}
	defer in.Close()
	n, whole := 0, true
	fit := func(key string, names ...string) {
		n++
		if strings.Join(names, "") == "" {
			t.Errorf("%q has no name", key)
		}
		for _, s := range append(names, key) {
			if strings.ContainsFunc(s, unicode.IsControl) {
				t.Errorf("%q of %q holds a control character", s, key)
			}
		}
	}
	for r, err := range in.Records() {
		if err != nil {
			whole = false
			break
		}
		fit(r.Key, append(append([]string{r.NameAr, r.NameEn}, r.AltAr...), r.AltEn...)...)
		if geo.CheckLonLat(r.At) != nil || r.Precision == "" || r.Key == "" || r.Source == "" || r.Population < 0 {
			t.Errorf("%+v", r)
		}
	}
	s := in.Summary()
	out := 0
	for _, l := range s.LeftOut {
		out += l.Rows
	}
	if s.Given != n || s.Rows != s.Given+s.Bad+out {
		t.Errorf("%+v: want %d given, and rows to be their sum", s, n)
	}
	if whole && in.Content() == source.Records && (n == 0 || s.Bad > 1 && s.Bad*10 > s.Rows) {
		t.Errorf("%+v: a damaged file was taken", s)
	}
}

func FuzzDump(f *testing.F) {
	seeds(f, "geonames.txt")
	f.Fuzz(func(t *testing.T, text string) { sound(t, text, source.Options{Kind: source.GeoNames}) })
}

func FuzzTable(f *testing.F) {
	seeds(f, ".csv")
	f.Fuzz(func(t *testing.T, text string) { sound(t, text, source.Options{Kind: source.Table}) })
}

func FuzzFeatures(f *testing.F) {
	seeds(f, ".geojson")
	f.Fuzz(func(t *testing.T, text string) { sound(t, text, source.Options{Kind: source.GeoJSON}) })
}

func FuzzAnything(f *testing.F) {
	seeds(f, "")
	f.Fuzz(func(t *testing.T, text string) { sound(t, text, source.Options{}) })
}

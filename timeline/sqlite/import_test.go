package sqlite_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/link"
	"frontline/timeline/sqlite"
)

// shipped is a gazetteer of one place.
func shipped() *link.Linker {
	return link.New(gazetteer.New([]gazetteer.Entry{
		{Place: geo.Place{ID: "sy-sukhnah", NameAr: "السخنة", NameEn: "Al-Sukhnah", Kind: "town", At: orb.Point{38.87, 34.88}, Admin1: "Homs", Precision: geo.Exact}},
		{Place: geo.Place{ID: "sy-homs-governorate", NameAr: "محافظة حمص", NameEn: "Homs", Kind: "governorate", At: orb.Point{38, 34}, Admin1: "Homs", Precision: geo.Area}},
	}))
}

func village(source, key, name string, lon, lat float64) gazetteer.Record {
	return gazetteer.Record{Source: source, Key: key, Entry: gazetteer.Entry{Place: geo.Place{NameAr: name, Kind: "village",
		At: orb.Point{lon, lat}, Admin1: "Hims", Precision: geo.Exact}, AltEn: []string{"A" + key, "B" + key}}}
}

// take imports records and gives what is reported of them.
func take(t testing.TB, s *sqlite.Store, records ...gazetteer.Record) link.Report {
	t.Helper()
	report, err := s.Import(t.Context(), shipped(), "made up", func(im *sqlite.Import) error {
		for _, r := range records {
			if err := im.Record(t.Context(), r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// stored are the records as "source:key place name", one a line.
func stored(t testing.TB, s *sqlite.Store) string {
	t.Helper()
	records, err := s.Records(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range records {
		out = append(out, fmt.Sprintf("%s:%s %s %s", r.Source, r.Key, r.ID, r.NameAr))
	}
	return strings.Join(out, "\n")
}

func TestImportLinksRecordsToPlaces(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	before := version(t, s)
	first := take(t, s, village("ocha", "C1", "السخنه", 38.871, 34.881), village("ocha", "C2", "الطيبة", 38.92, 35.03))
	if first.Records != 2 || first.Matched[link.ByName] != 1 || first.Added != 1 || first.Conflicts != 0 {
		t.Errorf("first: %+v", first)
	}
	second := take(t, s, village("geonames", "9", "الطيبة", 38.921, 35.031), village("geonames", "10", "الكوم", 38.7, 35.2))
	if second.Records != 2 || second.Matched[link.ByName] != 1 || second.Added != 1 {
		t.Errorf("second: %+v", second)
	}
	want := "ocha:C1 sy-sukhnah السخنه\nocha:C2 ocha:C2 الطيبة\ngeonames:9 ocha:C2 الطيبة\ngeonames:10 geonames:10 الكوم"
	if got := stored(t, s); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if version(t, s) == before {
		t.Error("the version is the same")
	}
	if records, _ := s.Records(t.Context()); records[0].Admin1 != "Homs" {
		t.Errorf("governorate %q: want it as the gazetteer calls it", records[0].Admin1)
	}
	counts, err := s.Gazetteers(t.Context())
	if want := []sqlite.GazetteerCount{{Source: "geonames", Records: 2, Places: 1}, {Source: "ocha", Records: 2, Places: 1}}; err != nil || !reflect.DeepEqual(counts, want) {
		t.Errorf("%+v, %v: want %+v", counts, err, want)
	}
}

func TestImportAgainUpdates(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	take(t, s, village("ocha", "C1", "الطيبة", 38.92, 35.03), village("ocha", "C2", "الكوم", 38.7, 35.2))
	again := take(t, s, village("ocha", "C1", "الطيبة", 38.92, 35.03), village("ocha", "C2", "الكوم", 38.71, 35.2), village("ocha", "C3", "الهيل", 39, 35))
	if again.Same != 1 || again.Updated != 1 || again.Added != 1 || again.Records != 3 {
		t.Errorf("%+v", again)
	}
	if got, want := stored(t, s), "ocha:C1 ocha:C1 الطيبة\nocha:C2 ocha:C2 الكوم\nocha:C3 ocha:C3 الهيل"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestBrokenImportChangesNothing(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	take(t, s, village("ocha", "C1", "الطيبة", 38.92, 35.03))
	before, list := version(t, s), stored(t, s)
	for name, fill := range map[string]func(*sqlite.Import) error{
		"half way":           func(*sqlite.Import) error { return errors.New("the file ends in the middle") },
		"no records":         nil,
		"off the globe":      func(im *sqlite.Import) error { return im.Record(t.Context(), village("ocha", "C3", "ا", 38.92, 135)) },
		"without its source": func(im *sqlite.Import) error { return im.Record(t.Context(), village("", "C3", "ا", 38.92, 35)) },
	} {
		_, err := s.Import(t.Context(), shipped(), name, func(im *sqlite.Import) error {
			if fill == nil {
				return nil
			}
			if err := im.Record(t.Context(), village("ocha", "C1", "غيرها", 38.9, 35)); err != nil {
				return err
			}
			return fill(im)
		})
		if err == nil {
			t.Errorf("%s: was imported", name)
		}
		if version(t, s) != before || stored(t, s) != list {
			t.Errorf("%s: left something behind", name)
		}
	}
}

func TestAlternatesAndGovernoratesOfAnImport(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	report, err := s.Import(t.Context(), shipped(), "made up", func(im *sqlite.Import) error {
		r := village("geonames", "9", "", 38.7, 35.2)
		r.NameEn, r.AltEn, r.Admin1 = "Al Kawm", nil, "SY.11"
		return errors.Join(im.Record(t.Context(), r),
			im.Governorates(t.Context(), "geonames", map[string]string{"SY.11": "Ḩimş", "SY.12": "elsewhere"}),
			im.Alternate(t.Context(), gazetteer.Alternate{Source: "geonames", Key: "9", Name: "الكوم", Language: "ar"}),
			im.Alternate(t.Context(), gazetteer.Alternate{Source: "geonames", Key: "9", Name: "al-Kawm", Language: "en"}),
			im.Alternate(t.Context(), gazetteer.Alternate{Source: "geonames", Key: "9", Name: "Kom", Language: "en", Preferred: true}),
			im.Alternate(t.Context(), gazetteer.Alternate{Source: "geonames", Key: "10", Name: "nobody's"}))
	})
	if err != nil || report.Names != 2 {
		t.Fatalf("%+v, %v: want two names", report, err)
	}
	records, err := s.Records(t.Context())
	if err != nil || len(records) != 1 {
		t.Fatalf("%+v, %v", records, err)
	}
	if r := records[0]; r.NameAr != "الكوم" || r.NameEn != "Kom" || !reflect.DeepEqual(r.AltEn, []string{"Al Kawm"}) || r.Admin1 != "Homs" {
		t.Errorf("%+v", r)
	}
}

func TestDropTakesASourceOut(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	take(t, s, village("ocha", "C1", "الطيبة", 38.92, 35.03), village("geonames", "9", "الكوم", 38.7, 35.2))
	if n, err := s.DropSource(t.Context(), "ocha"); n != 1 || err != nil {
		t.Errorf("dropped %d, %v", n, err)
	}
	if got := stored(t, s); got != "geonames:9 geonames:9 الكوم" {
		t.Error(got)
	}
	if _, err := s.DropSource(t.Context(), "ocha"); err == nil || !strings.Contains(err.Error(), "ocha") {
		t.Errorf("%v: want an error that names the source", err)
	}
}

// Whatever a record holds comes back, whatever characters its names are of.
func TestRecordsComeBackAsTheyWere(t *testing.T) {
	path, n := filepath.Join(t.TempDir(), "a.db"), 0
	s := open(t, path, today)
	rapid.Check(t, func(rt *rapid.T) {
		n++
		name := rapid.StringMatching(`[\p{Arabic}\p{Latin}' ]{1,20}`)
		r := gazetteer.Record{Source: fmt.Sprint("s", n), Key: rapid.StringMatching(`.{1,8}`).Draw(rt, "key"), Entry: gazetteer.Entry{
			Place: geo.Place{NameAr: name.Draw(rt, "ar"), NameEn: name.Draw(rt, "en"), Kind: fmt.Sprint("kind", n), At: points().Draw(rt, "at"),
				Admin2: name.Draw(rt, "admin2"), Precision: geo.Approximate},
			AltAr: rapid.SliceOfN(name, 1, 3).Draw(rt, "alt"), Population: rapid.IntRange(0, 1e7).Draw(rt, "population"),
			PCode: fmt.Sprint("P", n), GeoNames: fmt.Sprint(n)}}
		take(t, s, r)
		records, err := s.Records(t.Context())
		if err != nil {
			rt.Fatal(err)
		}
		r.ID = r.Source + ":" + r.Key
		if got := records[len(records)-1]; !reflect.DeepEqual(got, r) {
			rt.Fatalf("got  %#v\nwant %#v", got, r)
		}
	})
}

// A database may hold outlines from before they were mended on their way in.
func TestOutlinesThatAreStoredWithFaultsAreMended(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	bow := gazetteer.Area{Level: 1, PCode: "SY04", Outline: orb.MultiPolygon{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}}}
	if err := s.PutAreas(t.Context(), []gazetteer.Area{bow}, "made up"); err != nil {
		t.Fatal(err)
	}
	got, err := s.Areas(t.Context())
	if err != nil || len(got) != 1 || len(got[0].Outline) != 2 {
		t.Errorf("%+v, %v: want the two halves of a bow", got, err)
	}
}

func TestAreasReplaceThoseOfTheirLevel(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	area := func(level int, pcode string) gazetteer.Area {
		return gazetteer.Area{Level: level, PCode: pcode, NameEn: "x", NameAr: "س", Parent: "SY",
			Outline: orb.MultiPolygon{orb.Bound{Max: orb.Point{1, 1}}.ToPolygon()}}
	}
	put := func(areas ...gazetteer.Area) {
		if err := s.PutAreas(t.Context(), areas, "made up"); err != nil {
			t.Fatal(err)
		}
	}
	put(area(1, "SY01"), area(1, "SY02"), area(2, "SY0100"))
	put(area(1, "SY03"))
	got, err := s.Areas(t.Context())
	if want := []gazetteer.Area{area(1, "SY03"), area(2, "SY0100")}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v: want %+v", got, err, want)
	}
	if err := s.PutAreas(t.Context(), []gazetteer.Area{area(1, "SY04"), area(1, "SY04")}, "twice"); err == nil || !strings.Contains(err.Error(), "SY04") {
		t.Errorf("%v: want an error that names the area", err)
	}
	if got, _ := s.Areas(t.Context()); len(got) != 2 {
		t.Errorf("%d areas after a broken import", len(got))
	}
}

package link_test

import (
	"io"
	"os"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/link"
)

// load makes a gazetteer of rows with the columns id, name_ar, name_en, alt_ar,
// alt_en, kind, lat, lon, admin1, parted by commas and spaces.
func load(t *testing.T, rows ...string) *gazetteer.Gazetteer {
	t.Helper()
	lines := []string{"id\tname_ar\tname_en\talt_ar\talt_en\tkind\tlat\tlon\tadmin1\tadmin2\tpopulation\tgeonames_id\tpcode\tprecision\tsources"}
	for _, r := range rows {
		lines = append(lines, strings.Join(append(strings.Split(r, ", "), "", "", "", "", "exact", "made up"), "\t"))
	}
	return loaded(t, strings.NewReader(strings.Join(lines, "\n")+"\n"))
}

// shipped is the table that ships.
func shipped(t *testing.T) *gazetteer.Gazetteer {
	t.Helper()
	f, err := os.Open("../../../data/gazetteer/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return loaded(t, f)
}

func loaded(t *testing.T, table io.Reader) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Load(table)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// record is what the source "other" says of a place.
func record(nameAr, nameEn, kind string, at orb.Point, with func(*gazetteer.Record)) gazetteer.Record {
	r := gazetteer.Record{Source: "other", Key: "7", Entry: gazetteer.Entry{Place: geo.Place{NameAr: nameAr, NameEn: nameEn, Kind: kind, At: at, Precision: geo.Approximate}}}
	if with != nil {
		with(&r)
	}
	return r
}

func TestLink(t *testing.T) {
	g := load(t,
		"sukhnah, السخنة, Al-Sukhnah, , Sukhna, town, 34.88, 38.87, Homs",
		"field, حقل السخنة, Sukhnah Field, , , gas_field, 34.88, 38.88, Homs",
		"kadir, الكدير, Al-Kadir, القدير, , village, 35.10, 38.90, Homs",
		"homs-governorate, محافظة حمص, Homs Governorate, حمص, Homs, governorate, 34.50, 38.20, Homs",
		"zor-governorate, محافظة دير الزور, Deir ez-Zor Governorate, دير الزور, Deir ez-Zor, governorate, 35.20, 40.20, Deir ez-Zor")
	linker := link.New(g)
	other := &link.Candidate{Record: gazetteer.Record{Source: "third", Key: "9", Entry: gazetteer.Entry{Place: geo.Place{ID: "third:9", NameAr: "الطيبة", NameEn: "Taybah",
		Kind: "village", At: orb.Point{38.92, 35.03}, Precision: geo.Approximate}, GeoNames: "4711"}}}
	for _, c := range []struct {
		phenomenon string
		r          gazetteer.Record
		place      string
		by         link.Basis
		conflict   string
	}{
		{"its own id", record("", "", "", orb.Point{1, 1}, func(r *gazetteer.Record) { r.ID = "kadir" }), "kadir", link.ByID, ""},
		{"one name on one spot", record("السخنه", "", "village", orb.Point{38.88, 34.885}, nil), "sukhnah", link.ByName, ""},
		{"another transliteration on the spot", record("", "as Sukhneh", "village", orb.Point{38.87, 34.885}, nil), "sukhnah", link.ByName, ""},
		{"by an alternate name", record("القدير", "", "village", orb.Point{38.91, 35.10}, nil), "kadir", link.ByName, ""},
		{"one name far away", record("السخنة", "", "village", orb.Point{38.87, 35.40}, nil), "other:7", link.ByNothing, ""},
		{"another name on the spot", record("الهيل", "Hayl", "village", orb.Point{38.87, 34.88}, nil), "other:7", link.ByNothing, ""},
		{"one name, another kind of thing", record("السخنة", "", "hill", orb.Point{38.87, 34.88}, nil), "other:7", link.ByNothing, ""},
		{"a place that a third source has", record("الطيبة", "", "village", orb.Point{38.92, 35.02}, nil), "third:9", link.ByName, ""},
		{"the GeoNames id of a third source", record("التيبة", "", "village", orb.Point{38.99, 35.03}, func(r *gazetteer.Record) { r.GeoNames = "4711" }),
			"third:9", link.ByGeoNames, "6 km apart"},
		{"a governorate, wherever its middle lies", record("", "Hims", "governorate", orb.Point{38.9, 34.0}, nil), "homs-governorate", link.ByName, ""},
		{"a code that somebody has mistaken", record("دمر", "Dummar", "village", orb.Point{36.2, 33.5}, func(r *gazetteer.Record) { r.GeoNames = "4711" }),
			"other:7", link.ByNothing, "third:9 has the same geonames, 302 km away and by another name"},
		{"in another governorate", record("السخنة", "", "town", orb.Point{38.87, 34.88}, func(r *gazetteer.Record) { r.Admin1 = "Deir-ez-Zor" }),
			"sukhnah", link.ByName, "in Homs, and in Deir ez-Zor"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			c.r.Admin1 = linker.Governorate(c.r.Admin1)
			got := linker.Link(&c.r, []*link.Candidate{other})
			if got.Place != c.place || got.By != c.by || got.Conflict != c.conflict {
				t.Errorf("%+v: want %s by %q, conflict %q", got, c.place, c.by, c.conflict)
			}
		})
	}
}

// Every source writes governorates in its own way.
func TestGovernoratesAreKnownInEverySpelling(t *testing.T) {
	linker := link.New(shipped(t))
	for written, want := range map[string]string{"Deir-ez-Zor": "Deir ez-Zor", "Ar-Raqqa": "Raqqa", "Al-Hasakeh": "Hasakah", "Dar'a": "Daraa",
		"As-Sweida": "Suwayda", "Rural Damascus": "Rif Dimashq", "Lattakia": "Latakia", "Idleb": "Idlib", "Tartous": "Tartus", "Aleppo": "Aleppo",
		"Homs": "Homs", "Hama": "Hama", "Quneitra": "Quneitra", "Damascus": "Damascus", "حلب": "Aleppo", "محافظة حلب": "Aleppo",
		"Ninawa": "Ninawa", "": ""} {
		if got := linker.Governorate(written); got != want {
			t.Errorf("%q is %q: want %q", written, got, want)
		}
	}
}

// Whatever can be the same place lies in the cells around a point.
func TestCellsAroundHoldWhatIsNear(t *testing.T) {
	for _, p := range []orb.Point{{38.87, 34.88}, {36.0, 32.3}, {42.3, 37.3}, {-0.001, 0.001}, {30.0, 55.0}} {
		around := link.CellsAround(p)
		for _, d := range []orb.Point{{0, 0}, {0.027, 0}, {-0.027, 0}, {0, 0.027}, {0, -0.027}, {0.02, 0.02}, {-0.02, -0.02}} {
			cell, found := link.CellOf(orb.Point{p.Lon() + d.Lon(), p.Lat() + d.Lat()}), false
			for _, row := range around {
				found = found || row[0] <= cell && cell <= row[1]
			}
			if !found {
				t.Errorf("%v off %v is in none of the cells", d, p)
			}
		}
	}
}

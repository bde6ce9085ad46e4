package gazetteer_test

import (
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

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
	linker := gazetteer.NewLinker(g)
	other := &gazetteer.Candidate{Record: gazetteer.Record{Source: "third", Key: "9", Entry: gazetteer.Entry{Place: geo.Place{ID: "third:9", NameAr: "الطيبة", NameEn: "Taybah",
		Kind: "village", At: orb.Point{38.92, 35.03}, Precision: geo.Approximate}, GeoNames: "4711"}}}
	for _, c := range []struct {
		phenomenon string
		r          gazetteer.Record
		place      string
		by         gazetteer.LinkBasis
		conflict   string
	}{
		{"its own id", record("", "", "", orb.Point{1, 1}, func(r *gazetteer.Record) { r.ID = "kadir" }), "kadir", gazetteer.ByID, ""},
		{"one name on one spot", record("السخنه", "", "village", orb.Point{38.88, 34.885}, nil), "sukhnah", gazetteer.ByName, ""},
		{"another transliteration on the spot", record("", "as Sukhneh", "village", orb.Point{38.87, 34.885}, nil), "sukhnah", gazetteer.ByName, ""},
		{"by an alternate name", record("القدير", "", "village", orb.Point{38.91, 35.10}, nil), "kadir", gazetteer.ByName, ""},
		{"one name far away", record("السخنة", "", "village", orb.Point{38.87, 35.40}, nil), "other:7", gazetteer.ByNothing, ""},
		{"another name on the spot", record("الهيل", "Hayl", "village", orb.Point{38.87, 34.88}, nil), "other:7", gazetteer.ByNothing, ""},
		{"one name, another kind of thing", record("السخنة", "", "hill", orb.Point{38.87, 34.88}, nil), "other:7", gazetteer.ByNothing, ""},
		{"a place that a third source has", record("الطيبة", "", "village", orb.Point{38.92, 35.02}, nil), "third:9", gazetteer.ByName, ""},
		{"the GeoNames id of a third source", record("التيبة", "", "village", orb.Point{38.99, 35.03}, func(r *gazetteer.Record) { r.GeoNames = "4711" }),
			"third:9", gazetteer.ByGeoNames, "6 km apart"},
		{"in another governorate", record("السخنة", "", "town", orb.Point{38.87, 34.88}, func(r *gazetteer.Record) { r.Admin1 = "Deir-ez-Zor" }),
			"sukhnah", gazetteer.ByName, "in Homs, and in Deir ez-Zor"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			c.r.Admin1 = linker.Governorate(c.r.Admin1)
			got := linker.Link(&c.r, []*gazetteer.Candidate{other})
			if got.Place != c.place || got.By != c.by || got.Conflict != c.conflict {
				t.Errorf("%+v: want %s by %q, conflict %q", got, c.place, c.by, c.conflict)
			}
		})
	}
}

// Every source writes governorates in its own way.
func TestGovernoratesAreKnownInEverySpelling(t *testing.T) {
	linker := gazetteer.NewLinker(shipped(t))
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
		around := gazetteer.CellsAround(p)
		for _, d := range []orb.Point{{0, 0}, {0.027, 0}, {-0.027, 0}, {0, 0.027}, {0, -0.027}, {0.02, 0.02}, {-0.02, -0.02}} {
			cell, found := gazetteer.CellOf(orb.Point{p.Lon() + d.Lon(), p.Lat() + d.Lat()}), false
			for _, row := range around {
				found = found || row[0] <= cell && cell <= row[1]
			}
			if !found {
				t.Errorf("%v off %v is in none of the cells", d, p)
			}
		}
	}
}

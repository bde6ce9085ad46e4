package gazetteer_test

import (
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// three places of one name, two of them in one governorate
func mushayrifas(t *testing.T) *gazetteer.Gazetteer {
	return load(t,
		"homs-north, المشيرفة, Mushayrifah, , , village, 34.90, 36.85, Homs",
		"homs-east, المشيرفة, Mushayrifah, , , village, 34.60, 37.40, Homs",
		"hama, المشيرفة, Mushayrifah, , , village, 35.30, 37.20, Hama",
		"qatinah, قطينة, Qattinah, , , village, 34.66, 36.62, Homs")
}

func at(lon, lat float64) *orb.Point { return &orb.Point{lon, lat} }

func TestDecisionsChangeWhatANameMeans(t *testing.T) {
	alias := func(name, admin1, place string) gazetteer.Decision {
		return gazetteer.Decision{Kind: gazetteer.Alias, Name: name, Admin1: admin1, Place: place}
	}
	forbid := func(name, admin1, place string) gazetteer.Decision {
		return gazetteer.Decision{Kind: gazetteer.Forbid, Name: name, Admin1: admin1, Place: place}
	}
	put := func(name, admin1 string) gazetteer.Decision {
		return gazetteer.Decision{Kind: gazetteer.Put, Name: name, NameOther: "Tell al-Jabin", Admin1: admin1, Place: "own:1", PlaceKind: "hill", At: at(37, 35)}
	}
	for _, c := range []struct {
		phenomenon string
		decisions  []gazetteer.Decision
		name, ids  string
	}{
		{"nothing decided", nil, "المشيرفة", "homs-north homs-east hama"},
		{"this name in this governorate is that place", []gazetteer.Decision{alias("المشيرفة", "Homs", "homs-east")}, "المشيرفة", "homs-east hama"},
		{"in any of its spellings", []gazetteer.Decision{alias("مشيرفه", "Homs", "homs-east")}, "المشيرفة", "homs-east hama"},
		{"and everywhere", []gazetteer.Decision{alias("المشيرفة", "", "homs-east")}, "المشيرفة", "homs-east"},
		{"the other script is another name", []gazetteer.Decision{alias("المشيرفة", "", "homs-east")}, "Mushayrifah", "homs-north homs-east hama"},
		{"a new spelling", []gazetteer.Decision{alias("مشيرفة الشرقية", "", "homs-east")}, "مشيرفة الشرقية", "homs-east"},
		{"in Latin script", []gazetteer.Decision{alias("Msherfeh", "", "homs-east")}, "msherfeh", "homs-east"},
		{"not that place", []gazetteer.Decision{forbid("المشيرفة", "", "homs-east")}, "المشيرفة", "homs-north hama"},
		{"none of a governorate", []gazetteer.Decision{forbid("المشيرفة", "Homs", "")}, "المشيرفة", "hama"},
		{"no place at all", []gazetteer.Decision{forbid("المشيرفة", "", "")}, "المشيرفة", ""},
		{"a place that nobody had", []gazetteer.Decision{put("تل الجابن", "Homs")}, "تل الجابن", "own:1"},
		{"by its other name", []gazetteer.Decision{put("تل الجابن", "Homs")}, "Tell al-Jabin", "own:1"},
		{"a namesake of its own", []gazetteer.Decision{put("المشيرفة", "Homs")}, "المشيرفة", "hama own:1"},
		{"a namesake of no governorate", []gazetteer.Decision{put("المشيرفة", "")}, "المشيرفة", "homs-north homs-east hama own:1"},
		{"the later counts", []gazetteer.Decision{forbid("المشيرفة", "", ""), alias("المشيرفة", "", "hama")}, "المشيرفة", "hama"},
		{"about a place that is gone", []gazetteer.Decision{alias("المشيرفة", "", "elsewhere"), forbid("المشيرفة", "", "elsewhere")}, "المشيرفة", "homs-north homs-east hama"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			before := mushayrifas(t)
			if got := ids(before.With(gazetteer.Additions{Decisions: c.decisions}).Lookup(c.name)); got != c.ids {
				t.Errorf("%s means %q: want %q", c.name, got, c.ids)
			}
			if got := ids(before.Lookup("المشيرفة")); got != "homs-north homs-east hama" {
				t.Errorf("the gazetteer before was changed: %q", got)
			}
		})
	}
}

func TestAPlaceIsMoved(t *testing.T) {
	g := mushayrifas(t)
	moved := g.With(gazetteer.Additions{Decisions: []gazetteer.Decision{{Kind: gazetteer.Put, Place: "hama", At: at(37.25, 35.31)}}})
	if p, _ := moved.Get("hama"); p.At != *at(37.25, 35.31) || p.Precision != geo.Exact {
		t.Errorf("%+v", p)
	}
	if moved.Version() == g.Version() {
		t.Error("the version is the same")
	}
}

// What another source says of a place is added to it; what was known counts.
func TestRecordsAddToAPlace(t *testing.T) {
	r := gazetteer.Record{Source: "ocha", Key: "C1", Entry: gazetteer.Entry{Place: geo.Place{ID: "hama", NameAr: "مشيرفة", NameEn: "Msheirfeh",
		Kind: "town", At: orb.Point{37.3, 35.4}, Admin2: "Salamiyeh", Precision: geo.Exact}, PCode: "C1", Population: 900}}
	own := gazetteer.Record{Source: "ocha", Key: "C2", Entry: gazetteer.Entry{Place: geo.Place{ID: "ocha:C2", NameAr: "الجابن", Kind: "village",
		At: orb.Point{37, 35}, Precision: geo.Exact}, PCode: "C2"}}
	again := gazetteer.Record{Source: "geonames", Key: "9", Entry: gazetteer.Entry{Place: geo.Place{ID: "ocha:C2", NameEn: "Al Jabin", Kind: "village",
		At: orb.Point{37.01, 35}, Precision: geo.Approximate}, GeoNames: "9"}}
	g := mushayrifas(t).With(gazetteer.Additions{Records: []gazetteer.Record{r, own, again}})
	e := g.Lookup("Msheirfeh")
	if ids(e) != "hama" || e[0].Kind != "village" || e[0].At != (orb.Point{37.2, 35.3}) || e[0].PCode != "C1" || e[0].Population != 900 || e[0].Admin2 != "Salamiyeh" {
		t.Errorf("%+v", e)
	}
	if e := g.Lookup("al-Jabin"); ids(e) != "ocha:C2" || e[0].GeoNames != "9" || e[0].At != (orb.Point{37, 35}) {
		t.Errorf("%+v", e)
	}
	if g.Len() != 5 {
		t.Errorf("%d places: want 5", g.Len())
	}
}

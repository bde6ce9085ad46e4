package gazetteer_test

import (
	"testing"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

func TestAGovernorateIsKnownByAnyNameAndCode(t *testing.T) {
	g := shippedGazetteer(t)
	for _, c := range []struct{ how, written, want string }{
		{"as places of it say", "Rif Dimashq", "Rif Dimashq"},
		{"in full", "Rif Dimashq Governorate", "Rif Dimashq"},
		{"translated", "Rural Damascus", "Rif Dimashq"},
		{"in Arabic", "ريف دمشق", "Rif Dimashq"},
		{"in Arabic, in full", "محافظة ريف دمشق", "Rif Dimashq"},
		{"another spelling", "Deir-ez-Zor", "Deir ez-Zor"},
		{"by its p-code", "SY03", "Rif Dimashq"},
		{"in small letters", "sy03", "Rif Dimashq"},
		{"by its id", "sy-rif-dimashq-governorate", "Rif Dimashq"},
		{"the city inside it is another", "Damascus", "Damascus"},
	} {
		if got, ok := g.Province(c.written); !ok || got != c.want {
			t.Errorf("%s, %q: %q, %v: want %q", c.how, c.written, got, ok, c.want)
		}
	}
	for _, none := range []string{"", "Bavaria", "SY99", "SY", "بافاريا"} {
		if got, ok := g.Province(none); ok {
			t.Errorf("%q is %q: want none", none, got)
		}
	}
}

// What an error lists as allowed is allowed.
func TestEveryGovernorateIsKnownByItsOwnName(t *testing.T) {
	g := shippedGazetteer(t)
	names := g.Governorates()
	if len(names) != 14 {
		t.Errorf("%d governorates: %v", len(names), names)
	}
	for _, name := range names {
		if got, ok := g.Province(name); !ok || got != name {
			t.Errorf("%q: %q, %v: want itself", name, got, ok)
		}
	}
}

// A governorate that does not say its own name would stand for all of the ground.
func TestAGovernorateWithoutANameIsNone(t *testing.T) {
	g := gazetteer.New([]gazetteer.Entry{{Place: geo.Place{ID: "x", NameEn: "Nameless", Kind: "governorate"}}})
	if got, ok := g.Province("Nameless"); ok {
		t.Errorf("%q: want none", got)
	}
}

func TestACodeNamesItsPlaceAlone(t *testing.T) {
	g := shippedGazetteer(t)
	for _, code := range []string{"C1001", "c1001", "170654", "geonames:170654", "sy-damascus-damascus"} {
		if got, sure := g.Named(code, ""); !sure || len(got) != 1 || got[0].Place.ID != "sy-damascus-damascus" || got[0].Reason == "" {
			t.Errorf("%q: %v, sure %v: want Damascus alone", code, got, sure)
		}
	}
}

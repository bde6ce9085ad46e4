package gazetteer_test

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
)

// homonyms: two hamlets called مزرعة far apart, and two things called الشولا.
func homonyms(t *testing.T) *gazetteer.Gazetteer {
	return load(t,
		"maz-homs, المزرعة, Mazraa, , , village, 34.70, 37.00, Homs",
		"maz-hama, المزرعة, Mazraa, , , village, 35.20, 37.40, Hama",
		"shula-town, الشولا, Shula, , , town, 35.05, 39.75, Deir ez-Zor",
		"shula-hill, الشولا, Shula Hill, , , hill, 36.10, 41.00, Hasakah",
		"tiyas-village, التياس, Tiyas, , , village, 34.520, 37.640, Homs",
		"tiyas-again, التياس, Tiyas East, , , village, 34.525, 37.660, Homs",
		"kadir, الكدير, Kadir, القدير, , village, 35.10, 38.90, Raqqa",
		"homs, حمص, Homs, , , city, 34.73, 36.71, Homs",
		"homs-governorate, محافظة حمص, Homs Governorate, حمص, Homs, governorate, 34.50, 38.20, Homs",
		"dara, دارة, Dara, , , governorate, 32.80, 36.10, Dara",
		"dara-west, دارة, Dara, , , governorate, 32.90, 35.10, West")
}

func TestResolve(t *testing.T) {
	g := homonyms(t)
	for _, c := range []struct {
		phenomenon, name string
		hints            gazetteer.Hints
		best             string // "" where it declines
		says             []string
	}{
		{"the only one", "الكدير", gazetteer.Hints{}, "kadir", []string{"only entry of this name"}},
		{"the only one, by another spelling", "القدير", gazetteer.Hints{Surface: "القدير"}, "kadir", []string{"alternate spelling of الكدير"}},
		{"nothing to tell two apart", "المزرعة", gazetteer.Hints{Surface: "المزرعة"}, "", []string{"2 entries of this name"}},
		{"the governorate named", "المزرعة", gazetteer.Hints{Admin1: []string{"Hama"}}, "maz-hama", []string{"2 entries", "Hama is named nearby"}},
		{"the nearer of two governorates", "المزرعة", gazetteer.Hints{Admin1: []string{"Homs", "Hama"}}, "maz-homs", []string{"Homs is named nearby"}},
		{"a governorate of neither", "المزرعة", gazetteer.Hints{Admin1: []string{"Idlib"}}, "", []string{"2 entries"}},
		{"the class noun", "الشولا", gazetteer.Hints{Kinds: []string{"hill", "mountain"}}, "shula-hill", []string{"it is a hill, as the text says"}},
		{"the other class noun", "الشولا", gazetteer.Hints{Kinds: []string{"town"}}, "shula-town", []string{"it is a town, as the text says"}},
		{"a neighbour", "المزرعة", gazetteer.Hints{Near: []gazetteer.Neighbour{{At: orb.Point{37.45, 35.25}, Weight: 1}}}, "maz-hama", []string{"7 km from another place named with it"}},
		{"a neighbour too far to tell", "المزرعة", gazetteer.Hints{Near: []gazetteer.Neighbour{{At: orb.Point{40.9, 34.4}, Weight: 1}}}, "", []string{"2 entries of this name"}},
		{"a neighbour that says nothing", "المزرعة", gazetteer.Hints{Near: []gazetteer.Neighbour{{At: orb.Point{37.45, 35.25}}}}, "", []string{"2 entries of this name"}},
		{"two on one spot", "التياس", gazetteer.Hints{}, "tiyas-village", []string{"2 entries of this name"}},
		{"the city before its governorate", "حمص", gazetteer.Hints{Surface: "حمص"}, "homs", []string{"2 entries of this name"}},
		{"the governorate where one is meant", "حمص", gazetteer.Hints{Kinds: []string{"governorate"}}, "homs-governorate", []string{"it is a governorate"}},
		{"two of a kind stay tied", "دارة", gazetteer.Hints{Surface: "دارة", Kinds: []string{"governorate"}}, "", nil},
		{"everything speaks against it", "القدير", gazetteer.Hints{Surface: "القدير", Kinds: []string{"airbase"}, Admin1: []string{"Daraa"}}, "",
			[]string{"the text calls it an airbase, this is a village"}},
		{"no village for a province", "الكدير", gazetteer.Hints{Surface: "الكدير", Kinds: []string{"governorate"}, Admin1: []string{"Raqqa"}}, "", []string{"the text calls it a governorate, this is a village"}},
		{"a village for a town", "الكدير", gazetteer.Hints{Surface: "الكدير", Kinds: []string{"town", "city"}}, "kadir", []string{"the text calls it a town, this is a village"}},
		{"a text of unknown names", "القدير", gazetteer.Hints{Surface: "القدير", Unknown: 1}, "", []string{"only entry"}},
		{"no such name", "الفرقلس", gazetteer.Hints{}, "", nil},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			ranked, ok := gazetteer.Learned().Resolve(g.Lookup(c.name), c.hints)
			if ok != (c.best != "") || ok && ranked[0].Place.ID != c.best {
				t.Fatalf("%s, sure %v: want %q", rankedIDs(ranked), ok, c.best)
			}
			if len(ranked) != len(g.Lookup(c.name)) {
				t.Errorf("%d of %d entries were ranked", len(ranked), len(g.Lookup(c.name)))
			}
			for i, r := range ranked {
				if r.Score < 0 || r.Score > 1 || i > 0 && r.Score > ranked[i-1].Score {
					t.Errorf("score %v at rank %d", r.Score, i)
				}
			}
			for _, s := range c.says {
				if !strings.Contains(ranked[0].Reason, s) {
					t.Errorf("the reason %q does not say %q", ranked[0].Reason, s)
				}
			}
		})
	}
}

func TestNamed(t *testing.T) {
	g := homonyms(t)
	for _, c := range []struct {
		phenomenon, name string
		best             string
		sure             bool
	}{
		{"an id", "maz-hama", "maz-hama", true},
		{"a city before its governorate", "حمص", "homs", true},
		{"and in Latin script", "Homs", "homs", true},
		{"and in lower case", "homs", "homs", true},
		{"the governorate by its full name", "Homs Governorate", "homs-governorate", true},
		{"one of two of equal standing", "Mazraa", "maz-homs", false},
		{"nothing", "Atlantis", "", false},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			ranked, sure := g.Named(c.name, "")
			if sure != c.sure || c.best == "" != (len(ranked) == 0) || c.best != "" && ranked[0].Place.ID != c.best {
				t.Errorf("%s, sure %v: want %q, %v", rankedIDs(ranked), sure, c.best, c.sure)
			}
		})
	}
	if ranked, _ := g.Named("maz-hama", ""); len(ranked) != 1 || ranked[0].Reason != "by its id" || ranked[0].Score != 1 {
		t.Errorf("by its id: %+v", ranked)
	}
}

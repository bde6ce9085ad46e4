package atlas_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

var sides = []timeline.ActorInfo{{ID: army, Side: "damascus"}, {ID: "hezbollah", Side: "damascus"}, {ID: state, Side: "islamic_state"}}

// besieged is a village of the Islamic State's with the army around it: at first on
// all sides but the west, where it is the Islamic State's too; that falls on the 15th
// and is lost again on the 20th. Names are the points of the compass.
func besieged(t *testing.T, more ...timeline.Claim) *atlas.Atlas {
	t.Helper()
	in := atlas.Input{Version: "1", Reports: reports, Actors: sides, Outline: outline, ReachKm: 30}
	for i, id := range []string{"sw", "s", "se", "w", "centre", "e", "nw", "n", "ne"} {
		in.Places = append(in.Places, geo.Place{ID: id, NameEn: id, Kind: "village", Admin1: "Homs",
			At: orb.Point{38 + 0.1*float64(i%3), 35 + 0.1*float64(i/3)}})
	}
	at := func(id string, c timeline.Claim) timeline.Claim {
		i := slices.IndexFunc(in.Places, func(p geo.Place) bool { return p.ID == id })
		c.Place = &timeline.PlaceRef{Surface: id, Named: true, ID: id, At: &in.Places[i].At, Score: 1}
		return c
	}
	var all []timeline.Claim
	for _, p := range in.Places {
		holder := army
		switch p.ID {
		case "centre", "w":
			holder = state
		case "n":
			holder = "hezbollah"
		}
		all = append(all, at(p.ID, claim("first "+p.ID, "early", timeline.Captured, holder, "", "2017-08-01")))
	}
	all = append(all, at("w", claim("shut", "late", timeline.Captured, army, "", "2017-08-15")),
		at("w", claim("opened", "late", timeline.Captured, state, "", "2017-08-20")))
	for _, c := range more {
		if c.Place == nil && c.Kind != timeline.Distance {
			c = at(c.Quote[strings.LastIndex(c.Quote, " ")+1:], c)
		}
		all = append(all, c)
	}
	in.Entries = entries(all...)
	a, err := atlas.New(in)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestPocketsCarryTheWordsThatClosedThem(t *testing.T) {
	a := besieged(t)
	for on, want := range map[string]string{
		"2017-08-14": "",
		"2017-08-15": "islamic_state [centre] [2017-08-15, 2017-08-20) [w] islamic_state→syrian_government [shut]",
		"2017-08-19": "islamic_state [centre] [2017-08-15, 2017-08-20) [w] islamic_state→syrian_government [shut]",
		"2017-08-20": "",
	} {
		pockets, err := a.Pockets(day(on), atlas.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range pockets {
			got += fmt.Sprintf("%s %v [%s, %s)", p.Side, p.Places, p.From, p.To)
			for _, g := range p.Gates {
				got += fmt.Sprintf(" %v %s→%s", g.Places, g.From.Holder, g.To.Holder)
				for _, e := range g.Because {
					got += " [" + e.Claim.ID + "]"
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", on, got, want)
		}
	}
}

func TestPocketsAreNarrowedAndSeenFromAnyView(t *testing.T) {
	on, a := day("2017-08-16"), besieged(t)
	far := orb.Bound{Min: orb.Point{38.15, 35.15}, Max: orb.Point{39, 36}}
	for name, c := range map[string]struct {
		a    *atlas.Atlas
		f    atlas.Filter
		want int
	}{
		"everything":                    {a, atlas.Filter{}, 1},
		"its governorate":               {a, atlas.Filter{Admin1: "Homs"}, 1},
		"another governorate":           {a, atlas.Filter{Admin1: "Hama"}, 0},
		"a box beside it":               {a, atlas.Filter{Bound: &far}, 0},
		"its side":                      {a, atlas.Filter{Actors: []timeline.Actor{state}}, 1},
		"who stands around it":          {a, atlas.Filter{Actors: []timeline.Actor{army}}, 0},
		"a place inside":                {a, atlas.Filter{Place: "centre"}, 1},
		"a place that closed it":        {a, atlas.Filter{Place: "w"}, 0},
		"without whose words closed it": {a.As(atlas.View{Without: []string{"agency"}}), atlas.Filter{}, 0},
	} {
		if got, err := c.a.Pockets(on, c.f); err != nil || len(got) != c.want {
			t.Errorf("%s: %d pockets, %v: want %d", name, len(got), err, c.want)
		}
	}
}

func TestGapsBesideWhatReportsState(t *testing.T) {
	stated := func(id string, km float64, date string, ends ...string) timeline.Claim {
		return claim(id, "late", timeline.Distance, "", "", date, func(c *timeline.Claim) {
			c.DistanceKm, c.MeasuredBetween, c.MeasuredKm, c.Start, c.End = km, ends, 1, int(km), int(km)+1
		})
	}
	a := besieged(t, stated("of both", 20, "2017-08-10", "w", "e"), stated("the other way round", 21, "2017-08-12", "e", "w"),
		stated("long ago", 22, "2017-07-01", "w", "e"), stated("not of a day yet", 23, "2017-08-17", "w", "e"),
		stated("of others", 24, "2017-08-10", "n", "s"), stated("beside one end", 25, "2017-08-11", "nw", "e"),
		stated("of a pair not far from it", 26, "2017-08-11", "centre", "e"),
		claim("how far it went w", "late", timeline.Advanced, army, "", "2017-08-11", func(c *timeline.Claim) {
			c.DistanceKm, c.DistanceRole = 9, timeline.Penetration
		}))
	place := func(id string) *geo.Place { p, _ := a.Place(id); return &p }
	ask := func(q atlas.GapQuestion) string {
		q.Days = 30
		gaps, err := a.Gaps(q)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, g := range gaps {
			s := fmt.Sprintf("%s %.1f", g.Between, g.Km)
			for _, p := range g.Places {
				s += " " + p.ID
			}
			if g.Front != nil {
				s += fmt.Sprint(" ", g.Front.Places)
			}
			for _, e := range g.Stated {
				s += fmt.Sprintf(" [%s: %v]", e.Claim.ID, e.Claim.DistanceKm)
			}
			out = append(out, s)
		}
		return strings.Join(out, "; ")
	}
	for name, c := range map[string]struct {
		q    atlas.GapQuestion
		want string
	}{
		"two places": {atlas.GapQuestion{Day: day("2017-08-16"), From: place("w"), To: place("e")},
			"places 18.2 w e [the other way round: 21] [of both: 20]"},
		"a place and the front": {atlas.GapQuestion{Day: day("2017-08-16"), From: place("n")},
			"front 5.6 n [[n] [centre]] [of others: 24]"},
		"parts of a side that hangs together": {atlas.GapQuestion{Day: day("2017-08-16"), Actor: "hezbollah"}, ""},
		"nobody's parts":                      {atlas.GapQuestion{Day: day("2017-08-16"), Actor: "sdf"}, ""},
	} {
		if got := ask(c.q); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestGapsBetweenPartsOfASide(t *testing.T) {
	a := besieged(t, claim("cut off e", "late", timeline.Captured, state, "", "2017-08-16"),
		claim("fell centre", "late", timeline.Captured, army, "", "2017-08-20"))
	for on, want := range map[string]string{"2017-08-16": "", "2017-08-20": "w e 18.2"} {
		gaps, err := a.Gaps(atlas.GapQuestion{Day: day(on), Actor: state, WithinKm: 30, Days: 1})
		got := ""
		for _, g := range gaps {
			got += fmt.Sprintf("%s %s %.1f", g.Places[0].ID, g.Places[1].ID, g.Km)
		}
		if err != nil || got != want && got != "e w 18.2" {
			t.Errorf("%s: %q, %v: want %q", on, got, err, want)
		}
		if narrow, _ := a.Gaps(atlas.GapQuestion{Day: day(on), Actor: state, WithinKm: 10}); len(narrow) != 0 {
			t.Errorf("%s: %d gaps within 10 km, want none", on, len(narrow))
		}
	}
}

func TestArrowsComeOnlyFromAnAxis(t *testing.T) {
	advanced := func(id string, more func(*timeline.Claim)) timeline.Claim {
		return claim(id, "late", timeline.Advanced, state, "", "2017-08-16", more)
	}
	left := func(km float64) func(*timeline.Claim) {
		return func(c *timeline.Claim) { c.DistanceKm, c.DistanceRole = km, timeline.Remaining }
	}
	north := orb.Point{38, 35.4}
	a := besieged(t, advanced("neared e", func(*timeline.Claim) {}), advanced("left to it e", left(3)), advanced("farther than it stood e", left(30)),
		advanced("where it is centre", func(*timeline.Claim) {}),
		advanced("how far, not where to e", func(c *timeline.Claim) { c.DistanceKm, c.DistanceRole = 5, timeline.Penetration }),
		advanced("only tried e", func(c *timeline.Claim) { c.Modality = timeline.Attempt }),
		advanced("nobody e", func(c *timeline.Claim) { c.Actor = "" }),
		advanced("nobody's ground e", func(c *timeline.Claim) { c.Actor = "sdf" }),
		advanced("north of it", func(c *timeline.Claim) {
			c.DistanceKm, c.DistanceRole = 8, timeline.Penetration
			c.Place = &timeline.PlaceRef{Surface: "north", ID: "w", At: &north, Score: 1, Relation: timeline.RelDirection,
				Shape: &geo.Locus{Geometry: north, At: north}}
		}),
		advanced("its country", func(c *timeline.Claim) {
			c.Place = &timeline.PlaceRef{Surface: "country", ID: "w", At: &north, Score: 1, Relation: timeline.RelCountryside,
				Shape: &geo.Locus{Geometry: north, At: north}}
		}))
	got := map[string]string{}
	for _, x := range a.Advances(atlas.Filter{}) {
		got[x.Because.Claim.ID] = fmt.Sprintf("%s %s→%s %.1f", x.Axis, x.Start, x.Toward, x.Km)
	}
	want := map[string]string{
		"neared e":     "towards_place centre→e 9.1",
		"left to it e": "short_of_place centre→e 6.1",
		"north of it":  "distance_and_direction w→ 8.0",
	}
	if len(got) != len(want) {
		t.Errorf("arrows %v, want %v", got, want)
	}
	for id, w := range want {
		if got[id] != w {
			t.Errorf("%s: %q, want %q", id, got[id], w)
		}
	}
	if before, after := drawn(t, besieged(t), day("2017-08-17")).Areas(), drawn(t, a, day("2017-08-17")).Areas(); len(before) != len(after) || before[0].Km2 != after[0].Km2 {
		t.Error("arrows changed the map")
	}
}

package atlas_test

import (
	"slices"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// Whatever happened since, news are what is listed now and was not, and the other
// way round.
func TestNewsAreWhatIsListedOtherwise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyRegister(t)
		then := timeline.Moment(rapid.IntRange(0, int(x.now)).Draw(t, "then"))
		f := atlas.Filter{}
		if rapid.Bool().Draw(t, "narrowed") {
			f.Actors = []timeline.Actor{army}
			f.Span.From = anyDay(t, 0, logDays)
			f.Near = &atlas.Near{At: places[0].At, Km: 20}
		}
		before, now := x.after(t, then), x.after(t, x.now)
		listed := func(a *atlas.Atlas, f atlas.Filter) (out []string) {
			for _, c := range a.Changes(f).Changes {
				out = append(out, c.ID())
			}
			return out
		}
		was, is := listed(before, atlas.Filter{}), listed(now, atlas.Filter{})
		var want []string
		for _, id := range listed(before, f) {
			if !slices.Contains(is, id) {
				want = append(want, "-"+id)
			}
		}
		for _, id := range listed(now, f) {
			if !slices.Contains(was, id) {
				want = append(want, "+"+id)
			}
		}
		got := newsWords(now.News(before.Mark()), f)
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		if again := now.News(now.Mark()); len(again) != 0 {
			t.Fatalf("%v: want no news since now", newsWords(again, atlas.Filter{}))
		}
	})
}

func newsWords(news []atlas.News, f atlas.Filter) (out []string) {
	for _, n := range news {
		sign := "+"
		if n.Gone {
			sign = "-"
		}
		if n.Passes(f) {
			out = append(out, sign+n.Change.ID())
		}
	}
	return out
}

// Two reports may come within a millisecond, and only the first of them be known.
func TestNothingOfTheMomentOfAMarkIsLeftOut(t *testing.T) {
	one := timeline.Filing{Report: timeline.Report{ID: "one", Published: day("2017-08-06")}, Recorded: 7}
	two := timeline.Filing{Report: timeline.Report{ID: "two", Published: day("2017-08-06")}, Recorded: 7}
	first, err := atlas.New(atlas.Input{Places: places, Outline: outline, Reports: []timeline.Filing{one},
		Entries: []timeline.Entry{at(7, 0, claim("a", "one", timeline.Captured, army, "alpha", "2017-08-05"))}})
	if err != nil {
		t.Fatal(err)
	}
	both, err := first.With(atlas.Input{Reports: []timeline.Filing{two},
		Entries: []timeline.Entry{at(7, 0, claim("b", "two", timeline.Captured, army, "beta", "2017-08-05"))}})
	if err != nil {
		t.Fatal(err)
	}
	const alpha, beta = "+tag:frontline,2026:change/alpha/2017-08-05/syrian_government", "+tag:frontline,2026:change/beta/2017-08-05/syrian_government"
	for since, want := range map[timeline.Mark][]string{
		{}:           {alpha, beta},
		first.Mark(): {alpha, beta}, // told twice, and not left out
		both.Mark():  nil,
	} {
		if diff := cmp.Diff(want, newsWords(both.News(since), atlas.Filter{})); diff != "" {
			t.Errorf("since %q: %s", since, diff)
		}
	}
}

func TestNearIsMeasuredOnTheGlobe(t *testing.T) {
	from := orb.Point{38, 35}
	for km, want := range map[float64]bool{0: true, 9.9: true, 10.1: false, 11: false} {
		at := geo.PointAt(from, 77, km)
		if got := (atlas.Filter{Near: &atlas.Near{At: from, Km: 10}}).PassesPlace(geo.Place{At: at}); got != want {
			t.Errorf("%g km: %v", km, got)
		}
	}
	near := world(t).Claims(atlas.Filter{Near: &atlas.Near{At: places[0].At, Km: 1}})
	for _, c := range near {
		if c.Place == nil || c.Place.ID != places[0].ID {
			t.Errorf("%s is of %+v: want claims of %s alone", c.ID, c.Place, places[0].ID)
		}
	}
	if len(near) == 0 {
		t.Error("no claims near a place that claims speak of")
	}
}

// A change is learned with the first of its words, and again with what confirms it.
func TestWhenAChangeIsLearned(t *testing.T) {
	filing := func(id string, m timeline.Moment) timeline.Filing {
		return timeline.Filing{Report: timeline.Report{ID: id, Source: id, Published: day("2017-08-06")}, Recorded: m}
	}
	a, err := atlas.New(atlas.Input{Places: places, Outline: outline, Reports: []timeline.Filing{filing("one", 3), filing("two", 5), filing("three", 6)},
		Entries: []timeline.Entry{at(3, 0, claim("a", "one", timeline.Captured, army, "alpha", "2017-08-05")),
			at(5, 0, claim("b", "two", timeline.Captured, army, "alpha", "2017-08-05")), at(6, 0, claim("c", "three", timeline.Captured, state, "beta", "2017-08-05"))},
		Retractions: []timeline.Retraction{{Seq: 1, Report: "three", Spell: timeline.Spell{Recorded: 8, Superseded: 9}}}})
	if err != nil {
		t.Fatal(err)
	}
	var got [][2]timeline.Moment
	for _, c := range a.Changes(atlas.Filter{}).Changes {
		first, last := a.Learned(&c)
		got = append(got, [2]timeline.Moment{first, last})
	}
	if diff := cmp.Diff([][2]timeline.Moment{{3, 5}, {9, 9}}, got); diff != "" {
		t.Error(diff)
	}
}

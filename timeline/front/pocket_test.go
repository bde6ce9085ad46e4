package front_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// chart is ground drawn as rows of letters, the northernmost first, a place a
// letter, 0.1° apart in a box that ends half of that beyond the outermost places.
// r is red, b blue, a red's ally; x is contested by red and blue, y by red and its
// ally, z by blue and green, u by red and v by blue with somebody unknown; a dot is a
// place of which nothing is known, a line ground without a place, which is nobody's
// where it is more than 15 km from all of them.
func chart(t interface{ Fatalf(string, ...any) }, rows ...string) *front.Ground {
	var places []geo.Place
	each(rows[0], func(id string, row, col int, who rune) {
		if who == '_' {
			return
		}
		places = append(places, place(id, 37+0.1*float64(col), 35-0.1*float64(row)))
	})
	list := strings.Fields(rows[0])
	wide, high := 0.1*float64(len(list[0])), 0.1*float64(len(list))
	west, north := 36.95, 35.05
	g, err := front.NewGround(places, orb.MultiPolygon{{{{west, north - high}, {west + wide, north - high}, {west + wide, north}, {west, north}, {west, north - high}}}}, 20)
	if err != nil {
		t.Fatalf("NewGround: %v", err)
	}
	return g
}

func each(rows string, f func(id string, row, col int, who rune)) {
	for row, line := range strings.Fields(rows) {
		for col, who := range line {
			f(fmt.Sprintf("%02d-%02d", row, col), row, col, who)
		}
	}
}

var holders = map[rune]timeline.Holding{
	'r': {Holder: "red"}, 'b': {Holder: "blue"}, 'a': {Holder: "ally"}, 'g': {Holder: "green"},
	'x': {Holder: "red", Others: []timeline.Actor{"blue"}}, 'y': {Holder: "ally", Others: []timeline.Actor{"red"}},
	'z': {Holder: "blue", Others: []timeline.Actor{"green"}},
	'u': {Holder: "red", Others: []timeline.Actor{timeline.Unknown}}, 'v': {Holder: "blue", Others: []timeline.Actor{timeline.Unknown}},
}

// course is how charts follow each other, the first on day 1.
func course(t interface{ Fatalf(string, ...any) }, charts ...string) *front.Course {
	all := map[string]timeline.History{}
	for i, rows := range charts {
		day := timeline.Day(i + 1)
		each(rows, func(id string, _, _ int, who rune) {
			h := all[id]
			if len(h) > 0 && !h[len(h)-1].To.Known() {
				h[len(h)-1].To = day
			}
			if holding, ok := holders[who]; ok {
				holding.Place, holding.Span = id, timeline.Span{From: day}
				all[id] = append(h, holding)
			}
		})
	}
	return chart(t, charts[0]).Over(unsaid(func(id string) timeline.History { return all[id] }))
}

// unsaid is what is known of places by nobody's saying.
func unsaid(history func(string) timeline.History) func(string) (timeline.History, []front.Saying) {
	return func(id string) (timeline.History, []front.Saying) { return history(id), nil }
}

func sides(a timeline.Actor) string {
	if a == "ally" {
		return "red"
	}
	return string(a)
}

// told is what is known of the pockets of a day.
func told(c *front.Course, day timeline.Day) string {
	var out []string
	for _, p := range c.Pockets(day, sides) {
		s := fmt.Sprintf("%s%v [%d,%d)", p.Side, p.Places, p.From, p.To)
		for _, turn := range p.Closed {
			s += fmt.Sprintf(" %v:%s→%s", turn.Places, shown(turn.From), shown(turn.To))
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func shown(s front.State) string {
	if s.Contested() {
		return fmt.Sprint(s.Parties)
	}
	return string(s.Holder)
}

func TestPocketIsClosedOnEverySide(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"a ring around three places", "bbbbb brrrb bbbbb", "red[01-01 01-02 01-03] [1,0)"},
		{"a gap in the ring", "bbbbb rrrrb bbbbb", ""},
		{"a corner is no way out", "bbbbr brrrb bbbbb", "red[01-01 01-02 01-03] [1,0)"},
		{"the border of the country", "brrrb brrrb bbbbb", ""},
		{"a gate that is contested", "bbbbb xrrrb bbbbb", ""},
		{"a gate contested by others", "bbbbb zrrrb bbbbb", ""},
		{"a gate contested by somebody unknown", "bbbbb vrrrb bbbbb", ""},
		{"a side that shares all its ground with somebody unknown", "bbbbb buuub bbbbb", ""},
		{"ground inside contested by somebody unknown", "bbbbb brurb bbbbb", "red[01-01 01-03] [1,0)"},
		{"a gate of which nothing is known", "bbbbb brrrb bb.bb", ""},
		{"contested ground inside", "bbbbb brxrb bbbbb", "red[01-01 01-03] [1,0)"},
		{"unknown ground inside", "bbbbb br.rb bbbbb", "red[01-01 01-03] [1,0)"},
		{"allies share a pocket", "bbbbb braab bbbbb", "red[01-01 01-02 01-03] [1,0)"},
		{"an ally is a way out", "bbbbb brraa bbbbb", ""},
		{"allies that contest a place", "bbbbb brryb bbbbb", "red[01-01 01-02 01-03] [1,0)"},
		{"two enemies close it", "bbbgg brrrg bbbgg", "red[01-01 01-02 01-03] [1,0)"},
		{"a ring of allies", "rraar abbbr rrrya", "blue[01-01 01-02 01-03] [1,0)"},
		{"a pocket in a pocket", "bbbbb brrrb brbrb brrrb bbbbb",
			"blue[02-02] [1,0); red[01-01 01-02 01-03 02-01 02-03 03-01 03-02 03-03] [1,0)"},
		{"only contested ground", "bbbbb bxxxb bbbbb", ""},
		{"nobody but unknown", "bbbbb b...b bbbbb", ""},
	} {
		if got := told(course(t, c.rows), 1); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPocketKnowsSinceWhenAndWhereItWasClosed(t *testing.T) {
	const open, shut, gone = "bbbbb rrrrb bbbbb", "bbbbb brrrb bbbbb", "bbbbb bbbbb bbbbb"
	days := []string{open, open, open, open, shut, shut, "bbbbb bbrrb bbbbb", shut, open, open, open, shut, shut, gone}
	c := course(t, days...)
	for day, want := range map[timeline.Day]string{
		4:  "",
		5:  "red[01-01 01-02 01-03] [5,9) [01-00]:red→blue",
		7:  "red[01-02 01-03] [5,9) [01-00]:red→blue",
		8:  "red[01-01 01-02 01-03] [5,9) [01-00]:red→blue",
		9:  "",
		12: "red[01-01 01-02 01-03] [12,14) [01-00]:red→blue",
		14: "",
	} {
		if got := told(c, day); got != want {
			t.Errorf("day %d: %q, want %q", day, got, want)
		}
	}
}

func TestPocketBeginsWithGroundOfItsOwn(t *testing.T) {
	c := course(t, "bbbbb bxxxb bbbbb", "bbbbb bxxxb bbbbb", "bbbbb brxxb bbbbb", "bbbbb brxub bbbbb", "bbbbb bxxub bbbbb")
	for day, want := range map[timeline.Day]string{1: "", 2: "", 3: "red[01-01] [3,5)", 4: "red[01-01] [3,5)", 5: ""} {
		if got := told(c, day); got != want {
			t.Errorf("day %d: %q, want %q", day, got, want)
		}
	}
}

func TestWhatClosedAPocket(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"the gate, not what fell elsewhere", "bbbbr rrrrb bbbbb", "bbbbb brrrb bbbbb", "red[01-01 01-02 01-03] [2,0) [01-00]:red→blue"},
		{"not what fell inside", "bbbbb rrrrb bbbbb", "bbbbb brrbb bbbbb", "red[01-01 01-02] [2,0) [01-00]:red→blue"},
		{"all of a corridor", "bbbbb rrrrb bbbbb", "bbbbb bbrrb bbbbb", "red[01-02 01-03] [2,0) [01-00]:red→blue [01-01]:red→blue"},
		{"a gate that was contested", "bbbbb xrrrb bbbbb", "bbbbb brrrb bbbbb", "red[01-01 01-02 01-03] [2,0) [01-00]:[blue red]→blue"},
		{"a gate that was unknown", "bbbbb .rrrb bbbbb", "bbbbb brrrb bbbbb", "red[01-01 01-02 01-03] [2,0) [01-00]:unknown→blue"},
		{"two gates", "bbrbb rrrrb bbbbb", "bbbbb brrrb bbbbb", "red[01-01 01-02 01-03] [2,0) [00-02]:red→blue [01-00]:red→blue"},
		{"a landing behind the lines", "bbbbb bbbbb bbbbb", "bbbbb bbrbb bbbbb", "red[01-02] [2,0)"},
		{"cut in two, of which each knows its gate", "bbbbbbbb rrrrrrrr bbbbbbbb", "bbbbbbbb brrrbrrb bbbbbbbb",
			"red[01-01 01-02 01-03] [2,0) [01-00]:red→blue; red[01-05 01-06] [2,0) [01-07]:red→blue"},
		{"a ring that grew together from both sides", "bbbbb rrrrr bbbbb", "bbbbb rrbrr bbbbb", ""},
	} {
		if got := told(course(t, c.before, c.after), 2); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPocketAddsUp(t *testing.T) {
	c := course(t, "bbbbbb bryx.b ggbbbb")
	p := c.Pockets(1, sides)[0]
	if sum := p.HeldKm2 + p.ContestedKm2 + p.UnknownKm2; math.Abs(sum-p.Km2) > 1e-6*p.Km2 || math.Abs(geo.AreaKm2(p.Shape)-p.Km2) > 1e-6*p.Km2 {
		t.Errorf("%v km² held, contested and unknown, %v in all, %v drawn", sum, p.Km2, geo.AreaKm2(p.Shape))
	}
	// Cells of 0.1° by 0.1° at 35° N: 11.12 km high, 9.1 km wide.
	if each := p.HeldKm2 / 2; math.Abs(each-101.3) > 1 || math.Abs(p.ContestedKm2-each) > 1e-6*each || math.Abs(p.UnknownKm2-each) > 1e-6*each {
		t.Errorf("%v, %v, %v km²: want two cells of 101.3, one and one", p.HeldKm2, p.ContestedKm2, p.UnknownKm2)
	}
	if h := p.Border.Held; len(h) != 2 || h[0].Holder != "blue" || math.Abs(h[0].Km-(7*9.11+2*11.12)) > 0.5 || h[1].Holder != "green" || math.Abs(h[1].Km-9.11) > 0.2 {
		t.Errorf("border %v: want 86 km of blue and 9 of green", h)
	}
}

// Ground near no place is a way to go as well, and as large as it is.
func TestPocketReachesOverGroundNearNoPlace(t *testing.T) {
	c := course(t, "bbbbbbbbb brrrrrrrb br_____rb br_____rb br_____rb br_____rb br_____rb brrrrrrrb bbbbbbbbb")
	all := c.Pockets(1, sides)
	if len(all) != 1 {
		t.Fatalf("%d pockets, want 1", len(all))
	}
	// 7 by 7 cells of 0.1° around 34.6° N: 11.12 km high, 9.15 km wide; 24 of them have a
	// place, and reach at most to the middle of the rest.
	p := all[0]
	if sum := p.HeldKm2 + p.UnknownKm2; math.Abs(p.Km2-4987) > 2 || math.Abs(sum-p.Km2) > 1e-6*p.Km2 || p.HeldKm2 < 24*101 || p.UnknownKm2 < 9*101 {
		t.Errorf("%v km², %v of it held and %v unknown: want 4987 km² in all", p.Km2, p.HeldKm2, p.UnknownKm2)
	}
}

// grids are charts of one size, day after day.
func grids(t *rapid.T) []string {
	wide, high := rapid.IntRange(3, 9).Draw(t, "wide"), rapid.IntRange(3, 7).Draw(t, "high")
	row := rapid.StringOfN(rapid.SampledFrom([]rune("bbbbrrragxyzuv.")), wide, wide, -1)
	var out []string
	for range rapid.IntRange(1, 4).Draw(t, "days") {
		out = append(out, strings.Join(rapid.SliceOfN(row, high, high).Draw(t, "rows"), " "))
	}
	return out
}

// inside is where a side can go on a chart from some of its places, and whether it
// is shut in: by hand, from letter to letter.
func inside(rows, side string, start []string) (ids []string, shut bool) {
	grid := strings.Fields(rows)
	seen, shut := map[string]bool{}, true
	var walk func(row, col int)
	walk = func(row, col int) {
		if row < 0 || col < 0 || row == len(grid) || col == len(grid[0]) {
			shut = false
			return
		}
		id := fmt.Sprintf("%02d-%02d", row, col)
		if seen[id] || hostile(rune(grid[row][col]), side) {
			return
		}
		seen[id] = true
		walk(row-1, col)
		walk(row+1, col)
		walk(row, col-1)
		walk(row, col+1)
	}
	for _, id := range start {
		var row, col int
		fmt.Sscanf(id, "%d-%d", &row, &col)
		walk(row, col)
	}
	return slices.Sorted(maps.Keys(seen)), shut
}

func hostile(who rune, side string) bool {
	h, ok := holders[who]
	return ok && (!h.Contested() || who == 'y') && sides(h.Holder) != side
}

// present are those of some places that a side is in on a chart.
func present(rows, side string, ids []string) (out []string) {
	each(rows, func(id string, _, _ int, who rune) {
		h, ok := holders[who]
		if ok && slices.Contains(ids, id) && slices.ContainsFunc(append(h.Others, h.Holder), func(a timeline.Actor) bool { return sides(a) == side }) {
			out = append(out, id)
		}
	})
	return out
}

// Whatever the ground: all of a pocket's border is in others' hands, and its days
// are those through which its side was shut in.
func TestPocketsKeepTheirPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		charts := grids(t)
		c := course(t, charts...)
		day := rapid.IntRange(1, len(charts)).Draw(t, "day")
		for _, p := range c.Pockets(timeline.Day(day), sides) {
			if b := p.Border; b.ContestedKm+b.UnknownKm+b.OutlineKm != 0 || b.HeldKm() <= 0 || len(p.Places) == 0 {
				t.Fatalf("%+v", p)
			}
			if slices.ContainsFunc(p.Border.Held, func(h front.Hands) bool { return sides(h.Holder) == p.Side }) {
				t.Fatalf("enclosed by its own side: %+v", p)
			}
			walk := func(step int) (last int) {
				ids, shut := inside(charts[day-1], p.Side, p.Places)
				for d := day; ; d += step {
					if !shut || !anyHeld(charts[d-1], p.Side, ids) {
						return d
					}
					if d+step < 1 || d+step > len(charts) {
						return d + step
					}
					ids, shut = inside(charts[d+step-1], p.Side, present(charts[d+step-1], p.Side, ids))
				}
			}
			from, to := timeline.Day(walk(-1)+1), timeline.Day(walk(1))
			if int(to) > len(charts) {
				to = 0
			}
			if p.From != from || p.To != to {
				t.Fatalf("%+v: shut in from %d to %d", p, from, to)
			}
			followed(t, c, charts, p, day)
		}
	})
}

// followed checks that on each day from the one asked about back to that since which a
// pocket was shut in there is a pocket where it was; and on the day before there is
// none, unless the side had a way out of some of that ground.
func followed(t *rapid.T, c *front.Course, charts []string, p front.Pocket, day int) {
	ids, shut := inside(charts[day-1], p.Side, p.Places)
	for d := day - 1; d >= 1 && shut; d-- {
		were := present(charts[d-1], p.Side, ids)
		found := slices.ContainsFunc(c.Pockets(timeline.Day(d), sides), func(q front.Pocket) bool {
			in, _ := inside(charts[d-1], q.Side, q.Places)
			return q.Side == p.Side && slices.ContainsFunc(were, func(id string) bool { return slices.Contains(in, id) })
		})
		ids, shut = inside(charts[d-1], p.Side, were)
		if since := d >= int(p.From); found != since && (since || shut) {
			t.Fatalf("%+v: day %d has a pocket where it was: %v", p, d, found)
		}
		if d < int(p.From) {
			return
		}
	}
}

// anyHeld says whether a side holds one of some places on a chart, alone or with
// allies.
func anyHeld(rows, side string, ids []string) (held bool) {
	each(rows, func(id string, _, _ int, who rune) {
		h, ok := holders[who]
		held = held || ok && slices.Contains(ids, id) && sides(h.Holder) == side && (!h.Contested() || who == 'y')
	})
	return held
}

// Whatever the ground, the parts of a side divide what it holds.
func TestPartsDivideWhatIsHeld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		charts := grids(t)[:1]
		c := course(t, charts...)
		for _, side := range []string{"red", "blue", "green"} {
			var got, want []string
			for _, part := range c.Parts(1, side, sides) {
				got = append(got, part.Places...)
			}
			each(charts[0], func(id string, _, _ int, who rune) {
				if h, ok := holders[who]; ok && sides(h.Holder) == side && (!h.Contested() || who == 'y') {
					want = append(want, id)
				}
			})
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("parts of %s hold %v, it holds %v", side, got, want)
			}
		}
	})
}

// Between a side and ground that it or the other one shares with somebody unknown
// there is no front to be near.
func TestNearestFrontLiesBetweenThoseWhoHold(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"two holders", "rrbb", "00-01|00-02"},
		{"shared with somebody unknown in between", "ruvb", ""},
		{"the nearer one is of no holder", "rvbr", "00-03|00-02"},
		{"allies", "raay", ""},
	} {
		got := ""
		if n, ok := course(t, c.rows).NearestFront(orb.Point{37, 35}, 1, "red", sides); ok {
			got = n.Places[0][0] + "|" + n.Places[1][0]
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

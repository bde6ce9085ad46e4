package front_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// necks is what is known of the necks of red and its ally on a day.
func necks(c *front.Course, widthKm float64) (out []front.Neck) {
	for _, n := range c.Necks(1, sides, widthKm) {
		if n.Side == "red" {
			out = append(out, n)
		}
	}
	return out
}

func TestAPeninsulaIsAsWideAsItsNeck(t *testing.T) {
	c := course(t, "rrrbbbbbbb rrrbrrrrrb rrrrrrrrrb rrrbrrrrrb rrrbbbbbbb")
	got := necks(c, 30)
	if len(got) != 1 {
		t.Fatalf("%d necks: %+v, want 1", len(got), got)
	}
	n := got[0]
	if math.Abs(n.Km-11.1) > 0.2 { // one place of 0.1° of latitude
		t.Errorf("%v km wide: want 11.1, the height of a cell", n.Km)
	}
	if got, want := fmt.Sprint(n.Places), "[01-04 01-05 01-06 01-07 01-08 02-03 02-04 02-05 02-06 02-07 02-08 03-04 03-05 03-06 03-07 03-08]"; got != want {
		t.Errorf("behind it %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(n.Mouth, n.Beside, n.OpenKm), "[02-02] [[01-03] [03-03]] 0"; got != want {
		t.Errorf("mouth and sides %s, want %s", got, want)
	}
	if sum := n.Border.HeldKm(); n.FrontKm != sum || math.Abs(sum-(2*5*9.11+3*11.12+2*11.12+2*9.11)) > 1 {
		t.Errorf("front of %v km: want 165", n.FrontKm)
	}
}

func TestWhatIsANeck(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		widthKm    float64
		want       string
	}{
		{"a salient with a narrow base", "rrbbbbb rrbrrrb rrrrrrb rrbrrrb rrbbbbb", 30, "[02-01]"},
		{"wider than asked for", "rrbbbbb rrbrrrb rrrrrrb rrbrrrb rrbbbbb", 10, ""},
		{"a bulge as wide as it is deep", "rrrbbbb rrrrrbb rrrrrbb rrrrrbb rrrbbbb", 100, ""},
		{"it runs to the border of the country", "rrbbbbb rrbrrrr rrrrrrb rrbrrrb rrbbbbb", 30, ""},
		{"a way out of which nothing is known", "rrbbbbb rrbrrrb rr.rrrb rrbrrrb rrbbbbb", 30, "[02-01] open"},
		{"others contest with somebody unknown what is beside it", "rrvvvbb rrvrrrb rrrrrrb rrvrrrb rrvvvbb", 30, ""},
		{"ground near no place behind it", "rrbbbbbbbbb rrbrrrrrrrb rrbr_____rb rrbr_____rb rrrr_____rb rrbr_____rb rrbr_____rb rrbrrrrrrrb rrbbbbbbbbb", 30, "[04-01]"},
		{"shared with somebody unknown behind it", "rrbbbbb rrbuuub rruuuub rrbuuub rrbbbbb", 30, ""},
		{"nothing of the side's behind it", "rrbbbbb rrb...b rr....b rrb...b rrbbbbb", 30, ""},
		{"held by allies together", "rrbbbbb rrbaaab rraraab rrbaaab rrbbbbb", 30, "[02-01]"},
		{"a pocket that could be cut in two", "bbbbbbbbb brrrbrrrb brrrrrrrb brrrbrrrb bbbbbbbbb", 30, "[02-04] [02-04]"},
		{"a narrower one behind it", "rrbbbbbbbbb rrbrrrrrrrb rrrrrrbrrbb rrrrrrrrrrb rrrrrrbrrbb rrbrrrrrrrb rrbbbbbbbbb", 50, "[02-01 03-01 04-01]"},
		{"a strip is not cut everywhere", "rbbbbbbb rrrrrrrb rbbbbbbb", 30, "[01-00]"},
	} {
		var got []string
		for _, n := range necks(course(t, c.rows), c.widthKm) {
			s := fmt.Sprint(n.Mouth)
			if n.OpenKm > 0 {
				s += " open"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// Whatever the ground: who takes the places at the mouth of a neck has made a
// pocket of what is behind it.
func TestClosingANeckMakesAPocket(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		charts := grids(t)[:1]
		for _, n := range course(t, charts...).Necks(1, sides, 100) {
			if n.Km <= 0 || n.Km*4 > n.FrontKm || n.Border.HeldKm() != n.FrontKm || geo.DistanceKm(n.Ends[0], n.Ends[1]) != n.Km {
				t.Fatalf("%+v", n)
			}
			enemy := map[string]rune{"red": 'b', "blue": 'r', "green": 'r'}[n.Side]
			closed := []rune(charts[0])
			wide := strings.Index(charts[0], " ") + 1
			for _, id := range n.Mouth {
				var row, col int
				fmt.Sscanf(id, "%d-%d", &row, &col)
				closed[row*wide+col] = enemy
			}
			inside := map[string]bool{}
			for _, p := range course(t, string(closed)).Pockets(1, sides) {
				if p.Side == n.Side {
					for _, id := range p.Places {
						inside[id] = true
					}
				}
			}
			for _, id := range n.Places {
				if !inside[id] {
					t.Fatalf("neck %+v: %s is not in a pocket once %v are taken", n, id, n.Mouth)
				}
			}
		}
	})
}

// warring is ground of so many places, held by whoever has the nearest of 40 seats,
// a fifth of it unknown; it changes hands a thousand times in as many days.
func warring(b *testing.B, cells int) *front.Course {
	var places []geo.Place
	random := func(i, n int) float64 { return math.Mod(float64(i)*math.Sqrt(float64(n)), 1) }
	for i := range cells {
		places = append(places, place(fmt.Sprint("p", i), 36+6*random(i+1, 2), 33+4*random(i+1, 3)))
	}
	g, err := front.NewGround(places, orb.MultiPolygon{{{{36, 33}, {42, 33}, {42, 37}, {36, 37}, {36, 33}}}}, 25)
	if err != nil {
		b.Fatal(err)
	}
	at := map[string]orb.Point{}
	for _, p := range places {
		at[p.ID] = p.At
	}
	actors := []timeline.Actor{"red", "blue", "green", "ally"}
	return g.Over(unsaid(func(id string) timeline.History {
		best, near := 0, math.Inf(1)
		for i := range 40 {
			seat := orb.Point{36 + 6*random(i+1, 5), 33 + 4*random(i+1, 7)}
			if d := geo.DistanceKm(seat, at[id]); d < near {
				best, near = i, d
			}
		}
		var number int
		fmt.Sscanf(id, "p%d", &number)
		if number%11 == 0 {
			return nil
		}
		turn := timeline.Day(1 + number%1000)
		first := timeline.Holding{Place: id, Holder: actors[best%4], Span: timeline.Span{From: 1}}
		if number%7 == 0 && turn > 1 {
			first.To = turn
			return timeline.History{first, {Place: id, Holder: actors[(best+1)%4], Span: timeline.Span{From: turn}}}
		}
		return timeline.History{first}
	}))
}

func BenchmarkEnclosed(b *testing.B) {
	for _, cells := range []int{7_000, 33_000} {
		c := warring(b, cells)
		c.Pockets(500, sides) // lays out the ground
		b.Run(fmt.Sprint("pockets/", cells), func(b *testing.B) {
			for b.Loop() {
				c.Pockets(500, sides)
			}
		})
		b.Run(fmt.Sprint("necks/", cells), func(b *testing.B) {
			for b.Loop() {
				c.Necks(500, sides, 30)
			}
		})
		b.Logf("%d cells: %d pockets, %d necks", cells, len(c.Pockets(500, sides)), len(c.Necks(500, sides, 30)))
	}
}

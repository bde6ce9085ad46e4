package drawn_test

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/drawn"
)

func TestSharesOverTime(t *testing.T) {
	s := sheets(t, "")
	region := box(29, 9, 34, 13)
	shares, err := s.Measure(region).Shares(timeline.Span{})
	if err != nil {
		t.Fatal(err)
	}
	var days []string
	for span, list := range shares {
		days = append(days, span.From.String())
		sum, reported := 0.0, 0.0
		for _, x := range list {
			sum, reported = sum+x.Km2, reported+x.ReportedKm2
		}
		if want := geo.AreaKm2(region); math.Abs(sum-want) > 1e-6*want || reported >= sum {
			t.Errorf("%s: %v of %v km²: want all of %v", span.From, reported, sum, want)
		}
	}
	if got := strings.Join(days, " "); got != "2020-03-01 2020-03-02 2020-03-05" {
		t.Errorf("days %s: want those that were drawn", got)
	}
}

func TestSharesOfASpanAreThoseOfItsMaps(t *testing.T) {
	m := sheets(t, "").Measure(nil)
	for _, c := range []struct {
		name string
		span timeline.Span
		want string
	}{
		{"all of time", timeline.Span{}, "2020-03-01 2020-03-02 2020-03-05 "},
		{"days between two maps", timeline.Span{From: march(3), To: march(5)}, "2020-03-02 "},
		{"up to a map", timeline.Span{From: march(1), To: march(2)}, "2020-03-01 "},
		{"after the last", timeline.Span{From: march(6)}, "2020-03-05 "},
		{"before the first", timeline.Span{From: march(1) - 5, To: march(1)}, ""},
	} {
		shares, err := m.Shares(c.span)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for span := range shares {
			got += span.From.String() + " "
		}
		if got != c.want {
			t.Errorf("%s: %s: want %s", c.name, got, c.want)
		}
	}
}

// A span costs the maps that it reaches, and these the first time.
func TestMapsAreMeasuredWhenTheyAreAskedFor(t *testing.T) {
	const days = 20
	var drawings []timeline.Drawing
	for day := range days {
		drawings = append(drawings, timeline.Drawing{Day: march(1 + day), Shapes: []timeline.DrawnShape{{Feature: 1, Holder: "red", Shape: square}}})
	}
	s, region := drawn.NewSeries(drawings), box(29, 9, 31, 11)
	work := func(m func() *drawn.Measure, of timeline.Span) float64 {
		return testing.AllocsPerRun(10, func() { _, _ = m().Shares(of) })
	}
	fresh, kept := func() *drawn.Measure { return s.Measure(region) }, s.Measure(region)
	all, one := work(fresh, timeline.Span{}), work(fresh, timeline.Span{From: march(3), To: march(4)})
	again := work(func() *drawn.Measure { return kept }, timeline.Span{})
	if one > all/3 || again > all/10 {
		t.Errorf("%v allocations for all of %d maps, %v for one, %v once more", all, days, one, again)
	}
}

func BenchmarkSharesOfPublishedMaps(b *testing.B) {
	s := deepState(b)
	region := box(36, 46.5, 39, 49)
	for name, within := range map[string]orb.MultiPolygon{"everywhere": nil, "in a box": region} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Measure(within).Shares(timeline.Span{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A span costs the maps that it reaches, and each of them once.
func BenchmarkSharesOfASpan(b *testing.B) {
	s := deepState(b)
	round := orb.MultiPolygon{{circle(orb.Point{37.5, 47.75}, 1.25, 500)}}
	month := timeline.Span{From: s.Maps()[8].Span.From, To: s.Maps()[8].Span.To}
	if _, err := s.Measure(nil).Shares(timeline.Span{}); err != nil { // cuts the maps
		b.Fatal(err)
	}
	for name, span := range map[string]timeline.Span{"all": {}, "one map": month} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Measure(round).Shares(span); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+" once more", func(b *testing.B) {
			m := s.Measure(round)
			for b.Loop() {
				if _, err := m.Shares(span); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// circle is a ring of so many corners around a point, so many degrees from it.
func circle(at orb.Point, far float64, corners int) (ring orb.Ring) {
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(corners))
		ring = append(ring, orb.Point{at[0] + far*cos, at[1] + far*sin})
	}
	return append(ring, ring[0])
}

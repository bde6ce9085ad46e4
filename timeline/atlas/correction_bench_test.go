package atlas_test

import (
	"fmt"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

// BenchmarkCorrections asks for a day, and for all of time, of 50,000 claims of
// control at 5,000 places, which came in 5,000 reports, a moment each.
func BenchmarkCorrections(b *testing.B) {
	a := manyMoments(b)
	for name, of := range map[string]timeline.Span{"day": {From: day("2020-01-10"), To: day("2020-01-11")}, "all": {}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if len(a.Corrections(of, atlas.Filter{})) == 0 {
					b.Fatal("no corrections")
				}
			}
		})
	}
}

// BenchmarkNews asks the same for what is new since the last report, and since all
// of a day.
func BenchmarkNews(b *testing.B) {
	a := manyMoments(b)
	a.Changes(atlas.Filter{})
	last := a.Mark().Moment
	for name, since := range map[string]timeline.Moment{"report": last - 1, "day": last - 24*60*60*1000} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if len(a.News(timeline.Mark{Moment: since, Events: 1})) == 0 {
					b.Fatal("no news")
				}
			}
		})
	}
}

func manyMoments(b *testing.B) *atlas.Atlas {
	b.Helper()
	in := atlas.Input{Outline: outline}
	for i := range 5000 {
		in.Places = append(in.Places, geo.Place{ID: fmt.Sprint("p", i), At: orb.Point{37 + float64(i%100)*0.03, 34 + float64(i/100)*0.04}})
	}
	start := timeline.MomentOf(day("2020-01-01").Time())
	const each = 10 * 60 * 1000 // milliseconds between reports
	for r := range 5000 {
		m := start + timeline.Moment(r*each)
		id := fmt.Sprint("r", r)
		in.Reports = append(in.Reports, timeline.Filing{Report: timeline.Report{ID: id, Source: fmt.Sprint("source ", r%20)}, Recorded: m})
		for n := range 10 {
			at := &in.Places[(r*7+n*131)%len(in.Places)]
			in.Entries = append(in.Entries, timeline.Entry{Spell: timeline.Spell{Recorded: m}, Claim: timeline.Claim{ID: fmt.Sprint(id, "-", n), Report: id,
				Kind: timeline.Captured, Modality: timeline.Asserted, Actor: []timeline.Actor{army, state}[(r/3+n)%2], Date: day("2017-01-01") + timeline.Day((r+n*37)%900),
				Place: &timeline.PlaceRef{ID: at.ID, At: &at.At, Score: 1}, Confidence: 0.9}})
		}
	}
	a, err := atlas.New(in)
	if err != nil {
		b.Fatal(err)
	}
	return a
}

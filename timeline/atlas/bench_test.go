package atlas_test

import (
	"fmt"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

// crowded is what 25,000 places with eight changes of hands each are made of, in
// ten governorates.
func crowded() atlas.Input {
	const many, changes = 25_000, 8
	in := atlas.Input{Outline: outline}
	for r := range 500 {
		in.Reports = append(in.Reports, timeline.Filing{Report: timeline.Report{ID: fmt.Sprint("r", r), Source: fmt.Sprint("source ", r%20), Published: day("2017-01-01") + timeline.Day(r)}})
	}
	for i := range many {
		p := geo.Place{ID: fmt.Sprint("p", i), NameEn: fmt.Sprint("Place ", i), Kind: "village", Admin1: fmt.Sprint("governorate ", i%10),
			At: orb.Point{37 + 3*float64(i%500)/500, 34 + 2*float64(i/500)/50}}
		in.Places = append(in.Places, p)
		for k := range changes {
			r := (i*7 + k*60) % 500
			actor := []timeline.Actor{army, state, "sdf"}[(i+k)%3]
			c := claim(fmt.Sprint("c", i, "-", k), in.Reports[r].ID, timeline.Captured, actor, "", "2017-01-01",
				func(c *timeline.Claim) { c.Date = in.Reports[r].Published })
			c.Place = &timeline.PlaceRef{Surface: p.NameEn, Named: true, ID: p.ID, At: &p.At, Score: 1}
			in.Entries = append(in.Entries, timeline.Entry{Claim: c})
		}
	}
	return in
}

func BenchmarkQuestions(b *testing.B) {
	a, err := atlas.New(crowded())
	if err != nil {
		b.Fatal(err)
	}
	on := day("2017-10-01")
	week := atlas.Filter{Span: timeline.Span{From: on, To: on + 7}}
	p, _ := a.Place("p100")
	for _, q := range []struct {
		name string
		ask  func(*atlas.Atlas)
	}{
		{"history", func(a *atlas.Atlas) { a.Chronicle(p, timeline.Span{}, army) }},
		{"held", func(a *atlas.Atlas) { a.Held(army, on, atlas.Filter{}) }},
		{"held in a governorate", func(a *atlas.Atlas) { a.Held(army, on, atlas.Filter{Admin1: "governorate 3"}) }},
		{"contested", func(a *atlas.Atlas) { a.Contested(on, atlas.Filter{}) }},
		{"changes of a week", func(a *atlas.Atlas) { a.Changes(week) }},
		{"counts of all time", func(a *atlas.Atlas) { a.Changes(atlas.Filter{}).Counted(atlas.ByActor) }},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				q.ask(a)
			}
		})
		b.Run(q.name+", from another view", func(b *testing.B) {
			for b.Loop() {
				q.ask(a.As(atlas.View{Without: []string{"source 1"}}))
			}
		})
	}
}

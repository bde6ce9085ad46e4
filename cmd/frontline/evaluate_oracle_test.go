package main

import (
	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/evaluate"
)

// oracle is a reading that says what gold says.
func oracle(g evaluate.Gold) timeline.Reading {
	out := timeline.Reading{Report: timeline.Report{File: g.ID + ".txt", Language: "ar"}}
	say := func(c timeline.Claim, place string) {
		if c.Modality == "" {
			c.Modality = timeline.Asserted
		}
		if place != "" {
			c.Place = &timeline.PlaceRef{Surface: place, Named: true}
		}
		out.Claims = append(out.Claims, c)
	}
	for _, p := range g.Places {
		m := timeline.Mention{Surface: p.Surface}
		if p.Approx != nil {
			m.Place = &geo.Place{ID: p.Surface, At: orb.Point{p.Approx[1], p.Approx[0]}}
		}
		out.Places = append(out.Places, m)
	}
	for _, c := range g.Control {
		day, _ := timeline.ParseDay(c.Date) // loading has checked it
		say(timeline.Claim{Kind: c.Kind, Actor: c.Actor, CoActors: c.CoActors, From: c.From, Extent: c.Extent, Date: day, Quote: c.Quote}, c.Place)
		out.Claims[len(out.Claims)-1].Place.Named = c.Named == nil || *c.Named
	}
	for _, n := range g.NotControl {
		say(timeline.Claim{Kind: timeline.Captured, Modality: n.Why, Actor: n.Actor, Quote: n.Quote}, n.Place)
	}
	for _, a := range g.Advances {
		say(timeline.Claim{Kind: timeline.Advanced, Actor: a.Actor, Quote: a.Quote}, a.Place)
	}
	for i, a := range g.Sieges {
		if i%2 == 0 {
			say(timeline.Claim{Kind: timeline.Besieged, Actor: a.Actor, Quote: a.Quote}, a.Place)
		} else {
			say(timeline.Claim{Kind: timeline.SiegeBroken, From: a.Actor, Quote: a.Quote}, a.Place)
		}
	}
	for _, a := range g.Strikes {
		say(timeline.Claim{Kind: timeline.Struck, Actor: a.Actor, Quote: a.Quote}, a.Place)
	}
	for _, c := range g.Clashes {
		say(timeline.Claim{Kind: timeline.Clashed, Actor: c.Actors[0], CoActors: c.Actors[1:], Quote: c.Quote}, c.Place)
	}
	for _, c := range g.Casualties {
		say(timeline.Claim{Kind: timeline.Casualties, Actor: c.Side, KilledMin: c.KilledMin, WoundedMin: c.WoundedMin, Quote: c.Quote}, "")
	}
	for _, d := range g.Distances {
		say(timeline.Claim{Kind: timeline.Distance, DistanceKm: *d.Km, Quote: d.Quote}, "")
	}
	return out
}

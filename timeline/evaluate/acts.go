package evaluate

import (
	"slices"
	"strconv"

	"frontline/timeline"
)

// acts judges advances, sieges and strikes. Of a siege that was broken, the
// besieger is whom it was taken from.
func (j *judge) acts() {
	record(j, Advances, match(j.gold.Advances, j.kinds(timeline.Advanced), func(a Act, c claim) bool {
		return near(a.Place, c.place) && a.Actor == c.Actor
	}))
	record(j, Sieges, match(j.gold.Sieges, j.kinds(timeline.Besieged, timeline.SiegeBroken), func(a Act, c claim) bool {
		return near(a.Place, c.place) && (a.Actor == c.Actor || a.Actor == c.From)
	}))
	record(j, Strikes, match(j.gold.Strikes, j.kinds(timeline.Struck), func(a Act, c claim) bool {
		return near(a.Place, c.place) && (a.Actor == "" || a.Actor == c.Actor)
	}))
}

// clashes judges clashes: two of the parties have to be right, or the one that
// gold has.
func (j *judge) clashes() {
	record(j, Clashes, match(j.gold.Clashes, j.kinds(timeline.Clashed), func(g Clash, c claim) bool {
		parties := distinct(g.Actors, func(a timeline.Actor) timeline.Actor { return a })
		both := only(parties, func(a timeline.Actor) bool { return a == c.Actor || slices.Contains(c.CoActors, a) })
		return near(g.Place, c.place) && len(both) >= min(2, len(parties))
	}))
}

// tolls judges casualties by whose they are and their numbers, none said being
// a number too; where they fell does not count.
func (j *judge) tolls() {
	var said []toll
	for _, c := range j.kinds(timeline.Casualties) {
		said = append(said, toll{c})
	}
	record(j, Tolls, match(j.gold.Casualties, said, func(g Casualties, t toll) bool {
		return g.Side == t.Actor && equal(g.KilledMin, t.KilledMin) && equal(g.WoundedMin, t.WoundedMin)
	}))
}

func equal(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }

// distances judges numbers of kilometres, each once, whatever claim of
// whatever modality they stand on.
func (j *judge) distances() {
	var there, said []km
	for _, d := range j.gold.Distances {
		there = append(there, hundredths(*d.Km))
	}
	for _, c := range j.reading.Claims {
		if c.DistanceKm != 0 {
			said = append(said, hundredths(c.DistanceKm))
		}
	}
	const same = 0.01 // km
	record(j, Distances, match(ascending(there), ascending(said), func(a, b km) bool { return max(a-b, b-a) < same }))
}

// hundredths is v with two decimals, halves to the even.
func hundredths(v float64) km {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 2, 64), 64) // what FormatFloat writes can be read
	return km(rounded)
}

func ascending(values []km) []km {
	slices.Sort(values)
	return slices.Compact(values)
}

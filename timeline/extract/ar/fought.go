package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// foughtBefore says whether a fight of theirs at the place has been told.
func (s *sentence) foughtBefore(o object, parties []timeline.Actor) bool {
	name := s.text[o.start:o.end]
	if o.place != nil {
		name = o.place.surface(s.text)
	}
	return s.foughtAt(name, parties)
}

// foughtAt is foughtBefore for the name of a place.
func (s *sentence) foughtAt(name string, parties []timeline.Actor) bool {
	return slices.ContainsFunc(s.claims, func(c timeline.Claim) bool {
		return c.Kind == timeline.Clashed && sameSpot(c.Place.Surface, name) &&
			(slices.Contains(parties, c.Actor) || slices.Contains(c.CoActors, parties[0]))
	})
}

// sameSpot says whether the place b is told with a, or begins with its name: "X"
// in "east of X", "X east" behind "X".
func sameSpot(a, b string) bool {
	a, b = arabic.Key(a), arabic.Key(b)
	return strings.Contains(a, b) || strings.HasPrefix(b, a)
}

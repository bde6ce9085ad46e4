package relative

import (
	"fmt"
	"slices"
)

// Wind is a direction by its name on the compass, one of Winds.
type Wind string

// Winds are the directions, clockwise from north, a sixteenth of the circle
// apart.
var Winds = []Wind{"N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"}

var windNames = []string{"north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east",
	"south-south-east", "south", "south-south-west", "south-west", "west-south-west", "west", "west-north-west", "north-west", "north-north-west"}

// ParseWind reads the name of a direction, in capitals: "N", "SW", "ENE".
func ParseWind(s string) (Wind, error) {
	if !slices.Contains(Winds, Wind(s)) {
		return "", fmt.Errorf("direction %q: want one of %v", s, Winds)
	}
	return Wind(s), nil
}

// Bearing is the direction in degrees clockwise from north, 0 up to 360.
func (w Wind) Bearing() float64 { return float64(slices.Index(Winds, w)) * 360 / float64(len(Winds)) }

// HalfWidth is how many degrees to either side of its bearing the word may
// mean: as far as to the next word that is as coarse. North may be said of all
// between north-west and north-east, 45°; north-east of 22.5°, and
// north-north-east of 11.25° (Wieczorek, Guo and Hijmans 2004, "The
// point-radius method for georeferencing locality descriptions").
func (w Wind) HalfWidth() float64 { return 90 / float64(int(1)<<len(w)) }

// Name is the direction in words: "north-east"; of what is no direction, itself.
func (w Wind) Name() string {
	if i := slices.Index(Winds, w); i >= 0 {
		return windNames[i]
	}
	return string(w)
}

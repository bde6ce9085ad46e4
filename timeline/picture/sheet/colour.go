package sheet

import (
	"fmt"
	"image/color"
	"math"
)

// Colour is an opaque colour in sRGB.
type Colour struct{ R, G, B uint8 }

// ParseColour reads #rrggbb.
func ParseColour(s string) (Colour, error) {
	var c Colour
	if n, err := fmt.Sscanf(s, "#%02x%02x%02x", &c.R, &c.G, &c.B); n != 3 || err != nil || len(s) != len("#rrggbb") {
		return Colour{}, fmt.Errorf("colour %q: want #rrggbb", s)
	}
	return c, nil
}

// String is #rrggbb.
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// RGBA makes a Colour a color.Color.
func (c Colour) RGBA() (r, g, b, a uint32) { return color.RGBA{c.R, c.G, c.B, 0xff}.RGBA() }

// Over is what is seen where c, as dense as strength says from 0 to 1, lies on
// ground.
func (c Colour) Over(ground Colour, strength float64) Colour {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*strength + float64(b)*(1-strength))) }
	return Colour{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B)}
}

package timeline

import "github.com/paulmach/orb"

// Drawing is a map that somebody drew of a day: who holds which ground.
type Drawing struct {
	Day       Day
	Elsewhere Actor        // who holds what lies outside all shapes; "" where nobody is known to
	Shapes    []DrawnShape // by Feature; they may lie over each other
}

// DrawnShape is ground that a map shows in somebody's hands.
type DrawnShape struct {
	Feature int              // which one of its file it is, from 1
	Holder  Actor            // never "" or Unknown
	Shape   orb.MultiPolygon // lon, lat; valid, RFC 7946, with ground
}

// KeptDrawing is a drawing as it is kept: with the report that was made of it,
// which it counts with, and when it came.
type KeptDrawing struct {
	Report string // id
	Drawing
	Recorded Moment
}

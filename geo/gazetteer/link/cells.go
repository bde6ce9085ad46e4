package link

import (
	"math"

	"github.com/paulmach/orb"
)

// The grid of CellOf: degrees a cell, and cells a row. Where people live, the
// cells around a point hold all that is within sameApproximateKm of it.
const (
	cellDegrees = 0.05
	cellColumns = 7200
)

// CellOf numbers the cells of a grid over the globe, by rows from the south and
// by columns from the west.
func CellOf(p orb.Point) int64 {
	row := int64(math.Floor((p.Lat() + 90) / cellDegrees))
	column := int64(math.Floor((p.Lon() + 180) / cellDegrees))
	return row*cellColumns + column
}

// CellsAround are the cells in which what may be the same place as one at p
// lies: three rows, each from its first cell to its last.
func CellsAround(p orb.Point) [3][2]int64 { return [3][2]int64(rows(p, 1)) }

// rows are the rows of cells around a point, as many to each side.
func rows(p orb.Point, ring int64) (out [][2]int64) {
	at := CellOf(p)
	for i := -ring; i <= ring; i++ {
		middle := at + i*cellColumns
		out = append(out, [2]int64{middle - ring, middle + ring})
	}
	return out
}

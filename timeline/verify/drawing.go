package verify

import (
	"fmt"

	"frontline/geo"
	"frontline/geo/overlay"
	"frontline/timeline"
)

// drawing proves that the map which a report was made from is one: of a table,
// with valid ground on the globe in somebody's hands.
func (r *Record) drawing(found func(Finding)) {
	d := r.Drawing
	if d == nil {
		return
	}
	about := About{Report: r.ID, Row: "drawing"}
	if r.Form != timeline.Table {
		found(Finding{Drawings, about, "a report that is a table", fmt.Sprintf("form %q", r.Form)})
	}
	if !d.Day.Known() {
		found(Finding{Drawings, about, "a day", "none"})
	}
	if d.Recorded < r.Recorded {
		found(Finding{Spells, about, "a beginning at or after " + r.Recorded.String() + ", when the report came", d.Recorded.String()})
	}
	for _, s := range d.Shapes {
		about.Row = fmt.Sprintf("feature %d", s.Feature)
		if s.Holder == "" || s.Holder == timeline.Unknown {
			found(Finding{Drawings, about, "an actor who holds it", fmt.Sprintf("%q", s.Holder)})
		}
		if problem := groundless(s); problem != "" {
			found(Finding{Drawings, about, "valid polygons on the globe", problem})
		}
	}
}

// groundless says why a shape is no ground, "" where it is.
func groundless(s timeline.DrawnShape) string {
	for _, polygon := range s.Shape {
		for _, ring := range polygon {
			for _, at := range ring {
				if err := geo.CheckLonLat(at); err != nil {
					return err.Error()
				}
			}
		}
	}
	if _, err := overlay.Inside(s.Shape); err != nil {
		return err.Error()
	}
	return ""
}

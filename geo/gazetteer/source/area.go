package source

import (
	"fmt"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/overlay"
)

// area is what a feature says of an administrative unit.
func (rd *reader) area(r row) (gazetteer.Area, error) {
	outline, err := outlineOf(r)
	if err != nil {
		return gazetteer.Area{}, err
	}
	if err := rd.check(r, outline.Bound()); err != nil {
		return gazetteer.Area{}, err
	}
	level, err := rd.areaLevel(r)
	if err != nil {
		return gazetteer.Area{}, err
	}
	own := r.ownLevel()
	out := gazetteer.Area{Level: level, PCode: r.value(own + "pcode"), Outline: outline, Parent: r.value("parent")}
	if out.PCode == "" {
		return out, r.bad("pcode", "", "a code that is the unit's own")
	}
	if out.Parent == "" && level > 0 {
		out.Parent = r.value(fmt.Sprint(level-1, "pcode"))
	}
	var e gazetteer.Entry
	setNames(&e, r.names(own))
	out.NameAr, out.NameEn = e.NameAr, e.NameEn
	return out, nil
}

// maxArea is the deepest level of areas.
const maxArea = 3

// areaLevel is the level of a unit: as the user says, as its feature does, as
// the columns of its own name or of those above it do, or that of a country
// whose code it has.
func (rd *reader) areaLevel(r row) (int, error) {
	level := -1
	if rd.Level != nil {
		level = *rd.Level
	} else if v := r.value("level"); v != "" {
		last := v[len(v)-1]
		if last < '0' || last > '9' {
			return 0, r.bad("level", v, "ADM0 to ADM3, or 0 to 3")
		}
		level = int(last - '0')
	} else if own := r.layout.unit(); own >= 0 {
		level = own
	} else if r.layout.deepest >= 0 {
		level = r.layout.deepest + 1
	} else if countryCode(r.value("pcode")) != "" {
		level = 0
	}
	if level < 0 {
		return 0, r.bad("level", "", "it in a column, in the names of columns (ADM1_PCODE), or given as 0 to 3")
	}
	if level > maxArea {
		return 0, leftOut(fmt.Sprint("level ", level))
	}
	return level, nil
}

// outlineOf is the ground a feature covers, with the faults of its rings mended.
func outlineOf(r row) (orb.MultiPolygon, error) {
	var out orb.MultiPolygon
	switch g := r.shape.(type) {
	case orb.Polygon:
		out = orb.MultiPolygon{g}
	case orb.MultiPolygon:
		out = g
	default:
		kind := "none"
		if g != nil {
			kind = g.GeoJSONType()
		}
		return nil, r.bad("geometry", kind, "Polygon or MultiPolygon")
	}
	if b := out.Bound(); geo.CheckLonLat(b.Min) != nil || geo.CheckLonLat(b.Max) != nil {
		return nil, Fault{Line: r.line, What: fmt.Sprintf("outline from %v to %v: want lon, lat in degrees, WGS84", b.Min, b.Max)}
	}
	sound, err := overlay.Repaired(out)
	switch {
	case err != nil:
		return nil, Fault{Line: r.line, What: fmt.Sprintf("outline %v: want rings that do not cross themselves", err)}
	case len(sound) == 0:
		return nil, Fault{Line: r.line, What: "outline encloses no ground: want a Polygon or MultiPolygon that does"}
	}
	return sound, nil
}

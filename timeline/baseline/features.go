package baseline

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/features"
	"frontline/geo/overlay"
	"frontline/timeline"
)

// featureFile reads features: with polygons they are a map, and what lies in these
// is held. Points alone are a list.
func (r *reader) featureFile(s snapshot) (err error) {
	in, err := features.Open(s.path, r.Layer)
	if err != nil {
		return err
	}
	defer in.Close()
	m := &sheet{reader: r, snapshot: &s, seen: newSight(File{Name: s.path})}
	for {
		f, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if err := m.take(f); err != nil {
			return fmt.Errorf("feature %d: %w", f.Number, err)
		}
	}
	seen := in.Seen()
	m.seen.Format, m.seen.Layer, m.seen.Features, m.seen.Geometries = string(seen.Format), seen.Layer, seen.Features, seen.Geometries
	switch {
	case m.s().features > 0:
		err = m.asMap(seen)
	case len(m.points) > 0:
		err = m.asList(seen)
	default:
		return fmt.Errorf("none of %d features is a polygon or a point: want Polygon, MultiPolygon or Point", seen.Features)
	}
	r.done(s.path, m.seen)
	return err
}

// sheet is a file of features while it is read.
type sheet struct {
	*reader
	snapshot *snapshot // of a map
	drawing  timeline.Drawing
	more     []timeline.DrawnShape // of features that several hold
	points   []features.Feature
	layout   columns  // of the properties of the feature before
	names    []string // that feature's
	seen     *sight
}

func (m *sheet) s() *snapshot { return m.snapshot }

// take puts the ground of a polygon into the map, and keeps a point.
func (m *sheet) take(f features.Feature) error {
	var shape orb.MultiPolygon
	switch g := f.Geometry.(type) {
	case orb.Polygon:
		shape = orb.MultiPolygon{g}
	case orb.MultiPolygon:
		shape = g
	case orb.Point:
		m.see(f)
		if m.s().features == 0 { // else it is left out
			m.points = append(m.points, f)
		}
		return nil
	default:
		return nil
	}
	if err := onGlobe(shape); err != nil {
		return err
	}
	m.points = nil
	m.s().features++
	m.see(f)
	held, property := m.holders(f)
	sample := Sample{Number: f.Number, Geometry: features.TypeOf(f.Geometry), Said: held.said, Holders: m.reader.names(held.actors)}
	defer func() { m.seen.row(sample) }()
	if held.strange {
		m.series.refuse(Refused{File: m.s().path, What: "feature", Number: f.Number, Property: property, Value: held.said})
		return nil
	}
	actors := m.known(held.actors)
	if len(actors) == 0 {
		m.seen.nobodys++
		m.ground.in(shape, m.unclear)
		return nil
	}
	m.ground.in(shape, func(entry int32) {
		sample.Places = append(sample.Places, m.entries[entry].ID)
		for _, actor := range actors {
			m.s().marks = append(m.s().marks, held.mark(entry, actor, f.Number))
		}
	})
	return m.draw(f.Number, actors, shape)
}

// unclear notes that a place is where the map says that it does not know.
func (m *sheet) unclear(place int32) {
	if m.s().unclear == nil {
		m.s().unclear = map[int32]bool{}
	}
	m.s().unclear[place] = true
}

// draw keeps a polygon itself, once for each who holds it.
func (m *sheet) draw(number int, actors []int16, shape orb.MultiPolygon) error {
	sound, err := overlay.Repaired(shape)
	if err != nil {
		return fmt.Errorf("geometry %w", err)
	}
	if len(sound) == 0 {
		return nil
	}
	for i, actor := range actors {
		drawn := timeline.DrawnShape{Feature: number, Holder: m.actors.list[actor].ID, Shape: sound}
		if i == 0 {
			m.drawing.Shapes = append(m.drawing.Shapes, drawn)
		} else {
			m.more = append(m.more, drawn)
		}
	}
	return nil
}

// holders are who holds a feature, and the property that says so.
func (m *sheet) holders(f features.Feature) (held, string) {
	if m.layout == nil || !slices.Equal(m.names, f.Names) {
		m.layout, m.names = m.propertiesOf(f.Names), f.Names
	}
	property := m.Property
	if i, there := m.layout[fieldHolder]; there {
		property = f.Names[i]
	}
	return m.heldBy(m.layout.value(f.Values, fieldHolder), m.layout.value(f.Values, fieldOthers)), property
}

// propertiesOf says which property is which field. What the user has named and a
// feature has not is none of it.
func (m *sheet) propertiesOf(names []string) columns {
	mapped := map[string]string{}
	for field, name := range m.mapped() {
		if slices.Contains(names, name) {
			mapped[field] = name
		}
	}
	c, _ := lay(names, mapped) // fails only for a name that is not there
	if _, there := mapped[fieldHolder]; m.Property != "" && !there {
		delete(c, fieldHolder)
	}
	return c
}

// mapped are the properties that the user has named.
func (m *sheet) mapped() map[string]string {
	out := map[string]string{}
	for field, name := range m.Columns {
		out[field] = name
	}
	if m.Property != "" {
		out[fieldHolder] = m.Property
	}
	return out
}

func (m *sheet) see(f features.Feature) {
	for i, name := range f.Names {
		m.series.see(cell(name), cell(f.Values[i]))
	}
}

// asMap ends a map.
func (m *sheet) asMap(seen features.Seen) (err error) {
	s := m.s()
	if s.day, s.basis, err = m.dayFor(s.file); err != nil {
		return err
	}
	s.complete, s.drawing = true, &m.drawing
	m.drawing.Day = s.day
	if m.Elsewhere != timeline.Unknown && m.seen.nobodys == 0 { // else some ground outside the shapes is nobody's
		m.drawing.Elsewhere = m.Elsewhere
	}
	for i := range m.more { // one feature is one shape of it: the others come behind the last
		m.more[i].Feature = seen.Features + 1 + i
	}
	m.drawing.Shapes = append(m.drawing.Shapes, m.more...)
	if others := seen.Features - s.features; others > 0 {
		m.series.leave("no polygon", s.path, others)
	}
	fields := m.propertiesOf(seen.Properties)
	for field := range fields {
		if field != fieldHolder && field != fieldOthers || m.Holder != "" {
			delete(fields, field)
		}
	}
	m.seen.Fields, m.seen.Unused = fields.told(seen.Properties, m.mapped())
	m.add(s)
	return nil
}

// asList ends a list: each point is a row, its position two columns.
func (m *sheet) asList(seen features.Seen) error {
	const lon, lat = "longitude of the geometry", "latitude of the geometry"
	s, head := m.s(), append(slices.Clone(seen.Properties), lon, lat)
	c, err := lay(seen.Properties, m.mapped())
	if err != nil {
		return err
	}
	for i, field := range []string{fieldLon, fieldLat} {
		if _, his := m.Columns[field]; !his {
			c[field] = len(seen.Properties) + i
		}
	}
	if m.Holder == "" && !c.has(fieldHolder) {
		return fmt.Errorf("no property says who holds a place: want holder mapped to one of %q", seen.Properties)
	}
	rows := make([]row, len(m.points))
	for i, f := range m.points {
		rows[i] = row{f.Number, make([]string, len(head))}
		for j, name := range seen.Properties {
			rows[i].cells[j] = f.Value(name)
		}
		for j, degrees := range f.Geometry.(orb.Point) { //nolint:forcetypeassert // take keeps points alone
			rows[i].cells[len(seen.Properties)+j] = strconv.FormatFloat(degrees, 'f', -1, 64)
		}
	}
	if others := seen.Features - len(rows); others > 0 {
		m.series.leave("no point", s.path, others)
	}
	s.unit = "feature"
	m.seen.Fields, m.seen.Unused = c.told(head, m.mapped())
	return m.takeRows(*s, rows, c, m.seen)
}

func onGlobe(shape orb.MultiPolygon) error {
	for _, p := range shape {
		for _, ring := range p {
			for _, at := range ring {
				if err := geo.CheckLonLat(at); err != nil {
					return fmt.Errorf("position %v,%v: %w", at.Lon(), at.Lat(), err)
				}
			}
		}
	}
	return nil
}

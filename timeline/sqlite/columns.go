package sqlite

import (
	"fmt"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"

	"database/sql"
	"database/sql/driver"
	"encoding/json"

	"frontline/geo"
	"frontline/timeline"
)

// The columns below hold the address of a field and stand both for the value
// to be written and for the place to read it into, so that each table has one
// list of fields and not two that can drift apart.

// dayColumn is a day as YYYY-MM-DD, NULL where unknown.
type dayColumn struct{ day *timeline.Day }

func (c dayColumn) Value() (driver.Value, error) {
	if !c.day.Known() {
		return nil, nil
	}
	return c.day.String(), nil
}

func (c dayColumn) Scan(src any) (err error) {
	var s sql.NullString
	if err := s.Scan(src); err != nil || !s.Valid {
		*c.day = 0
		return err
	}
	*c.day, err = timeline.ParseDay(s.String)
	return err
}

// momentColumn is a moment as RFC 3339 in UTC with milliseconds, NULL where it
// has not come.
type momentColumn struct{ moment *timeline.Moment }

func (c momentColumn) Value() (driver.Value, error) {
	if !c.moment.Known() {
		return nil, nil
	}
	return c.moment.String(), nil
}

func (c momentColumn) Scan(src any) (err error) {
	var s sql.NullString
	if err := s.Scan(src); err != nil || !s.Valid {
		*c.moment = 0
		return err
	}
	*c.moment, err = timeline.ParseMoment(s.String)
	return err
}

// nullColumn is a value whose zero means "not said", as NULL.
type nullColumn[T comparable] struct{ v *T }

func orNull[T comparable](v *T) nullColumn[T] { return nullColumn[T]{v} }

func (c nullColumn[T]) Value() (driver.Value, error) {
	var zero T
	if *c.v == zero {
		return nil, nil
	}
	return driver.DefaultParameterConverter.ConvertValue(*c.v)
}

func (c nullColumn[T]) Scan(src any) error {
	var n sql.Null[T]
	err := n.Scan(src)
	*c.v = n.V
	return err
}

// listColumn is a list as JSON, a nil one as NULL.
type listColumn[T any] struct{ list *[]T }

func asJSON[T any](list *[]T) listColumn[T] { return listColumn[T]{list} }

func (c listColumn[T]) Value() (driver.Value, error) {
	if *c.list == nil {
		return nil, nil
	}
	b, err := json.Marshal(*c.list)
	return string(b), err
}

func (c listColumn[T]) Scan(src any) error {
	var s sql.NullString
	if err := s.Scan(src); err != nil || !s.Valid {
		*c.list = nil
		return err
	}
	return json.Unmarshal([]byte(s.String), c.list)
}

// namesColumn is a list of names with "|" between, which no name has.
type namesColumn struct{ names *[]string }

func (c namesColumn) Value() (driver.Value, error) { return strings.Join(*c.names, "|"), nil }

func (c namesColumn) Scan(src any) error {
	var s sql.NullString
	if err := s.Scan(src); err != nil {
		return err
	}
	*c.names = nil
	if s.String != "" {
		*c.names = strings.Split(s.String, "|")
	}
	return nil
}

// outlineColumn is a MultiPolygon as GeoJSON.
type outlineColumn struct{ outline *orb.MultiPolygon }

func (c outlineColumn) Value() (driver.Value, error) {
	b, err := geojson.NewGeometry(*c.outline).MarshalJSON()
	return string(b), err
}

func (c outlineColumn) Scan(src any) error {
	var s sql.NullString
	if err := s.Scan(src); err != nil {
		return err
	}
	g, err := geojson.UnmarshalGeometry([]byte(s.String))
	if err != nil {
		return err
	}
	outline, ok := g.Geometry().(orb.MultiPolygon)
	if !ok {
		return fmt.Errorf("outline is a %s: want a MultiPolygon", g.Type)
	}
	*c.outline = outline
	return nil
}

// shapeColumn is ground told by places, as JSON; NULL where there is none.
type shapeColumn struct{ shape **geo.Locus }

func (c shapeColumn) Value() (driver.Value, error) {
	if *c.shape == nil {
		return nil, nil
	}
	b, err := json.Marshal(*c.shape)
	return string(b), err
}

func (c shapeColumn) Scan(src any) error {
	var s sql.NullString
	*c.shape = nil
	if err := s.Scan(src); err != nil || !s.Valid {
		return err
	}
	*c.shape = new(geo.Locus)
	return json.Unmarshal([]byte(s.String), *c.shape)
}

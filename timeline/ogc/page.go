package ogc

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strconv"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/ogc/cql"

	"github.com/paulmach/orb"
)

// MaxLimit is the most features of a page, and DefaultLimit how many come unasked.
const (
	MaxLimit     = 10_000
	DefaultLimit = 100
)

// Query is what is asked of a collection. Its zero value but for Layer and Limit asks
// for all of it.
type Query struct {
	Layer      export.Layer
	Bounds     []orb.Bound   // lon, lat, edges included; a feature is wanted that meets one of them or lies nowhere, of none all are
	Span       timeline.Span // zero is all of time; a feature is wanted that shares a day with it or has no days
	Filter     cql.Filter
	Properties []string // names; none is all
	Limit      int      // from 1
	Offset     int
}

// Page are some of the features that were asked for.
type Page struct {
	Features []byte // GeoJSON, with commas between them
	Returned int
	Matched  int  // how many there are in all; -1 where counting them would cost as much as making them
	More     bool // after these
}

// Page are Limit of the features that were asked for, after Offset others; room is for
// their bytes, if it is large enough. Where ctx ends before them, its error is returned.
func (q Query) Page(ctx context.Context, a *atlas.Atlas, room []byte) (Page, error) {
	p := Page{Matched: -1, Features: room[:0]}
	o := q.options(ctx)
	for f, err := range export.Encoded(a, o, q.Properties...) {
		if err != nil {
			return p, err
		}
		if p.Returned == q.Limit {
			p.More = true
			break
		}
		if p.Returned > 0 {
			p.Features = append(p.Features, ",\n"...)
		}
		p.Features = append(p.Features, f...)
		p.Returned++
	}
	if err := ctx.Err(); err != nil {
		return p, err
	}
	if !p.More && (p.Returned > 0 || q.Offset == 0) {
		p.Matched = q.Offset + p.Returned
	} else if n, cheap := export.Count(a, o); cheap {
		p.Matched = n
	}
	return p, nil
}

// Write writes the page as a FeatureCollection, with links, and the version of the data
// that it is of.
func (p Page) Write(w io.Writer, version string, links []Link) error {
	more, err := json.Marshal(links)
	if err != nil {
		return err
	}
	b := append(make([]byte, 0, len(more)+200), `{"type":"FeatureCollection","numberReturned":`...)
	b = strconv.AppendInt(b, int64(p.Returned), 10)
	if p.Matched >= 0 {
		b = strconv.AppendInt(append(b, `,"numberMatched":`...), int64(p.Matched), 10)
	}
	b = strconv.AppendQuote(append(b, `,"version":`...), version)
	b = append(append(b, `,"links":`...), more...)
	for _, part := range [][]byte{append(b, ",\"features\":[\n"...), p.Features, []byte("\n]}\n")} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// Feature is the feature of an id as GeoJSON; timeline.ErrNotFound where there is none.
func Feature(ctx context.Context, a *atlas.Atlas, layer export.Layer, id string) ([]byte, error) {
	equal, err := cql.Equal("id", id, FieldsOf(layer))
	if err != nil {
		return nil, err
	}
	p, err := Query{Layer: layer, Filter: equal, Limit: 1}.Page(ctx, a, nil)
	if err == nil && p.Returned == 0 {
		err = timeline.ErrNotFound
	}
	return p.Features, err
}

// options are the query as the export is asked it. What features have to be equal to
// narrows what is looked through, as far as it can. Once ctx ends, nothing passes.
func (q Query) options(ctx context.Context) export.Options {
	o := export.Options{Layer: q.Layer, Skip: q.Offset, Filter: atlas.Filter{Span: q.Span, Vague: true}}
	if len(q.Bounds) == 1 && q.Layer != export.Reports { // which lie at points alone, and their claims may not
		o.Bound = &q.Bounds[0]
	}
	if !q.Filter.IsZero() || len(q.Bounds) > 0 && o.Bound == nil {
		o.Pass = func(g orb.Geometry, row []any) bool {
			return ctx.Err() == nil && (o.Bound != nil || q.meets(g)) && q.Filter.Passes(row)
		}
	}
	equal := q.Filter.Equalities()
	for _, n := range narrowing[q.Layer] {
		if text, ok := equal[n.field]; ok {
			n.narrow(&o.Filter, text)
		}
	}
	return o
}

func (q Query) meets(g orb.Geometry) bool {
	return g == nil || len(q.Bounds) == 0 || slices.ContainsFunc(q.Bounds, func(b orb.Bound) bool { return geo.Meets(b, g) })
}

// Linked is a feature with links.
func Linked(feature []byte, links []Link) ([]byte, error) {
	more, err := json.Marshal(links)
	if err != nil {
		return nil, err
	}
	b := append(bytes.TrimSuffix(bytes.TrimSpace(feature), []byte("}")), `,"links":`...)
	return append(append(b, more...), "}\n"...), nil
}

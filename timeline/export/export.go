// Package export gives what an atlas knows as features, layer by layer, and writes
// them as GeoJSON (RFC 7946): WGS84 longitude and latitude with six decimals,
// right-handed rings, days as ISO dates, and the words of the reports beside what is
// concluded from them. Its subpackages write the same Dataset in other formats.
//
// Every feature carries start and end, a half-open span of days: start is null
// where nothing is known of the beginning, end is null while it lasts.
package export

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// Layer is a kind of features.
type Layer string

// The layers. Claims: what reports say, each on its day. Holdings: places, by
// who held them. Areas and Fronts: the ground by holder, and the lines between
// holders. Cells: the ground nearest to each place, and how well it is known. Pockets: ground that is shut in. Necks: where ground is nearly cut off.
// Advances: arrows by what is said of who went where; they say nothing of control.
// Difference: the ground that passed from one state to another between the two days
// that the span begins and ends with. Places: those that claims speak of; they have
// no days. Reports: what was published, each on its day.
const (
	Claims     Layer = "claims"
	Holdings   Layer = "holdings"
	Areas      Layer = "areas"
	Cells      Layer = "cells"
	Fronts     Layer = "fronts"
	Pockets    Layer = "pockets"
	Necks      Layer = "necks"
	Advances   Layer = "advances"
	Difference Layer = "difference"
	Places     Layer = "places"
	Reports    Layer = "reports"
)

// Layers lists every layer.
var Layers = []Layer{Claims, Holdings, Areas, Cells, Fronts, Pockets, Necks, Advances, Difference, Places, Reports}

// Stands says whether the layer shows how things stood, rather than what was said
// or done.
func (l Layer) Stands() bool {
	return !l.Claimed() && l != Advances && l != Difference
}

// Drawn says whether a source's own map can stand for the layer.
func (l Layer) Drawn() bool { return l == Areas || l == Difference }

// Claimed says whether features of the layer are claims, or are there because of the
// claims that speak of them or that they make, so that the kinds and modalities of
// these can narrow it.
func (l Layer) Claimed() bool { return l == Claims || l == Places || l == Reports }

// Quotes says whether features of the layer rest on words of their own, so that the
// sources and the confidence of these can narrow it.
func (l Layer) Quotes() bool { return l.Claimed() || l == Holdings }

// Options say which features are wanted. The filter's bound lets through areas
// and fronts whose own bound meets it, whole; its place those which that place
// supports. Pockets and necks pass with a place inside that does.
type Options struct {
	Layer Layer
	// Map is the id of a source: areas and their difference are then those of its own
	// map, which is the last one of a day or before it. "" is what all that is said
	// comes to.
	Map    string
	NeckKm float64 // the widest neck that is wanted; 0 is atlas.DefaultNeckKm
	// Pass says which features are wanted by their geometry, nil where they have none,
	// and their values of the fields, as Schema.Row gives them; nil is all.
	Pass func(g orb.Geometry, row []any) bool
	Skip int // so many of the first features that pass are left out
	atlas.Filter
}

// Features are the features of a layer, one at a time. Holdings, areas and
// fronts that share a day with the span come whole, with their own start and
// end. Each has an id that no other of the layer has (see identify). A layer there
// is not, kinds or modalities asked of a layer that is not Claimed,
// sources or confidence of one that does not quote, a map asked of what
// is not drawn, one of a source that has none (atlas.NoMapError), and a difference
// without two days are errors; after an error nothing follows.
func Features(a *atlas.Atlas, o Options) iter.Seq2[*geojson.Feature, error] {
	if err := o.check(); err != nil {
		return failed(err)
	}
	switch {
	case o.Pass != nil:
		return after2(o.Skip, passing(a, o))
	case o.Layer == Claims:
		return claims(a, o)
	case o.Layer == Holdings:
		return madeInto(after(o.Skip, holdings(a, o.Filter)), held.feature)
	}
	return after2(o.Skip, drawn(a, o))
}

// passing are the features that Pass lets through.
func passing(a *atlas.Atlas, o Options) iter.Seq2[*geojson.Feature, error] {
	pass, schema := o.Pass, SchemaOf(o)
	o.Pass, o.Skip = nil, 0
	return func(yield func(*geojson.Feature, error) bool) {
		for f, err := range Features(a, o) {
			var row []any
			if err == nil {
				row, err = schema.Row(f)
			}
			if (err != nil || pass(f.Geometry, row)) && !yield(f, err) {
				return
			}
		}
	}
}

// drawn are the features of a layer that is drawn from more than one claim or place.
func drawn(a *atlas.Atlas, o Options) iter.Seq2[*geojson.Feature, error] {
	switch o.Layer {
	case Areas:
		if o.Map != "" {
			return drawnAreas(a, o)
		}
		return areas(a, o.Filter)
	case Difference:
		return difference(a, o)
	case Cells:
		return cells(a, o.Filter)
	case Pockets:
		return pockets(a, o.Filter)
	case Necks:
		return necks(a, o.Filter, cmp.Or(o.NeckKm, atlas.DefaultNeckKm))
	case Advances:
		return advances(a, o.Filter)
	case Places:
		return places(a, o.Filter)
	case Reports:
		return reports(a, o.Filter)
	}
	return fronts(a, o.Filter)
}

// check says what of the options the layer has no sense for.
func (o Options) check() error {
	switch {
	case !slices.Contains(Layers, o.Layer):
		return fmt.Errorf("layer %q: want one of %v", o.Layer, Layers)
	case len(o.Kinds) > 0 && !o.Layer.Claimed():
		return fmt.Errorf("kinds %v: only claims have kinds, %s do not", o.Kinds, o.Layer)
	case len(o.Modalities) > 0 && !o.Layer.Claimed():
		return fmt.Errorf("modalities %v: only claims have modalities, %s do not", o.Modalities, o.Layer)
	case (len(o.Sources) > 0 || o.Sure > 0) && !o.Layer.Quotes():
		return fmt.Errorf("sources %q, confidence from %g: only what rests on words of its own can be narrowed by these, %s cannot", o.Sources, o.Sure, o.Layer)
	case o.Map != "" && !o.Layer.Drawn():
		return fmt.Errorf("map %q: only areas are drawn, %s are not", o.Map, o.Layer)
	case o.Map != "" && o.Layer == Areas && (o.Within != nil || o.Admin1 != ""):
		return fmt.Errorf("map %q: the areas of a drawn map come whole, in no region", o.Map)
	}
	return nil
}

// Write writes the features of a layer as one FeatureCollection. Part of it
// may have been written when an error is returned.
func Write(w io.Writer, a *atlas.Atlas, o Options) error {
	if err := WriteCollection(w, Features(a, o)); err != nil {
		return fmt.Errorf("export %s: %w", o.Layer, err)
	}
	return nil
}

func failed(err error) iter.Seq2[*geojson.Feature, error] { return failing[*geojson.Feature](err) }

func failing[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		yield(none, err)
	}
}

// after are the things that come after the first n.
func after[T any](n int, things iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		passed := 0
		for x := range things {
			if passed++; passed > n && !yield(x) {
				return
			}
		}
	}
}

// after2 are the features that come after the first n, and any error.
func after2(n int, features iter.Seq2[*geojson.Feature, error]) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		passed := 0
		for f, err := range features {
			if passed++; (passed > n || err != nil) && !yield(f, err) {
				return
			}
		}
	}
}

// feature is a feature with a geometry fit for RFC 7946; nil gives a null
// geometry.
func feature(g orb.Geometry, span timeline.Span, p geojson.Properties) *geojson.Feature {
	p["start"], p["end"] = span.From, span.To
	f := geojson.NewFeature(rightHanded(g))
	f.Properties = p
	return f
}

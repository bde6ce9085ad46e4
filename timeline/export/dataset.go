package export

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb/geojson"
)

// Validity is what start and end mean, in words for the formats that have room for
// them.
const Validity = "start is the first day on which a feature is so, end the first day on which it no longer is " +
	"(half-open, calendar days in UTC). No start: nothing is known of the beginning. No end: it lasts."

// Dataset is what goes into one file.
type Dataset struct {
	Name    string               // of the file, without an ending
	Version string               // of the data; "" where it has none
	Licence string               // under which it may be passed on, on one line; "" says nothing
	Actors  []timeline.ActorInfo // whom features speak of, with names and colours
	Parts   []Part
}

// Watched is the dataset with seen called for each of its features before it is
// written, with how many there were up to it. An error of seen ends the features.
func (d Dataset) Watched(seen func(done int) error) Dataset {
	done := 0
	d.Parts = slices.Clone(d.Parts)
	for i, p := range d.Parts {
		d.Parts[i].Features = func(yield func(*geojson.Feature, error) bool) {
			for f, err := range p.Features {
				if err == nil {
					done++
					err = seen(done)
				}
				if !yield(f, err) || err != nil {
					return
				}
			}
		}
	}
	return d
}

// Part is a layer of a dataset.
type Part struct {
	Layer
	Schema
	Features iter.Seq2[*geojson.Feature, error] // one at a time; after an error nothing follows
}

// Rows are the features of the part, each with its values as Schema.Row gives them.
// They end with the first error, which is returned, as is one of write.
func (p Part) Rows(write func(f *geojson.Feature, row []any) error) error {
	for f, err := range p.Features {
		if err != nil {
			return err
		}
		row, err := p.Row(f)
		if err != nil {
			return fmt.Errorf("layer %s: %w", p.Layer, err)
		}
		if err := write(f, row); err != nil {
			return err
		}
	}
	return nil
}

// Request is what is wanted in one file.
type Request struct {
	Layers []Layer // one that is named twice comes once
	// Day, where it is known, is that of the layers that show how things stood; the
	// span of the options is then that of claims, reports, advances and the difference
	// alone, and where it is zero they are of the day too.
	Day     timeline.Day
	Options // of all layers; Layer is not looked at
}

// Dataset is what is asked for, of an atlas. Kinds and modalities narrow the layers
// that are Claimed, sources and confidence those that quote, and a map stands for areas and their difference, where such are among the layers; what
// Features refuses is an error of the part.
func (r Request) Dataset(a *atlas.Atlas, actors []timeline.ActorInfo) Dataset {
	d := Dataset{Name: r.name(), Version: a.Version(), Actors: actors}
	for i, layer := range r.Layers {
		if slices.Contains(r.Layers[:i], layer) {
			continue
		}
		o := r.of(layer)
		d.Parts = append(d.Parts, Part{layer, SchemaOf(o), naming(layer, Features(a, o))})
	}
	return d
}

// of are the options of one of the layers.
func (r Request) of(layer Layer) Options {
	o := r.Options
	o.Layer = layer
	if r.Day.Known() && (layer.Stands() || o.Span == timeline.Span{}) {
		o.Span = timeline.Span{From: r.Day, To: r.Day + 1}
	}
	if !layer.Claimed() && slices.ContainsFunc(r.Layers, Layer.Claimed) {
		o.Kinds, o.Modalities = nil, nil
	}
	if !layer.Quotes() && slices.ContainsFunc(r.Layers, Layer.Quotes) {
		o.Sources, o.Sure = nil, 0
	}
	if !layer.Drawn() && slices.ContainsFunc(r.Layers, Layer.Drawn) {
		o.Map = ""
	}
	return o
}

// name is "frontline" with the days that are asked about.
func (r Request) name() string {
	switch {
	case r.Day.Known():
		return "frontline-" + r.Day.String()
	case r.Span == timeline.Span{}:
		return "frontline"
	case r.Span.To == r.Span.From+1:
		return "frontline-" + r.Span.From.String()
	}
	return "frontline-" + cmp.Or(r.Span.From.String(), "..") + "_" + cmp.Or(r.Span.To.String(), "..")
}

// naming says of an error in which layer it came up.
func naming(layer Layer, features iter.Seq2[*geojson.Feature, error]) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for f, err := range features {
			if err != nil {
				err = fmt.Errorf("export %s: %w", layer, err)
			}
			if !yield(f, err) || err != nil {
				return
			}
		}
	}
}

// all are the features of all parts. Where there are several parts, every feature has
// its layer as the property layer.
func (d Dataset) all() iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, p := range d.Parts {
			features := p.Features
			if len(d.Parts) > 1 {
				features = labelled(features, string(p.Layer))
			}
			for f, err := range features {
				if !yield(f, err) || err != nil {
					return
				}
			}
		}
	}
}

// WriteGeoJSON writes a dataset as one FeatureCollection, as WriteCollection does.
// Where it has several layers, every feature has its own as the property layer. The
// version and the licence are members of the collection.
func WriteGeoJSON(w io.Writer, d Dataset) error {
	return writeCollection(w, []member{{"version", d.Version}, {"licence", d.Licence}}, d.all())
}

// labelled are the features with the property layer. They are copied as far as they
// change.
func labelled(features iter.Seq2[*geojson.Feature, error], layer string) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for f, err := range features {
			if err == nil {
				named := *f
				named.Properties = maps.Clone(f.Properties)
				named.Properties["layer"] = layer
				f = &named
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

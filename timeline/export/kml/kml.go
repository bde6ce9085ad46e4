// Package kml writes datasets as KML (OGC 07-147r2, version 2.2): a folder a layer, a
// placemark a feature, in the colours of the actors; and as KMZ, which is the same
// compressed.
//
// A placemark has its names in English and Arabic, its words as description, all its
// values as typed ExtendedData, and a TimeSpan. The end of a TimeSpan is included in
// it, and so is the last day on which a feature is so: the day before the field end
// of ExtendedData, where days are half-open as everywhere else.
package kml

import (
	"encoding/xml"
	"io"

	"frontline/timeline/export"

	"github.com/paulmach/orb/geojson"
	"github.com/twpayne/go-kml/v3"
)

// Write writes a dataset, and holds no more than one of its features. No features
// give empty folders. It stops at the first error, of the features or of w, and
// returns it.
func Write(w io.Writer, d export.Dataset) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := writer{xml.NewEncoder(w), cast{export.NewCast(d.Actors), d.Actors}}
	root, document := start("kml"), start("Document")
	root.Name.Space = kml.Namespace
	return out.within(root, func() error {
		return out.within(document, func() error { return out.document(d) })
	})
}

func start(name string) xml.StartElement { return xml.StartElement{Name: xml.Name{Local: name}} }

// writer writes elements that are too large to be made first.
type writer struct {
	xml  *xml.Encoder
	cast cast
}

// within writes an element around what content writes.
func (w writer) within(element xml.StartElement, content func() error) error {
	if err := w.xml.EncodeToken(element); err != nil {
		return err
	}
	if err := content(); err != nil {
		return err
	}
	if err := w.xml.EncodeToken(element.End()); err != nil {
		return err
	}
	return w.xml.Flush()
}

func (w writer) put(elements ...kml.Element) error {
	for _, e := range elements {
		if err := e.MarshalXML(w.xml, xml.StartElement{}); err != nil {
			return err
		}
	}
	return nil
}

func (w writer) document(d export.Dataset) error {
	if err := w.put(kml.Name(d.Name), kml.Open(true), kml.Description(escaped(about))); err != nil {
		return err
	}
	if err := w.put(w.cast.styles()...); err != nil {
		return err
	}
	if err := w.put(origin(d)...); err != nil {
		return err
	}
	for _, p := range d.Parts {
		if err := w.put(schemaOf(p)); err != nil {
			return err
		}
	}
	for _, p := range d.Parts {
		if err := w.within(start("Folder"), func() error { return w.folder(p) }); err != nil {
			return err
		}
	}
	return nil
}

// origin says which data a file has and under which licence, as far as that is said.
func origin(d export.Dataset) []kml.Element {
	data := kml.ExtendedData()
	for _, x := range []struct{ name, value string }{{"version", d.Version}, {"licence", d.Licence}} {
		if x.value != "" {
			data.Append(kml.Data(x.name, kml.Value(x.value)))
		}
	}
	if len(data.Children) == 0 {
		return nil
	}
	return []kml.Element{data}
}

func (w writer) folder(p export.Part) error {
	if err := w.put(kml.Name(titleOf(p.Layer))); err != nil {
		return err
	}
	return p.Rows(func(f *geojson.Feature, row []any) error {
		mark, err := w.placemark(p, f.Geometry, row)
		if err != nil {
			return err
		}
		return w.put(mark)
	})
}

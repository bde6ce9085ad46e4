// Package kml writes datasets as KML (OGC 07-147r2, version 2.2): a folder a layer, a
// placemark a feature, in the colours of the actors.
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
	out := writer{xml.NewEncoder(w), newCast(d.Actors)}
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

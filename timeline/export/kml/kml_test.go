package kml_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/export"
	"frontline/timeline/export/kml"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"pgregory.net/rapid"
)

var actors = []timeline.ActorInfo{
	{ID: "army", NameEn: "Army", NameAr: "الجيش", Side: "one", Colour: "#b4443c"},
	{ID: "rebels", NameEn: "Rebels", NameAr: "الثوار", Side: "two", Colour: "#3f8f5b"},
}

// part is a layer with one feature.
func part(layer export.Layer, g orb.Geometry, p geojson.Properties, fields ...export.Field) export.Part {
	f := geojson.NewFeature(g)
	f.Properties = p
	return export.Part{Layer: layer, Schema: export.Schema{Fields: append([]export.Field{{Name: "id"}, {Name: "start", Type: export.Date}, {Name: "end", Type: export.Date}}, fields...)},
		Features: func(yield func(*geojson.Feature, error) bool) { yield(f, nil) }}
}

// element is any element of a file.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

// at is the first element on a path below; the zero one where there is none.
func (e element) at(path ...string) element {
	for _, name := range path {
		i := slices.IndexFunc(e.Children, func(c element) bool { return c.XMLName.Local == name })
		if i < 0 {
			return element{}
		}
		e = e.Children[i]
	}
	return e
}

// values are the extended data, by name.
func (e element) values() map[string]string {
	out := map[string]string{}
	for _, v := range e.at("ExtendedData", "SchemaData").Children {
		out[v.Attrs[0].Value] = v.Text
	}
	return out
}

// document is the document that a dataset is written as.
func document(t rapid.TB, parts ...export.Part) element {
	t.Helper()
	var b bytes.Buffer
	if err := kml.Write(&b, export.Dataset{Name: "frontline-2017-08-12", Actors: actors, Parts: parts}); err != nil {
		t.Fatal(err)
	}
	var root element
	if err := xml.Unmarshal(b.Bytes(), &root); err != nil {
		t.Fatalf("%v in %s", err, b.String())
	}
	if root.XMLName.Space != "http://www.opengis.net/kml/2.2" {
		t.Errorf("namespace %q", root.XMLName.Space)
	}
	checkOrder(t, root)
	return root.at("Document")
}

// orders are the sequences of OGC KML 2.2 of the elements written here.
var orders = map[string][]string{
	"Document":     {"name", "open", "description", "Style", "ExtendedData", "Schema", "Folder"},
	"Folder":       {"name", "Placemark"},
	"Placemark":    {"name", "description", "TimeSpan", "styleUrl", "ExtendedData", "Point", "LineString", "Polygon", "MultiGeometry"},
	"TimeSpan":     {"begin", "end"},
	"Style":        {"IconStyle", "LineStyle", "PolyStyle", "BalloonStyle"},
	"IconStyle":    {"color", "scale"},
	"LineStyle":    {"color", "width"},
	"PolyStyle":    {"color"},
	"LineString":   {"tessellate", "coordinates"},
	"Polygon":      {"outerBoundaryIs", "innerBoundaryIs"},
	"ExtendedData": {"Data", "SchemaData"},
}

func checkOrder(t rapid.TB, e element) {
	t.Helper()
	order, last := orders[e.XMLName.Local], 0
	for _, c := range e.Children {
		if order != nil {
			i := slices.Index(order, c.XMLName.Local)
			if i < last {
				t.Errorf("%s holds %s where the schema has none", e.XMLName.Local, c.XMLName.Local)
			}
			last = max(i, last)
		}
		checkOrder(t, c)
	}
}

func placemark(t rapid.TB, p export.Part) element {
	t.Helper()
	return document(t, p).at("Folder", "Placemark")
}

func TestGroundIsDrawnInTheColourOfItsHolder(t *testing.T) {
	shape := orb.MultiPolygon{
		{orb.Ring{{38, 34}, {39, 34}, {39, 35}, {38, 34}}, orb.Ring{{38.5, 34.2}, {38.6, 34.3}, {38.6, 34.2}, {38.5, 34.2}}},
		{orb.Ring{{40, 34}, {41, 34}, {41, 35}, {40, 34}}},
	}
	fields := []export.Field{{Name: "holder"}, {Name: "contested", Type: export.Boolean}, {Name: "parties", Type: export.List}, {Name: "km2", Type: export.Real}}
	for _, c := range []struct {
		holder      any
		contested   bool
		parties     []string
		style, name string
	}{
		{"army", false, []string{}, "#actor-army", "Army · الجيش"},
		{nil, true, []string{"army", "rebels"}, "#contested", "Contested: Army, Rebels · متنازع عليه: الجيش، الثوار"},
		{"martians", false, []string{}, "#other", "martians"},
	} {
		d := document(t, part(export.Areas, shape, geojson.Properties{"holder": c.holder, "contested": c.contested, "parties": c.parties, "km2": 12.34}, fields...))
		mark := d.at("Folder", "Placemark")
		if got := mark.at("styleUrl").Text; got != c.style {
			t.Errorf("style %s: want %s", got, c.style)
		}
		if got := mark.at("name").Text; got != c.name {
			t.Errorf("name %s: want %s", got, c.name)
		}
		if got := mark.at("description").Text; got != "12.3 km²" {
			t.Errorf("description %q", got)
		}
		if !slices.ContainsFunc(d.Children, func(e element) bool {
			return e.XMLName.Local == "Style" && "#"+e.Attrs[0].Value == c.style
		}) {
			t.Errorf("no style %s is there", c.style)
		}
		polygons := mark.at("MultiGeometry").Children
		if len(polygons) != 2 || polygons[0].at("outerBoundaryIs", "LinearRing", "coordinates").Text != "38,34 39,34 39,35 38,34" ||
			polygons[0].at("innerBoundaryIs", "LinearRing", "coordinates").Text != "38.5,34.2 38.6,34.3 38.6,34.2 38.5,34.2" {
			t.Errorf("polygons %v", polygons)
		}
	}
}

func TestColoursAreThoseOfTheActors(t *testing.T) {
	got := map[string]string{}
	for _, e := range document(t).Children {
		if e.XMLName.Local == "Style" {
			got[e.Attrs[0].Value] = e.at("LineStyle", "color").Text + " " + e.at("PolyStyle", "color").Text
		}
	}
	want := map[string]string{ // density, blue, green, red
		"actor-army": "ff3c44b4 9e3c44b4", "actor-rebels": "ff5b8f3f 9e5b8f3f",
		"contested": "ff272a2b 9eeef5f8", "front": "ff272a2b 9e272a2b", "other": "ff76848b 9e76848b",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestATimeSpanEndsWithTheLastDay(t *testing.T) {
	for _, c := range []struct {
		start, end  any
		begin, last string
		none        bool
	}{
		{"2017-08-05", "2017-09-01", "2017-08-05", "2017-08-31", false},
		{"2017-08-05", "2017-08-06", "2017-08-05", "2017-08-05", false},
		{"2017-08-05", nil, "2017-08-05", "", false},
		{nil, "2017-08-06", "", "2017-08-05", false},
		{nil, nil, "", "", true},
		{"2017-08-05", "2017-08-01", "", "", true}, // two days, the later first
	} {
		mark := placemark(t, part(export.Holdings, orb.Point{38, 35}, geojson.Properties{"start": c.start, "end": c.end}))
		span := mark.at("TimeSpan")
		if span.at("begin").Text != c.begin || span.at("end").Text != c.last || (span.XMLName.Local == "") != c.none {
			t.Errorf("%v to %v: from %q to %q", c.start, c.end, span.at("begin").Text, span.at("end").Text)
		}
		if end, _ := c.end.(string); mark.values()["end"] != end {
			t.Errorf("the field end is %q: want %v", mark.values()["end"], c.end)
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	hostile := rapid.SampledFrom([]string{"</description><script>alert(1)</script>", "]]>", "<![CDATA[", "&lt;b&gt;", "&", `"`, "'", "\n", "\u200f", "\u202e", "$[quote]", "<img src=x onerror=y>", "نص"})
	rapid.Check(t, func(t *rapid.T) {
		quote := strings.Join(rapid.SliceOfN(hostile, 1, 5).Draw(t, "quote"), "")
		mark := placemark(t, part(export.Claims, nil, geojson.Properties{"quote": quote, "name_en": quote}, export.Field{Name: "quote"}, export.Field{Name: "name_en"}))
		if got := mark.values()["quote"]; got != quote {
			t.Fatalf("the value is %q: want %q", got, quote)
		}
		if got := mark.at("name").Text; got != quote {
			t.Fatalf("the name is %q: want %q", got, quote)
		}
		description := mark.at("description").Text
		if strings.ContainsAny(description, "<>") || strings.Contains(description, "$[") {
			t.Fatalf("markup in %q", description)
		}
		shown := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#36;", "$", "&amp;", "&").Replace(description)
		if shown != "“"+quote+"”" {
			t.Fatalf("the description is %q: want %q", shown, quote)
		}
	})
}

func TestWhatXMLCannotHoldIsReplaced(t *testing.T) {
	mark := placemark(t, part(export.Claims, nil, geojson.Properties{"quote": "a\x00b\x0bc"}, export.Field{Name: "quote"}))
	if got := mark.values()["quote"]; got != "a\uFFFDb\uFFFDc" {
		t.Errorf("%q", got)
	}
}

func TestNamesAreInBothScripts(t *testing.T) {
	words := func(names ...string) (out []export.Field) {
		for _, n := range names {
			out = append(out, export.Field{Name: n})
		}
		return out
	}
	for _, c := range []struct {
		layer export.Layer
		p     geojson.Properties
		want  string
	}{
		{export.Holdings, geojson.Properties{"name_en": "Alpha", "name_ar": "ألفا"}, "Alpha · ألفا"},
		{export.Holdings, geojson.Properties{"name_ar": "ألفا"}, "ألفا"},
		{export.Claims, geojson.Properties{"surface": "قرية", "kind": "captured"}, "قرية"},
		{export.Claims, geojson.Properties{"kind": "casualties"}, "casualties"},
		{export.Fronts, geojson.Properties{"a": "army", "b": "rebels"}, "Army – Rebels · الجيش – الثوار"},
		{export.Pockets, geojson.Properties{"side": "two"}, "Rebels · الثوار"},
		{export.Advances, geojson.Properties{"actor": "army"}, "Army · الجيش"},
		{export.Difference, geojson.Properties{"from": "army", "to": "rebels"}, "Army → Rebels · الجيش ← الثوار"},
	} {
		mark := placemark(t, part(c.layer, nil, c.p, words("name_en", "name_ar", "surface", "kind", "a", "b", "side", "actor", "from", "to")...))
		if got := mark.at("name").Text; got != c.want {
			t.Errorf("%s: %q: want %q", c.layer, got, c.want)
		}
	}
}

func TestEveryLayerIsAFolder(t *testing.T) {
	var parts []export.Part
	for _, layer := range export.Layers {
		parts = append(parts, export.Part{Layer: layer, Schema: export.Schema{}, Features: func(func(*geojson.Feature, error) bool) {}})
	}
	folders := 0
	for _, e := range document(t, parts...).Children {
		if e.XMLName.Local == "Folder" {
			folders++
			if en, ar, both := strings.Cut(e.at("name").Text, " · "); !both || en == "" || ar == "" {
				t.Errorf("folder %q: want a name in both scripts", e.at("name").Text)
			}
		}
	}
	if folders != len(export.Layers) {
		t.Errorf("%d folders: want %d", folders, len(export.Layers))
	}
}

func TestADocumentNamesItsDataAndLicence(t *testing.T) {
	for _, c := range []struct {
		d    export.Dataset
		want map[string]string
	}{
		{export.Dataset{}, map[string]string{}},
		{export.Dataset{Version: "7f", Licence: "free & <open>"}, map[string]string{"version": "7f", "licence": "free & <open>"}},
	} {
		var b bytes.Buffer
		if err := kml.Write(&b, c.d); err != nil {
			t.Fatal(err)
		}
		var root element
		if err := xml.Unmarshal(b.Bytes(), &root); err != nil {
			t.Fatal(err)
		}
		checkOrder(t, root)
		got := map[string]string{}
		for _, e := range root.at("Document", "ExtendedData").Children {
			got[e.Attrs[0].Value] = e.at("value").Text
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestAnArchiveHoldsTheDocument(t *testing.T) {
	d := export.Dataset{Name: "x", Actors: actors, Parts: []export.Part{part(export.Areas, orb.Point{38, 35}, nil)}}
	var plain, zipped bytes.Buffer
	for _, err := range []error{kml.Write(&plain, d), kml.WriteZip(&zipped, d)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	archive, err := zip.NewReader(bytes.NewReader(zipped.Bytes()), int64(zipped.Len()))
	if err != nil || len(archive.File) != 1 || archive.File[0].Name != "doc.kml" {
		t.Fatalf("%v, %+v: want doc.kml alone", err, archive)
	}
	doc, err := archive.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(doc)
	if err != nil || string(text) != plain.String() {
		t.Errorf("%v: %s", err, text)
	}
}

func TestErrorsOfFeaturesAreReturned(t *testing.T) {
	broken := errors.New("broken")
	p := export.Part{Layer: export.Areas, Features: func(yield func(*geojson.Feature, error) bool) { yield(nil, broken) }}
	if err := kml.Write(io.Discard, export.Dataset{Parts: []export.Part{p}}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

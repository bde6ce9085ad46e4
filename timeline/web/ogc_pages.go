package web

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"frontline/timeline/export"
	"frontline/timeline/ogc"
	"frontline/timeline/plain"

	"github.com/paulmach/orb/geojson"
)

// getLanding answers /ogc: the page that leads to all others.
func (s *Server) getLanding(c *ogcCall) error {
	if err := c.done(); err != nil {
		return err
	}
	l := c.service.Landing(c.atlas.Version(), ogcDefinitionPath, docsPath)
	if !c.html {
		return c.reply(l)
	}
	d := plain.Document{Title: l.Title, Lead: l.Description, Links: c.shown(c.forms(ogc.JSON, c.say("as_json"))),
		Sections: []plain.Section{{Facts: []plain.Fact{{Term: plain.Cell{Text: c.say("version")}, Said: plain.Cell{Text: l.Version}}, {Term: plain.Cell{Text: c.say("licence")}, Said: plain.Cell{Text: c.service.Licence.Title, Href: c.service.Licence.Href}}}},
			c.listed(), {Heading: c.say("ogc_open_gis"), Lead: c.say("ogc_open_gis_about"), Code: c.service.Origin + ogcPath + "\n\nogrinfo OAPIF:" + c.service.Origin + ogcPath},
			{Links: []plain.Link{{Text: c.say("ogc_documentation"), Href: docsPath}, {Text: c.say("ogc_definition"), Href: definitionPath}, {Text: c.say("ogc_conformance"), Href: c.people(ogcPath + "/conformance")}}}}}
	return s.forPeople(c, d)
}

// getConformance answers /ogc/conformance: which classes of requirements are met.
func (s *Server) getConformance(c *ogcCall) error {
	if err := c.done(); err != nil {
		return err
	}
	if !c.html {
		return c.reply(ogc.Conformance{ConformsTo: ogc.ConformsTo})
	}
	var links []plain.Link
	for _, class := range ogc.ConformsTo {
		links = append(links, plain.Link{Text: class, Href: class})
	}
	return s.forPeople(c, plain.Document{Title: c.say("ogc_conformance"), Lead: c.say("ogc_conformance_about"), Trail: c.trail(""),
		Sections: []plain.Section{{Links: links}}, Links: c.shown(c.forms(ogc.JSON, c.say("as_json")))})
}

// getCollections answers /ogc/collections: the collections that there are.
func (s *Server) getCollections(c *ogcCall) error {
	if err := c.done(); err != nil {
		return err
	}
	if !c.html {
		return c.reply(c.service.Collections(c.atlas))
	}
	return s.forPeople(c, plain.Document{Title: c.say("ogc_collections"), Trail: c.trail(""), Sections: []plain.Section{c.listed()},
		Links: c.shown(c.forms(ogc.JSON, c.say("as_json")))})
}

// getCollection answers /ogc/collections/{id}: what a collection is.
func (s *Server) getCollection(c *ogcCall) error {
	layer, err := c.layer()
	if err == nil {
		err = c.done()
	}
	if err != nil {
		return err
	}
	described := c.service.Collection(c.atlas, layer)
	if !c.html {
		return c.reply(described)
	}
	at := ogcPath + "/collections/" + string(layer)
	var facts []plain.Fact
	fact := func(key, text string) {
		facts = append(facts, plain.Fact{Term: plain.Cell{Text: c.say(key)}, Said: plain.Cell{Text: text}})
	}
	if e := described.Extent.Spatial; e != nil {
		fact("extent_space", fmt.Sprintf("%.4f, %.4f, %.4f, %.4f", e.BBox[0][0], e.BBox[0][1], e.BBox[0][2], e.BBox[0][3]))
	}
	if e := described.Extent.Temporal; e != nil {
		fact("extent_time", c.end(e.Interval[0][0])+" – "+c.end(e.Interval[0][1]))
	}
	files := plain.Section{Heading: c.say("downloads")}
	for _, l := range described.Links {
		if l.Rel == "enclosure" {
			files.Links = append(files.Links, plain.Link{Text: l.Title, Href: l.Href, Type: l.Type})
		}
	}
	return s.forPeople(c, plain.Document{Title: described.Title, Lead: described.Description, Trail: c.trail("/collections"), Sections: []plain.Section{
		{Facts: facts, Links: []plain.Link{{Text: c.say("ogc_items"), Href: c.people(at + "/items")}, {Text: c.say("ogc_queryables"), Href: c.people(at + "/queryables")}}},
		files}, Links: c.shown(c.forms(ogc.JSON, c.say("as_json")))})
}

// getQueryables answers /ogc/collections/{id}/queryables: what features can be asked
// for.
func (s *Server) getQueryables(c *ogcCall) error {
	layer, err := c.layer()
	if err == nil {
		err = c.done()
	}
	if err != nil {
		return err
	}
	q := c.service.Queryables(layer)
	if !c.html {
		body, err := json.Marshal(q)
		if err != nil {
			return err
		}
		return c.send(ogc.Schema, body)
	}
	table := plain.Table{Caption: c.say("ogc_queryables"), Head: []string{c.say("property"), c.say("type")}}
	for _, name := range slices.Sorted(maps.Keys(q.Properties)) {
		p := q.Properties[name]
		table.Rows = append(table.Rows, []plain.Cell{{Text: name}, {Text: strings.TrimSpace(p.Type + " " + p.Format)}})
	}
	return s.forPeople(c, plain.Document{Title: c.say("ogc_queryables"), Lead: c.say("ogc_queryables_about"), Trail: c.trail("/collections", "/collections/"+string(layer)),
		Sections: []plain.Section{{Table: &table}}, Links: c.shown(c.forms(ogc.Schema, c.say("as_json")))})
}

// shownFields is how many fields of a feature stand in a line of a table for people.
const shownFields = 9

func (s *Server) pageOfItems(c *ogcCall, q ogc.Query, page ogc.Page, links []ogc.Link) error {
	var features []*geojson.Feature
	if err := json.Unmarshal(slices.Concat([]byte("["), page.Features, []byte("]")), &features); err != nil {
		return err
	}
	names := q.Properties
	if names == nil {
		for _, f := range ogc.FieldsOf(q.Layer)[1:] {
			if len(names) < shownFields && f.Type != export.Object {
				names = append(names, f.Name)
			}
		}
	}
	at := ogcPath + "/collections/" + string(q.Layer)
	section := plain.Section{Lead: c.say("items_none")}
	if len(features) > 0 {
		table := plain.Table{Caption: strings.NewReplacer("{from}", fmt.Sprint(q.Offset+1), "{to}", fmt.Sprint(q.Offset+page.Returned), "{n}", fmt.Sprint(page.Matched)).Replace(c.say(countedBy(page))),
			Head: append([]string{c.say("id")}, names...)}
		for _, f := range features {
			id := fmt.Sprint(f.ID)
			row := []plain.Cell{{Text: id, Href: c.people(at + "/items/" + url.PathEscape(id))}}
			for _, name := range names {
				row = append(row, plain.Cell{Text: wordsOf(f.Properties[name])})
			}
			table.Rows = append(table.Rows, row)
		}
		section = plain.Section{Table: &table}
	}
	return s.forPeople(c, plain.Document{Title: c.service.Title(q.Layer), Trail: c.trail("/collections", "/collections/"+string(q.Layer)),
		Sections: []plain.Section{section}, Links: c.shown(links)})
}

func countedBy(page ogc.Page) string {
	if page.Matched < 0 {
		return "items_shown_open"
	}
	return "items_shown"
}

func (s *Server) pageOfItem(c *ogcCall, layer export.Layer, feature []byte, links []ogc.Link) error {
	f, err := geojson.UnmarshalFeature(feature)
	if err != nil {
		return err
	}
	var facts []plain.Fact
	for _, field := range ogc.FieldsOf(layer)[1:] {
		facts = append(facts, plain.Fact{Term: plain.Cell{Text: field.Name}, Said: plain.Cell{Text: wordsOf(f.Properties[field.Name])}})
	}
	sections := []plain.Section{{Facts: facts}}
	if f.Geometry != nil {
		text, err := geojson.NewGeometry(f.Geometry).MarshalJSON()
		if err != nil {
			return err
		}
		sections = append(sections, plain.Section{Heading: c.say("geometry"), Code: string(text)})
	}
	return s.forPeople(c, plain.Document{Title: fmt.Sprint(f.ID), Trail: c.trail("/collections", "/collections/"+string(layer), "/collections/"+string(layer)+"/items"),
		Sections: sections, Links: c.shown(links)})
}

// wordsOf is a value of a feature as people read it.
func wordsOf(v any) string {
	text, err := export.Words(v)
	if err != nil {
		return ""
	}
	return text
}

// listed are the collections, with what each is.
func (c *ogcCall) listed() plain.Section {
	out := plain.Section{Heading: c.say("ogc_collections")}
	for _, layer := range ogc.Layers {
		out.Facts = append(out.Facts, plain.Fact{Term: plain.Cell{Text: c.service.Title(layer), Href: c.people(ogcPath + "/collections/" + string(layer))}, Said: plain.Cell{Text: c.say("layer_" + string(layer) + "_about")}})
	}
	return out
}

// trail are the pages above one, which is at these paths below the landing page.
func (c *ogcCall) trail(paths ...string) []plain.Link {
	out := []plain.Link{{Text: c.say("ogc_title"), Href: c.people(ogcPath)}}
	for _, path := range paths {
		title := c.say("ogc_collections")
		if parts := strings.Split(path, "/"); len(parts) > 3 {
			title = c.say("ogc_items")
		} else if len(parts) > 2 {
			title = c.service.Title(export.Layer(parts[2]))
		}
		if path != "" {
			out = append(out, plain.Link{Text: title, Href: c.people(ogcPath + path)})
		}
	}
	return out
}

// people is the address of a path as a page in the language of this one, of the data
// as it is seen here.
func (c *ogcCall) people(path string) string {
	asked := c.asSeen()
	asked.Set("f", "html")
	asked.Set("lang", c.lang)
	return path + "?" + asked.Encode()
}

// shown are links as a page shows them, but for the one to itself.
func (c *ogcCall) shown(links []ogc.Link) []plain.Link {
	var out []plain.Link
	for _, l := range links {
		text := l.Title
		if l.Type == ogc.GeoJSON || l.Type == ogc.JSON || l.Type == ogc.Schema {
			text = c.say("as_json")
		}
		if l.Rel != "self" && l.Rel != "collection" {
			out = append(out, plain.Link{Text: text, Href: l.Href, Rel: l.Rel, Type: l.Type})
		}
	}
	return out
}

// end is an end of a time as people read it.
func (c *ogcCall) end(moment *string) string {
	if moment == nil {
		return c.say("open_end")
	}
	return strings.TrimSuffix(*moment, "T00:00:00Z")
}

// forPeople answers with a page for people.
func (s *Server) forPeople(c *ogcCall, d plain.Document) error {
	d.Path = c.Request().URL.EscapedPath()
	return c.plainly(s.plain.Document(plain.Visit{Lang: c.lang, Asked: c.query, Atlas: c.atlas}, d))
}

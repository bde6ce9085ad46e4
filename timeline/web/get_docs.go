package web

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"frontline/timeline/atlas"
	"frontline/timeline/openapi"
	"frontline/timeline/plain"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/labstack/echo/v4"
)

// getDocs answers /api/docs?lang=: the definition as a page for people. A language that is
// not asked for is read from the headers, and the question is then as if it had been.
func (s *Server) getDocs(c echo.Context) error {
	r := c.Request()
	c.Response().Header().Add(echo.HeaderVary, "Accept-Language")
	if query, err := url.ParseQuery(r.URL.RawQuery); err == nil && !query.Has("lang") {
		query.Set("lang", s.plain.Preferred(cmp.Or(r.Header.Get("Accept-Language"), "en")))
		r.URL.RawQuery = query.Encode()
	}
	return s.asked(func(c *call) error {
		lang := choice(c.params, "lang", s.plain.Languages())
		if err := c.done(); err != nil {
			return err
		}
		if had, err := c.had(c.atlas.Version(), c.site(), c.query.Encode()); had {
			return err
		}
		d := &docs{origin: c.site(), say: s.plain.Say(lang), known: s.known(c)}
		return c.plainly(s.plain.Document(plain.Visit{Lang: lang, Asked: c.query, Atlas: c.atlas}, d.document(s.api())))
	})(c)
}

// known are things that examples can ask for, by what stands for them in an address;
// one that is not known stays as it stands.
func (s *Server) known(c *call) *strings.Replacer {
	end := c.atlas.Days().To
	if !end.Known() {
		return strings.NewReplacer()
	}
	const month = 30
	last := end - 1
	pairs := []string{"{day}", last.String(), "{from}", (last - month).String(), "{to}", end.String()}
	for place, h := range c.atlas.Holdings(atlas.Filter{Span: on(last)}) {
		pairs = append(pairs, "{actor}", string(h.Holder), "{place}", url.PathEscape(place.ID), "{name}", url.QueryEscape(place.NameEn))
		break
	}
	for _, r := range c.atlas.Reports(atlas.Filter{}) {
		pairs = append(pairs, "{report}", url.PathEscape(r.ID))
		break
	}
	return strings.NewReplacer(pairs...)
}

// docs makes the documentation.
type docs struct {
	origin string
	say    func(key string) string
	known  *strings.Replacer
}

// headings are the keys of what the parts are called.
var headings = map[string]string{groupPlaces: "docs_places", groupGround: "docs_ground", groupEvidence: "docs_evidence", groupFiles: "docs_files",
	groupNews: "docs_news", groupTiles: "docs_tiles", groupOGC: "docs_ogc", groupService: "docs_service"}

func (d *docs) document(a openapi.API) plain.Document {
	out := plain.Document{Path: docsPath, Title: d.say("ogc_documentation"), Lead: d.say("docs_about"), Links: []plain.Link{
		{Text: d.say("ogc_definition"), Href: definitionPath}, {Text: d.say("ogc_title"), Href: ogcPath + "?f=html"}}}
	out.Sections = append(out.Sections, plain.Section{Facts: []plain.Fact{{Term: plain.Cell{Text: d.say("docs_version")}, Said: plain.Cell{Text: a.Info.Version}}}, Lead: a.Info.Description})
	for _, g := range a.Groups {
		contents := plain.Section{Heading: d.say(headings[g.Name]), ID: g.Name, Lead: g.About}
		for _, o := range a.Operations {
			if o.Group == g.Name {
				contents.Facts = append(contents.Facts, plain.Fact{Term: plain.Cell{Text: o.Path, Href: "#" + o.ID}, Said: plain.Cell{Text: o.Summary}})
			}
		}
		out.Sections = append(out.Sections, contents)
	}
	for _, o := range a.Operations {
		out.Sections = append(out.Sections, d.operation(o))
	}
	return out
}

// operation is what is said of an operation.
func (d *docs) operation(o openapi.Operation) plain.Section {
	s := plain.Section{Heading: "GET " + o.Path, ID: o.ID, Lead: strings.TrimSpace(o.Summary + " " + o.About)}
	try := d.known.Replace(o.Try)
	if o.Try != "" && !strings.Contains(try, "{") {
		s.Links = []plain.Link{{Text: d.say("docs_try"), Href: try}}
		s.Code = "curl '" + d.origin + try + "'"
	} else {
		s.Code = "curl '" + d.origin + o.Path + "'"
	}
	var types, statuses []string
	for _, a := range o.Answers {
		types = append(types, a.MediaType)
	}
	for _, status := range o.Statuses {
		statuses = append(statuses, strconv.Itoa(status))
	}
	s.Facts = []plain.Fact{{Term: plain.Cell{Text: "200"}, Said: plain.Cell{Text: strings.Join(types, ", ")}}, {Term: plain.Cell{Text: d.say("docs_otherwise")}, Said: plain.Cell{Text: strings.Join(statuses, ", ")}}}
	if len(o.Params) == 0 {
		return s
	}
	s.Table = &plain.Table{Caption: d.say("docs_parameters"), Head: []string{d.say("docs_parameter"), d.say("docs_allowed"), d.say("docs_meaning")}}
	for _, p := range o.Params {
		name := p.Value.Name
		if p.Value.Required {
			name += " *"
		}
		s.Table.Rows = append(s.Table.Rows, []plain.Cell{{Text: name}, {Text: d.allowed(p.Value.Schema.Value)}, {Text: p.Value.Description}})
	}
	return s
}

// allowed says which values a schema allows.
func (d *docs) allowed(s *openapi3.Schema) string {
	if s.Items != nil {
		return d.allowed(s.Items.Value)
	}
	var values []string
	for _, v := range s.Enum {
		values = append(values, fmt.Sprint(v))
	}
	out := strings.Join(values, ", ")
	if out == "" {
		out = strings.Join(slices.Compact(slices.DeleteFunc([]string{s.Type.Slice()[0], s.Format}, func(s string) bool { return s == "" || s == "double" })), ", ")
	}
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	switch {
	case s.Min == nil:
	case s.ExclusiveMin.IsTrue():
		out += ", > " + number(*s.Min)
	default:
		out += ", ≥ " + number(*s.Min)
	}
	if s.Max != nil {
		out += ", ≤ " + number(*s.Max)
	}
	if s.Default != nil {
		out += fmt.Sprintf("; %s %v", d.say("docs_unasked"), s.Default)
	}
	return out
}

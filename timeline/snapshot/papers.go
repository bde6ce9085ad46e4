package snapshot

import (
	"fmt"
	"strconv"
	"strings"
)

// about says in words what the bundle is of.
func (m Manifest) about() string {
	out := "all days"
	switch {
	case m.On.Known():
		out = "how things stood on " + m.On.String()
	case m.From.Known() && m.To.Known():
		out = fmt.Sprintf("the days from %s up to, and not including, %s", m.From, m.To)
	case m.From.Known():
		out = "the days from " + m.From.String() + " on"
	case m.To.Known():
		out = "the days before " + m.To.String()
	}
	if m.AsKnownOn.Known() {
		out += ", as known at the end of " + m.AsKnownOn.String()
	}
	if len(m.Without) > 0 {
		out += ", as if " + strings.Join(m.Without, ", ") + " had said nothing"
	}
	return out
}

// citation is the bundle in the Citation File Format 1.2.0. Strings are quoted as JSON
// quotes them, which YAML reads.
func (m Manifest) citation(id string) string {
	var b strings.Builder
	line := func(key, value string) { fmt.Fprintf(&b, "%s: %s\n", key, strconv.QuoteToGraphic(value)) }
	b.WriteString("cff-version: 1.2.0\ntype: dataset\n")
	line("message", "Cite the snapshot with its version, which is its id. The sources of its reports are listed in manifest.json: cite those that you rely on too.")
	line("title", "Control of ground: "+m.about())
	line("abstract", fmt.Sprintf("%d claims, %d reports, and what follows from them by stated rules in %d holdings: who held what, when, and because of which words. Data version %s.",
		m.features("claims"), m.features("reports"), m.features("holdings"), m.Version))
	b.WriteString("authors:\n  - name: \"frontline contributors\"\n")
	line("version", id)
	if m.Recorded != nil {
		day, _, _ := strings.Cut(*m.Recorded, "T")
		fmt.Fprintf(&b, "date-released: %s\n", day)
	}
	fmt.Fprintf(&b, "license: %s\n", m.Licence.ID)
	return b.String()
}

// features is how many features of a layer the bundle has.
func (m Manifest) features(layer string) (n int) {
	for _, f := range m.Files {
		if f.Layer != nil && string(*f.Layer) == layer {
			n += *f.Features
		}
	}
	return n
}

// readme explains the bundle to who opens it without knowing the program.
func (m Manifest) readme() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Control of ground: %s\n\n", m.about())
	b.WriteString("GeoJSON (RFC 7946), WGS84, longitude before latitude, a layer a file:\n\n")
	for _, f := range m.Files {
		if f.Layer != nil {
			fmt.Fprintf(&b, "  %-18s %8d  %s\n", f.Name, *f.Features, layers[string(*f.Layer)])
		}
	}
	fmt.Fprintf(&b, `
start, end   %s
holder       who has it: an id; "unknown" where nothing is known; null where it is contested ground
others       of holdings, and parties of areas: who contests it
because      of holdings: the claims it rests on, each with its quote, report, source and day
quote        the words, as they stand in the report; report is its id, url where it was published
confidence   0 to 1; how it is reckoned stands in the program, and is no share of errors
manifest.json says what this was made from, how well reports are read, and on what terms it may be used.

%s

%s; quotes stay with their publishers. See %s.
%s
`, m.Validity, m.Verify, m.Licence.Name, licenceFile, m.Attribution)
	return b.String()
}

// layers say what features of a layer are.
var layers = map[string]string{
	"claims":   "what reports say, each on its day",
	"holdings": "places, by who held them",
	"areas":    "ground by holder: drawn around places, and no finding about any point of it",
	"fronts":   "lines between holders",
	"places":   "the places that claims speak of",
	"reports":  "what was published, without its text",
}

package export

import (
	"iter"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb/geojson"
)

// held is a holding that a feature is made of.
type held struct {
	*timeline.Holding
	atlas *atlas.Atlas
	place *geo.Place
}

func holdings(a *atlas.Atlas, f atlas.Filter) iter.Seq[held] {
	return func(yield func(held) bool) {
		for place, h := range a.Holdings(f) {
			if !yield(held{h, a, place}) {
				return
			}
		}
	}
}

// property is a property that features have, and how it is made: none is made that
// nobody asks for.
type property[T any] struct {
	name string
	of   func(T) any
}

// holdingProperties are those of a place through the days on which it was held so.
// Because lists the evidence, newest first; the newest is cited in flat properties
// too, for programs that read no others.
//
//nolint:gochecknoglobals // a table, which nobody changes
var holdingProperties = append([]property[held]{
	{"start", func(h held) any { span, _ := atlas.Known(*h.Holding); return span.From }},
	{"end", func(h held) any { return h.To }},
	{"place", func(h held) any { return h.place.ID }},
	{"name_ar", func(h held) any { return h.place.NameAr }},
	{"name_en", func(h held) any { return h.place.NameEn }},
	{"kind", func(h held) any { return h.place.Kind }},
	{"admin1", func(h held) any { return orNull(h.place.Admin1) }},
	{"precision", func(h held) any { return h.place.Precision }},
	{"holder", func(h held) any { return h.Holder }},
	{"contested", func(h held) any { return h.Contested() }},
	{"others", func(h held) any { return append([]timeline.Actor{}, h.Others...) }},
	{"uncertain", func(h held) any { return h.Uncertain }},
	{"inferred", func(h held) any { return h.Basis == timeline.Inferred }},
	{"since", func(h held) any { since, _ := h.atlas.Since(*h.Holding); return since }},
	{"since_basis", func(h held) any { _, basis := h.atlas.Since(*h.Holding); return basis }},
	{"last_confirmed", func(h held) any { _, confirmed := atlas.Known(*h.Holding); return confirmed }},
	{"confidence", func(h held) any { return h.Confidence }},
	{"because", func(h held) any { return because(h.atlas.Evidence(h.Because)) }},
}, citing(func(h held) atlas.Evidence { return h.atlas.Evidence(h.Because[:1])[0] })...)

// id is that of the feature: a place comes once for each of its holdings.
func (h held) id() string { return h.Place + "@" + h.From.String() }

// appendID appends the id as JSON.
func (h held) appendID(b []byte) []byte {
	b = appendString(b, h.place.ID)
	return append(h.From.Append(append(b[:len(b)-1], '@')), '"')
}

// feature is the holding at its place.
func (h held) feature() *geojson.Feature {
	p := make(geojson.Properties, len(holdingProperties))
	for _, x := range holdingProperties {
		p[x.name] = x.of(h)
	}
	f := geojson.NewFeature(rightHanded(h.place.At))
	f.ID, f.Properties = h.id(), p
	return f
}

// citedProperties lead from a claim to its words, and say whose they are.
var citedProperties = []property[atlas.Evidence]{
	{"quote", func(e atlas.Evidence) any { return e.Claim.Quote }},
	{"report", func(e atlas.Evidence) any { return e.Report.ID }},
	{"report_title", func(e atlas.Evidence) any { return e.Report.Title }},
	{"source", func(e atlas.Evidence) any { return e.Report.Source }},
	{"source_id", func(e atlas.Evidence) any { return e.Report.SourceID }},
	{"side", func(e atlas.Evidence) any { return e.Report.Side }},
	{"url", func(e atlas.Evidence) any { return e.Report.URL }},
	{"published", func(e atlas.Evidence) any { return e.Report.Published }},
}

// citing are the properties that cite the evidence of something.
func citing[T any](evidence func(T) atlas.Evidence) []property[T] {
	out := make([]property[T], len(citedProperties))
	for i, c := range citedProperties {
		out[i] = property[T]{c.name, func(x T) any { return c.of(evidence(x)) }}
	}
	return out
}

// cite puts into p what leads from a claim to its words, and whose they are.
func cite(p geojson.Properties, e atlas.Evidence) {
	for _, c := range citedProperties {
		p[c.name] = c.of(e)
	}
}

func because(evidence []atlas.Evidence) []geojson.Properties {
	out := make([]geojson.Properties, len(evidence))
	for i, e := range evidence {
		out[i] = geojson.Properties{"claim": e.Claim.ID, "kind": e.Claim.Kind}
		cite(out[i], e)
	}
	return out
}

// madeInto makes features of things.
func madeInto[T any](things iter.Seq[T], feature func(T) *geojson.Feature) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for x := range things {
			if !yield(feature(x), nil) {
				return
			}
		}
	}
}

package export

import (
	"iter"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// Enclosed are the features of Pockets, and then those of Necks that are at most
// widthKm wide, each with "pocket" or "neck" as its layer.
func Enclosed(a *atlas.Atlas, f atlas.Filter, widthKm float64) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, layer := range []Layer{Pockets, Necks} {
			one := strings.TrimSuffix(string(layer), "s")
			for x, err := range labelled(Features(a, Options{Layer: layer, NeckKm: widthKm, Filter: f}), one) {
				if !yield(x, err) || err != nil {
					return
				}
			}
		}
	}
}

// pockets are the pockets of the days of f.Span, one feature for each run of days
// through which a pocket stays the same. Since and until are the days through which
// its ring was closed, whatever its shape.
func pockets(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	found := func(day timeline.Day) ([]atlas.Pocket, error) { return a.Pockets(day, f) }
	return daily(a, f, found, samePocket, func(p atlas.Pocket) (orb.Geometry, []string, geojson.Properties) {
		gates := make([]geojson.Properties, len(p.Gates))
		for i, g := range p.Gates {
			gates[i] = geojson.Properties{"places": g.Places, "from": state(g.From), "to": state(g.To), "because": because(g.Because)}
		}
		return p.Shape, []string{p.Side}, geojson.Properties{
			"side":          p.Side,
			"since":         p.From,
			"until":         p.To,
			"km2":           thousandths(p.Km2),
			"km2_held":      thousandths(p.HeldKm2),
			"km2_contested": thousandths(p.ContestedKm2),
			"km2_unknown":   thousandths(p.UnknownKm2),
			"places":        p.Places,
			"border":        border(p.Border),
			"closed":        gates,
		}
	})
}

// necks are the necks of the days of f.Span that are at most widthKm wide, in runs
// like pockets. The geometry is the line across.
func necks(a *atlas.Atlas, f atlas.Filter, widthKm float64) iter.Seq2[*geojson.Feature, error] {
	found := func(day timeline.Day) ([]front.Neck, error) { return a.Necks(day, f, widthKm) }
	return daily(a, f, found, sameNeck, func(n front.Neck) (orb.Geometry, []string, geojson.Properties) {
		return n.Ends, []string{n.Side}, geojson.Properties{
			"side":     n.Side,
			"km":       thousandths(n.Km),
			"km_open":  thousandths(n.OpenKm),
			"km_front": thousandths(n.FrontKm),
			"km2":      thousandths(n.Km2),
			"km2_held": thousandths(n.HeldKm2),
			"places":   n.Places,
			"border":   border(n.Border),
			"mouth":    append([]string{}, n.Mouth...),
			"beside":   n.Beside,
		}
	})
}

// daily are the things found on the days of f.Span, in runs.
func daily[T any](a *atlas.Atlas, f atlas.Filter, found func(timeline.Day) ([]T, error), same func(x, y T) bool,
	describe func(T) (orb.Geometry, []string, geojson.Properties)) iter.Seq2[*geojson.Feature, error] {
	situations, err := a.Situations(atlas.Filter{Span: f.Span})
	if err != nil {
		return failed(err)
	}
	nothing := func(func(timeline.Span, *front.Situation) bool) {} // a day of these costs much: what lasts is cut to the days asked about
	return described(runs(around[*front.Situation]{nothing, situations.During, nothing}, func(s *front.Situation) []T {
		all, _ := found(s.Day) // fails only where the ground cannot be divided, which has been asked
		return all
	}, same), describe)
}

// border is in whose hands a border is; the holders come with the longest first.
func border(b front.Border) geojson.Properties {
	held := make([]geojson.Properties, len(b.Held))
	for i, h := range b.Held {
		held[i] = geojson.Properties{"holder": h.Holder, "km": thousandths(h.Km)}
	}
	return geojson.Properties{"held": held, "km_contested": thousandths(b.ContestedKm),
		"km_unknown": thousandths(b.UnknownKm), "km_outline": thousandths(b.OutlineKm)}
}

// state is what is known of ground: its holder, null where it is contested, and the
// parties.
func state(s front.State) geojson.Properties {
	return geojson.Properties{"holder": orNull(s.Holder), "parties": append([]timeline.Actor{}, s.Parties...)}
}

func samePocket(x, y atlas.Pocket) bool {
	return x.Side == y.Side && x.Span == y.Span && slices.Equal(x.Places, y.Places) && slices.Equal(x.Border.Held, y.Border.Held) &&
		x.HeldKm2 == y.HeldKm2 && x.ContestedKm2 == y.ContestedKm2 && orb.Equal(x.Shape, y.Shape)
}

func sameNeck(x, y front.Neck) bool {
	return x.Side == y.Side && orb.Equal(x.Ends, y.Ends) && slices.Equal(x.Places, y.Places) && slices.Equal(x.Mouth, y.Mouth) &&
		slices.Equal(x.Border.Held, y.Border.Held) && x.OpenKm == y.OpenKm && x.HeldKm2 == y.HeldKm2
}

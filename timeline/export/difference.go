package export

import (
	"fmt"
	"iter"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/planar"
)

// difference is what changed between the two days of the span, on the ground that
// passes; a place lets through what it is a part of.
func difference(a *atlas.Atlas, o Options) iter.Seq2[*geojson.Feature, error] {
	from, to := o.Span.From, o.Span.To
	if !from.Known() || !to.Known() {
		return failed(fmt.Errorf("layer %s: want two days, from and to", Difference))
	}
	var changes []atlas.GroundChange
	var err error
	if o.Map != "" {
		changes, err = a.DrawnDifference(o.Map, from, to, o.Filter)
	} else {
		changes, err = a.Difference(from, to, o.Filter)
	}
	if err != nil {
		return failed(err)
	}
	place, known := a.Place(o.Place)
	return Changed(keep(changes, func(c atlas.GroundChange) bool {
		drawn := o.Map != "" && known && planar.MultiPolygonContains(c.Shape, place.At) // such changes have no places
		return o.Place == "" || drawn || slices.Contains(c.Places, o.Place)
	}), from, to)
}

// Changed is ground that passed from one state to another between two days, as
// two features each: the ground itself (part "ground"), and the band in which its
// border lies (part "band"), where that is known. start and end are the two days.
func Changed(changes []atlas.GroundChange, from, to timeline.Day) iter.Seq2[*geojson.Feature, error] {
	return ground(changes, timeline.Span{From: from, To: to}, "change")
}

// Correction is ground of a day that was seen in another state before, as features
// like those of Changed, but for the band. start is the day.
func Correction(changes []atlas.GroundChange, day timeline.Day) iter.Seq2[*geojson.Feature, error] {
	return ground(changes, timeline.Span{From: day, To: day + 1}, "correction")
}

func ground(changes []atlas.GroundChange, span timeline.Span, what string) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, c := range changes {
			changed := passed(c.Shape, span, passage(c, what, "ground"), c)
			changed.Properties["changes"] = c.Because
			if !yield(changed, nil) {
				return
			}
			if len(c.Band) == 0 {
				continue
			}
			around := passed(c.Band, span, passage(c, what, "band"), c)
			if !yield(around, nil) {
				return
			}
		}
	}
}

// passed is a part of a change as a feature, with the part, who had the ground and
// who has it in its id.
func passed(shape orb.MultiPolygon, span timeline.Span, p geojson.Properties, c atlas.GroundChange) *geojson.Feature {
	f := feature(shape, span, p)
	part, _ := p["part"].(string)
	identify(f, slices.Concat([]string{part}, whose(c.From), []string{"to"}, whose(c.To), []string{span.To.String()})...)
	return f
}

func passage(c atlas.GroundChange, what, part string) geojson.Properties {
	return geojson.Properties{
		"what":         what,
		"part":         part,
		"from":         orNull(c.From.Holder),
		"from_parties": parties(c.From),
		"to":           orNull(c.To.Holder),
		"to_parties":   parties(c.To),
		"km2":          thousandths(c.Km2),
		"km2_least":    thousandths(c.LeastKm2),
		"km2_most":     thousandths(c.MostKm2),
		"places":       c.Places,
	}
}

// parties are those that contest ground; never nil.
func parties(s front.State) []timeline.Actor { return append([]timeline.Actor{}, s.Parties...) }

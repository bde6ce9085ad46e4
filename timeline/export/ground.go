package export

import (
	"iter"
	"slices"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// areas are the areas of the days of f.Span inside f.Within or f.Admin1, one feature
// for each run of days through which an area stays the same.
func areas(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	situations, err := a.Situations(f)
	if err != nil {
		return failed(err)
	}
	found := func(s *front.Situation) []front.Area {
		return keep(s.Areas(), func(x front.Area) bool {
			return meets(f.Bound, x.Shape) && (f.Place == "" || slices.Contains(x.Places, f.Place)) &&
				amongParties(f.Actors, x)
		})
	}
	return described(runs(around[*front.Situation](situations), found, sameArea), func(x front.Area) (orb.Geometry, []string, geojson.Properties) {
		return x.Shape, whose(x.State), areaProperties(x)
	})
}

func areaProperties(x front.Area) geojson.Properties {
	return geojson.Properties{
		"holder":       orNull(x.Holder),
		"contested":    x.Contested(),
		"parties":      parties(x.State),
		"km2":          thousandths(x.Km2),
		"km2_reported": thousandths(x.ReportedKm2),
		"places":       append([]string{}, x.Places...),
	}
}

// fronts are the front lines of the days of f.Span, in runs like areas.
func fronts(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	situations, err := a.Situations(f)
	if err != nil {
		return failed(err)
	}
	found := func(s *front.Situation) []front.Front {
		return keep(s.Fronts(), func(x front.Front) bool {
			return meets(f.Bound, x.Line) && among(f.Actors, x.A, x.B) &&
				(f.Place == "" || slices.ContainsFunc(x.Places, func(pair [2]string) bool {
					return slices.Contains(pair[:], f.Place)
				}))
		})
	}
	return described(runs(around[*front.Situation](situations), found, sameFront), func(x front.Front) (orb.Geometry, []string, geojson.Properties) {
		return x.Line, []string{string(x.A), string(x.B)}, geojson.Properties{
			"a":      x.A,
			"b":      x.B,
			"km":     thousandths(x.Km),
			"places": append([][2]string{}, x.Places...),
		}
	})
}

// orNull is nil for the zero value: contested ground has no one holder, and what
// is not said is not 0.
func orNull[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

func keep[T any](all []T, wanted func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), func(x T) bool { return !wanted(x) })
}

func meets(bound *orb.Bound, g orb.Geometry) bool { return bound == nil || geo.Meets(*bound, g) }

// among says whether any of the parties is wanted; none wanted is all.
func among(wanted []timeline.Actor, parties ...timeline.Actor) bool {
	return len(wanted) == 0 || slices.ContainsFunc(parties, func(p timeline.Actor) bool {
		return slices.Contains(wanted, p)
	})
}

func amongParties(wanted []timeline.Actor, x front.Area) bool {
	return among(wanted, append(slices.Clone(x.Parties), x.Holder)...)
}

func sameArea(x, y front.Area) bool {
	return x.State.Equal(y.State) && x.ReportedKm2 == y.ReportedKm2 && slices.Equal(x.Places, y.Places) && orb.Equal(x.Shape, y.Shape)
}

func sameFront(x, y front.Front) bool {
	return x.A == y.A && x.B == y.B && slices.Equal(x.Places, y.Places) && orb.Equal(x.Line, y.Line)
}

// described are runs as features: describe says where a thing lies, whose it is, and
// what is known of it.
func described[T any](runs iter.Seq2[timeline.Span, T], describe func(T) (orb.Geometry, []string, geojson.Properties)) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for span, x := range runs {
			g, who, p := describe(x)
			one := feature(g, span, p)
			identify(one, who...)
			if !yield(one, nil) {
				return
			}
		}
	}
}

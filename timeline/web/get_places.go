package web

import (
	"fmt"
	"iter"
	"strings"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/answer"

	"github.com/paulmach/orb/geojson"
)

// maxPlaces is the most places that can be asked for at once; somePlaces is
// how many come unasked.
const (
	maxPlaces  = 50
	somePlaces = 10
)

// placeOf is the place of an id or a code, or of a name in a governorate, "" for
// any; a *placeError of the parameter where that is not one place.
func (c *call) placeOf(parameter, name, in string) (geo.Place, error) {
	switch found := c.places.Find(name, in); len(found) {
	case 0:
		return geo.Place{}, &placeError{parameter, name, false, timeline.RankedJSON(c.places.Search(name, somePlaces))}
	case 1:
		return found[0].Place, nil
	default:
		return geo.Place{}, &placeError{parameter, name, true, timeline.RankedJSON(found)}
	}
}

// getPlaces answers /api/places?q=&limit=: places by what is typed, best
// first.
func (s *Server) getPlaces(c *call) error {
	q, given := c.text("q")
	if !given {
		c.missing("q", "a name, or part of one")
	}
	limit := c.integer("limit", 1, maxPlaces, somePlaces)
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(answer.Places{Places: timeline.RankedJSON(c.places.Search(q, limit))})
}

// governorate is the parameter in; "" where it is left out.
func (c *call) governorate() string {
	in, given := c.text("in")
	if !given {
		return ""
	}
	name, ok := c.places.Province(in)
	if !ok {
		allowed := strings.Join(c.places.Governorates(), ", ")
		c.wrong("in", in, allowed, fmt.Sprintf("%q is no governorate: want one of %s", in, allowed))
	}
	return name
}

// getHistory answers /api/places/{id}/history?actor=&from=&to=: the holdings of a
// place, in order, and when an actor was in it. Instead of the id a name that
// one place bears will do.
func (s *Server) getHistory(c *call) error {
	span, actor := c.span(), choice(c.params, "actor", s.actors())
	if err := c.done(); err != nil {
		return err
	}
	place, err := c.placeOf("place", c.id(), "")
	if err != nil {
		return err
	}
	return c.reply(c.atlas.Chronicle(place, span, actor))
}

// getLabels answers /api/labels: the places to be named on the map.
func (s *Server) getLabels(c *call) error {
	if err := c.done(); err != nil {
		return err
	}
	return c.replyFeatures(labels(c.places.Labels()))
}

func labels(places []geo.Place) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, p := range places {
			view := timeline.PlaceJSON(p)
			f := geojson.NewFeature(p.At)
			f.Properties = geojson.Properties{"id": view.ID, "name_ar": view.NameAr, "name_en": view.NameEn,
				"kind": view.Kind, "admin1": view.Admin1}
			if !yield(f, nil) {
				return
			}
		}
	}
}

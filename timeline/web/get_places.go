package web

import (
	"iter"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb/geojson"
)

// maxPlaces is the most places that can be asked for at once; somePlaces is
// how many come unasked.
const (
	maxPlaces  = 50
	somePlaces = 10
)

// placeOf is the place of an id, or of a name in a governorate, "" for any; a
// *placeError where that is not one place.
func (c *call) placeOf(name, in string) (geo.Place, error) {
	if p, ok := c.places.Get(name); ok {
		return p, nil
	}
	switch found := c.places.Find(name, in); len(found) {
	case 0:
		return geo.Place{}, &placeError{name, false, timeline.RankedJSON(c.places.Search(name, somePlaces))}
	case 1:
		return found[0].Place, nil
	default:
		return geo.Place{}, &placeError{name, true, timeline.RankedJSON(found)}
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
	return c.reply(struct {
		Places []timeline.RankedView `json:"places"`
	}{timeline.RankedJSON(c.places.Search(q, limit))})
}

// governorate is the parameter in; "" where it is left out.
func (c *call) governorate() string {
	in, given := c.text("in")
	if !given {
		return ""
	}
	name, ok := c.places.Province(in)
	if !ok {
		c.wrong("in", in, "a governorate", "is no governorate")
	}
	return name
}

// tenure is a holding as the history of a place shows it.
type tenure struct {
	Holder        timeline.Actor   `json:"holder"`
	Contested     bool             `json:"contested"`
	Others        []timeline.Actor `json:"others"`
	From          timeline.Day     `json:"from"`
	To            timeline.Day     `json:"to"`
	SinceBasis    timeline.Basis   `json:"since_basis"`
	LastConfirmed timeline.Day     `json:"last_confirmed"`
	Confidence    float64          `json:"confidence"`
	Because       []atlas.Evidence `json:"because"`
}

// getHistory answers /api/places/{id}/history: the holdings of a place, in
// order.
func (s *Server) getHistory(c *call) error {
	if err := c.done(); err != nil {
		return err
	}
	place, ok := c.places.Get(c.Param("id"))
	if !ok {
		return timeline.ErrNotFound
	}
	holdings := []tenure{}
	for _, h := range c.atlas.History(place.ID) {
		_, basis := c.atlas.Since(h)
		span, confirmed := atlas.Known(h)
		holdings = append(holdings, tenure{h.Holder, h.Contested(), append([]timeline.Actor{}, h.Others...),
			span.From, span.To, basis, confirmed, h.Confidence, c.atlas.Evidence(h.Because)})
	}
	return c.reply(struct {
		Place    timeline.PlaceView `json:"place"`
		Holdings []tenure           `json:"holdings"`
	}{timeline.PlaceJSON(place), holdings})
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

package extract

import (
	"errors"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/relative"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// regions are the governorates, by their names in English, each with the places
// that the gazetteer has in it.
type regions map[string]*relative.Region

// regionsOf gathers the governorates of a gazetteer. The seat of one is the city
// of its name, or else the point the gazetteer gives it. Places that are known
// only as an area say nothing of how far it reaches.
func regionsOf(places *gazetteer.Gazetteer) regions {
	out := regions{}
	seated := map[string]bool{}
	for _, e := range places.All() {
		if e.Admin1 == "" {
			continue
		}
		r := out[e.Admin1]
		if r == nil {
			r = &relative.Region{Name: e.Admin1}
			out[e.Admin1] = r
		}
		switch {
		case e.Kind == "city" && e.NameEn == e.Admin1:
			r.Seat, seated[e.Admin1] = e.At, true
		case governorate(e) && !seated[e.Admin1]:
			r.Seat = e.At
		}
		if e.Precision != geo.Area {
			r.Places = append(r.Places, e.At)
		}
	}
	return out
}

// errNoShape says that no ground can be so related to such places.
var errNoShape = errors.New("no ground is told so by these places")

// relate puts a claim on the ground that the words tell by places. Where one of
// them could not be placed, or no ground comes out, the claim is left as it is.
func (r regions) relate(l *located, c *timeline.Claim, told draft.Relation) {
	places := make([]*geo.Place, 0, len(told.Names))
	score := 1.0
	for _, start := range told.Names {
		k, to := l.between(start, start+1)
		if k == to {
			return
		}
		m := &l.mentions[l.mention[k]]
		if m.Place == nil {
			return
		}
		places, score = append(places, m.Place), min(score, m.Score)
	}
	if len(places) == 0 {
		return
	}
	shape, err := r.shape(told, places)
	if err != nil {
		return // the words tell of no ground: nothing is claimed of where it is
	}
	p := c.Place
	p.Relation, p.Shape, p.At, p.Score = told.Kind, &shape, &shape.At, score
	if p.ID = ""; len(places) == 1 && !c.Kind.Controls() {
		p.ID = places[0].ID
	}
}

// shape is the ground that is so related to the places.
func (r regions) shape(told draft.Relation, places []*geo.Place) (geo.Locus, error) {
	w, first := relative.Wind(told.Wind), places[0]
	if first.Kind == "governorate" {
		return r.regional(told, places)
	}
	a := make([]relative.Anchor, len(places))
	for i, p := range places {
		if !spot(p.Kind) {
			return geo.Locus{}, errNoShape
		}
		a[i] = relative.AnchorOf(*p)
	}
	switch told.Kind {
	case timeline.RelOffset:
		return relative.Offset(a[0], w, told.Km)
	case timeline.RelDistance:
		return relative.At(a[0], told.Km)
	case timeline.RelDirection:
		return relative.Toward(a[0], w)
	case timeline.RelCountryside:
		return relative.Countryside(a[0], w)
	case timeline.RelBetween:
		return relative.Between(a[0], a[1])
	case timeline.RelRoad:
		return relative.Along(a...)
	case timeline.RelTriangle:
		return relative.Within(a...)
	case timeline.RelAround:
		return relative.Around(a[0])
	}
	return geo.Locus{}, errNoShape
}

// spot says whether a place of the kind lies in one spot that others can be
// told by: the gazetteer's point of a river is any of its points.
func spot(kind string) bool {
	switch kind {
	case "river", "road", "region", "valley", "lake", "governorate":
		return false
	}
	return true
}

// regional is the ground that is so related to governorates: part of one, or
// where two meet.
func (r regions) regional(told draft.Relation, places []*geo.Place) (geo.Locus, error) {
	of := make([]relative.Region, len(places))
	for i, p := range places {
		if p.Kind != "governorate" || r[p.Admin1] == nil {
			return geo.Locus{}, errNoShape
		}
		of[i] = *r[p.Admin1]
	}
	switch told.Kind {
	case timeline.RelCountryside, timeline.RelDirection:
		return of[0].Ground(relative.Wind(told.Wind))
	case timeline.RelBorder:
		return relative.Border(of[0], of[1])
	}
	return geo.Locus{}, errNoShape
}

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
		case e.Kind == "city" && gazetteer.LatinKey(e.NameEn) == gazetteer.LatinKey(e.Admin1):
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
	if told.Kind == "" {
		return
	}
	places := make([]*geo.Place, len(told.Names))
	score := 1.0
	for i := range told.Names {
		m := l.meant(&told.Names[i])
		if m.Place == nil {
			return
		}
		places[i], score = m.Place, min(score, m.Score)
	}
	shape, err := r.shape(told, places)
	if err != nil {
		return // the words tell of no ground: nothing is claimed of where it is
	}
	p := c.Place
	p.Relation, p.Shape, p.At, p.Score = told.Kind, &shape, &shape.At, score
	switch {
	case c.Kind.Controls():
		p.ID = ""
	case len(places) == 1:
		p.ID = places[0].ID
	case told.Names[0].Start < p.Start || told.Names[len(places)-1].End > p.End || !p.Named:
		p.ID = "" // of no one place, unless the road or triangle has a name that is known
	}
}

// meant is the mention of the name: one of the text, or else a part of one.
func (l *located) meant(n *draft.Name) timeline.Mention {
	if k, to := l.between(n.Start, n.Start+1); k < to && l.names[k].End == n.End {
		return l.mentions[l.mention[k]]
	}
	return l.resolve(n)
}

// shape is the ground that is so related to the places.
func (r regions) shape(told draft.Relation, places []*geo.Place) (geo.Locus, error) {
	w := relative.Wind(told.Wind)
	switch region, ok := r.of(places[0], told.Kind); {
	case told.Kind == timeline.RelBorder && ok:
		if other, ok := r.of(places[1], told.Kind); ok {
			return relative.Border(region, other)
		}
		return geo.Locus{}, errNoShape
	case ok && (told.Kind == timeline.RelCountryside || told.Kind == timeline.RelDirection):
		return region.Ground(w)
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
		return relative.Around(a[0], w)
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

// of is the governorate that a place is, or that its name means in such a
// relation: the countryside of Homs is that of the governorate.
func (r regions) of(p *geo.Place, kind timeline.Relation) (relative.Region, bool) {
	region := r[p.Admin1]
	if region == nil {
		return relative.Region{}, false
	}
	wide := kind == timeline.RelCountryside || kind == timeline.RelBorder
	return *region, p.Kind == "governorate" || wide && p.At == region.Seat
}

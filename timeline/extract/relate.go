package extract

import (
	"errors"
	"sync"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/relative"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// regions are the governorates of a gazetteer, by their names in English, each
// with the places that lie in it. They are safe for concurrent use.
type regions struct {
	named  map[string]*relative.Region
	shapes sync.Map // country → locus: what was asked for, for the next time
}

// country is ground of a governorate, or where it meets another.
type country struct {
	kind    timeline.Relation
	of, and string // names; and is "" but for a border
	wind    relative.Wind
}

type locus struct {
	shape geo.Locus
	err   error
}

// regionsOf gathers the governorates of a gazetteer. The seat of one is the city
// of its name, or else the point the gazetteer gives it. Places that are known
// only as an area say nothing of how far it reaches.
func regionsOf(places *gazetteer.Gazetteer) *regions {
	out := map[string]*relative.Region{}
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
	for _, a := range places.Areas(1) {
		if r := out[places.ProvinceOf(a)]; r != nil {
			r.Outline = a.Outline
		}
	}
	return &regions{named: out}
}

// errNoShape says that no ground can be so related to such places.
var errNoShape = errors.New("no ground is told so by these places")

// relate puts a claim on the ground that the words tell by places. Where one of
// them could not be placed, or no ground comes out, the claim is left as it is.
func (r *regions) relate(l *located, c *timeline.Claim, told draft.Relation) {
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
	return l.alone(n)
}

// shape is the ground that is so related to the places.
func (r *regions) shape(told draft.Relation, places []*geo.Place) (geo.Locus, error) {
	w := relative.Wind(told.Wind)
	if region := r.of(places[0], told.Kind); region != nil {
		switch told.Kind {
		case timeline.RelBorder:
			if other := r.of(places[1], told.Kind); other != nil {
				return r.ground(country{told.Kind, region.Name, other.Name, ""})
			}
		case timeline.RelCountryside, timeline.RelDirection:
			return r.ground(country{told.Kind, region.Name, "", w})
		}
		return geo.Locus{}, errNoShape
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

// ground is that of governorates, which are in the table.
func (r *regions) ground(g country) (geo.Locus, error) {
	if l, known := r.shapes.Load(g); known {
		return l.(locus).shape, l.(locus).err
	}
	var l locus
	if g.and != "" {
		l.shape, l.err = relative.Border(*r.named[g.of], *r.named[g.and])
	} else {
		l.shape, l.err = r.named[g.of].Ground(g.wind)
	}
	r.shapes.Store(g, l)
	return l.shape, l.err
}

// of is the governorate that a place is, or that its name means in such a
// relation: the countryside of Homs is that of the governorate. nil where it
// means none.
func (r *regions) of(p *geo.Place, kind timeline.Relation) *relative.Region {
	region := r.named[p.Admin1]
	wide := kind == timeline.RelCountryside || kind == timeline.RelBorder
	if region == nil || p.Kind != "governorate" && !(wide && p.At == region.Seat) {
		return nil
	}
	return region
}

package kml

import (
	"strings"

	"frontline/timeline"
)

// cast are the actors, by id, and who comes first on each side.
type cast struct {
	actors []timeline.ActorInfo
	byID   map[timeline.Actor]timeline.ActorInfo
	leads  map[string]timeline.Actor
}

func newCast(actors []timeline.ActorInfo) cast {
	c := cast{actors, map[timeline.Actor]timeline.ActorInfo{}, map[string]timeline.Actor{}}
	for _, a := range actors {
		c.byID[a.ID] = a
		if _, led := c.leads[a.Side]; !led {
			c.leads[a.Side] = a.ID
		}
	}
	return c
}

// names are an actor's in English and Arabic; the id where the table has none.
func (c cast) names(id timeline.Actor) (en, ar string) {
	a, known := c.byID[id]
	if !known {
		return string(id), string(id)
	}
	return a.NameEn, a.NameAr
}

// side are the names of who leads a side.
func (c cast) side(side string) (en, ar string) {
	if lead, known := c.leads[side]; known {
		return c.names(lead)
	}
	return side, side
}

// together are the names of several actors, in both scripts.
func (c cast) together(ids []string, enJoined, arJoined string) (en, ar string) {
	var ens, ars []string
	for _, id := range ids {
		e, a := c.names(timeline.Actor(id))
		ens, ars = append(ens, e), append(ars, a)
	}
	return strings.Join(ens, enJoined), strings.Join(ars, arJoined)
}

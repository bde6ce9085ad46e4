package kml

import (
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"
)

// cast are the actors, with what they are called.
type cast struct {
	export.Cast
	actors []timeline.ActorInfo
}

// names are an actor's in English and Arabic; the id where the table has none.
func (c cast) names(id timeline.Actor) (en, ar string) {
	a, known := c.Actor(id)
	if !known {
		return string(id), string(id)
	}
	return a.NameEn, a.NameAr
}

// side are the names of who leads a side.
func (c cast) side(side string) (en, ar string) {
	if lead := c.Lead(side); lead != "" {
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

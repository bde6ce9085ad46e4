package baseline

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// How far from the position in a list a place may lie, in kilometres: one that
// bears the name, and one that nothing else speaks for.
const (
	namedKm   = 10
	unnamedKm = 2
)

// finder says which place a row of a list means.
type finder struct {
	places  *gazetteer.Gazetteer
	entries []*gazetteer.Entry
	ground  *ground
	number  map[string]int32 // of an entry, by its id and its codes in lower case
}

func newFinder(o Options, entries []*gazetteer.Entry, g *ground) *finder {
	f := &finder{places: o.Places, entries: entries, ground: g, number: make(map[string]int32, 2*len(entries))}
	for i, e := range entries {
		for _, code := range []string{e.PCode, e.GeoNames} {
			if code != "" {
				f.number[strings.ToLower(code)] = int32(i)
			}
		}
	}
	for i, e := range entries {
		f.number[strings.ToLower(e.ID)] = int32(i)
	}
	return f
}

// Unplaced is a row of a list that no place was found for.
type Unplaced struct {
	File       string
	What       string // "line" or "feature"
	Line       int    // of it, from 1
	Name       string // as the row has it; its id or its position where it has none
	Holder     timeline.Actor
	Reason     string       // why there is none
	Candidates []geo.Ranked // what the name can mean, best first
}

// find is the number of the entry that a row means, or why there is none. A
// position that cannot be read is an error.
func (f *finder) find(w row, c columns) (int32, *Unplaced, error) {
	id, name := c.value(w.cells, fieldID), c.value(w.cells, fieldPlace)
	for _, code := range []string{id, name} {
		if n, ok := f.number[strings.ToLower(code)]; ok && code != "" {
			return n, nil, nil
		}
	}
	at, err := position(c.value(w.cells, fieldLon), c.value(w.cells, fieldLat))
	if err != nil {
		return 0, nil, err
	}
	in, known := c.value(w.cells, fieldGovernorate), true
	if in != "" {
		in, known = f.places.Province(in)
	}
	var n int32
	var lost *Unplaced
	switch {
	case name == "" && at == nil:
		lost = &Unplaced{Name: id, Reason: "no place has this id"}
	case name == "":
		n, lost = f.nearest(id, *at)
	case !known:
		lost = &Unplaced{Name: name, Reason: fmt.Sprintf("no governorate is called %q", c.value(w.cells, fieldGovernorate))}
	default:
		n, lost = f.named(name, in, at)
	}
	return n, lost, nil
}

// named is the place of a name, the nearest one where a position is given.
func (f *finder) named(name, in string, at *orb.Point) (int32, *Unplaced) {
	ranked, sure := f.places.Named(name, in)
	if at == nil {
		switch {
		case sure:
			return f.number[strings.ToLower(ranked[0].Place.ID)], nil
		case len(ranked) > 0:
			return 0, &Unplaced{Name: name, Reason: fmt.Sprintf("%d places can be called so: want a governorate, an id or a position with it", len(ranked)), Candidates: ranked}
		}
		return 0, &Unplaced{Name: name, Reason: "no place is called so"}
	}
	best, km := int32(-1), float64(namedKm)
	for _, r := range ranked {
		if d := geo.DistanceKm(*at, r.Place.At); d <= km {
			best, km = f.number[strings.ToLower(r.Place.ID)], d
		}
	}
	if best < 0 {
		return 0, &Unplaced{Name: name, Reason: fmt.Sprintf("no place of this name within %d km of %s", namedKm, written(*at)), Candidates: ranked}
	}
	return best, nil
}

// nearest is the place at a position.
func (f *finder) nearest(id string, at orb.Point) (int32, *Unplaced) {
	const degreeKm = 111.0
	g, best, km := f.ground, int32(-1), float64(unnamedKm)
	for i := g.from(at.Lat() - unnamedKm/degreeKm); i < len(g.at) && g.at[i].Lat() <= at.Lat()+unnamedKm/degreeKm; i++ {
		if d := geo.DistanceKm(at, g.at[i]); d < km || d == km && best < 0 {
			best, km = g.number[i], d
		}
	}
	if best < 0 {
		return 0, &Unplaced{Name: cmp.Or(id, written(at)), Reason: fmt.Sprintf("no place within %d km of %s", unnamedKm, written(at))}
	}
	return best, nil
}

func written(p orb.Point) string { return fmt.Sprintf("%.5f,%.5f", p.Lon(), p.Lat()) }

// position is where a row says a place lies; nil where it does not.
func position(lon, lat string) (*orb.Point, error) {
	if lon == "" && lat == "" {
		return nil, nil
	}
	var p orb.Point
	for i, s := range []string{lon, lat} {
		v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
		if err != nil {
			return nil, fmt.Errorf("position %q, %q: want lon and lat in degrees", lon, lat)
		}
		p[i] = v
	}
	return &p, geo.CheckLonLat(p)
}

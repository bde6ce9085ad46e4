package gazetteer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/arabic"
)

// Governorates are the names of the governorates that the gazetteer has, in
// English and in the order of the table.
func (g *Gazetteer) Governorates() []string {
	var out []string
	for i := range g.entries {
		if e := &g.entries[i]; e.Kind == "governorate" && !slices.Contains(out, e.Admin1) {
			out = append(out, e.Admin1)
		}
	}
	return out
}

// How many of the nearest places tell the governorate of a point, and how far
// off, in kilometres, they may lie.
const (
	askedPlaces = 5
	askedKm     = 50
)

// GovernorateAt is the governorate that a point (lon, lat) lies in. Where the
// polygons of governorates are not known it is that of most of the nearest
// places, which is right but for the ground close to a border; "" where none
// lies near.
func (g *Gazetteer) GovernorateAt(p orb.Point) string {
	if a, ok := g.AreaAt(p, 1); ok {
		return g.ProvinceOf(a)
	}
	type neighbour struct {
		admin1 string
		km     float64
	}
	var near []neighbour
	for i := range g.entries {
		e := &g.entries[i]
		if e.Admin1 == "" || e.Precision == geo.Area || math.Abs(e.At.Lat()-p.Lat())*degreeKm > askedKm {
			continue
		}
		if km := geo.DistanceKm(e.At, p); km <= askedKm {
			near = append(near, neighbour{e.Admin1, km})
		}
	}
	slices.SortStableFunc(near, func(a, b neighbour) int { return cmp.Compare(a.km, b.km) })
	near = near[:min(askedPlaces, len(near))]
	best, votes := "", map[string]int{}
	for _, n := range near {
		if votes[n.admin1]++; votes[n.admin1] > votes[best] {
			best = n.admin1
		}
	}
	return best
}

// Province is the gazetteer's name of a governorate that is written so, in
// either script and any spelling, or that has this id or p-code; false where
// there is none.
func (g *Gazetteer) Province(name string) (string, bool) {
	p, ok := g.provinces[provinceKey(name)]
	if !ok {
		p, ok = g.provinces[codeKey(name)]
	}
	return p, ok
}

// addProvince makes a governorate known by all that it is called, the name that
// the gazetteer gives to its places among them, and by its codes.
func (g *Gazetteer) addProvince(e *Entry) {
	for _, n := range append(e.Names(), e.Admin1) {
		g.provinces[provinceKey(n)] = e.Admin1
	}
	for _, code := range []string{e.ID, e.PCode} {
		if code != "" {
			g.provinces[codeKey(code)] = e.Admin1
		}
	}
}

// ProvinceOf is the gazetteer's name of an area that is a governorate; the area's
// own where the gazetteer has none so called.
func (g *Gazetteer) ProvinceOf(a Area) string {
	for _, n := range []string{a.NameEn, a.NameAr} {
		if p, ok := g.Province(n); ok {
			return p
		}
	}
	return cmp.Or(a.NameEn, a.NameAr)
}

// provinceKey is what spellings of a governorate's name have in common.
func provinceKey(name string) string {
	if isLatin(name) {
		return Skeleton(name)
	}
	return arabic.Key(name)
}

// codeKey is what spellings of an id or a p-code have in common.
func codeKey(code string) string { return strings.ToLower(strings.TrimSpace(code)) }

// OwnID is the id of a place that an editor adds under a name at a point: the
// same for the same.
func OwnID(name string, at orb.Point) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%.5f|%.5f", NameKey(name), at.Lon(), at.Lat()))
	return "own:" + hex.EncodeToString(sum[:4])
}

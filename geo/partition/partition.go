// Package partition divides the ground between places once, so that a day has
// only to say who holds what.
//
// Every place gets the ground that is nearer to it than to any other (its
// Voronoi cell), cut off at an outline with islands and holes. All that
// matters afterwards is a planar arrangement: nodes, and edges that know the
// cell on their left and the cell on their right. Cells that carry the same
// label are joined by keeping the edges whose two sides differ and chaining
// them; where two labels meet, the same edges are the border. Nothing is ever
// clipped or united again.
//
// Nearest is meant in a plane: x = longitude · cos(φ₀), y = latitude, where φ₀
// is the outline's middle latitude, or the equator in NewPlain. Straight lines of that plane are straight
// in longitude and latitude, as GeoJSON draws them, so no line needs extra
// points. The price is that east–west distances are off by cos φ / cos φ₀: in
// a country that reaches 3° to either side of 35° N, by at most 4 % at its
// northern and southern ends, and by nothing in its middle; a border between
// two places d km apart lies at most 0.02·d from where the sphere would put
// it. Lengths and areas are taken on the sphere, through package geo.
//
// Coordinates are counted in whole steps, about 3·10⁻¹⁴ degrees for a country
// (see plane), which makes the geometric decisions exact. Outlines across the
// antimeridian or beyond 85° of latitude are not served.
package partition

import (
	"fmt"
	"slices"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// Partition is the ground divided between sites. It never changes after New
// and is safe for use by several goroutines.
type Partition struct {
	plane   plane
	sites   []orb.Point
	outline *Outline
	rings   []shore // of the outline
	mesh    *mesh
	cells   cells
	hints   hints
	arrangement
}

// cells numbers the cells: 0, 1, … in the order of their first sites.
type cells struct {
	ofSite   []int32
	ofVertex []int32 // of a vertex of the mesh; -1 for the ghosts
	vertex   []int32 // of the mesh, by cell
	site     []int32 // the first, by cell
}

// New divides the ground inside the outline between the sites (longitude,
// latitude, degrees). Sites are counted to within about 0.01 mm, and those at the
// same point share a cell; sites outside the outline have one too, which takes
// the ground inside that is nearest to them and may be empty. No sites give a
// partition without cells. New changes neither argument and keeps neither.
//
// Rings may be open or closed and wound either way, and may touch each other
// in common vertices. Vertices within about 0.01 mm of the one before are left
// out, and all are moved inward by about 0.001 mm, so that an outline along
// the edges between cells is no special case. A point that is no longitude and
// latitude, a ring without area, and an outline that crosses itself so that no
// arrangement comes out are errors.
func New(sites []orb.Point, outline orb.MultiPolygon) (*Partition, error) {
	return newIn(trueInTheMiddle, sites, outline)
}

// NewPlain is New in the plane of longitude and latitude as they stand, a degree
// of one as long as a degree of the other: what tools that know no globe do.
func NewPlain(sites []orb.Point, outline orb.MultiPolygon) (*Partition, error) {
	return newIn(plain, sites, outline)
}

func newIn(scale scale, sites []orb.Point, outline orb.MultiPolygon) (*Partition, error) {
	if err := checkSites(sites); err != nil {
		return nil, err
	}
	pl, err := planeOf(scale, sites, outline)
	if err != nil {
		return nil, fmt.Errorf("partition: %w", err)
	}
	p := &Partition{plane: pl, sites: slices.Clone(sites)}
	if len(sites) > 0 {
		var first []int32
		p.mesh, first = triangulate(pl.all(sites))
		p.number(first)
	}
	if err := p.cutOff(outline); err != nil {
		return nil, err
	}
	return p, nil
}

func checkSites(sites []orb.Point) error {
	for i, s := range sites {
		if err := geo.CheckLonLat(s); err != nil {
			return fmt.Errorf("partition: site %d: %w", i, err)
		}
	}
	return nil
}

// number numbers the cells and makes them quick to find. first names for each
// site the vertex that stands for it.
func (p *Partition) number(first []int32) {
	p.cells = numberCells(first)
	p.hints = newHints(p.mesh, p.cells)
}

// cutOff cuts the cells off at an outline that lies in the plane.
func (p *Partition) cutOff(outline orb.MultiPolygon) (err error) {
	p.outline = NewOutline(outline)
	if p.rings, err = shoresOf(p.plane, outline); err == nil && p.mesh != nil {
		p.arrangement, err = arrange(p.plane, p.mesh, p.cells, p.rings)
	}
	if err != nil {
		return fmt.Errorf("partition: %w", err)
	}
	return nil
}

// numberCells makes one cell of every set of sites that share a vertex. first
// names for each site the vertex, itself a site, that stands for it.
func numberCells(first []int32) cells {
	n := len(first)
	c := cells{ofSite: make([]int32, n), ofVertex: make([]int32, n+ghosts),
		vertex: make([]int32, 0, n), site: make([]int32, 0, n)}
	for v := range c.ofVertex {
		c.ofVertex[v] = -1
	}
	for site, v := range first {
		if c.ofVertex[v] < 0 {
			c.ofVertex[v] = int32(len(c.vertex))
			c.vertex = append(c.vertex, v)
			c.site = append(c.site, int32(site))
		}
		c.ofSite[site] = c.ofVertex[v]
	}
	return c
}

// Cells is the number of cells. They are numbered from 0 in the order of their
// first sites.
func (p *Partition) Cells() int { return len(p.cells.vertex) }

// CellOf is the cell of a site, by its index in the sites given to New.
func (p *Partition) CellOf(site int) int { return int(p.cells.ofSite[site]) }

// Site is where the first site of a cell is (longitude, latitude, degrees).
func (p *Partition) Site(cell int) orb.Point { return p.sites[p.cells.site[cell]] }

// SiteOf is the first site of a cell, by its index in the sites given to New.
func (p *Partition) SiteOf(cell int) int { return int(p.cells.site[cell]) }

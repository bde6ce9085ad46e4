package atlas

import (
	"frontline/geo"

	"github.com/paulmach/orb"
)

// Near is the ground around a point.
type Near struct {
	At orb.Point `json:"at"` // lon, lat
	Km float64   `json:"km"` // along a great circle; what lies exactly so far is near too
}

func (n *Near) contains(p orb.Point) bool { return geo.DistanceKm(n.At, p) <= n.Km }

package atlas

import (
	"strings"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// Near is the ground around a point.
type Near struct {
	At orb.Point `json:"at"` // lon, lat
	Km float64   `json:"km"` // along a great circle; what lies exactly so far is near too
}

// NearPoint reads where somebody wants to be near, if it is LON,LAT in degrees; what
// has letters is not, but a name.
func NearPoint(s string) (at orb.Point, isPoint bool, err error) {
	if strings.Trim(s, "-+.,0123456789 ") != "" {
		return at, false, nil
	}
	at, err = geo.ParseLonLat(s)
	return at, true, err
}

func (n *Near) contains(p orb.Point) bool { return geo.DistanceKm(n.At, p) <= n.Km }

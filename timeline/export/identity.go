package export

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb/encoding/wkb"
	"github.com/paulmach/orb/geojson"
)

// identify gives a feature that has no name of its own an id: whose it is, the first
// of its days, and a digest of where it lies, as in
// "sdf@2017-08-05.9c1f0a3be2d4". Two features of a layer that share all of these are
// one. It holds letters, digits and .@_- alone, so that it can stand in an address.
//
// What is asked about the day in an id has a feature of that id, so long as the same
// regions and the same view are asked about.
func identify(f *geojson.Feature, who ...string) {
	sum := sha256.New()
	_ = wkb.NewEncoder(sum).SetByteOrder(binary.LittleEndian).Encode(f.Geometry) // a digest takes all bytes, and the layers have only types that can be written
	start, _ := f.Properties["start"].(timeline.Day)
	f.ID = fmt.Sprintf("%s@%s.%s", strings.Join(who, "."), start, hex.EncodeToString(sum.Sum(nil)[:6]))
}

// whose are those who hold ground or contest it.
func whose(s front.State) []string {
	if s.Holder != "" {
		return []string{string(s.Holder)}
	}
	out := make([]string, len(s.Parties))
	for i, p := range s.Parties {
		out[i] = string(p)
	}
	return out
}

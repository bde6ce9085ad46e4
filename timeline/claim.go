package timeline

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"frontline/geo"
)

// Kind is what a claim says happened, or was so.
type Kind string

// The kinds of claims. Captured to Holds speak of control; Landed and what
// follows never change a holder.
const (
	Captured    Kind = "captured"
	Recaptured  Kind = "recaptured"
	Lost        Kind = "lost"
	Withdrew    Kind = "withdrew"
	HandedOver  Kind = "handed_over"
	Holds       Kind = "holds"
	Advanced    Kind = "advanced"
	Besieged    Kind = "besieged"
	SiegeBroken Kind = "siege_broken"
	Landed      Kind = "landed"
	Struck      Kind = "struck"
	Clashed     Kind = "clashed"
	Casualties  Kind = "casualties"
	Distance    Kind = "distance"
)

// Kinds lists every kind, in the order in which they are shown.
var Kinds = []Kind{Captured, Recaptured, Lost, Withdrew, HandedOver, Holds, Advanced,
	Besieged, SiegeBroken, Landed, Struck, Clashed, Casualties, Distance}

// Changes says whether the kind makes a place change hands.
func (k Kind) Changes() bool {
	switch k {
	case Captured, Recaptured, Lost, Withdrew, HandedOver:
		return true
	}
	return false
}

// Controls says whether the kind says who holds a place.
func (k Kind) Controls() bool { return k == Holds || k.Changes() }

// Modality is the mode in which a report says a thing. Only Asserted can
// change a map.
type Modality string

// The modalities.
const (
	Asserted     Modality = "asserted"
	Attempt      Modality = "attempt"
	Hypothetical Modality = "hypothetical"
	Future       Modality = "future"
	Repelled     Modality = "repelled"
	Denied       Modality = "denied"
	Unconfirmed  Modality = "unconfirmed"
	Raid         Modality = "raid"
	FireControl  Modality = "fire_control"
)

// Modalities lists every modality.
var Modalities = []Modality{Asserted, Attempt, Hypothetical, Future, Repelled, Denied, Unconfirmed, Raid, FireControl}

// Basis is how a day is known.
type Basis string

// The bases of days. Given: by whoever handed the report in. Stated: in the
// words themselves. Relative: reckoned from words such as "yesterday".
// Published: the day of the report, for want of another. Baseline: of a map or a
// list of who holds what on a day. Inferred: concluded, as said beside it.
// Resumed: the day on which a doubt of a holder was forgotten. BasisUnknown: not
// known.
const (
	Given        Basis = "given"
	Stated       Basis = "stated"
	Relative     Basis = "relative"
	Published    Basis = "published"
	Baseline     Basis = "baseline"
	Inferred     Basis = "inferred"
	Resumed      Basis = "resumed"
	BasisUnknown Basis = "unknown"
)

// Extents of control.
const (
	Full    = "full"
	Partial = "partial"
)

// Roles of a distance: how far an advance went, how far is left, or what two
// things it separates.
const (
	Penetration = "penetration"
	Remaining   = "remaining"
)

// PlaceRef is where a claim is put: the words, and the gazetteer's entry if
// there is one.
//
// Ground that is only told relative to places ("north of X") has a Relation and
// a Shape, and At stands for the shape. An event there has the ID of the place
// it is told by, if that is one alone; control of such ground has no ID, for
// the place itself does not change hands.
type PlaceRef struct {
	Surface    string     // as written, without clitics
	Named      bool       // false for "three villages", "wells near it"
	Start, End int        // bytes of the report
	ID         string     // of the gazetteer; "" where unplaced, and where At is of no one place
	At         *orb.Point // lon, lat; nil where unplaced
	Score      float64    // 0…1; 0 where unplaced
	Relation   Relation   // "" where the place itself is meant
	Shape      *geo.Locus // the ground that Relation tells; nil where it is ""
}

// Placed says whether the claim can be put on a map.
func (p *PlaceRef) Placed() bool { return p != nil && p.At != nil }

// Listed says whether the claim is put at a place of the gazetteer, or told by
// one.
func (p *PlaceRef) Listed() bool { return p.Placed() && p.ID != "" }

// Ground is where the claim is put: the point of its place, or the ground that its
// words tell relative to places; nil where it is unplaced.
func (p *PlaceRef) Ground() orb.Geometry {
	switch {
	case !p.Placed():
		return nil
	case p.Shape != nil:
		return p.Shape.Geometry
	}
	return *p.At
}

// Claim is one thing that a report says. Claims are only ever added.
type Claim struct {
	ID           string    `json:"id"`
	Report       string    `json:"report"`
	Kind         Kind      `json:"kind"`
	Modality     Modality  `json:"modality"`
	Actor        Actor     `json:"actor"`
	CoActors     []Actor   `json:"co_actors"`
	From         Actor     `json:"from"`
	Place        *PlaceRef `json:"place"`
	Extent       string    `json:"extent"`
	Count        int       `json:"count"` // 0 where none is given
	Date         Day       `json:"date"`
	DateBasis    Basis     `json:"date_basis"`
	DistanceKm   float64   `json:"distance_km"` // 0 where none is given
	DistanceRole string    `json:"distance_role"`
	// Measured is the program's own measure of what DistanceKm states, in km,
	// between the two places the sentence names; 0 where it cannot be taken.
	MeasuredKm      float64  `json:"measured_km"`
	MeasuredBetween []string `json:"measured_between"` // the two gazetteer ids; nil where not measured
	KilledMin       *int     `json:"killed_min"`
	WoundedMin      *int     `json:"wounded_min"`
	ClaimedBy       Actor    `json:"claimed_by"`
	Quote           string   `json:"quote"` // the clause, letter for letter
	Start           int      `json:"start"` // bytes of the report, half-open
	End             int      `json:"end"`
	Rule            string   `json:"rule"`
	Confidence      float64  `json:"confidence"` // 0…1
}

// Identify gives the claim its id: a digest of the report, the span and what
// is said, so that reading a report twice gives the same ids. Where the
// gazetteer puts the place is not part of it.
func (c *Claim) Identify() {
	place := PlaceRef{}
	if c.Place != nil {
		place = *c.Place
	}
	b := make([]byte, 0, 256)
	field := func(s string) { b = append(append(b, s...), '|') }
	number := func(n int) { b = append(strconv.AppendInt(b, int64(n), 10), '|') }
	field(c.Report)
	number(c.Start)
	number(c.End)
	field(string(c.Kind))
	field(string(c.Modality))
	field(string(c.Actor))
	for _, a := range c.CoActors {
		field(string(a))
	}
	field(string(c.From))
	field(place.Surface)
	number(place.Start)
	field(c.Extent)
	number(int(c.Date))
	number(c.Count)
	b = append(strconv.AppendFloat(b, c.DistanceKm, 'g', -1, 64), '|')
	field(deref(c.KilledMin))
	field(deref(c.WoundedMin))
	sum := sha256.Sum256(b)
	var id [16]byte
	hex.Encode(id[:], sum[:8])
	c.ID = string(id[:])
}

func deref(p *int) string {
	if p == nil {
		return ""
	}
	return strconv.Itoa(*p)
}

// Holder is who holds the place after the claim, and whether it says so at
// all: asserted control only.
func (c *Claim) Holder() (Actor, bool) {
	if c.Modality != Asserted || !c.Kind.Controls() {
		return "", false
	}
	if c.Actor == "" {
		return Unknown, true
	}
	return c.Actor, true
}

// EffectiveDay is the day a claim speaks of: its own, or for want of one the
// day its report was published. Zero where neither is known.
func EffectiveDay(c *Claim, published Day) Day {
	if c.Date != 0 {
		return c.Date
	}
	return published
}

// Involves says whether the actor takes any part in the claim.
func (c *Claim) Involves(a Actor) bool {
	return c.Actor == a || c.From == a || slices.Contains(c.CoActors, a)
}

// orNull is nil for the zero value, so that JSON says null.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

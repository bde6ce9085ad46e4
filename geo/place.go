package geo

import "github.com/paulmach/orb"

// Precision says how far a place's point can be trusted.
type Precision string

// The precisions of a point: Exact within 2 km, Approximate within about 5 km,
// Area the middle of something large, or of a place known only by the
// direction and distance that reports give (10–15 km).
const (
	Exact       Precision = "exact"
	Approximate Precision = "approximate"
	Area        Precision = "area"
)

// Place is one entry of a gazetteer.
type Place struct {
	ID        string    // stable, e.g. "sy-homs-kadir"
	NameAr    string    // primary name in Arabic script
	NameEn    string    // primary name in Latin script
	Kind      string    // village, town, city, hill, oil_field, governorate …
	At        orb.Point // lon, lat
	Admin1    string    // governorate, in English; "" where unknown
	Admin2    string    // district, in English; "" where unknown
	Precision Precision
}

// Ranked is a place offered as the answer to a name.
type Ranked struct {
	Place  Place
	Score  float64 // 0…1: how sure the choice is
	Reason string  // words a person understands: "only entry of this name"
}

package gazetteer

// prominence is how likely a bare name means this kind of place.
var prominence = map[string]float64{"city": 0.2, "governorate": 0.12, "town": 0.12, "oasis": 0.08, "mountain": 0.06,
	"district": 0.02, "neighbourhood": -0.08, "river": 0.1, "region": 0.04, "airbase": 0.05}

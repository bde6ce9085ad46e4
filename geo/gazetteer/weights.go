package gazetteer

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
)

// Weights are how much each thing that speaks for an entry or against it
// counts, in natural log-odds. An entry with the sum s is exp(s) times as
// likely as that the name means a place that is not among its entries, in a
// text whose other names all have some.
type Weights struct {
	Entry     float64            // that a village of this name is meant, where nothing else is said
	Standing  map[string]float64 // that a place of this kind is meant rather than a village, by the kind
	Differs   float64            // the class noun speaks of another sort of thing
	Quarter   float64            // it speaks of a quarter, and this is none, or the other way round
	Admin1    float64            // its governorate is named nearby; half where it is the second nearest, a third for the third
	Elsewhere float64            // governorates are named nearby, and its own is not
	Inside    float64            // it lies in the governorate that the name is said to lie in
	Outside   float64            // it lies in another one
	Near      float64            // it lies where the places named beside it do
	Far       float64            // it lies far from all of them
	Front     float64            // the forces that the text names were right there on the day
	Behind    float64            // they were far away
	Exact     float64            // the name is written as in the table
	Alternate float64            // it is written as one of its alternates
	Respelt   float64            // no entry bears the name, and this one bears another transliteration of it
	Unlike    float64            // of one that sounds like nothing in it; by the likeness
	Stranger  float64            // none of the other names of the text has an entry
}

// Learned are the weights that were fitted to the practice texts, read with
// the gazetteer that ships and with one of six times its size, and rounded
// to where other texts are read well too; TestWeights of timeline/extract fits
// them anew with -fit. Front and Behind are half of Near and Far: no annotated
// text says where the front was. Inside and Outside are what it takes for a
// village to come before a city of its name elsewhere: whoever asks for a place
// in a governorate means it.
func Learned() Weights {
	return Weights{Entry: 3, Standing: standing, Differs: -3, Quarter: -4, Admin1: 1.8, Elsewhere: -0.5, Inside: 2, Outside: -7,
		Near: 5.8, Far: -2.8, Front: 2.9, Behind: -1.4, Exact: 0.4, Alternate: -0.5, Respelt: -1.5, Unlike: -40, Stranger: -3}
}

// standing is the Standing of kinds. Of those that are not in it a village is
// as likely.
var standing = map[string]float64{"city": 7, "airbase": 5, "station": 3, "town": 2.6, "dam": 2.3, "base": 1.3, "oil_field": 1,
	"neighbourhood": -2.2, "district": -2.8}

// Score appends to out the score of each entry, as Resolve gives it but for
// what others on its spot add.
func (w Weights) Score(out []float64, entries []*Entry, h Hints) []float64 {
	from := len(out)
	spelled := spelling{surface: h.Surface}
	all := math.Exp(-w.Stranger * h.Unknown)
	for i, e := range entries {
		odds := 0.0
		if !misfit(e, h.Kinds) {
			sum := w.sum(e, h, len(entries) > 1)
			if h.Respelt != nil {
				sum += w.Respelt + w.Unlike*(1-h.Respelt[i].Likeness)
			} else {
				sum += w.spelling(e, &spelled)
			}
			odds = math.Exp(sum)
		}
		out, all = append(out, odds), all+odds
	}
	for i := range out[from:] {
		out[from+i] /= all
	}
	return out
}

// sum is what speaks for an entry, in log-odds, but for its spelling. A name that
// is shared may well be that of one more place, which no table has.
func (w Weights) sum(e *Entry, h Hints, shared bool) float64 {
	sum, far := w.Entry+w.Standing[e.Kind], w.Far
	if h.Respelt != nil {
		sum -= w.Standing[e.Kind] / 2 // of what is named often, the table has most spellings
	}
	switch {
	case h.Kinds == nil || sameSort(h.Kinds, e.Kind):
	case quarter(h.Kinds...) || quarter(e.Kind):
		sum += w.Quarter
	default:
		sum += w.Differs
		if shared && !serving(h.Kinds) { // the well of Qusayr, far from the city, is not the city, however great
			far -= max(0, w.Standing[e.Kind])
		}
	}
	if i := slices.Index(h.Admin1, e.Admin1); i >= 0 {
		sum += w.Admin1 / float64(i+1)
	} else if len(h.Admin1) > 0 {
		sum += w.Elsewhere
	}
	switch h.In {
	case "":
	case e.Admin1:
		sum += w.Inside
	default:
		sum += w.Outside
	}
	if e.Kind != province {
		near, heard := nearness(e.At, h.Near)
		sum += w.Near*near + far*(heard-near)
	}
	if h.Front != nil {
		if km, known := h.Front.Km(e.At); known {
			near := math.Exp(-km / reachKm)
			sum += w.Front*near + w.Behind*(1-near)
		}
	}
	return sum
}

// spelling is what the spelling of an entry's own name says.
func (w Weights) spelling(e *Entry, spelled *spelling) float64 {
	switch {
	case spelled.surface == "":
		return 0
	case spelled.surface == e.NameAr || spelled.surface == e.NameEn:
		return w.Exact
	case spelled.alternate(e):
		return w.Alternate
	}
	return 0
}

const province = "governorate"

// misfit says whether the text speaks of a province and this is none, or the
// other way round: no other hint makes up for that.
func misfit(e *Entry, kinds []string) bool {
	return kinds != nil && slices.Contains(kinds, province) != (e.Kind == province)
}

// sorts are the kinds that nobody takes for one another by mistake: a town may
// be called a village, but no hill. What is not here is built for a purpose.
var sorts = map[string]string{"city": "settlement", "town": "settlement", "village": "settlement", "district": "settlement",
	"neighbourhood": "quarter", "hill": "land", "mountain": "land", "valley": "land", "island": "land", "region": "land", "oasis": "land",
	"river": "water", "lake": "water", "road": "way", "junction": "way", province: province}

// serving says whether one of the kinds is called after the town it serves,
// which stands for it where the table has nothing else.
func serving(kinds []string) bool {
	return slices.ContainsFunc(kinds, func(k string) bool {
		switch k {
		case "crossing", "checkpoint", "airbase", "base", "station", "junction", "dam", "factory", "hospital", "prison", "silo", "camp":
			return true
		}
		return false
	})
}

// quarter says whether the kinds are that of the quarters of a city alone.
func quarter(kinds ...string) bool { return len(kinds) == 1 && kinds[0] == "neighbourhood" }

// sameSort says whether one of the kinds is of the same sort as kind.
func sameSort(kinds []string, kind string) bool {
	return slices.ContainsFunc(kinds, func(k string) bool { return k == kind || sorts[k] == sorts[kind] })
}

const (
	// reachKm is the distance at which a neighbour says a third (1/e) of what it
	// would say right here.
	reachKm = 30
	// beyondKm of latitude it says nothing that counts.
	beyondKm = 5 * reachKm
	degreeKm = 111 // of latitude, rather less than more
)

// nearness is how much the neighbours speak for a place at p, 0…1: half by the
// one that speaks most, half by their mean. heard is how much they could.
func nearness(p orb.Point, neighbours []Neighbour) (near, heard float64) {
	most, said, weight := 0.0, 0.0, 0.0
	for _, n := range neighbours {
		heard, weight = max(heard, n.Weight), weight+n.Weight
		if math.Abs(p.Lat()-n.At.Lat())*degreeKm > beyondKm {
			continue
		}
		if d := geo.DistanceKm(p, n.At); d > 0 { // another name of the very place says nothing
			v := n.Weight * math.Exp(-d/reachKm)
			most, said = max(most, v), said+v
		}
	}
	if weight == 0 {
		return 0, 0
	}
	return most/2 + said/weight/2, heard
}

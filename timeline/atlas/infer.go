package atlas

import (
	"cmp"
	"math"
	"slices"

	"frontline/timeline"
	"frontline/timeline/fold"

	"github.com/paulmach/orb"
)

// halvingKm is the distance, in kilometres, over which the confidence in a
// holder inferred from a neighbouring place falls by half.
const halvingKm = 10

// WhoAt says who held the ground at p (lon, lat) on day: it is inferred to be
// held as the place in whose cell it lies, or as all of them together where
// several places stand at the same point. Confidence halves with every 10 km
// between the two. Beyond the reach of every place, or where nothing is known
// of the holder of that place on that day, it is unknown. An error says that
// the ground could not be divided.
func (a *Atlas) WhoAt(p orb.Point, day timeline.Day) (Answer, error) {
	ans := unknown(day)
	ground, err := a.ground()
	if err != nil {
		return ans, err
	}
	nearest, km, ok := ground.PlaceAt(p)
	if !ok {
		return ans, nil
	}
	var because []*timeline.Claim
	for _, id := range ground.at[a.places[nearest].At] {
		h, ok := a.History(id).On(day)
		if !ok || h.Holder == timeline.Unknown && !h.Contested() {
			continue
		}
		said := a.SaidBy(h, day)
		ans.infer(h, km, a.DayOf(said[0]))
		because = append(because, said...)
	}
	slices.SortStableFunc(because, func(x, y *timeline.Claim) int { return cmp.Compare(a.DayOf(y), a.DayOf(x)) })
	ans.Because = a.Evidence(because)
	return ans, nil
}

// infer adds to the answer what follows from a holding of a place km away, of
// which a claim last spoke on a day.
func (ans *Answer) infer(h timeline.Holding, km float64, last timeline.Day) {
	if !ans.Inferred {
		ans.Inferred, ans.Holder, ans.SinceBasis = true, h.Holder, new(timeline.Inferred)
	}
	for _, party := range append([]timeline.Actor{h.Holder}, h.Others...) {
		if party != timeline.Unknown && party != ans.Holder && !slices.Contains(ans.Others, party) {
			ans.Others = append(ans.Others, party)
		}
	}
	for _, d := range h.Disputes {
		if d.Party != ans.Holder && !slices.Contains(ans.Disputes, d) {
			ans.Disputes = append(ans.Disputes, d)
		}
	}
	ans.Contested = len(ans.Others) > 0
	believed := fold.Aged(h.Confidence, max(0, int(ans.Day-last)))
	ans.Confidence = max(ans.Confidence, thousandth(believed*math.Exp2(-km/halvingKm)))
	ans.InferredFrom = append(ans.InferredFrom, Neighbour{Place: h.Place, Holder: h.Holder, Km: thousandth(km), Day: last})
}

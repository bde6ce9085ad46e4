package evaluate

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// Phenomenon is the items of a figure that have something in common.
type Phenomenon struct {
	Group  string   `json:"group"`
	Name   string   `json:"name"`
	Recall *float64 `json:"recall"` // 0…1, four decimals; null where nothing is there
	Right  int      `json:"right"`
	Missed int      `json:"missed"`
	Wrong  *int     `json:"wrong"` // read as such, and not there; null but for kinds
}

// Traits that have no name elsewhere.
const (
	leftKind   = "withdrew_or_lost"
	alone      = "alone"
	shortList  = "list_of_2_to_4"
	longList   = "list_of_5_or_more"
	news       = "news"
	background = "background"
	noDay      = "no_day"
)

// phenomena are the rows of the table by phenomenon: in each group, the items
// of a figure that have a trait; "" is all of them.
var phenomena = []struct {
	group  string
	figure Figure
	trait  string
}{
	{"kind", Holder, string(timeline.Captured)},
	{"kind", Holder, string(timeline.Recaptured)},
	{"kind", Holder, string(timeline.HandedOver)},
	{"kind", Holder, leftKind},
	{"kind", LeftOpen, ""},
	{"kind", Holder, string(timeline.Holds)},
	{"list", Holder, alone},
	{"list", Holder, shortList},
	{"list", Holder, longList},
	{"day", Holder, news},
	{"day", Holder, background},
	{"day", Holder, noDay},
	{"date", Dates, news},
	{"date", Dates, background},
	{"extent", Extents, timeline.Full},
	{"extent", Extents, timeline.Partial},
	{"trap", Traps, string(timeline.Attempt)},
	{"trap", Traps, string(timeline.Hypothetical)},
	{"trap", Traps, string(timeline.Future)},
	{"trap", Traps, string(timeline.Repelled)},
	{"trap", Traps, string(timeline.FireControl)},
	{"trap", Traps, string(timeline.Unconfirmed)},
	{"trap", Traps, string(timeline.Raid)},
	{"trap", Denials, ""},
}

func byPhenomenon(judged []Judgement) []Phenomenon {
	out := make([]Phenomenon, len(phenomena))
	for i, p := range phenomena {
		t := count(judged, func(v Judgement) bool {
			return v.Figure == p.figure && (p.trait == "" || slices.Contains(v.traits, p.trait))
		})
		out[i] = Phenomenon{p.group, cmp.Or(p.trait, string(p.figure)), ratio(t.right, t.missed), t.right, t.missed, nil}
		if p.group == "kind" && p.figure == Holder {
			out[i].Wrong = &t.wrong
		}
	}
	return out
}

// kindTrait is the kind; leaving and losing are one.
func kindTrait(k timeline.Kind) string {
	if left(k) {
		return leftKind
	}
	return string(k)
}

// listTrait tells by how many named places share the words it is said in.
func listTrait(sharing int) string {
	switch {
	case sharing < 2:
		return alone
	case sharing < 5:
		return shortList
	}
	return longList
}

// dayTrait tells the day before a text came out, and later, from a day of its
// own: an earlier one, or any where the text does not say when it came out.
func dayTrait(day, published string) string {
	if day == "" {
		return noDay
	}
	d, derr := timeline.ParseDay(day)
	p, perr := timeline.ParseDay(published)
	if derr == nil && perr == nil && d >= p-1 {
		return news
	}
	return background
}

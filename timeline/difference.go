package timeline

import (
	"encoding/json"
	"maps"
	"slices"

	"frontline/geo"
)

// Held is what a history says of a day. The zero Held is: nothing is known.
type Held struct {
	Holder    Actor
	Others    []Actor // who else is in the place
	Uncertain bool    // it passed from Holder to Others about then, and nobody says when
}

// HeldOn is what the history says of a day.
func (h History) HeldOn(d Day) Held {
	x, ok := h.On(d)
	if !ok {
		return Held{}
	}
	return Held{x.Holder, x.Others, x.Uncertain}
}

// Known says whether anything is known.
func (h Held) Known() bool { return h.Holder != "" }

// Equal says whether both say the same.
func (h Held) Equal(o Held) bool {
	return h.Holder == o.Holder && h.Uncertain == o.Uncertain && slices.Equal(h.Others, o.Others)
}

// HeldView is what a history says of a day, as answers show it: null where nothing is
// known.
type HeldView struct {
	Holder    Actor   `json:"holder"`
	Others    []Actor `json:"others"` // never nil
	Uncertain bool    `json:"uncertain"`
}

// MarshalJSON writes holder, others and uncertain, or null where nothing is
// known.
func (h Held) MarshalJSON() ([]byte, error) {
	if !h.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(HeldView{h.Holder, append([]Actor{}, h.Others...), h.Uncertain})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (h *Held) UnmarshalJSON(b []byte) error {
	var v *HeldView
	err := json.Unmarshal(b, &v)
	if *h = (Held{}); err != nil || v == nil {
		return err
	}
	*h = Held{v.Holder, someOf(v.Others), v.Uncertain}
	return nil
}

// Difference is a span of days through which two histories of a place say
// different things, each of them one.
type Difference struct {
	Span          Span
	Before, After Held
}

// Differences are the spans through which after says something else than h, in
// order, as long as they can be. How sure either is, and because of which
// claims, is not looked at.
func (h History) Differences(after History) []Difference {
	days := map[Day]bool{}
	for _, x := range slices.Concat(h, after) {
		days[x.From] = true
		if x.To.Known() {
			days[x.To] = true
		}
	}
	turns := slices.Sorted(maps.Keys(days))
	var out []Difference
	for i, from := range turns {
		to := Day(0)
		if i+1 < len(turns) {
			to = turns[i+1]
		}
		d := Difference{Span{from, to}, h.HeldOn(from), after.HeldOn(from)}
		if d.Before.Equal(d.After) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Span.To == from && out[n-1].Before.Equal(d.Before) && out[n-1].After.Equal(d.After) {
			out[n-1].Span.To = to
			continue
		}
		out = append(out, d)
	}
	return out
}

// Shift is a place of which something else is said through a span of days.
type Shift struct {
	Place geo.Place
	Difference
}

// MarshalJSON writes the place, the half-open span of days, and what is said
// before and after, null where that is nothing.
func (s Shift) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Place  PlaceView `json:"place"`
		From   Day       `json:"from"`
		To     Day       `json:"to"`
		Before Held      `json:"before"`
		After  Held      `json:"after"`
	}{PlaceJSON(s.Place), s.Span.From, s.Span.To, s.Before, s.After})
}

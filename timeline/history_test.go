package timeline_test

import (
	"testing"

	"frontline/timeline"
)

const (
	army = timeline.Actor("syrian_government")
	isis = timeline.Actor("islamic_state")
	sdf  = timeline.Actor("sdf")
)

func TestHistoryAsked(t *testing.T) {
	span := func(from, to string) timeline.Span { return timeline.Span{From: day(t, from), To: day(t, to)} }
	h := timeline.History{{Holder: isis, Span: span("2017-01-01", "2017-08-05")}, {Holder: army, Span: span("2017-08-05", "2017-09-01")},
		{Holder: sdf, Span: span("2017-10-01", "")}}
	for _, c := range []struct {
		on            string
		holder        timeline.Actor // "" where nothing is known
		before, after timeline.Actor
	}{
		{on: "2016-12-31", after: isis},
		{on: "2017-01-01", holder: isis, after: army},
		{on: "2017-08-05", holder: army, before: isis, after: sdf},
		{on: "2017-09-15", before: army, after: sdf},
		{on: "2030-01-01", holder: sdf, before: army},
	} {
		x, ok := h.On(day(t, c.on))
		if ok != (c.holder != "") || x.Holder != c.holder {
			t.Errorf("on %s: %q, known %v: want %q", c.on, x.Holder, ok, c.holder)
		}
		before, after := h.Around(day(t, c.on))
		if who(before) != c.before || who(after) != c.after {
			t.Errorf("around %s: %q and %q: want %q and %q", c.on, who(before), who(after), c.before, c.after)
		}
	}
	var none timeline.History
	if _, ok := none.On(day(t, "2017-01-01")); ok {
		t.Error("an empty history knows a holder")
	}
}

func who(h *timeline.Holding) timeline.Actor {
	if h == nil {
		return ""
	}
	return h.Holder
}

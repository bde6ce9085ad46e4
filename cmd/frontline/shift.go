package main

import (
	"fmt"

	"frontline/timeline"
)

// shiftWords is what is said otherwise of a place, for the eyes.
func shiftWords(s timeline.Shift) string {
	return fmt.Sprintf("%s (%s)  %s  %s → %s", s.Place.NameAr, s.Place.ID, spanWords(s.Span), heldWords(s.Before), heldWords(s.After))
}

func spanWords(s timeline.Span) string {
	if s.To == 0 {
		return s.From.String() + " and on"
	}
	return s.From.String() + " to " + s.To.String()
}

func heldWords(h timeline.Held) string {
	if !h.Known() {
		return "nothing known"
	}
	beside := " with "
	if h.Uncertain {
		beside = " or "
	}
	out := string(h.Holder)
	for _, o := range h.Others {
		out += beside + string(o)
	}
	return out
}

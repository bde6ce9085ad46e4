package draft_test

import (
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

func TestShiftMovesAllSpans(t *testing.T) {
	c := claim(timeline.Captured, "a", "الطيبة")
	c.Place.Start, c.Place.End = 205, 215
	text := draft.Text{Names: []draft.Name{{Start: 205, End: 215}}, Claims: []timeline.Claim{c, claim(timeline.Casualties, "a", "")},
		Notes: []draft.Note{{Start: 1, End: 2}}}
	text.Shift(1000)
	if n := text.Names[0]; n.Start != 1205 || n.End != 1215 {
		t.Errorf("name at %d–%d", n.Start, n.End)
	}
	if n := text.Notes[0]; n.Start != 1001 || n.End != 1002 {
		t.Errorf("note at %d–%d", n.Start, n.End)
	}
	for _, c := range text.Claims {
		if c.Start != 1200 || c.End != 1220 || c.Place != nil && (c.Place.Start != 1205 || c.Place.End != 1215) {
			t.Errorf("claim at %d–%d, place %+v", c.Start, c.End, c.Place)
		}
	}
}

// A claim that is made from another can share its place, which moves once.
func TestShiftMovesASharedPlaceOnce(t *testing.T) {
	c := claim(timeline.Captured, "a", "الطيبة")
	c.Place.Start, c.Place.End = 205, 215
	text := draft.Text{Claims: []timeline.Claim{c, c}}
	text.Shift(1000)
	for _, c := range text.Claims {
		if c.Place.Start != 1205 || c.Place.End != 1215 {
			t.Errorf("place at %d–%d: want 1205–1215", c.Place.Start, c.Place.End)
		}
	}
	if text.Claims[0].Place == text.Claims[1].Place {
		t.Error("the claims share their place still")
	}
}

func TestToldSaysWhatARuleMade(t *testing.T) {
	c := claim(timeline.Captured, "sdf", "الصور", from("islamic_state"), partly)
	c.Rule = "control.capture"
	got := draft.Told(&c)
	if want := (draft.Note{Start: 200, End: 220, Rule: "control.capture", Made: "asserted captured sdf partial @ الصور from islamic_state"}); got != want {
		t.Errorf("%+v: want %+v", got, want)
	}
	bare := timeline.Claim{Kind: timeline.Distance, Modality: timeline.Asserted}
	if got := draft.Told(&bare).Made; got != "asserted distance" {
		t.Errorf("%q: want what is there, and no more", got)
	}
}

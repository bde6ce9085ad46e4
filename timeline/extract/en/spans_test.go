package en_test

import (
	"reflect"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// checkSpans says what is wrong with the evidence of a text: whatever it is,
// spans lie inside it, and the words quoted stand there.
func checkSpans(t *testing.T, text string, x draft.Text) {
	t.Helper()
	inside := func(what string, start, end int) bool {
		if start < 0 || end <= start || end > len(text) {
			t.Errorf("%s: %d–%d is not inside 0–%d", what, start, end, len(text))
			return false
		}
		return true
	}
	for _, n := range x.Names {
		if inside("name "+n.Surface, n.Start, n.End) && text[n.Start:n.End] != n.Surface {
			t.Errorf("name %q stands as %q", n.Surface, text[n.Start:n.End])
		}
	}
	for _, c := range x.Claims {
		if inside(line(c), c.Start, c.End) && text[c.Start:c.End] != c.Quote {
			t.Errorf("%s: quotes %q where %q stands", line(c), c.Quote, text[c.Start:c.End])
		}
		if p := c.Place; p != nil && inside(line(c), p.Start, p.End) && text[p.Start:p.End] != p.Surface {
			t.Errorf("%s: place stands as %q", line(c), text[p.Start:p.End])
		}
		if c.Rule == "" || c.Modality == "" || c.Confidence <= 0 || c.Confidence > 1 {
			t.Errorf("%s: rule %q, confidence %g", line(c), c.Rule, c.Confidence)
		}
	}
	for _, n := range x.Notes {
		inside("note of "+n.Rule, n.Start, n.End)
	}
}

func FuzzSpans(f *testing.F) {
	for _, s := range []string{
		"The army captured Morek, Lataminah and Kafr Zita from the rebels on Aug. 5, 2017.",
		"BEIRUT, Aug 5 (Agency) – “SDF” fighters said they’d taken 60% of Al-Raqqah; 12 were killed…",
		"U.S. jets hit the T4 airbase (Tiyas) – Ra's al-Ayn's 137th Brigade, 5 km away.",
		"\xff\xfe The \x80army of\n\nto to to under the control of of", "", "'s - – ( ) 's under in by",
		"In the event that if whether the the town which which who that had been been by by to to",
	} {
		f.Add(s)
	}
	g := grammar(f)
	f.Fuzz(func(t *testing.T, text string) {
		x := g.Read(text, 0, timeline.BasisUnknown, true)
		checkSpans(t, text, x)
		if again := g.Read(text, 0, timeline.BasisUnknown, true); !reflect.DeepEqual(x, again) {
			t.Error("a second reading is not the same")
		}
	})
}

func TestNotesSayWhatRulesMade(t *testing.T) {
	x := grammar(t).Read("The army captured four soldiers. The army captured Morek.", sunday, timeline.Given, true)
	made, rejected := false, false
	for _, n := range x.Notes {
		made = made || n.Rejected == "" && n.Rule == "control.capture"
		rejected = rejected || n.Rejected != ""
	}
	if !made || !rejected {
		t.Errorf("%+v: want one claim and one rejection", x.Notes)
	}
}

func TestALongTextWithoutStopsIsRead(t *testing.T) {
	text := strings.Repeat("the army captured Morek and said it had taken Lataminah, which the rebels left, ", 3000)
	x := grammar(t).Read(text, sunday, timeline.Given, false)
	checkSpans(t, text, x)
	if len(x.Claims) == 0 {
		t.Error("nothing was read")
	}
}

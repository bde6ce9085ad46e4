package draft_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"frontline/geo/arabic"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// headEnd is where the headline of the texts of these tests ends.
const headEnd = 100

// claim is one of kind, of an asserted, named place, on the report's day, in
// the body.
func claim(kind timeline.Kind, actor timeline.Actor, place string, change ...func(*timeline.Claim)) timeline.Claim {
	c := timeline.Claim{Kind: kind, Modality: timeline.Asserted, Actor: actor, Extent: timeline.Full, Start: 200, End: 220,
		Date: timeline.Date(2017, 8, 20), DateBasis: timeline.Published}
	if place != "" {
		c.Place = &timeline.PlaceRef{Surface: place, Named: true}
	}
	for _, f := range change {
		f(&c)
	}
	return c
}

func inHeadline(c *timeline.Claim) { c.Start, c.End = 10, 30 }
func partly(c *timeline.Claim)     { c.Extent = timeline.Partial }
func tried(c *timeline.Claim)      { c.Modality = timeline.Attempt }
func from(a timeline.Actor) func(*timeline.Claim) {
	return func(c *timeline.Claim) { c.From = a }
}
func on(day int, b timeline.Basis) func(*timeline.Claim) {
	return func(c *timeline.Claim) { c.Date, c.DateBasis = timeline.Date(2017, 8, day), b }
}
func killed(n int) func(*timeline.Claim) { return func(c *timeline.Claim) { c.KilledMin = &n } }

// merged merges a copy of the claims.
func merged(claims []timeline.Claim) []timeline.Claim {
	return draft.MergedInPlace(slices.Clone(claims), headEnd, arabic.Key)
}

// written is what is left of claims, in few words.
func written(claims []timeline.Claim) string {
	var out []string
	for _, c := range claims {
		s := fmt.Sprintf("%s %s %d", c.Kind, c.Actor, c.Date.Time().Day())
		if c.From != "" {
			s += " from " + string(c.From)
		}
		if c.Extent == timeline.Partial {
			s += " partial"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestMerged(t *testing.T) {
	const captured, recaptured, holds, withdrew = timeline.Captured, timeline.Recaptured, timeline.Holds, timeline.Withdrew
	for _, c := range []struct {
		how  string
		all  []timeline.Claim
		want string
	}{
		{"nothing", nil, ""},
		{"headline and body, the body tells who lost it", []timeline.Claim{claim(captured, "a", "الطيبة", inHeadline), claim(captured, "a", "الطيبة", from("b"))}, "captured a 20 from b"},
		{"headline and body, the headline tells who lost it", []timeline.Claim{claim(captured, "a", "الطيبة", inHeadline, from("b")), claim(captured, "a", "الطيبة")}, "captured a 20 from b"},
		{"two spellings of one place", []timeline.Claim{claim(captured, "a", "الطيبة"), claim(captured, "a", "طيبه")}, "captured a 20"},
		{"two places", []timeline.Claim{claim(captured, "a", "الطيبة"), claim(captured, "a", "الكوم")}, "captured a 20, captured a 20"},
		{"two actors", []timeline.Claim{claim(captured, "a", "الطيبة"), claim(captured, "b", "الطيبة")}, "captured a 20, captured b 20"},
		{"done and tried", []timeline.Claim{claim(captured, "a", "الطيبة", tried), claim(captured, "a", "الطيبة")}, "captured a 20, captured a 20"},
		{"a body that weakens", []timeline.Claim{claim(captured, "a", "الطيبة", inHeadline), claim(captured, "a", "الطيبة", partly)}, "captured a 20 partial"},
		{"entered, and took it", []timeline.Claim{claim(captured, "a", "الطيبة", partly), claim(captured, "a", "الطيبة")}, "captured a 20"},
		{"a stated day over the report's", []timeline.Claim{claim(captured, "a", "الطيبة"), claim(captured, "a", "الطيبة", on(18, timeline.Stated))}, "captured a 18"},
		{"yesterday over the report's day", []timeline.Claim{claim(captured, "a", "الطيبة", on(19, timeline.Relative)), claim(captured, "a", "الطيبة")}, "captured a 19"},
		{"twice, each with a day of its own", []timeline.Claim{claim(captured, "a", "الطيبة", on(3, timeline.Stated)), claim(recaptured, "a", "الطيبة", on(9, timeline.Stated))}, "captured a 3, recaptured a 9"},
		{"taken back stays taken back", []timeline.Claim{claim(recaptured, "a", "الطيبة", inHeadline), claim(captured, "a", "الطيبة")}, "recaptured a 20"},
		{"left, and others came", []timeline.Claim{claim(withdrew, timeline.Unknown, "الطيبة", from("b")), claim(captured, "a", "الطيبة", from("b"))}, "captured a 20 from b"},
		{"left, and others came elsewhere", []timeline.Claim{claim(withdrew, timeline.Unknown, "الطيبة", from("b")), claim(captured, "a", "الكوم", from("b"))}, "withdrew unknown 20 from b, captured a 20 from b"},
		{"left, and others only try to come", []timeline.Claim{claim(withdrew, timeline.Unknown, "الطيبة", from("b")), claim(captured, "a", "الطيبة", tried)}, "withdrew unknown 20 from b, captured a 20"},
		{"came, and left again", []timeline.Claim{claim(captured, "b", "الطيبة", on(3, timeline.Stated)), claim(withdrew, timeline.Unknown, "الطيبة", from("b"), on(9, timeline.Stated))}, "captured b 3, withdrew unknown 9 from b"},
		{"took it, and holds it", []timeline.Claim{claim(captured, "a", "الطيبة"), claim(holds, "a", "الطيبة")}, "captured a 20"},
		{"took it, and another holds it", []timeline.Claim{claim(captured, "a", "الطيبة"), claim(holds, "b", "الطيبة")}, "captured a 20, holds b 20"},
		{"held it until it was taken from it", []timeline.Claim{claim(holds, "b", "الطيبة"), claim(captured, "a", "الطيبة", from("b"))}, "captured a 20 from b"},
		{"still holds what was taken in part", []timeline.Claim{claim(holds, "b", "الطيبة"), claim(captured, "a", "الطيبة", from("b"), partly)}, "holds b 20, captured a 20 from b partial"},
		{"a headline's dead of all sides, counted below", []timeline.Claim{claim(timeline.Casualties, timeline.Unknown, "", inHeadline, killed(30)),
			claim(timeline.Casualties, "a", "", killed(10)), claim(timeline.Casualties, "b", "", killed(20))}, "casualties a 20, casualties b 20"},
		{"a headline's dead of all sides, more than are counted", []timeline.Claim{claim(timeline.Casualties, timeline.Unknown, "", inHeadline, killed(40)),
			claim(timeline.Casualties, "a", "", killed(10))}, "casualties unknown 20, casualties a 20"},
		{"the same dead twice", []timeline.Claim{claim(timeline.Casualties, "a", "", killed(10)), claim(timeline.Casualties, "a", "", killed(10))}, "casualties a 20"},
		{"other dead of the same", []timeline.Claim{claim(timeline.Casualties, "a", "", killed(10)), claim(timeline.Casualties, "a", "", killed(12))}, "casualties a 20, casualties a 20"},
		{"distances are never one", []timeline.Claim{claim(timeline.Distance, "", "الطيبة"), claim(timeline.Distance, "", "الطيبة")}, "distance  20, distance  20"},
		{"one landing from two sides", []timeline.Claim{claim(timeline.Landed, "a", "الطيبة"), claim(timeline.Landed, "a", "الكوم")}, "landed a 20"},
	} {
		t.Run(c.how, func(t *testing.T) {
			if got := written(merged(c.all)); got != c.want {
				t.Errorf("%q: want %q", got, c.want)
			}
		})
	}
}

// Merging what is merged changes nothing.
func TestMergedTwice(t *testing.T) {
	all := []timeline.Claim{claim(timeline.Captured, "a", "الطيبة", inHeadline), claim(timeline.Holds, "b", "الطيبة"),
		claim(timeline.Captured, "a", "الطيبة", on(3, timeline.Stated), from("b")), claim(timeline.Withdrew, timeline.Unknown, "الكوم", from("b")),
		claim(timeline.Captured, "a", "الطيبة", on(9, timeline.Stated))}
	once := written(merged(all))
	if twice := written(merged(merged(all))); once != twice {
		t.Errorf("once %q, twice %q", once, twice)
	}
}

package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
)

// saying is one way to say a thing, and what it says of who holds what, as
// brief writes it, with "; " between claims; "" for nothing. Claims that speak
// of anything but control may be left out, but what is listed has to be there.
type saying struct{ how, text, says string }

// checkSayings reads each text as the body of a report of Sunday, 20 August
// 2017. A text that begins with "# " brings its own headline.
func checkSayings(t *testing.T, sayings []saying) {
	t.Helper()
	x := reader(t)
	for _, c := range sayings {
		t.Run(c.how, func(t *testing.T) {
			text, own := strings.CutPrefix(c.text, "# ")
			if !own {
				text = "نشرة المساء\n\n" + text
			}
			var want, got []string
			if c.says != "" {
				want = strings.Split(c.says, "; ")
			}
			for _, claim := range read(t, x, report(text)).Claims {
				b := brief(claim)
				got = append(got, b)
				if claim.Kind.Controls() && !slices.Contains(want, b) {
					t.Errorf("%s\nshould not say %s", c.text, b)
				}
			}
			for _, w := range want {
				if !slices.Contains(got, w) {
					t.Errorf("%s\nlacks %s\nhas   %q", c.text, w, got)
				}
			}
		})
	}
}

// brief is a claim in few words: "captured sdf<islamic_state [الصور]". What goes
// without saying is left out: that it is asserted, wholly, of a named place, on
// the day of the report. A tilde marks a place without a name of its own, "-" a
// day that is not known.
func brief(c timeline.Claim) string {
	words := []string{string(c.Kind)}
	add := func(when bool, format string, args ...any) {
		if when {
			words = append(words, fmt.Sprintf(format, args...))
		}
	}
	add(c.Modality != timeline.Asserted, "%s", c.Modality)
	add(c.Actor != "" && c.From == "", "%s", c.Actor)
	add(c.From != "", "%s<%s", c.Actor, c.From)
	for _, a := range c.CoActors {
		add(true, "+%s", a)
	}
	if p := c.Place; p != nil {
		tilde := "~"
		if p.Named {
			tilde = ""
		}
		add(true, "%s[%s]", tilde, strings.Join(strings.Fields(p.Surface), " "))
	}
	add(c.Extent == timeline.Partial, "partial")
	add(c.Count > 0, "×%d", c.Count)
	add(c.DistanceKm > 0, "%g km", c.DistanceKm)
	add(c.DistanceRole != "", "%s", c.DistanceRole)
	add(c.KilledMin != nil, "killed %d", number(c.KilledMin))
	add(c.WoundedMin != nil, "wounded %d", number(c.WoundedMin))
	add(c.ClaimedBy != "", "by %s", c.ClaimedBy)
	add(!c.Date.Known(), "-")
	add(c.Date.Known() && c.Date != timeline.Date(2017, 8, 20), "%s", c.Date)
	return strings.Join(words, " ")
}

func briefs(claims []timeline.Claim) []string {
	out := make([]string, len(claims))
	for i, c := range claims {
		out[i] = brief(c)
	}
	return out
}

func number(p *int) int {
	if p == nil {
		return 0
	}
	return *p
}

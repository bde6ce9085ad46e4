package fold_test

import (
	"testing"

	"frontline/timeline"
)

// shown is what a map of a day says of the place.
func shown(t *testing.T, on string, k timeline.Kind, who, from timeline.Actor) timeline.Claim {
	return with(said(t, on, k, who, from), func(c *timeline.Claim) {
		c.ID, c.DateBasis, c.Quote = on+string(k+timeline.Kind(who)), timeline.Baseline, "sukhnah "+string(who)
	})
}

// Rule 9: the next map of the same source is its newer word.
func TestANewerMapTakesThePlaceOfTheOneBefore(t *testing.T) {
	part := func(c *timeline.Claim) { c.Extent = timeline.Partial }
	partly := &timeline.Source{ID: "ministry", Side: "damascus", Weight: 0.7}
	for _, c := range []struct {
		name   string
		claims []timeline.Claim
		source *timeline.Source
		want   string
	}{
		{"days between two maps are uncertain", []timeline.Claim{shown(t, "2017-08-01", timeline.Holds, isis, ""), shown(t, "2017-08-03", timeline.Holds, isis, ""), shown(t, "2017-08-09", timeline.Holds, sdf, "")}, nil,
			"[2017-08-01, 2017-08-04) islamic_state\n[2017-08-04, 2017-08-09) islamic_state +sdf uncertain\n[2017-08-09, ) sdf\n"},
		{"none between maps of two days that follow each other", []timeline.Claim{shown(t, "2017-08-01", timeline.Holds, isis, ""), shown(t, "2017-08-02", timeline.Holds, sdf, "")}, nil,
			"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, ) sdf\n"},
		{"lost on one of the days between", []timeline.Claim{shown(t, "2017-08-01", timeline.Holds, isis, ""), shown(t, "2017-08-09", timeline.Lost, "", isis)}, nil,
			"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, 2017-08-09) islamic_state +unknown uncertain\n[2017-08-09, ) unknown\n"},
		{"lost by one who is not there any more", []timeline.Claim{shown(t, "2017-08-01", timeline.Holds, isis, ""), said(t, "2017-08-05", timeline.Captured, sdf, isis), shown(t, "2017-08-09", timeline.Lost, "", isis)}, nil,
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) sdf\n"},
		{"for its maker's own side too", []timeline.Claim{shown(t, "2017-08-01", timeline.Holds, isis, ""), shown(t, "2017-08-02", timeline.Holds, army, "")}, partly,
			"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, ) syrian_government\n"},
		{"but an announcement of that side is one", []timeline.Claim{shown(t, "2017-08-01", timeline.Holds, isis, ""), said(t, "2017-08-02", timeline.Captured, army, "")}, partly,
			"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, ) islamic_state +syrian_government\n"},
		{"what it alone had contested is settled by it", []timeline.Claim{
			shown(t, "2017-08-01", timeline.Holds, isis, ""), with(shown(t, "2017-08-02", timeline.Holds, isis, ""), part), with(shown(t, "2017-08-02", timeline.Holds, sdf, ""), part),
			shown(t, "2017-08-03", timeline.Holds, isis, "")}, nil,
			"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, 2017-08-03) islamic_state +sdf\n[2017-08-03, ) islamic_state\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := c.source
			if source == nil {
				source = &timeline.Source{ID: "map", Weight: 1}
			}
			if got := told(foldedBy(c.claims, func(string) *timeline.Source { return source })); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

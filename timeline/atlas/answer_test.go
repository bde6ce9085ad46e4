package atlas_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

func TestWhoAnswersFromThePlacesOwnClaims(t *testing.T) {
	a := world(t)
	for _, c := range []struct {
		place, day string
		holder     timeline.Actor
		others     []timeline.Actor
		since      string
		basis      timeline.Basis
		inferred   bool
		because    string
	}{
		{"alpha", "2017-08-05", army, nil, "2017-08-05", timeline.Stated, false, "a1(early) "},
		{"alpha", "2019-01-01", army, nil, "2017-08-05", timeline.Stated, false, "a2(late) a1(early) "},
		{"alpha", "2017-08-04", state, nil, "", timeline.Inferred, true, "a1(early) "},
		{"beta", "2017-08-17", state, nil, "2017-08-15", timeline.Stated, false, "b1(late) "},
		{"beta", "2017-08-18", state, []timeline.Actor{army}, "2017-08-18", timeline.Stated, false, "b2(late) "},
		{"gamma", "2017-08-06", state, nil, "2017-08-01", timeline.Baseline, false, "g1(early) "},
		{"gamma", "2017-08-07", timeline.Unknown, nil, "2017-08-07", timeline.Stated, false, "g2(early) "},
	} {
		t.Run(c.place+" "+c.day, func(t *testing.T) {
			got := who(t, a, c.place, day(c.day))
			if got.Holder != c.holder || got.Inferred != c.inferred || *got.SinceBasis != c.basis {
				t.Errorf("got %s, inferred %v, basis %s", got.Holder, got.Inferred, *got.SinceBasis)
			}
			if got.Since.String() != c.since {
				t.Errorf("since %s, want %s", got.Since, c.since)
			}
			if got.Contested != (c.others != nil) || !cmp.Equal(got.Others, append([]timeline.Actor{}, c.others...)) {
				t.Errorf("contested %v by %v, want %v", got.Contested, got.Others, c.others)
			}
			if because := evidenceIDs(got.Because); because != c.because {
				t.Errorf("because %s, want %s", because, c.because)
			}
		})
	}
}

func TestWhoSaysWhatCameBeforeAndAfter(t *testing.T) {
	a := world(t)
	got := who(t, a, "gamma", day("2016-07-01"))
	if got.Holder != timeline.Unknown || got.SinceBasis != nil || len(got.Because) != 0 || got.Confidence != 0 {
		t.Errorf("before any claim: %+v", got)
	}
	want := &atlas.Tenure{Holder: state, From: day("2017-08-01"), To: day("2017-08-07")}
	if got.Before != nil || !cmp.Equal(got.After, want) {
		t.Errorf("before %v, after %v, want nil and %v", got.Before, got.After, want)
	}
	got = who(t, a, "gamma", day("2017-08-08"))
	if got.After != nil || !cmp.Equal(got.Before, want) {
		t.Errorf("before %v, after %v, want %v and nil", got.Before, got.After, want)
	}
}

func TestWhoInfersFromTheNeighbourInReach(t *testing.T) {
	a := world(t)
	got := who(t, a, "village", day("2017-08-12"))
	if got.Holder != army || !got.Inferred || got.Since != 0 || *got.SinceBasis != timeline.Inferred || got.LastConfirmed != 0 {
		t.Errorf("village: %+v", got)
	}
	if len(got.InferredFrom) != 1 {
		t.Fatalf("inferred from %v", got.InferredFrom)
	}
	from := got.InferredFrom[0]
	if from.Place != "alpha" || from.Holder != army || from.Km < 9.9 || from.Km > 10.1 || from.Day != day("2017-08-05") {
		t.Errorf("inferred from %+v, want alpha at 10 km", from)
	}
	if got.Confidence < 0.35 || got.Confidence > 0.36 {
		t.Errorf("confidence %v at 10 km, want about half of 0.9 × 0.8", got.Confidence)
	}
	if because := evidenceIDs(got.Because); because != "a1(early) " {
		t.Errorf("because %s: want what was said by then", because)
	}
	if got.Before != nil || got.After != nil {
		t.Errorf("a place without history has before %v, after %v", got.Before, got.After)
	}
}

// A place that is found in somebody's hands was so before, as far as anybody can
// tell; one that changed hands was in somebody else's.
func TestWhoInfersTheTimeBeforeTheFirstWord(t *testing.T) {
	a := world(t)
	got := who(t, a, "gamma", day("2017-07-01"))
	if got.Holder != state || !got.Inferred || got.Since != 0 || got.LastConfirmed != 0 || got.After == nil || got.After.Holder != state {
		t.Errorf("a month before it is said to hold: %+v", got)
	}
	if len(got.InferredFrom) != 1 || got.InferredFrom[0].Place != "gamma" || got.InferredFrom[0].Day != day("2017-08-01") || evidenceIDs(got.Because) != "g1(early) " {
		t.Errorf("inferred from %+v because %s: want its own first word", got.InferredFrom, evidenceIDs(got.Because))
	}
	if later := who(t, a, "gamma", day("2017-07-31")); later.Confidence <= got.Confidence {
		t.Errorf("confidence %v the day before, %v a month before: want less", later.Confidence, got.Confidence)
	}
	if got := who(t, a, "beta", day("2017-08-14")); got.Holder != timeline.Unknown {
		t.Errorf("the day before it was taken from nobody knows whom: %+v", got)
	}
}

func TestWhoInfersNothingForAnArea(t *testing.T) {
	a := world(t)
	if got := who(t, a, "region", day("2017-08-12")); got.Holder != timeline.Unknown || got.Inferred {
		t.Errorf("region: %+v", got)
	}
	said := world(t, claim("x1", "late", timeline.Holds, state, "region", "2017-08-11"))
	if got := who(t, said, "region", day("2017-08-12")); got.Holder != state || got.Inferred {
		t.Errorf("region of which a claim speaks: %+v", got)
	}
}

func TestWhoIsUnknownBeyondReach(t *testing.T) {
	a := world(t)
	got := who(t, a, "farm", day("2017-08-12"))
	if got.Holder != timeline.Unknown || got.Inferred || len(got.InferredFrom) != 0 || got.Place.ID != "farm" {
		t.Errorf("farm: %+v", got)
	}
	if got := whoAt(t, a, orb.Point{0, 0}, day("2017-08-12")); got.Holder != timeline.Unknown {
		t.Errorf("off the map: %+v", got)
	}
}

func TestWhoAtInfersAndNamesNoPlace(t *testing.T) {
	a := world(t)
	got := whoAt(t, a, orb.Point{38.21, 35}, day("2017-08-19"))
	if got.Place != nil || !got.Inferred || got.Holder != state || !got.Contested || got.Others[0] != army {
		t.Errorf("near contested beta: %+v", got)
	}
	if got := whoAt(t, a, orb.Point{39.2, 35.01}, day("2017-08-08")); got.Holder != timeline.Unknown || got.Inferred {
		t.Errorf("near abandoned gamma: %+v, want unknown, not inferred", got)
	}
	if got := whoAt(t, a, orb.Point{38.21, 35}, day("2017-08-14")); got.Holder != timeline.Unknown {
		t.Errorf("near beta before its first claim: %+v, want unknown", got)
	}
}

// Wherever a point lies, its answer is the colour it has on the map of the day.
func TestAnswersAgreeWithTheMap(t *testing.T) {
	twin := geo.Place{ID: "alpha-twin", At: places[0].At}
	a, err := atlas.New(atlas.Input{Places: append([]geo.Place{twin}, places...), Reports: reports, Outline: outline, ReachKm: 30,
		Entries: entries(append(claims(), claim("t1", "late", timeline.Captured, state, "alpha", "2017-08-16",
			func(c *timeline.Claim) { c.Place.ID = twin.ID }))...)})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, d := range []string{"2017-07-31", "2017-08-04", "2017-08-06", "2017-08-17", "2017-08-18"} {
		m := drawn(t, a, day(d))
		for lon := 37.013; lon < 40; lon += 0.11 {
			for lat := 34.017; lat < 36; lat += 0.11 {
				p := orb.Point{lon, lat}
				got, want := shown(whoAt(t, a, p, day(d))), colour(m, p)
				if got != want {
					t.Errorf("%s %v: answer %s, map %s", d, p, got, want)
				}
				seen[want]++
			}
		}
	}
	for _, want := range []string{"unknown", "syrian_government", "islamic_state", "islamic_state syrian_government"} {
		if seen[want] == 0 {
			t.Errorf("no point was %s", want)
		}
	}
}

// shown is who an answer says is at a point, sorted.
func shown(ans atlas.Answer) string {
	parties := slices.Sorted(slices.Values(append([]timeline.Actor{ans.Holder}, ans.Others...)))
	return strings.Trim(fmt.Sprint(parties), "[]")
}

// colour is who the map says is at a point, sorted.
func colour(s *front.Situation, p orb.Point) string {
	for _, area := range s.Areas() {
		if planar.MultiPolygonContains(area.Shape, p) {
			if area.Contested() {
				return strings.Trim(fmt.Sprint(area.Parties), "[]")
			}
			return string(area.Holder)
		}
	}
	return "unknown"
}

func TestOnlyAssertedClaimsHold(t *testing.T) {
	raid := claim("x1", "late", timeline.Captured, state, "farm", "2017-08-19",
		func(c *timeline.Claim) { c.Modality = timeline.Raid })
	a := world(t, raid)
	if got := who(t, a, "farm", day("2017-08-20")); got.Holder != timeline.Unknown {
		t.Errorf("a raid holds: %+v", got)
	}
	if n := a.Counts(); n != (atlas.Counts{Reports: 3, Claims: 9, Places: 3}) {
		t.Errorf("counts %+v", n)
	}
}

func TestAnswerJSONSaysNullForWhatIsNotKnown(t *testing.T) {
	a := world(t)
	b, err := json.Marshal(whoAt(t, a, orb.Point{37.2, 34.2}, day("2017-08-12")))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"place":null,"day":"2017-08-12","holder":"unknown","contested":false,"others":[],"disputes":[],"contested_from":null,"since":null,` +
		`"since_basis":null,"uncertain":false,"last_confirmed":null,"age_days":null,"inferred":false,"inferred_from":[],"confidence":0,` +
		`"because":[],"against":[],"before":null,"after":null}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Error(diff)
	}
}

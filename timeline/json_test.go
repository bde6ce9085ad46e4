package timeline_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// sometimes is a pointer to what a generator gives, or nil.
func sometimes[T any](g *rapid.Generator[T]) *rapid.Generator[*T] {
	return rapid.Custom(func(t *rapid.T) *T {
		if rapid.Bool().Draw(t, "nil") {
			return nil
		}
		v := g.Draw(t, "value")
		return &v
	})
}

// list is some of what a generator gives, nil where it is none.
func list[T any](t *rapid.T, g *rapid.Generator[T], name string) []T {
	if out := rapid.SliceOfN(g, 0, 3).Draw(t, name); len(out) > 0 {
		return out
	}
	return nil
}

var (
	words  = rapid.String()
	number = rapid.IntRange(-3, 100_000)
	part   = rapid.Float64Range(0, 1)
	date   = rapid.Custom(func(t *rapid.T) timeline.Day { return timeline.Day(rapid.IntRange(0, 3_000_000).Draw(t, "day")) })
	party  = rapid.Custom(func(t *rapid.T) timeline.Actor { return timeline.Actor(words.Draw(t, "actor")) })
	point  = rapid.Custom(func(t *rapid.T) orb.Point {
		return orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
	})
)

var reference = rapid.Custom(func(t *rapid.T) timeline.PlaceRef {
	p := timeline.PlaceRef{Surface: words.Draw(t, "surface"), Named: rapid.Bool().Draw(t, "named"), Start: number.Draw(t, "start"),
		End: number.Draw(t, "end"), ID: words.Draw(t, "id")}
	if p.At = sometimes(point).Draw(t, "at"); p.At == nil {
		return p
	}
	p.Score = part.Draw(t, "score")
	if rapid.Bool().Draw(t, "related") {
		line := orb.LineString{point.Draw(t, "a"), point.Draw(t, "b")}
		p.Relation = timeline.RelRoad
		p.Shape = &geo.Locus{Geometry: rapid.SampledFrom([]orb.Geometry{*p.At, line, orb.Polygon{orb.Ring(append(line, line[0]))}}).Draw(t, "shape"),
			UncertaintyKm: rapid.Float64Range(0, 100).Draw(t, "uncertainty"), At: *p.At, Reason: words.Draw(t, "reason")}
	}
	return p
})

var anyClaim = rapid.Custom(func(t *rapid.T) timeline.Claim {
	return timeline.Claim{ID: words.Draw(t, "id"), Report: words.Draw(t, "report"), Kind: rapid.SampledFrom(timeline.Kinds).Draw(t, "kind"),
		Modality: rapid.SampledFrom(timeline.Modalities).Draw(t, "modality"), Actor: party.Draw(t, "actor"), CoActors: list(t, party, "co"),
		From: party.Draw(t, "from"), Place: sometimes(reference).Draw(t, "place"), Extent: words.Draw(t, "extent"), Count: number.Draw(t, "count"),
		Date: date.Draw(t, "date"), DateBasis: timeline.Basis(words.Draw(t, "basis")), DistanceKm: part.Draw(t, "km"), DistanceRole: words.Draw(t, "role"),
		MeasuredKm: part.Draw(t, "measured"), MeasuredBetween: list(t, words, "between"), KilledMin: sometimes(number).Draw(t, "killed"),
		WoundedMin: sometimes(number).Draw(t, "wounded"), ClaimedBy: party.Draw(t, "by"), Quote: words.Draw(t, "quote"), Start: number.Draw(t, "start"),
		End: number.Draw(t, "end"), Rule: words.Draw(t, "rule"), Confidence: part.Draw(t, "confidence")}
})

// survives says that what is read of what was written is what was written.
func survives[T any](t *rapid.T, v T) {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var got T
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	if !reflect.DeepEqual(got, v) {
		t.Fatalf("%s is read as\n%+v: want\n%+v", b, got, v)
	}
}

func TestWhatIsWrittenAsJSONIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		survives(t, anyClaim.Draw(t, "claim"))
		survives(t, timeline.Held{})
		survives(t, timeline.Held{Holder: "x" + party.Draw(t, "holder"), Others: list(t, party, "others"), Uncertain: rapid.Bool().Draw(t, "uncertain")})
		survives(t, date.Draw(t, "date"))
		survives(t, timeline.Moment(rapid.Int64Range(0, 4e12).Draw(t, "moment")))
	})
}

func TestWhatIsNoJSONOfOursIsRefused(t *testing.T) {
	for what, read := range map[string]func() error{
		"a claim without a day":   func() error { return json.Unmarshal([]byte(`{"date":"yesterday"}`), new(timeline.Claim)) },
		"a place that is a word":  func() error { return json.Unmarshal([]byte(`{"place":"Homs"}`), new(timeline.Claim)) },
		"a holder that is a list": func() error { return json.Unmarshal([]byte(`[]`), new(timeline.Held)) },
		"a moment that is a day":  func() error { return json.Unmarshal([]byte(`"2017-08-05"`), new(timeline.Moment)) },
	} {
		if err := read(); err == nil {
			t.Errorf("%s is read: want an error", what)
		}
	}
	var m timeline.Moment
	if err := json.Unmarshal([]byte(`"2017-08-05T12:00:00+02:00"`), &m); err != nil || m != timeline.MomentOf(time.Date(2017, 8, 5, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("%v, %v: want ten o'clock UTC", m, err)
	}
}

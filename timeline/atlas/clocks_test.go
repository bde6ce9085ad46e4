package atlas_test

import (
	"slices"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// As known at a moment, nothing of what came later plays any part: the answers
// are those of a store to which nothing of it ever happened.
func TestWhatWasRecordedLaterIsNotSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyRegister(t)
		all := x.after(t, x.now)
		for m := range x.now {
			want := everything(t, x.after(t, m))
			if got := everything(t, all.As(atlas.View{KnownAt: m + 1})); got != want {
				t.Fatalf("after moment %d: %s", m, cmp.Diff(want, got))
			}
		}
		if diff := cmp.Diff(everything(t, all), everything(t, all.As(atlas.View{KnownAt: x.now + 1}))); diff != "" {
			t.Errorf("now and just after the last moment: %s", diff)
		}
	})
}

func TestRetractedAndRestoredIsAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newRegister()
		for range rapid.IntRange(1, 6).Draw(t, "reports") {
			x.add(t, 0, logDays)
		}
		for len(x.in.Entries) == 0 {
			x.add(t, 0, logDays)
		}
		before := answers(t, x.after(t, x.now))
		e := rapid.SampledFrom(x.in.Entries).Draw(t, "claim")
		x.retract(e.Report, rapid.SampledFrom([]string{"", e.ID}).Draw(t, "of it"))
		x.restore(0)
		a := x.after(t, x.now)
		if diff := cmp.Diff(before, answers(t, a)); diff != "" {
			t.Error(diff)
		}
		var taken, back []string
		for _, c := range a.Corrections(timeline.Span{}, atlas.Filter{}) {
			switch c.Cause {
			case atlas.Retracted:
				taken = append(taken, correctionWords(c, c.Before, c.After, c.Went))
			case atlas.Restored:
				back = append(back, correctionWords(c, c.After, c.Before, c.Came))
			}
		}
		if diff := cmp.Diff(taken, back); diff != "" {
			t.Errorf("what the retraction changed, and its end: %s", diff)
		}
	})
}

// The answers of now do not depend on the order in which reports came, nor on
// that in which they are handed over.
func TestTheOrderOfArrivalPlaysNoPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newRegister()
		for range rapid.IntRange(1, 6).Draw(t, "reports") {
			x.add(t, 0, logDays)
		}
		want := answers(t, x.after(t, x.now))
		in := x.then[x.now]
		in.Reports, in.Entries = rapid.Permutation(in.Reports).Draw(t, "reports"), rapid.Permutation(in.Entries).Draw(t, "entries")
		came := map[string]timeline.Moment{}
		for i := range in.Reports {
			came[in.Reports[i].ID] = timeline.Moment(i + 1)
			in.Reports[i].Recorded = timeline.Moment(i + 1)
		}
		for i := range in.Entries {
			in.Entries[i].Recorded = came[in.Entries[i].Report]
		}
		if diff := cmp.Diff(want, answers(t, made(t, in))); diff != "" {
			t.Error(diff)
		}
	})
}

// What an atlas was made of may come in any order.
func TestTheOrderOfRecordsPlaysNoPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyRegister(t)
		want := everything(t, x.after(t, x.now))
		in := x.then[x.now]
		in.Reports, in.Entries = rapid.Permutation(in.Reports).Draw(t, "reports"), rapid.Permutation(in.Entries).Draw(t, "entries")
		in.Retractions = rapid.Permutation(in.Retractions).Draw(t, "retractions")
		if diff := cmp.Diff(want, everything(t, made(t, in))); diff != "" {
			t.Error(diff)
		}
	})
}

// An atlas that grows by reports is the atlas that is made of all of them,
// whatever was asked of it before, from any view.
func TestGrowingIsMakingAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyRegister(t)
		before := x.then[x.now]
		asked := rapid.Bool().Draw(t, "asked")
		a := made(t, before)
		if asked {
			everything(t, a)
		}
		for range rapid.IntRange(1, 4).Draw(t, "more") {
			reports, entries, drawings := len(x.in.Reports), len(x.in.Entries), len(x.in.Drawings)
			x.add(t, 0, logDays)
			in := x.then[x.now]
			grown, err := a.With(atlas.Input{Reports: in.Reports[reports:], Entries: in.Entries[entries:], Drawings: in.Drawings[drawings:]})
			if err != nil {
				t.Fatal(err)
			}
			if asked {
				everything(t, grown)
			}
			a = grown
		}
		if diff := cmp.Diff(everything(t, x.after(t, x.now)), everything(t, a)); diff != "" {
			t.Error(diff)
		}
		v := atlas.View{KnownAt: timeline.Moment(rapid.Int64Range(1, int64(x.now)).Draw(t, "moment")), Without: []string{"wire"}}
		if diff := cmp.Diff(everything(t, x.after(t, x.now).As(v)), everything(t, a.As(v))); diff != "" {
			t.Errorf("from another view: %s", diff)
		}
	})
}

// answers is everything but the corrections, which tell when it became so.
func answers(t *rapid.T, a *atlas.Atlas) string {
	lines := slices.Collect(linesOf(everything(t, a)))
	return lines[0] + lines[1] + lines[2] + lines[3] + lines[4] + lines[5] + lines[6]
}

package sqlite_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/paulmach/orb"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

// moved is the reading with its first claim put elsewhere, the second one gone
// and another behind them.
func moved(r timeline.Reading) timeline.Reading {
	at := orb.Point{38.9, 34.9}
	place := *r.Places[0].Place
	place.ID, place.At = "sy-other", at
	r.Places = []timeline.Mention{r.Places[0], r.Places[0]}
	r.Places[1].Place = &place
	claims := append([]timeline.Claim{}, r.Claims...)
	ref := *claims[0].Place
	ref.ID, ref.At = place.ID, &at
	claims[0].Place = &ref
	added := claims[2]
	added.Start, added.End = 20, 30
	added.Identify()
	r.Claims = []timeline.Claim{claims[0], claims[2], added}
	return r
}

func TestReplaceKeepsWhatWasBelieved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	old := sample(1, 3)
	add(t, open(t, path, today), old)
	add(t, open(t, path, today), sample(2, 1))
	s := open(t, path, today+5)
	now := moved(old)
	before := version(t, s)
	if err := s.Replace(t.Context(), before, []timeline.Reading{now}, "a decision"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Report(t.Context(), old.Report.ID); err != nil || !reflect.DeepEqual(got, now) {
		t.Errorf("got  %+v, %v\nwant %+v", got, err, now)
	}
	of := func(day timeline.Day) (out []timeline.Claim) {
		for _, c := range known(t, s, day) {
			if c.Report == old.Report.ID {
				out = append(out, c)
			}
		}
		return out
	}
	for day, want := range map[timeline.Day][]timeline.Claim{today - 1: nil, today: old.Claims, today + 4: old.Claims, today + 5: now.Claims, 0: now.Claims} {
		if got := of(day); !reflect.DeepEqual(got, want) {
			t.Errorf("known on %v: %d claims %+v\nwant %+v", day, len(got), got, want)
		}
	}
	if version(t, s) == before {
		t.Error("the version is the same")
	}
}

func TestReplaceIsAllOrNothing(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	one, two := sample(1, 3), sample(2, 3)
	add(t, s, one)
	as := version(t, s)
	add(t, s, two)
	if err := s.Replace(t.Context(), as, []timeline.Reading{moved(one)}, ""); !errors.Is(err, sqlite.ErrChanged) {
		t.Errorf("%v: want ErrChanged", err)
	}
	faulty := moved(two)
	faulty.Claims[2].ID = ""
	if err := s.Replace(t.Context(), version(t, s), []timeline.Reading{moved(one), faulty}, ""); err == nil {
		t.Error("a faulty reading was taken")
	}
	stranger := sample(3, 1)
	if err := s.Replace(t.Context(), version(t, s), []timeline.Reading{stranger}, ""); !errors.Is(err, timeline.ErrNotFound) {
		t.Errorf("%v: want ErrNotFound for a report that is not stored", err)
	}
	n := 0
	for r, err := range s.Readings(t.Context()) {
		if want := []timeline.Reading{one, two}[n]; err != nil || !reflect.DeepEqual(r, want) {
			t.Errorf("%+v, %v: want %+v", r, err, want)
		}
		n++
	}
	if n != 2 {
		t.Errorf("%d readings", n)
	}
}

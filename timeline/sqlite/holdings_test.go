package sqlite_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

// A report that was taken for one of another day before is asked about by the
// day of then.
func TestEarlierDaysOfPublicationStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	old := told(1, says{"السخنة", timeline.Holds, army, "", 0})
	add(t, openAs(t, path, today), old)
	for i, day := range []timeline.Day{aug(15), 0} {
		s := openAs(t, path, today+timeline.Day(2*i)+2)
		now := old
		now.Report.Published = day
		if err := s.Replace(t.Context(), version(t, s), []timeline.Reading{now}, ""); err != nil {
			t.Fatal(err)
		}
		if err := s.Replace(t.Context(), version(t, s), []timeline.Reading{now}, "the same once more"); err != nil {
			t.Fatal(err)
		}
	}
	filings, err := openAs(t, path, today+9).Filings(t.Context(), nil)
	if err != nil || len(filings) != 1 || len(filings[0].Was) != 2 {
		t.Fatalf("%+v, %v: want one report with two earlier days", filings, err)
	}
	for asked, want := range map[timeline.Day]timeline.Day{today: aug(13), today + 1: aug(13), today + 2: aug(15), today + 3: aug(15), today + 4: 0, 0: 0} {
		if got := filings[0].PublishedAt(timeline.EndOf(asked)); got != want {
			t.Errorf("at the end of %v it was taken for one of %v: want %v", asked, got, want)
		}
	}
	// Without any day, "holds" makes nobody the holder.
	if got := holdingsIn(t, path); len(got) != 0 {
		t.Errorf("holdings %q: want none", got)
	}
}

// Clocks may go back, and what was recorded stays in its order.
func TestMomentsNeverGoBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	r := told(1, says{"السخنة", timeline.Captured, army, isis, aug(5)}, says{"الكدير", timeline.Holds, isis, "", aug(6)})
	add(t, openAs(t, path, today), r)
	s := openAs(t, path, today-3)
	add(t, s, told(2))
	if err := s.Replace(t.Context(), version(t, s), []timeline.Reading{reread(r)}, ""); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"reports", "claims", "mentions", "journal"} {
		noon := today.String() + "T12:00:00.000Z"
		if got := column(t, path, `SELECT DISTINCT recorded_at FROM `+table); !slices.Equal(got, []string{noon}) {
			t.Errorf("%s: recorded at %v: want %s", table, got, noon)
		}
	}
	if r, lines := verified(t, s); !r.Kept() {
		t.Error(lines)
	}
}

func TestRefoldMakesAllHoldingsAnew(t *testing.T) {
	path, _ := everything(t)
	want := holdingsIn(t, path)
	raw(t, path, `UPDATE holdings SET holder = 'sdf', valid_to = NULL; DELETE FROM holdings WHERE place = 'sy-السخنة'`)
	s := openAs(t, path, today)
	var told []int
	if err := s.Refold(t.Context(), func(done, total int) { told = append(told, done, total) }); err != nil {
		t.Fatal(err)
	}
	if got := holdingsIn(t, path); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("holdings %q: want %q", got, want)
	}
	if n := len(told); n == 0 || told[n-2] != told[n-1] || told[n-1] != n/2 {
		t.Errorf("told %v: want every place, and all of them in the end", told)
	}
}

// A program with other sides or sources makes the holdings anew when it opens the
// file, and one with the same leaves them alone.
func TestHoldingsFollowTheRulesOfTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAs(t, path, today)
	// The agency speaks for the side that it says has taken the place.
	add(t, s, told(3, says{"السخنة", timeline.Captured, army, isis, aug(5)}))
	contested := holdingsIn(t, path)
	if want := []string{"sy-السخنة [2016-08-05, 2017-08-05) islamic_state", `sy-السخنة [2017-08-05, ) islamic_state ["syrian_government"]`}; !slices.Equal(contested, want) {
		t.Fatalf("holdings %q: want %q", contested, want)
	}
	s.Close()
	raw(t, path, `UPDATE holdings SET holder = 'edited'`)
	openAs(t, path, today).Close()
	if got := holdingsIn(t, path); reflect.DeepEqual(got, contested) {
		t.Error("holdings were made anew by the same rules")
	}
	for range 2 {
		neutral := law()
		neutral.Sources[0].Side = ""
		other, err := sqlite.Open(t.Context(), path, sqlite.Options{Law: neutral, Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		other.Close()
		if got, want := holdingsIn(t, path), []string{"sy-السخنة [2016-08-05, 2017-08-05) islamic_state", "sy-السخنة [2017-08-05, ) syrian_government"}; !slices.Equal(got, want) {
			t.Errorf("holdings %q: want %q", got, want)
		}
	}
}

func TestPresencesAreThoseOfTheHoldings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAs(t, path, today)
	if presences, err := s.Presences(t.Context()); err != nil || len(presences) != 0 {
		t.Errorf("%v, %v: want none of an empty file", presences, err)
	}
	add(t, s, told(1, says{"السخنة", timeline.Captured, army, "", aug(5)}, says{"حميمة", timeline.Clashed, army, "", aug(6)}))
	add(t, s, told(2, says{"السخنة", timeline.Recaptured, isis, army, aug(10)}))
	at := lies("السخنة")
	presences, err := s.Presences(t.Context())
	if want := []timeline.Presence{{At: at, Holder: army, Span: timeline.Span{From: aug(5), To: aug(10)}}, {At: at, Holder: isis, Span: timeline.Span{From: aug(10)}}}; err != nil || !reflect.DeepEqual(presences, want) {
		t.Errorf("%v, %v: want %v", presences, err, want)
	}
}

// Whoever keeps an answer asks only for what came since.
func TestNewsSinceAMark(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAs(t, path, today)
	mark := func() sqlite.Mark {
		t.Helper()
		m, err := s.Mark(t.Context())
		if err != nil || m.Version() != version(t, s) {
			t.Fatalf("%+v, %v: want the version of the store", m, err)
		}
		return m
	}
	empty := mark()
	first, second := told(1, says{"السخنة", timeline.Captured, army, "", aug(5)}), told(2, says{"السخنة", timeline.Holds, army, "", aug(7)}, says{"حميمة", timeline.Clashed, army, "", aug(6)})
	add(t, s, first)
	one := mark()
	add(t, s, second)
	two := mark()
	if !empty.GrewTo(one) || !one.GrewTo(two) || !empty.GrewTo(two) || two.GrewTo(one) || one.GrewTo(one) {
		t.Errorf("%+v, %+v, %+v: want each to have grown to the next", empty, one, two)
	}
	entries, err := s.EntriesSince(t.Context(), one.Report)
	if err != nil || len(entries) != 2 || !reflect.DeepEqual([]timeline.Claim{entries[0].Claim, entries[1].Claim}, second.Claims) {
		t.Errorf("%+v, %v: want the claims of the second report", entries, err)
	}
	filings, err := s.FilingsSince(t.Context(), one.Report)
	if err != nil || len(filings) != 1 || filings[0].ID != second.Report.ID {
		t.Errorf("%+v, %v: want the second report", filings, err)
	}
	places, err := s.PlacesSince(t.Context(), one.Report)
	if err != nil || len(places) != 2 {
		t.Errorf("%+v, %v: want the places that the second report names, known ones too", places, err)
	}
	if entries, err := s.EntriesSince(t.Context(), two.Report); err != nil || len(entries) != 0 {
		t.Errorf("%+v, %v: want no news", entries, err)
	}
	if err := s.Replace(t.Context(), version(t, s), []timeline.Reading{reread(second)}, ""); err != nil {
		t.Fatal(err)
	}
	if three := mark(); two.GrewTo(three) || one.GrewTo(three) {
		t.Errorf("%+v to %+v: what was read again is more than growth", two, three)
	}
}

package sqlite_test

import (
	"errors"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/sqlite"

	"pgregory.net/rapid"
)

var today = timeline.Date(2017, 8, 14)

func TestEveryReadingComesBackAsItWas(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	rapid.Check(t, func(rt *rapid.T) {
		want := readings().Draw(rt, "reading")
		added, err := s.Add(t.Context(), want)
		if err != nil {
			rt.Fatal(err)
		}
		if !added {
			rt.Skip("text drawn before")
		}
		got, err := s.Report(t.Context(), want.Report.ID)
		if err != nil {
			rt.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			rt.Fatalf("got  %#v\nwant %#v", got, want)
		}
	})
}

func TestListsHoldWhatWasAdded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, today)
	first, second := sample(1, 3), sample(2, 2)
	add(t, s, first)
	s = open(t, path, today+1)
	add(t, s, second)

	if got := known(t, s, today); !reflect.DeepEqual(got, first.Claims) {
		t.Errorf("claims known on the first day = %v: want %v", got, first.Claims)
	}
	both := slices.Concat(first.Claims, second.Claims)
	slices.SortStableFunc(both, func(a, b timeline.Claim) int { return strings.Compare(a.Report, b.Report) })
	if got := known(t, s, 0); !reflect.DeepEqual(got, both) {
		t.Errorf("claims = %v: want %v", got, both)
	}
	if got := known(t, s, today-1); len(got) != 0 {
		t.Errorf("claims known on the day before = %v: want none", got)
	}
	if got, err := s.Filings(t.Context(), []string{first.Report.ID}); err != nil || len(got) != 1 || got[0].ID != first.Report.ID || got[0].Text != "" || got[0].Recorded.Day() != today {
		t.Errorf("Filings of the first = %v, %v: want it without text, recorded on %s", got, err, today)
	}
	if got, err := s.Places(t.Context()); err != nil || !reflect.DeepEqual(got, []geo.Place{*first.Places[0].Place}) {
		t.Errorf("Places = %v, %v", got, err)
	}
	if _, err := s.Report(t.Context(), "0000"); !errors.Is(err, timeline.ErrNotFound) {
		t.Errorf("Report of an unknown id: %v: want ErrNotFound", err)
	}
}

func TestSameReportTwiceChangesNothing(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	r := sample(1, 3)
	add(t, s, r)
	before := version(t, s)
	r.Claims = r.Claims[:1]
	if added, err := s.Add(t.Context(), r); added || err != nil {
		t.Errorf("Add of a known report = %v, %v: want false", added, err)
	}
	if added, err := s.AddUnreadable(t.Context(), "1.txt", r.Report.ID, "torn"); added || err != nil {
		t.Errorf("AddUnreadable of a known report = %v, %v: want false", added, err)
	}
	if got := known(t, s, 0); len(got) != 3 {
		t.Errorf("%d claims: want the 3 of the first time", len(got))
	}
	if after := version(t, s); after != before {
		t.Errorf("version went from %s to %s: want no change", before, after)
	}
}

func TestUnreadableGivesWayToReading(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	r := sample(1, 2)
	for _, want := range []bool{true, false} {
		if added, err := s.AddUnreadable(t.Context(), "1.txt", r.Report.ID, "no rules for ar"); added != want || err != nil {
			t.Fatalf("AddUnreadable = %v, %v: want %v", added, err, want)
		}
	}
	if got, err := s.Unreadable(t.Context()); err != nil || !reflect.DeepEqual(got, []sqlite.Unreadable{{File: "1.txt", Reason: "no rules for ar", Recorded: today}}) {
		t.Errorf("Unreadable = %v, %v", got, err)
	}
	if has, err := s.Has(t.Context(), r.Report.ID); has || err != nil {
		t.Errorf("Has of an unreadable report = %v, %v: want false", has, err)
	}
	if _, err := s.Report(t.Context(), r.Report.ID); !errors.Is(err, timeline.ErrNotFound) {
		t.Errorf("Report of an unreadable report: %v: want ErrNotFound", err)
	}
	if got, err := s.Filings(t.Context(), nil); err != nil || len(got) != 0 {
		t.Errorf("Reports = %v, %v: want none that is unreadable", got, err)
	}
	add(t, s, r)
	if got, err := s.Unreadable(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("Unreadable after reading = %v, %v: want none", got, err)
	}
	if has, err := s.Has(t.Context(), r.Report.ID); !has || err != nil {
		t.Errorf("Has = %v, %v: want true", has, err)
	}
}

func TestFaultyReadingLeavesNothing(t *testing.T) {
	for name, spoil := range map[string]func(*timeline.Reading){
		"is in no mention": func(r *timeline.Reading) { r.Places = nil },
		"is of report":     func(r *timeline.Reading) { r.Claims[1].Report = "another" },
		"has no id":        func(r *timeline.Reading) { r.Claims[1].ID = "" },
		"claims.id":        func(r *timeline.Reading) { r.Claims[1].ID = r.Claims[0].ID },
		"confidence":       func(r *timeline.Reading) { r.Claims[1].Confidence = math.NaN() },
		"longitude":        func(r *timeline.Reading) { r.Places[0].Place.At[0] = 181 },
		"date":             func(r *timeline.Reading) { r.Claims[1].Date = timeline.Date(10000, 1, 1) },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
			empty := version(t, s)
			r := sample(1, 2)
			spoil(&r)
			added, err := s.Add(t.Context(), r)
			if added || err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "1.txt") {
				t.Errorf("Add = %v, %v: want an error with %q that names 1.txt", added, err, name)
			}
			if got := version(t, s); got != empty {
				t.Errorf("version went from %s to %s: want nothing stored", empty, got)
			}
			if places, err := s.Places(t.Context()); err != nil || len(places) != 0 {
				t.Errorf("Places = %v, %v: want none", places, err)
			}
		})
	}
}

func TestVersionFollowsTheData(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, today)
	seen := map[string]bool{version(t, s): true}
	step := func(what string) {
		t.Helper()
		if v := version(t, s); seen[v] {
			t.Errorf("version after %s is an old one", what)
		} else {
			seen[v] = true
		}
	}
	add(t, s, sample(1, 1))
	step("a report")
	if _, err := s.AddUnreadable(t.Context(), "x", timeline.ReportID("x"), "torn"); err != nil {
		t.Fatal(err)
	}
	step("an unreadable one")
	moved := sample(2, 0)
	moved.Places[0].Place.At[0] += 0.01
	add(t, s, moved)
	step("a place that moved")
	if again := open(t, path, today); version(t, again) != version(t, s) {
		t.Error("version differs when the file is opened again")
	}
}

func TestReadersSeeWholeReportsWhileOneWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	writer := open(t, path, today)
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		reader, err := sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { reader.Close() })
		readers.Go(func() {
			for {
				claims, err := reader.Entries(t.Context(), nil)
				if err != nil || len(claims)%7 != 0 {
					t.Errorf("%d claims, %v: want whole reports of 7", len(claims), err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for n := range 20 {
				if added, err := writer.Add(t.Context(), sample(100*w+n, 7)); !added || err != nil {
					t.Errorf("Add = %v, %v", added, err)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
}

func version(t testing.TB, s *sqlite.Store) string {
	t.Helper()
	v, err := s.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// known are the claims as they were known at the end of a day, by report and
// position; zero is now.
func known(t *testing.T, s *sqlite.Store, on timeline.Day) (out []timeline.Claim) {
	t.Helper()
	entries, err := s.Entries(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.At(timeline.EndOf(on)) {
			out = append(out, e.Claim)
		}
	}
	return out
}

package sqlite_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

// lawful opens a store with a shipped source, on the noon of a day.
func lawful(t *testing.T, path string, day timeline.Day) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{Now: func() time.Time { return day.Time().Add(12 * time.Hour) }, Law: shippedLaw()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func shippedLaw() sqlite.Law {
	return sqlite.Law{Actors: []timeline.ActorInfo{{ID: "syrian_government", Side: "damascus"}, {ID: "sdf", Side: "sdf"}},
		Sources: []timeline.Source{{ID: "wire", NameEn: "The Wire", Signs: []string{"TW"}, Languages: []string{"ar"}, Weight: 0.5}}}
}

func TestSourcesKeepTheirHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	shipped := shippedLaw().Sources[0]
	first := timeline.Source{ID: "wire", NameEn: "The Wire", NameAr: "السلك", Signs: []string{"TW", "wire.example"}, Side: "sdf", Languages: []string{"ar", "en"}, Weight: 0.7, Licence: "CC0"}
	second := timeline.Source{ID: "wire", Signs: []string{}, Languages: []string{}, Weight: 0.1}
	other := timeline.Source{ID: "desk", Signs: []string{}, Languages: []string{}, Weight: 1}
	empty := version(t, lawful(t, path, today))
	for i, sources := range [][]timeline.Source{{first}, {second, other}} {
		if err := lawful(t, path, today+timeline.Day(i)).PutSources(t.Context(), sources); err != nil {
			t.Fatal(err)
		}
	}
	s := lawful(t, path, today+9)
	if version(t, s) == empty {
		t.Error("the version does not follow the registry")
	}
	got, err := s.Listings(t.Context())
	want := []timeline.Listing{{Source: shipped}, {Source: first, Spell: timeline.Spell{Recorded: noon(today), Superseded: noon(today + 1)}},
		{Source: second, Spell: timeline.Spell{Recorded: noon(today + 1)}}, {Source: other, Spell: timeline.Spell{Recorded: noon(today + 1)}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v\nwant %+v", got, err, want)
	}
	for on, weight := range map[timeline.Day]float64{today - 1: 0.5, today: 0.7, today + 1: 0.1, 0: 0.1} {
		if is, listed := timeline.RegistryAt(got, timeline.EndOf(on)).Get("wire"); !listed || is.Weight != weight {
			t.Errorf("as known on %s: %+v: want a weight of %g", on, is, weight)
		}
	}
	journal, err := s.Journal(t.Context())
	if want := []timeline.Event{{Moment: noon(today), What: "sources", About: "wire"}, {Moment: noon(today + 1), What: "sources", About: "wire, desk"}}; err != nil || !reflect.DeepEqual(journal, want) {
		t.Errorf("%+v, %v: want %+v", journal, err, want)
	}
}

func TestHoldingsFollowTheRegistry(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := lawful(t, path, today)
	one, two := sample(1, 1), sample(2, 1)
	one.Report.Source, two.Report.Source = "TW", "Someone"
	two.Claims[0].Actor, two.Claims[0].Quote = "sdf", "قوات سوريا الديمقراطية"
	two.Claims[0].Identify()
	add(t, s, one)
	add(t, s, two)
	before := held(t, s)
	if before != "sdf 2017-08-12.." {
		t.Fatalf("held: %s: want it of the one that is believed more", before)
	}
	if err := s.PutSources(t.Context(), []timeline.Source{{ID: "someone", Weight: 0.2}}); err != nil {
		t.Fatal(err)
	}
	if got := held(t, s); got != "syrian_government 2017-08-12.." {
		t.Errorf("held: %s: want it of the other when it is believed less", got)
	}
	again := lawful(t, path, today)
	if got := held(t, again); got != "syrian_government 2017-08-12.." {
		t.Errorf("held: %s: want the same when the file is opened again", got)
	}
}

func TestSourcesAreRecordedAllOrNone(t *testing.T) {
	s := lawful(t, filepath.Join(t.TempDir(), "a.db"), today)
	before := version(t, s)
	if err := s.PutSources(t.Context(), []timeline.Source{{ID: "desk", Weight: 0.5}, {ID: "news", Weight: 7}}); err == nil {
		t.Error("a weight of 7 was taken")
	}
	if listings, err := s.Listings(t.Context()); err != nil || len(listings) != 1 || version(t, s) != before {
		t.Errorf("%+v, %v: want nothing recorded", listings, err)
	}
}

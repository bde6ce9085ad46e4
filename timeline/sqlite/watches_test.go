package sqlite_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
	"frontline/timeline/watch"
	"frontline/timeline/webhook"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

var someMark = timeline.Mark{Moment: noon(today), Events: 2}

func watched(id, address string) watch.Watch {
	box := orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{39.5, 36}}
	return watch.Watch{ID: id, Name: "السخنة & <b>", Webhook: address, Seen: someMark, Query: watch.Query{Actors: []timeline.Actor{army, isis}, Admin1: "Homs",
		Place: "sy-sukhnah", Bound: &box, Near: &atlas.Near{At: orb.Point{38.87, 34.89}, Km: 10.5}}}
}

// queued puts deliveries of these ids on their way to a watch.
func queued(t *testing.T, s *sqlite.Store, id string, from, to timeline.Mark, ids ...string) {
	t.Helper()
	f := watch.Found{Watch: id, From: from, To: to, At: noon(today)}
	for _, d := range ids {
		f.Deliveries = append(f.Deliveries, watch.Delivery{ID: d, Body: `{"id":"` + d + `"}`})
	}
	if err := s.Queue(t.Context(), []watch.Found{f}); err != nil {
		t.Fatal(err)
	}
}

func due(t *testing.T, s *sqlite.Store, at timeline.Moment) (ids []string) {
	t.Helper()
	list, err := s.Due(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		ids = append(ids, p.ID)
	}
	return ids
}

func TestWatchesComeBackAsTheyWereAlsoFromABackup(t *testing.T) {
	dir := t.TempDir()
	s := open(t, filepath.Join(dir, "a.db"), today)
	add(t, s, told(1, says{"السخنة", timeline.Captured, army, isis, aug(5)}))
	before := version(t, s)
	one, two := watched("aaa", "https://example.org/x"), watched("bbb", "")
	two.Query = watch.Query{}
	if err := errors.Join(s.AddWatch(t.Context(), one, "whsec_one"), s.AddWatch(t.Context(), two, "")); err != nil {
		t.Fatal(err)
	}
	queued(t, s, "aaa", someMark, someMark, "d1")
	if version(t, s) != before {
		t.Error("the version of what is known follows a watch")
	}
	if r, lines := verified(t, s); !r.Kept() {
		t.Error(lines)
	}
	copied := filepath.Join(dir, "copy.db")
	if err := s.Backup(t.Context(), copied, sqlite.BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*sqlite.Store{s, open(t, copied, today)} {
		list, err := s.Watches(t.Context())
		want := []watch.Status{{Watch: one, Created: noon(today), Waiting: 1, NextAt: noon(today)}, {Watch: two, Created: noon(today)}}
		if err != nil || !reflect.DeepEqual(list, want) {
			t.Errorf("%+v, %v: want %+v", list, err, want)
		}
		if w, err := s.Watch(t.Context(), "aaa"); err != nil || !reflect.DeepEqual(w, one) {
			t.Errorf("%+v, %v: want %+v", w, err, one)
		}
		if to, err := s.Endpoint(t.Context(), "aaa"); err != nil || to != (webhook.Endpoint{Address: "https://example.org/x", Secret: "whsec_one"}) {
			t.Errorf("%+v, %v", to, err)
		}
		if got := due(t, s, noon(today)); !reflect.DeepEqual(got, []string{"d1"}) {
			t.Errorf("due %v: want d1", got)
		}
	}
}

func TestQueriesComeBackAsTheyWere(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	rapid.Check(t, func(t *rapid.T) {
		w := watch.Watch{ID: watch.NewID(), Name: words().Filter(func(s string) bool { return !strings.Contains(s, "\x00") }).Draw(t, "name"), Seen: someMark}
		if rapid.Bool().Draw(t, "near") {
			w.Query.Near = &atlas.Near{At: points().Draw(t, "at"), Km: rapid.Float64Range(0.001, 1000).Draw(t, "km")}
		}
		for range rapid.IntRange(0, 2).Draw(t, "actors") {
			w.Query.Actors = append(w.Query.Actors, rapid.SampledFrom([]timeline.Actor{army, isis}).Draw(t, "actor"))
		}
		if err := s.AddWatch(t.Context(), w, ""); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Watch(t.Context(), w.ID); err != nil || !reflect.DeepEqual(got, w) {
			t.Fatalf("%+v, %v: want %+v", got, err, w)
		}
	})
}

func TestWatchesThatAreNotThere(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	_, ofWatch := s.Watch(t.Context(), "nope")
	_, ofEndpoint := s.Endpoint(t.Context(), "nope")
	for what, err := range map[string]error{"watch": ofWatch, "endpoint": ofEndpoint, "removal": s.RemoveWatch(t.Context(), "nope")} {
		if !errors.Is(err, timeline.ErrNotFound) || !strings.Contains(err.Error(), "nope") {
			t.Errorf("%s: %v: want that nope is not there", what, err)
		}
	}
	if taken, err := s.Take(t.Context(), "nope", noon(today), noon(today+1)); taken || err != nil {
		t.Errorf("%v, %v: want nothing to take", taken, err)
	}
}

// What is queued and how far was looked change together, and only once.
func TestNewsAreQueuedOnce(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	if err := s.AddWatch(t.Context(), watched("aaa", "https://example.org/x"), "x"); err != nil {
		t.Fatal(err)
	}
	later := timeline.Mark{Moment: noon(today + 1), Events: 1}
	queued(t, s, "aaa", someMark, later, "d1", "d2")
	queued(t, s, "aaa", someMark, later, "d1", "d3") // somebody looked at the same time
	queued(t, s, "gone", someMark, later, "d4")
	if got := due(t, s, noon(today)); !reflect.DeepEqual(got, []string{"d1", "d2"}) {
		t.Errorf("due %v: want what was queued first", got)
	}
	if w, err := s.Watch(t.Context(), "aaa"); err != nil || w.Seen != later {
		t.Errorf("%+v, %v: want it to have moved to %v", w, err, later)
	}
	if got := due(t, s, noon(today)-1); got != nil {
		t.Errorf("due %v: want nothing before it is", got)
	}
}

func TestAnAttemptHasADeliveryForItself(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	if err := s.AddWatch(t.Context(), watched("aaa", "https://example.org/x"), "x"); err != nil {
		t.Fatal(err)
	}
	queued(t, s, "aaa", someMark, someMark, "d1", "d2")
	take := func(want bool) {
		t.Helper()
		if taken, err := s.Take(t.Context(), "d1", noon(today), noon(today)+60_000); err != nil || taken != want {
			t.Errorf("%v, %v: want %v", taken, err, want)
		}
	}
	take(true)
	take(false)
	// Whoever had it may have died: it comes again, behind what has not been tried.
	if got := due(t, s, noon(today)+60_000); !reflect.DeepEqual(got, []string{"d2", "d1"}) {
		t.Errorf("due %v: want both", got)
	}
	if err := s.Settle(t.Context(), "d1", watch.Outcome{At: noon(today), Err: "500", Again: noon(today) + 90_000}); err != nil {
		t.Fatal(err)
	}
	if got := due(t, s, noon(today)+60_000); !reflect.DeepEqual(got, []string{"d2"}) {
		t.Errorf("due %v: want d2", got)
	}
	if err := errors.Join(s.Settle(t.Context(), "d1", watch.Outcome{At: noon(today), Err: "503"}), s.Settle(t.Context(), "d2", watch.Outcome{At: noon(today + 1)})); err != nil {
		t.Fatal(err)
	}
	list, err := s.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if w := list[0]; w.GivenUp != 1 || w.LastError != "503" || w.Waiting != 0 || w.NextAt.Known() || w.Delivered != 1 || w.DeliveredAt != noon(today+1) {
		t.Errorf("%+v: want one given up because of 503, and one delivered", w)
	}
	if err := s.RemoveWatch(t.Context(), "aaa"); err != nil {
		t.Fatal(err)
	}
	if r, lines := verified(t, s); !r.Kept() {
		t.Errorf("deliveries of a watch that is removed:\n%s", lines)
	}
}

// One watch with much on its way does not hide the others.
func TestDeliveriesOfAllWatchesAreDue(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	for _, id := range []string{"aaa", "bbb"} {
		if err := s.AddWatch(t.Context(), watched(id, "https://example.org/"+id), "x"); err != nil {
			t.Fatal(err)
		}
	}
	var many []string
	for i := range 50 {
		many = append(many, "d"+strings.Repeat("x", i))
	}
	queued(t, s, "aaa", someMark, someMark, many...)
	queued(t, s, "bbb", someMark, someMark, "other")
	if got := due(t, s, noon(today)); len(got) != 21 || got[20] != "other" || !reflect.DeepEqual(got[:20], many[:20]) {
		t.Errorf("%v: want the first of each", got)
	}
}

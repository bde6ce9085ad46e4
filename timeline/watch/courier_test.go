package watch_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/watch"

	"github.com/paulmach/orb"
)

func TestNewsWithinTheDistanceArriveAfterTwoFailures(t *testing.T) {
	o := newOffice(t)
	o.report(t, "before", 1, "taken before anybody watched")
	address, heard := receiver(t, 500, 503)
	w, secret := o.watch(t, address, watch.Query{Near: &atlas.Near{At: home, Km: 10}})
	o.run(t)
	o.report(t, "far", 11, "taken far away")
	o.report(t, "near", 9.9, `taken <script>alert("near")</script>`)

	hook, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	var first message
	for attempt := range 3 {
		m := <-heard
		if err := hook.Verify([]byte(m.body), m.header); err != nil {
			t.Errorf("attempt %d: %v", attempt, err)
		}
		if attempt == 0 {
			first = m
		}
		if m.id != first.id || m.body != first.body {
			t.Errorf("attempt %d is %s %s: want %s %s", attempt, m.id, m.body, first.id, first.body)
		}
	}
	d := first.Data
	if first.Type != "changes" || d.Watch.ID != w.ID || d.Version == "" || len(d.Gone) != 0 || len(d.Changes) != 1 {
		t.Fatalf("%s: want one change", first.body)
	}
	if c := d.Changes[0]; c.Place.ID != "near" || c.To != "sdf" || c.Day != "2017-08-12" || c.Link != "https://map.example.org/#day=2017-08-12&place=near" ||
		c.Because[0].Claim.Quote != `taken <script>alert("near")</script>` {
		t.Errorf("%+v", c)
	}
	for o.status(t, w.ID).Delivered == 0 { // it is written down behind the answer
		time.Sleep(time.Millisecond)
	}
	if s := o.status(t, w.ID); s.Delivered != 1 || s.Waiting != 0 || s.GivenUp != 0 || !s.DeliveredAt.Known() {
		t.Errorf("%+v: want one delivery", s)
	}

	// What is believed no more is told, too.
	reports, err := o.Filings(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if _, err := o.Retract(t.Context(), timeline.Retraction{Report: r.ID, Author: "Rima", Reason: "a hoax"}); err != nil {
			t.Fatal(err)
		}
	}
	gone := []string{}
	for len(gone) < 2 {
		m := <-heard
		for _, g := range m.Data.Gone {
			gone = append(gone, g.ID)
		}
	}
	slices.Sort(gone)
	if want := []string{"tag:frontline,2026:change/before/2017-08-12/sdf", d.Changes[0].ID}; !slices.Equal(gone, want) {
		t.Errorf("gone: %v: want %v", gone, want)
	}
	if o.logging.Lock(); strings.Contains(o.log.String(), secret) {
		t.Error("the log shows a secret")
	}
	o.logging.Unlock()
}

// A receiver that never answers keeps nobody else waiting.
func TestReceiversAreDeliveredToByThemselves(t *testing.T) {
	o := newOffice(t)
	hang := make(chan struct{})
	dead := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-hang }))
	t.Cleanup(dead.Close)
	address, heard := receiver(t)
	stuck, _ := o.watch(t, dead.URL, watch.Query{})
	o.watch(t, address, watch.Query{})
	o.run(t)
	t.Cleanup(func() { close(hang) }) // before the courier ends
	for i := range 3 {
		o.report(t, fmt.Sprint("p", i), float64(i), "taken")
		if m := <-heard; m.Data.Changes[0].Place.ID != fmt.Sprint("p", i) {
			t.Errorf("%s: want the change of p%d", m.body, i)
		}
	}
	if s := o.status(t, stuck.ID); s.Delivered != 0 || s.Waiting == 0 {
		t.Errorf("%+v: want the deliveries of the receiver that hangs to wait", s)
	}
}

// What has not arrived is there after a restart, under the same id.
func TestDeliveriesSurviveARestart(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t, 500)
	w, _ := o.watch(t, address, watch.Query{})
	o.report(t, "alpha", 1, "taken")
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	first := <-heard
	if s := o.status(t, w.ID); s.Waiting != 1 || !strings.Contains(s.LastError, "500") || !s.NextAt.Known() {
		t.Errorf("%+v: want one waiting, because of 500", s)
	}
	o.Close()
	o.reopen(t)
	o.clock = func() time.Time { return time.Now().Add(time.Minute) }
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	if again := <-heard; again.id != first.id || again.body != first.body {
		t.Errorf("%s %s: want %s %s", again.id, again.body, first.id, first.body)
	}
	if s := o.status(t, w.ID); s.Waiting != 0 || s.Delivered != 1 || s.LastError != "" {
		t.Errorf("%+v: want it delivered", s)
	}
}

// One run tries all that is due; a message that is refused holds nothing else up, and a
// receiver that is not there is not asked for each of them.
func TestOneRunTriesAllThatIsDue(t *testing.T) {
	const messages = 23
	o := newOffice(t)
	away := slices.Repeat([]int{http.StatusServiceUnavailable}, messages)
	address, heard := receiver(t, append(away, http.StatusBadRequest)...)
	w, _ := o.watch(t, address, watch.Query{})
	once := func(wait time.Duration) watch.Status {
		t.Helper()
		o.clock = func() time.Time { return time.Now().Add(wait) }
		if err := o.courier().Once(t.Context()); err != nil {
			t.Fatal(err)
		}
		return o.status(t, w.ID)
	}
	for i := range messages {
		o.report(t, fmt.Sprint("p", i), float64(i), "taken")
		if s := once(0); s.Waiting != i+1 || len(heard) != i+1 {
			t.Fatalf("%+v, tried %d times: want %d waiting, and one try a run", s, len(heard), i+1)
		}
	}
	if s := once(time.Hour); s.Waiting != 1 || s.Delivered != messages-1 {
		t.Errorf("%+v: want all but the refused one delivered", s)
	}
	if s := once(2 * time.Hour); s.Waiting != 0 || s.Delivered != messages {
		t.Errorf("%+v: want all delivered", s)
	}
}

func TestADeliveryIsGivenUpInTheEnd(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t, slices.Repeat([]int{500}, 99)...)
	w, _ := o.watch(t, address, watch.Query{})
	o.report(t, "alpha", 1, "taken")
	start := time.Now()
	o.clock = func() time.Time { return start }
	var tries []time.Duration
	for passed := time.Duration(0); passed < 2*watch.GiveUpAfter; passed += time.Hour {
		o.clock = func() time.Time { return start.Add(passed) }
		c := o.courier()
		c.Pause = 10 * time.Second
		if err := c.Once(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(heard) > 0 {
			<-heard
			tries = append(tries, passed)
		}
	}
	s := o.status(t, w.ID)
	if s.GivenUp != 1 || s.Waiting != 0 || s.Delivered != 0 || !strings.Contains(s.LastError, "500") {
		t.Errorf("%+v: want it given up", s)
	}
	if last := tries[len(tries)-1]; len(tries) < 20 || last < watch.GiveUpAfter-7*time.Hour || last > watch.GiveUpAfter {
		t.Errorf("tried %v: want the last try shortly before %v", tries, watch.GiveUpAfter)
	}
	o.report(t, "beta", 1, "taken")
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	if m := <-heard; m.Data.Changes[0].Place.ID != "beta" {
		t.Errorf("%s: want later news to be tried", m.body)
	}
}

// However many couriers there are, and whenever they look: each change is told once.
func TestCouriersDoNotGetInEachOthersWay(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t)
	w, _ := o.watch(t, address, watch.Query{})
	var reporting sync.WaitGroup
	reporting.Go(func() {
		for i := range 30 {
			o.report(t, fmt.Sprint("p", i), 1, "taken")
		}
	})
	for range 3 {
		reporting.Go(func() {
			for range 10 {
				if err := o.courier().Once(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	reporting.Wait()
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	close(heard)
	told := map[string]int{}
	for m := range heard {
		for _, c := range m.Data.Changes {
			told[c.Place.ID]++
		}
	}
	for i := range 30 {
		if n := told[fmt.Sprint("p", i)]; n != 1 {
			t.Errorf("p%d was told %d times", i, n)
		}
	}
	if s := o.status(t, w.ID); s.Waiting != 0 {
		t.Errorf("%+v", s)
	}
}

// Receivers do not take messages of any length: much news is several messages.
func TestMuchNewsIsSeveralMessages(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t)
	o.watch(t, address, watch.Query{})
	for i := range 60 {
		o.report(t, fmt.Sprintf("p%02d", i), 1, "taken")
	}
	for range 2 {
		if err := o.courier().Once(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	close(heard)
	ids, places := map[string]bool{}, []string{}
	for m := range heard {
		ids[m.id] = true
		for _, c := range m.Data.Changes {
			places = append(places, c.Place.ID)
		}
	}
	if len(ids) != 3 || len(places) != 60 || !slices.IsSorted(places) {
		t.Errorf("%d messages tell of %v: want 3 of 60 places, in order", len(ids), places)
	}
}

// A watch without a webhook has a feed alone.
func TestNothingIsQueuedWithoutAWebhook(t *testing.T) {
	o := newOffice(t)
	w, _ := o.watch(t, "", watch.Query{})
	o.report(t, "alpha", 1, "taken")
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := o.status(t, w.ID); s.Waiting != 0 {
		t.Errorf("%+v", s)
	}
}

func TestQueriesInShort(t *testing.T) {
	box := orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{39, 36}}
	for want, q := range map[string]watch.Query{
		"everything": {},
		"within 10 km of 38,35; place alpha; in Homs; in the box 37,34,39,36; actor sdf": {Near: &atlas.Near{At: home, Km: 10}, Place: "alpha", Admin1: "Homs", Bound: &box, Actors: []timeline.Actor{"sdf"}},
	} {
		if got := q.String(); got != want {
			t.Errorf("%q: want %q", got, want)
		}
	}
}

package replay_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/replay"
	"frontline/timeline/sqlite"
)

const (
	army  = timeline.Actor("syrian_government")
	state = timeline.Actor("islamic_state")
)

var (
	day  = timeline.Date(2017, 8, 12)
	west = geo.Place{ID: "west", NameAr: "المشيرفة", Kind: "village", At: orb.Point{36.8, 34.9}, Admin1: "Homs", Precision: geo.Exact}
	east = geo.Place{ID: "east", NameAr: "المشيرفة", Kind: "village", At: orb.Point{37.4, 34.6}, Admin1: "Homs", Precision: geo.Exact}
)

// reader reads reports of lines "day actor", each of which says that the actor
// took the place; one that says "unreadable" cannot be read.
type reader struct{ place *geo.Place }

func (x reader) Read(r timeline.Report) (timeline.Reading, error) {
	if strings.Contains(r.Text, "unreadable") {
		return timeline.Reading{}, errors.New("no language is known in which that is a report")
	}
	if r.PublishedBasis == "" {
		r.Published, r.PublishedBasis = day+1, timeline.Inferred
	}
	out := timeline.Reading{Report: r}
	m := timeline.Mention{Surface: "المشيرفة", Reason: "2 entries of this name"}
	if x.place != nil {
		m.Place, m.Score, m.Reason = x.place, 0.9, "decided"
	}
	out.Places = []timeline.Mention{m}
	at := 0
	for line := range strings.Lines(r.Text) {
		var after int
		var actor timeline.Actor
		if _, err := fmt.Sscan(line, &after, &actor); err != nil {
			return out, err
		}
		c := timeline.Claim{Report: r.ID, Kind: timeline.Captured, Modality: timeline.Asserted, Actor: actor, Date: day + timeline.Day(after),
			DateBasis: timeline.Stated, Quote: line, Start: at, End: at + len(line), Rule: "capture", Confidence: 0.9,
			Place: &timeline.PlaceRef{Surface: "المشيرفة", Named: true}}
		if x.place != nil {
			c.Place.ID, c.Place.At, c.Place.Score = x.place.ID, &x.place.At, 0.9
		}
		c.Identify()
		out.Claims = append(out.Claims, c)
		at += len(line)
	}
	return out, nil
}

// ReadOn reads as Read does, but for a place that is open: of west and east it
// takes the one that is nearer to what the army held.
func (x reader) ReadOn(g replay.Ground, r timeline.Report) (timeline.Reading, error) {
	toWest, _ := g.NearestKm(army, day+9, west.At)
	toEast, known := g.NearestKm(army, day+9, east.At)
	switch {
	case x.place != nil || !known:
	case toWest < toEast:
		return reader{&west}.Read(r)
	default:
		return reader{&east}.Read(r)
	}
	return x.Read(r)
}

// stored is a store with reports as the reader reads them.
func stored(t *testing.T, x reader, texts ...string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), sqlite.Options{Now: func() time.Time { return day.Time() }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, text := range texts {
		report := timeline.Report{ID: timeline.ReportID(text), File: "a.txt", Language: "ar", Text: text}
		reading, err := x.Read(report)
		if err != nil {
			reading = timeline.Reading{Report: report}
		}
		if _, err := s.Add(t.Context(), reading); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func prepare(t *testing.T, s *sqlite.Store, x reader) replay.Plan {
	t.Helper()
	p, err := replay.Prepare(t.Context(), s, x, replay.Law{Sources: timeline.NewRegistry(), Retracted: func(string, string) bool { return false }}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestReadingTheSameChangesNothing(t *testing.T) {
	s := stored(t, reader{&west}, "0 "+string(army)+"\n")
	if p := prepare(t, s, reader{&west}); p.Reports != 1 || p.Changed != 0 || len(p.Claims) != 0 || len(p.Read) != 0 {
		t.Errorf("%+v", p)
	}
}

func TestAMovedPlaceMovesClaimsAndHolders(t *testing.T) {
	s := stored(t, reader{&west}, "0 "+string(army)+"\n5 "+string(state)+"\n", "9 "+string(army)+"\n")
	p := prepare(t, s, reader{&east})
	if p.Reports != 2 || p.Changed != 2 || len(p.Claims) != 3 {
		t.Fatalf("%+v", p)
	}
	for _, c := range p.Claims {
		if !c.Moved() || c.Before.Place.ID != "west" || c.After.Place.ID != "east" || c.Report.Text != "" {
			t.Errorf("%+v", c)
		}
	}
	if claims := believed(t, s); claims[0].Place.ID != "west" {
		t.Error("preparing stored something")
	}
	if err := p.Apply(t.Context(), s, "test"); err != nil {
		t.Fatal(err)
	}
	claims := believed(t, s)
	if len(claims) != 3 {
		t.Fatalf("%d claims", len(claims))
	}
	for _, c := range claims {
		if c.Place.ID != "east" {
			t.Errorf("%s is still at %s", c.ID, c.Place.ID)
		}
	}
	if again := prepare(t, s, reader{&east}); again.Changed != 0 {
		t.Errorf("a second time changes %d reports", again.Changed)
	}
}

func TestANameThatIsPlacedTakesItsClaimsAlong(t *testing.T) {
	s := stored(t, reader{}, "0 "+string(army)+"\n")
	p := prepare(t, s, reader{&east})
	if len(p.Claims) != 1 || !p.Claims[0].Moved() || p.Claims[0].Before.Place.Placed() || p.Claims[0].After.Place.ID != "east" {
		t.Errorf("%+v", p)
	}
}

// A report that cannot be read any more stays, and is told of.
func TestWhatCannotBeReadStays(t *testing.T) {
	s := stored(t, reader{&west}, "unreadable", "0 "+string(army)+"\n")
	p := prepare(t, s, reader{&east})
	if p.Reports != 2 || p.Changed != 1 || len(p.Failed) != 1 || p.Failed[0].File != "a.txt" || p.Failed[0].Reason == "" {
		t.Errorf("%+v", p)
	}
}

// A table stays as it is, however a reader would take its lines for words.
func TestTablesAreNotReadAgain(t *testing.T) {
	s := stored(t, reader{&west})
	table, err := reader{&west}.Read(timeline.Report{ID: "table", File: "map.tsv", Text: "0 " + string(army) + "\n"})
	if err != nil {
		t.Fatal(err)
	}
	table.Report.Form = timeline.Table
	if _, err := s.Add(t.Context(), table); err != nil {
		t.Fatal(err)
	}
	if p := prepare(t, s, reader{&east}); p.Reports != 0 || len(p.Claims) != 0 || len(p.Read) != 0 {
		t.Errorf("%+v: want nothing read again", p)
	}
}

// A plan is of one moment: what came in since is not run over.
func TestAnOldPlanIsRefused(t *testing.T) {
	s := stored(t, reader{&west}, "0 "+string(army)+"\n")
	p := prepare(t, s, reader{&east})
	late, err := reader{&west}.Read(timeline.Report{ID: "late", File: "b.txt", Language: "ar", Text: "1 x\n"})
	if err == nil {
		_, err = s.Add(t.Context(), late)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Apply(t.Context(), s, "test"); !errors.Is(err, sqlite.ErrChanged) {
		t.Errorf("%v: want ErrChanged", err)
	}
}

// Names are settled on the ground of what is known; a report that cannot be
// read any more does not stop the others.
func TestSettle(t *testing.T) {
	s := stored(t, reader{}, "unreadable", "0 "+string(army)+"\n")
	at := west.At
	ground := replay.GroundOf([]timeline.Presence{{At: at, Holder: army, Span: timeline.Span{From: day}}})
	ids := []string{timeline.ReportID("unreadable"), timeline.ReportID("0 " + string(army) + "\n")}
	names, err := replay.Settle(t.Context(), s, reader{}, ground, ids)
	if err != nil || len(names) != 1 || names[0] != "المشيرفة" {
		t.Fatalf("%v, %v: want the one name", names, err)
	}
	if claims := believed(t, s); len(claims) != 1 || claims[0].Place.ID != west.ID {
		t.Errorf("%+v: want the claim in the west, where the army was", claims)
	}
}

// believed are the claims that are believed now, by report and position.
func believed(t *testing.T, s *sqlite.Store) (out []timeline.Claim) {
	t.Helper()
	entries, err := s.Entries(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.At(0) {
			out = append(out, e.Claim)
		}
	}
	return out
}

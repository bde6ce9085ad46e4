package sqlite_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

func TestRetractionsStayOnRecord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, today)
	one, two := sample(1, 2), sample(2, 1)
	add(t, s, one)
	add(t, s, two)
	whole := timeline.Retraction{Report: one.Report.ID, Author: "Rima", Reason: "a hoax"}
	claim := timeline.Retraction{Report: two.Report.ID, Claim: two.Claims[0].ID, Author: "Omar", Reason: "another village"}
	seen := map[string]bool{version(t, s): true}
	for i, r := range []timeline.Retraction{whole, claim} {
		if seq, err := open(t, path, today+1).Retract(t.Context(), r); err != nil || seq != int64(i+1) {
			t.Fatalf("retraction %d, %v: want number %d", seq, err, i+1)
		}
		if v := version(t, s); seen[v] {
			t.Error("the version does not follow a retraction")
		} else {
			seen[v] = true
		}
	}
	if err := open(t, path, today+3).Restore(t.Context(), 1, "Omar"); err != nil {
		t.Fatal(err)
	}
	if seen[version(t, s)] {
		t.Error("the version does not follow a restoration")
	}
	whole.Seq, claim.Seq = 1, 2
	whole.Spell, whole.By = timeline.Spell{Recorded: noon(today + 1), Superseded: noon(today + 3)}, "Omar"
	claim.Spell = timeline.Spell{Recorded: noon(today + 1)}
	got, err := s.Retractions(t.Context())
	if want := []timeline.Retraction{whole, claim}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v: want %+v", got, err, want)
	}
	journal, err := s.Journal(t.Context())
	if want := []timeline.Event{{Moment: noon(today + 1), What: "retraction", About: "1: a hoax"}, {Moment: noon(today + 1), What: "retraction", About: "2: another village"},
		{Moment: noon(today + 3), What: "restoration", About: "1"}}; err != nil || !reflect.DeepEqual(journal, want) {
		t.Errorf("%+v, %v: want %+v", journal, err, want)
	}
	if claims := known(t, s, 0); len(claims) != 3 {
		t.Errorf("%d claims: want all 3, for nothing is deleted", len(claims))
	}
}

// noon is when a store of these tests records what it does on a day.
func noon(d timeline.Day) timeline.Moment { return timeline.EndOf(d) - 12*60*60*1000 }

func TestWhatCannotBeRetractedOrRestored(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	one, two := sample(1, 1), sample(2, 1)
	add(t, s, one)
	add(t, s, two)
	if _, err := s.AddUnreadable(t.Context(), "torn.txt", "00000000", "torn"); err != nil {
		t.Fatal(err)
	}
	retract := func(report, claim string) error {
		_, err := s.Retract(t.Context(), timeline.Retraction{Report: report, Claim: claim, Author: "Rima", Reason: "x"})
		return err
	}
	if err := errors.Join(retract(one.Report.ID, ""), retract(two.Report.ID, ""), s.Restore(t.Context(), 2, "Rima")); err != nil {
		t.Fatal(err)
	}
	before := version(t, s)
	for name, c := range map[string]struct {
		err   error
		words string
	}{
		"a report that is not there":      {retract("ffffffffffffffff", ""), "report ffffffffffffffff: not found"},
		"a report that was not read":      {retract("00000000", ""), "not found"},
		"a claim of another report":       {retract(one.Report.ID, two.Claims[0].ID), "claim " + two.Claims[0].ID},
		"what is retracted already":       {retract(one.Report.ID, ""), "already"},
		"a retraction that was restored":  {s.Restore(t.Context(), 2, "Rima"), "no retraction of this number"},
		"a retraction that was never one": {s.Restore(t.Context(), 7, "Rima"), "retraction 7"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.words) || strings.Contains(c.err.Error(), "sql:") {
			t.Errorf("%s: %v: want %q", name, c.err, c.words)
		}
	}
	if version(t, s) != before {
		t.Error("what failed has changed the file")
	}
	if err := retract(two.Report.ID, ""); err != nil {
		t.Errorf("again, after it was restored: %v", err)
	}
}

func TestHoldingsFollowRetractions(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	one, two := sample(1, 1), sample(2, 1)
	two.Claims[0].Actor, two.Claims[0].Date = "sdf", today
	two.Claims[0].Identify()
	add(t, s, one)
	add(t, s, two)
	for _, c := range []struct {
		do   func() error
		want string
	}{
		{func() error { return nil }, "syrian_government 2017-08-12..2017-08-14, sdf 2017-08-14.."},
		{func() error {
			_, err := s.Retract(t.Context(), timeline.Retraction{Report: two.Report.ID})
			return err
		}, "syrian_government 2017-08-12.."},
		{func() error {
			_, err := s.Retract(t.Context(), timeline.Retraction{Report: one.Report.ID, Claim: one.Claims[0].ID})
			return err
		}, ""},
		{func() error { return s.Restore(t.Context(), 1, "Rima") }, "sdf 2017-08-14.."},
		{func() error { return s.Restore(t.Context(), 2, "Rima") }, "syrian_government 2017-08-12..2017-08-14, sdf 2017-08-14.."},
	} {
		if err := c.do(); err != nil {
			t.Fatal(err)
		}
		if got := held(t, s); got != c.want {
			t.Errorf("held: %s: want %s", got, c.want)
		}
	}
}

// held are the presences of a store in words.
func held(t *testing.T, s *sqlite.Store) string {
	t.Helper()
	list, err := s.Presences(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range list {
		out = append(out, string(p.Holder)+" "+p.From.String()+".."+p.To.String())
	}
	return strings.Join(out, ", ")
}

func TestSayingsByTheBeginningOfAnId(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	r := sample(1, 2)
	r.Report.ID = "abcdef0123456789"
	r.Claims[0].ID, r.Claims[1].ID = "abcdef1111111111", "99999900000000ff"
	r.Claims[0].Report, r.Claims[1].Report = r.Report.ID, r.Report.ID
	add(t, s, r)
	for beginning, want := range map[string][]sqlite.Saying{
		"abcdef0123456789": {{Report: "abcdef0123456789"}},
		"abcdef0":          {{Report: "abcdef0123456789"}},
		"abcdef":           {{Report: "abcdef0123456789"}, {Report: "abcdef0123456789", Claim: "abcdef1111111111"}},
		"999999":           {{Report: "abcdef0123456789", Claim: "99999900000000ff"}},
		"99999901":         nil,
		"bcdef0":           nil,
	} {
		if got, err := s.Sayings(t.Context(), beginning, 9); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v: want %v", beginning, got, err, want)
		}
	}
	if got, err := s.Sayings(t.Context(), "abcdef", 1); err != nil || len(got) != 1 {
		t.Errorf("at most 1: %v, %v", got, err)
	}
}

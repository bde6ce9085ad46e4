package sqlite_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
	"frontline/timeline/sqlite"
)

func TestDecisionsStayOnRecord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, today)
	alias := sqlite.Decision{Decision: gazetteer.Decision{Kind: gazetteer.Alias, Name: "المشيرفة", Admin1: "Homs", Place: "sy-homs-mushayrifah"},
		Author: "Rima", Note: "the one east of the road"}
	put := sqlite.Decision{Decision: gazetteer.Decision{Kind: gazetteer.Put, Name: "تل الجابن", NameOther: "Tell al-Jabin", Place: "own:1", PlaceKind: "hill",
		At: &orb.Point{37, 35}}, Author: "Omar"}
	before := version(t, s)
	for i, d := range []sqlite.Decision{alias, put} {
		if seq, err := s.Decide(t.Context(), d); err != nil || seq != int64(i+1) {
			t.Fatalf("decision %d, %v: want number %d", seq, err, i+1)
		}
	}
	decided := version(t, s)
	later := open(t, path, today+3)
	if err := later.Withdraw(t.Context(), 1, "Omar"); err != nil {
		t.Fatal(err)
	}
	alias.Seq, alias.Recorded, alias.Withdrawn, alias.WithdrawnBy = 1, today, today+3, "Omar"
	put.Seq, put.Recorded = 2, today
	got, err := s.Decisions(t.Context())
	if want := []sqlite.Decision{alias, put}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v: want %+v", got, err, want)
	}
	if before == decided || decided == version(t, s) {
		t.Error("the version does not follow decisions")
	}
	for _, seq := range []int64{1, 3} {
		if err := s.Withdraw(t.Context(), seq, "Omar"); err == nil || !strings.Contains(err.Error(), "decision") {
			t.Errorf("withdraw %d: %v", seq, err)
		}
	}
	if _, err := s.Decide(t.Context(), sqlite.Decision{Decision: gazetteer.Decision{Kind: "guess"}}); err == nil {
		t.Error("a decision of no kind was taken")
	}
}

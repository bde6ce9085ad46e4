package sqlite_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
	"github.com/pressly/goose/v3"

	"os"

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

// A file of the first schema comes to the current one with all it holds.
func TestFirstSchemaIsBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	steps, err := goose.NewProvider(goose.DialectSQLite3, db, os.DirFS("schema"), goose.WithDisableGlobalRegistry(true))
	if err == nil {
		_, err = steps.UpTo(t.Context(), 1)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{
		`INSERT INTO reports VALUES (1, 'r1', 'read', '', '2017-08-14T12:00:00.000Z', 'a.txt', 't', 's', 'u', 'ar', '2017-08-13', 'given', 0, 'سيطر')`,
		`INSERT INTO places VALUES ('p', 'السخنة', 'Sukhnah', 'town', 38.87, 34.88, 'Homs', '', 'exact')`,
		`INSERT INTO mentions VALUES ('r1', 0, 'السخنة', 'town', 0, 4, 'p', 0.9, 'only', NULL)`,
		`INSERT INTO claims VALUES ('r1', 0, 'c1', '2017-08-14T12:00:00.000Z', 'captured', 'asserted', 'a', NULL, NULL, 'السخنة', 1, 0, 4, 'p', 38.87, 34.88, 0.9,
			NULL, NULL, '2017-08-12', 'stated', 5, 'remaining', NULL, NULL, 3, NULL, NULL, 'سيطر', 0, 4, 'capture', 0.9)`,
	} {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	db.Close()
	s := open(t, path, today+9)
	r, err := s.Report(t.Context(), "r1")
	if err != nil || len(r.Places) != 1 || r.Places[0].Place == nil || r.Places[0].Place.ID != "p" || r.Places[0].Score != 0.9 {
		t.Fatalf("%+v, %v", r, err)
	}
	if c := r.Claims[0]; c.ID != "c1" || c.Place.ID != "p" || *c.Place.At != (orb.Point{38.87, 34.88}) || *c.KilledMin != 3 || c.DistanceKm != 5 || c.Date != timeline.Date(2017, 8, 12) {
		t.Errorf("%+v", c)
	}
	if claims := known(t, s, timeline.Date(2017, 8, 13)); len(claims) != 0 {
		t.Errorf("known the day before: %v", claims)
	}
	if claims := known(t, s, timeline.Date(2017, 8, 14)); len(claims) != 1 {
		t.Errorf("known on the day: %v", claims)
	}
}

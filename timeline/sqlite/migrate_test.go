package sqlite_test

import (
	"database/sql"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

// latest is the number of the last step of the schema.
const latest = 6

// older is a file as programs of an earlier schema left it, with readings that
// were added on days one after the other from today on; and those of them that
// are believed now.
func older(t *testing.T, path string, schema int64) []timeline.Reading {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	steps, err := goose.NewProvider(goose.DialectSQLite3, db, os.DirFS("schema"), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	upTo := func(schema int64) {
		if _, err := steps.UpTo(t.Context(), schema); err != nil {
			t.Fatal(err)
		}
	}
	upTo(1)
	exec := func(statement string, args ...any) {
		t.Helper()
		if _, err := db.ExecContext(t.Context(), statement, args...); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	list := []timeline.Reading{
		told(1, says{"السخنة", timeline.Captured, army, isis, aug(5)}, says{"الكدير", timeline.Holds, isis, "", aug(6)}),
		told(2, says{"السخنة", timeline.Recaptured, isis, army, aug(10)}, says{"حميمة", timeline.Captured, army, "", 0}),
		told(3),
	}
	for i, r := range list {
		moment := timeline.MomentOf((today + timeline.Day(i)).Time()).String()
		exec(`INSERT INTO reports (id, outcome, reason, recorded_at, file, title, source, url, language, published, published_basis, body, text)
			VALUES (?, 'read', '', ?, ?, '', ?, '', 'ar', ?, 'given', 0, ?)`, r.Report.ID, moment, r.Report.File, r.Report.Source, r.Report.Published.String(), r.Report.Text)
		for j, m := range r.Places {
			p := m.Place
			exec(`INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, p.ID, p.NameAr, p.NameEn, p.Kind, p.At.Lon(), p.At.Lat(), p.Admin1, p.Admin2, p.Precision)
			exec(`INSERT INTO mentions (report, position, surface, class, start_byte, end_byte, place, score, reason) VALUES (?, ?, ?, '', ?, ?, ?, 1, ?)`,
				r.Report.ID, j, m.Surface, m.Start, m.End, p.ID, m.Reason)
		}
		for j, c := range r.Claims {
			var from, date any
			if c.From != "" {
				from = c.From
			}
			if c.Date.Known() {
				date = c.Date.String()
			}
			exec(`INSERT INTO claims (report, position, id, recorded_at, kind, modality, actor, from_actor, place_surface, place_named, place_start_byte, place_end_byte,
				place, place_lon, place_lat, place_score, date, date_basis, quote, start_byte, end_byte, rule, confidence)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`, c.Report, j, c.ID, moment, c.Kind, c.Modality, c.Actor, from,
				c.Place.Surface, c.Place.Start, c.Place.End, c.Place.ID, c.Place.At.Lon(), c.Place.At.Lat(), date, c.DateBasis, c.Quote, c.Start, c.End, c.Rule, c.Confidence)
		}
	}
	exec(`INSERT INTO reports (id, outcome, reason, recorded_at, file, title, source, url, language, published, published_basis, body, text)
		VALUES (?, 'unreadable', 'torn', ?, 'x.txt', '', '', '', '', NULL, '', 0, '')`, timeline.ReportID("x"), timeline.MomentOf(today.Time()).String())
	upTo(schema)
	if schema >= 2 {
		list = readAgain(exec, list)
	}
	if schema >= 3 {
		retract(exec, list)
	}
	return list
}

// readAgain brings in what came with the second schema: the second reading of
// the first report has its last claim no more; a decision, a record and an area
// with their lines of the journal.
func readAgain(exec func(string, ...any), list []timeline.Reading) []timeline.Reading {
	r := &list[0]
	moment := timeline.MomentOf((today + 5).Time()).String()
	gone := r.Claims[len(r.Claims)-1]
	r.Claims = r.Claims[:len(r.Claims)-1]
	exec(`UPDATE claims SET superseded_at = ? WHERE id = ?`, moment, gone.ID)
	exec(`INSERT INTO decisions (kind, name, name_other, admin1, place, place_kind, author, note, recorded_at) VALUES ('alias', 'سخنة', '', '', 'sy-السخنة', '', 'Rima', '', ?)`, moment)
	exec(`INSERT INTO records VALUES ('ocha', '7', 'sy-السخنة', 'السخنة', 'Sukhnah', '', '', 'town', 38.87, 34.88, 'Homs', '', 9000, '', 'C2681', 'exact', 12)`)
	exec(`INSERT INTO areas VALUES (1, 'SY04', 'حمص', 'Homs', 'SY', '{"type":"MultiPolygon","coordinates":[[[[36,33],[39,33],[39,35],[36,33]]]]}')`)
	for _, what := range []string{"decision", "import", "areas", "replay"} {
		exec(`INSERT INTO journal (what, about, recorded_at) VALUES (?, '', ?)`, what, moment)
	}
	return list
}

// retract brings in what came with the third schema: a source, and a retraction
// that was taken back.
func retract(exec func(string, ...any), list []timeline.Reading) {
	moment := timeline.MomentOf((today + 6).Time()).String()
	exec(`INSERT INTO sources (id, name_en, name_ar, signs, side, languages, weight, licence, recorded_at) VALUES ('mapmaker', '', '', '', '', '', 0.5, '', ?)`, moment)
	exec(`INSERT INTO retractions (report, claim, author, reason, recorded_at, withdrawn_at, withdrawn_by) VALUES (?, '', 'Rima', 'a copy', ?, ?, 'Omar')`, list[1].Report.ID, moment, moment)
	exec(`INSERT INTO journal (what, about, recorded_at) VALUES ('retraction', '', ?)`, moment)
}

func TestEveryEarlierSchemaIsBroughtUpToDate(t *testing.T) {
	for schema := int64(1); schema < latest; schema++ {
		t.Run(fmt.Sprint("schema ", schema), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "old.db")
			believed := older(t, path, schema)
			before := dump(t, path)
			var kept []string
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{Law: law(), Kept: func(path string, of int64) { kept = append(kept, fmt.Sprint(path, " ", of)) }})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()

			backup := fmt.Sprintf("%s.schema-%d.backup", path, schema)
			if want := []string{fmt.Sprint(backup, " ", schema)}; !slices.Equal(kept, want) {
				t.Errorf("kept %q: want it told as %q", kept, want)
			}
			if got := dump(t, backup); !reflect.DeepEqual(got, before) {
				t.Errorf("the backup holds %v: want %v", got, before)
			}
			if _, err := sqlite.OpenReadOnly(t.Context(), backup, law()); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("schema %d", schema)) {
				t.Errorf("%v: want the backup to be of schema %d", err, schema)
			}
			for _, want := range believed {
				if got, err := s.Report(t.Context(), want.Report.ID); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("got  %+v, %v\nwant %+v", got, err, want)
				}
			}
			if r, lines := verified(t, s); !r.Kept() || r.Reports != 4 {
				t.Errorf("%d reports:\n%s", r.Reports, lines)
			}
			wantClocks(t, s, schema)
			wantLists(t, s, schema)
			wantSameHoldings(t, path, believed)
			s.Close()
			openAs(t, path, today+9).Close() // once is enough
			if all, _ := filepath.Glob(path + ".schema*"); len(all) != 1 {
				t.Errorf("%v: want one backup", all)
			}
		})
	}
}

// wantClocks checks what was known on each day, and since when.
func wantClocks(t *testing.T, s *sqlite.Store, schema int64) {
	t.Helper()
	count := map[timeline.Day]int{today - 1: 0, today: 2, today + 1: 4, today + 4: 4, today + 5: 4, 0: 4}
	if schema >= 2 {
		count[today+5], count[0] = 3, 3
	}
	for day, want := range count {
		if got := known(t, s, day); len(got) != want {
			t.Errorf("known on %v: %d claims: want %d", day, len(got), want)
		}
	}
	if filings, err := s.Filings(t.Context(), nil); err != nil || len(filings) != 3 || filings[0].Form != timeline.Words || len(filings[0].Was) != 0 {
		t.Errorf("filings %+v, %v: want three of words, never dated otherwise", filings, err)
	}
	decisions, err := s.Decisions(t.Context())
	if want := min(int(schema), 2) - 1; err != nil || len(decisions) != want {
		t.Errorf("%d decisions, %v: want %d", len(decisions), err, want)
	}
}

// wantLists checks what is kept beside reports.
func wantLists(t *testing.T, s *sqlite.Store, schema int64) {
	t.Helper()
	sources, err := s.Listings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	retractions, err := s.Retractions(t.Context())
	listed := slices.ContainsFunc(sources, func(l timeline.Listing) bool { return l.ID == "mapmaker" && l.Weight == 0.5 })
	if err != nil || listed != (schema >= 3) || (len(retractions) == 1 && retractions[0].By == "Omar") != (schema >= 3) {
		t.Errorf("sources %v, retractions %v, %v", sources, retractions, err)
	}
	if drawings, err := s.Drawings(t.Context()); err != nil || len(drawings) != 0 {
		t.Errorf("%d drawn maps, %v: want none", len(drawings), err)
	}
}

// wantSameHoldings checks that holdings are those of a new file that was told
// what is believed.
func wantSameHoldings(t *testing.T, path string, believed []timeline.Reading) {
	t.Helper()
	anew := filepath.Join(t.TempDir(), "new.db")
	s := openAs(t, anew, today)
	for _, r := range believed {
		add(t, s, r)
	}
	if got, want := holdingsIn(t, path), holdingsIn(t, anew); len(want) < 4 || !slices.Equal(got, want) {
		t.Errorf("holdings %q: want %q", got, want)
	}
}

// What was kept once is not overwritten by what is kept the next time.
func TestEarlierBackupsStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	older(t, path, 2)
	write(t, path+".schema-2.backup", "mine")
	openAs(t, path, today+9)
	if got, err := os.ReadFile(path + ".schema-2.backup"); err != nil || string(got) != "mine" {
		t.Errorf("%q, %v: want what was there", got, err)
	}
	if got := column(t, path+".schema-2.backup-2", `SELECT max(version_id) FROM goose_db_version`); !slices.Equal(got, []string{"2"}) {
		t.Errorf("schema %v of the new backup", got)
	}
}

// A name that is as long as names may be cannot become longer.
func TestNothingIsBroughtUpToDateWithoutABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("x", 245))
	older(t, path, 2)
	before := dump(t, path)
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	refused(t, s, err, path, "back it up before its schema 2 is brought up to date")
	if got := dump(t, path); !reflect.DeepEqual(got, before) {
		t.Errorf("the file holds %v: want %v", got, before)
	}
}

// A step that fails leaves the file as it was, and the backup beside it.
func TestAFailedStepLeavesFileAndBackup(t *testing.T) {
	for schema, obstacle := range map[int64]string{1: `CREATE TABLE records (mine)`, 2: `CREATE TABLE retractions (mine)`, 3: `CREATE TABLE drawings (mine)`, 4: `CREATE TABLE worded (mine)`, 5: `CREATE TABLE watches (mine)`} {
		path := filepath.Join(t.TempDir(), "old.db")
		older(t, path, schema)
		raw(t, path, obstacle)
		before := dump(t, path)
		told := ""
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{Kept: func(path string, _ int64) { told = path }})
		refused(t, s, err, path, "bring schema up to date")
		for _, file := range []string{path, told} {
			if got := dump(t, file); !reflect.DeepEqual(got, before) {
				t.Errorf("schema %d: %s holds %v: want %v", schema, file, got, before)
			}
		}
		// Once what is in the way is gone, it goes on.
		raw(t, path, strings.Replace(strings.Replace(obstacle, "CREATE", "DROP", 1), " (mine)", "", 1))
		if r, lines := verified(t, openAs(t, path, today+9)); !r.Kept() || r.Reports != 4 {
			t.Errorf("schema %d: %d reports:\n%s", schema, r.Reports, lines)
		}
	}
}

// dump is all that a file holds, by table.
func dump(t *testing.T, path string) map[string][]string {
	t.Helper()
	out := map[string][]string{"": column(t, path, `SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name`)}
	for _, table := range column(t, path, `SELECT name FROM sqlite_schema WHERE type = 'table'`) {
		columns := column(t, path, `SELECT 'quote("' || name || '")' FROM pragma_table_info('`+table+`')`)
		out[table] = column(t, path, `SELECT `+strings.Join(columns, ` || ', ' || `)+` FROM `+table+` ORDER BY 1`)
	}
	maps.DeleteFunc(out, func(_ string, rows []string) bool { return rows == nil })
	return out
}

package sqlite_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/sqlite"
	"frontline/timeline/verify"
)

// aug is a day of August 2017.
func aug(day int) timeline.Day { return timeline.Date(2017, 8, day) }

// everything is a file with something of everything: reports that contradict each
// other, one that was read again, one that could not be read, a retraction, one
// that was taken back, a source and a decision.
func everything(t *testing.T) (path string, first timeline.Reading) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.db")
	s := openAs(t, path, today)
	first = told(1, says{"السخنة", timeline.Captured, army, isis, aug(5)}, says{"الكدير", timeline.Holds, isis, "", aug(6)})
	second := told(2, says{"السخنة", timeline.Recaptured, isis, army, aug(10)}, says{"حميمة", timeline.Captured, army, "", aug(9)})
	third := told(3, says{"الكدير", timeline.Captured, army, isis, aug(12)})
	for _, r := range []timeline.Reading{first, second, third} {
		add(t, s, r)
	}
	if _, err := s.AddUnreadable(t.Context(), "x.txt", timeline.ReportID("x"), "torn"); err != nil {
		t.Fatal(err)
	}
	again := reread(second)
	if err := s.Replace(t.Context(), version(t, s), []timeline.Reading{again}, "replay"); err != nil {
		t.Fatal(err)
	}
	for _, r := range []timeline.Retraction{{Report: third.Report.ID, Author: "Rima", Reason: "a copy"}, {Report: first.Report.ID, Claim: first.Claims[1].ID, Author: "Rima", Reason: "no"}} {
		if _, err := s.Retract(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Restore(t.Context(), 2, "Omar"); err != nil {
		t.Fatal(err)
	}
	if err := s.PutSources(t.Context(), []timeline.Source{{ID: "other", NameAr: "وكالة 1", Weight: 0.9}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Decide(t.Context(), sqlite.Decision{Decision: gazetteer.Decision{Kind: gazetteer.Alias, Name: "سخنة", Place: "sy-السخنة"}, Author: "Rima"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), drawn(1)); err != nil {
		t.Fatal(err)
	}
	s.Close()
	return path, first
}

func openAs(t testing.TB, path string, day timeline.Day) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{Law: law(), Now: func() time.Time { return day.Time().Add(12 * time.Hour) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// readAs opens the file as verifying does.
func readAs(t testing.TB, path string, l sqlite.Law) *sqlite.Store {
	t.Helper()
	s, err := sqlite.OpenReadOnly(t.Context(), path, l)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestWhatIsKeptVerifies(t *testing.T) {
	path, _ := everything(t)
	r, lines := verified(t, readAs(t, path, law()))
	if !r.Kept() || lines != "" {
		t.Errorf("found:\n%s", lines)
	}
	if r.Reports != 5 || r.Claims != 6 || r.Mentions != 7 || r.Places != 4 || r.Holdings == 0 {
		t.Errorf("%+v: want all that is there to be looked at", r)
	}
}

// Each row is one way in which somebody, or a disk, can tamper with a file.
func TestVerifyNamesWhatWasTamperedWith(t *testing.T) {
	const claim, of = "§claim", "§report" // of the first report, which says two things
	for name, c := range map[string]struct {
		tamper string
		want   verify.Promise
		words  []string
	}{
		"text edited":                 {`UPDATE reports SET text = text || ' ' WHERE id = '§report'`, verify.ReportIDs, []string{of}},
		"body behind the end":         {`UPDATE reports SET body = 100000 WHERE id = '§report'`, verify.Spans, []string{of, "100000"}},
		"quote edited":                {`UPDATE claims SET quote = 'words' WHERE id = '§claim'`, verify.Quotes, []string{claim, of, `"words"`, "السخنة"}},
		"quote of a superseded claim": {`UPDATE claims SET quote = 'words' WHERE superseded_at IS NOT NULL`, verify.Quotes, []string{`"words"`}},
		"span behind the end":         {`UPDATE claims SET end_byte = 100000 WHERE id = '§claim'`, verify.Spans, []string{claim, "100000"}},
		"span the wrong way round":    {`UPDATE claims SET start_byte = end_byte, end_byte = start_byte WHERE id = '§claim'`, verify.Spans, []string{claim}},
		"span before the beginning":   {`UPDATE claims SET start_byte = -1 WHERE id = '§claim'`, verify.Spans, []string{claim, "-1"}},
		"place's span in a character": {`UPDATE claims SET place_start_byte = place_start_byte + 1 WHERE id = '§claim'`, verify.Spans, []string{claim, "character"}},
		"mention in a character":      {`UPDATE mentions SET end_byte = end_byte - 1 WHERE report = '§report' AND position = 1`, verify.Spans, []string{of, "mention 1"}},
		"claim says otherwise":        {`UPDATE claims SET actor = 'sdf' WHERE id = '§claim'`, verify.ClaimIDs, []string{claim}},
		"claim of another id":         {`UPDATE claims SET id = 'cafe' WHERE id = '§claim'`, verify.ClaimIDs, []string{"cafe"}},
		"claim at no place":           {`UPDATE claims SET place = 'sy-nowhere' WHERE id = '§claim'`, verify.References, []string{claim, "sy-nowhere"}},
		"mention of no report":        {`UPDATE mentions SET report = 'r0' WHERE report = '§report'`, verify.References, []string{"r0", "mention 0"}},
		"claims of no report":         {`DELETE FROM reports WHERE id = '§report'`, verify.References, []string{of, claim}},
		"claim without a point":       {`UPDATE claims SET place_lon = NULL, place_lat = NULL WHERE id = '§claim'`, verify.Points, []string{claim, "sy-السخنة"}},
		"claim with half a point":     {`UPDATE claims SET place_lat = NULL WHERE id = '§claim'`, verify.Rows, []string{claim, "place_lat"}},
		"claim off the globe":         {`UPDATE claims SET place_lon = 200 WHERE id = '§claim'`, verify.Points, []string{claim, "200"}},
		"place off the globe":         {`UPDATE places SET lat = -91 WHERE id = 'sy-السخنة'`, verify.Points, []string{"sy-السخنة", "-91"}},
		"shape that is none":          {`UPDATE claims SET place_shape = '{}' WHERE id = '§claim'`, verify.Rows, []string{claim, "place_shape"}},
		"ends before it begins":       {`UPDATE claims SET superseded_at = '2017-08-01T00:00:00.000Z' WHERE superseded_at IS NOT NULL`, verify.Spells, []string{"2017-08-01"}},
		"mention ends before":         {`UPDATE mentions SET superseded_at = '2017-08-01T00:00:00.000Z' WHERE report = '§report' AND position = 0`, verify.Spells, []string{of, "mention 0"}},
		"claim before its report":     {`UPDATE claims SET recorded_at = '2016-01-01T00:00:00.000Z' WHERE id = '§claim'`, verify.Spells, []string{claim, "2016-01-01"}},
		"moment that is none":         {`UPDATE claims SET recorded_at = 'yesterday' WHERE id = '§claim'`, verify.Rows, []string{claim, `"yesterday"`}},
		"two readings at once":        {`DROP INDEX current_claims; INSERT INTO claims SELECT * FROM claims WHERE id = '§claim'`, verify.Spells, []string{claim, "one at a time"}},
		"an index gone":               {`DROP INDEX current_claims`, verify.Schema, []string{"current_claims"}},
		"a column more":               {`ALTER TABLE claims ADD COLUMN mine TEXT`, verify.Schema, []string{"claims", "mine"}},
		"day that is none":            {`PRAGMA ignore_check_constraints = ON; UPDATE reports SET published = '2017-02-30' WHERE id = '§report'`, verify.Rows, []string{of, `"2017-02-30"`}},
		"day of a claim":              {`PRAGMA ignore_check_constraints = ON; UPDATE claims SET date = 'soon' WHERE id = '§claim'`, verify.Rows, []string{claim, `"soon"`}},
		"earlier day":                 {`UPDATE datings SET until = 'then'`, verify.Rows, []string{`"then"`}},
		"retraction of nothing":       {`UPDATE retractions SET claim = 'cafe' WHERE seq = 2`, verify.Retractions, []string{"retraction 2", "cafe"}},
		"retraction of no report":     {`UPDATE retractions SET report = 'r0' WHERE seq = 1`, verify.Retractions, []string{"retraction 1", "r0"}},
		"retraction ends before":      {`UPDATE retractions SET withdrawn_at = '2017-01-01T00:00:00.000Z' WHERE seq = 2`, verify.Spells, []string{"retraction 2"}},
		"retracted twice":             {`INSERT INTO retractions SELECT 9, report, claim, author, reason, recorded_at, NULL, NULL FROM retractions WHERE seq = 1`, verify.Spells, []string{"retraction of"}},
		"source there twice":          {`INSERT INTO sources SELECT 9, id, name_en, name_ar, signs, side, languages, weight, licence, recorded_at, NULL FROM sources`, verify.Spells, []string{"source of other"}},
		"decision of nowhere":         {`UPDATE decisions SET place = 'nowhere'`, verify.Decisions, []string{"decision 1", "nowhere"}},
		"something of the unreadable": {`UPDATE mentions SET report = '` + timeline.ReportID("x") + `' WHERE report = '§report'`, verify.References, []string{timeline.ReportID("x")}},
		"drawing of words":            {`UPDATE drawings SET report = '§report'; UPDATE drawn_shapes SET report = '§report'`, verify.Drawings, []string{of, "table"}},
		"drawing of nothing":          {`UPDATE drawings SET report = 'r0'; UPDATE drawn_shapes SET report = 'r0'`, verify.References, []string{"r0", "drawing"}},
		"shape of no drawing":         {`UPDATE drawn_shapes SET report = 'r0' WHERE feature = 2`, verify.References, []string{"r0", "feature 2"}},
		"drawing's day":               {`PRAGMA ignore_check_constraints = ON; UPDATE drawings SET day = 'soon'`, verify.Rows, []string{"drawing", `"soon"`}},
		"drawing before its report":   {`UPDATE drawings SET recorded_at = '2016-01-01T00:00:00.000Z'`, verify.Spells, []string{"drawing", "2016-01-01"}},
		"drawing that is cut off":     {`UPDATE drawn_shapes SET shape = substr(shape, 1, 40) WHERE feature = 1`, verify.Rows, []string{"feature 1"}},
		"drawing of a point":          {`UPDATE drawn_shapes SET shape = x'0101000000000000000000f03f000000000000f03f' WHERE feature = 1`, verify.Rows, []string{"feature 1", "Point"}},
		"drawing that crosses itself": {`UPDATE drawn_shapes SET shape = x'§bow' WHERE feature = 2`, verify.Drawings, []string{"feature 2"}},
		"drawing of nobody":           {`UPDATE drawn_shapes SET holder = 'unknown' WHERE feature = 2`, verify.Drawings, []string{"feature 2", "unknown"}},
		"holder edited":               {`UPDATE holdings SET holder = 'sdf' WHERE place = 'sy-السخنة' AND valid_to IS NULL`, verify.Fold, []string{"sy-السخنة", "sdf"}},
		"confidence edited":           {`UPDATE holdings SET confidence = 0.123 WHERE place = 'sy-السخنة' AND valid_to IS NULL`, verify.Fold, []string{"0.123"}},
		"holding gone":                {`DELETE FROM holdings WHERE place = 'sy-السخنة'`, verify.Fold, []string{"sy-السخنة", "none"}},
		"holding of nowhere":          {`UPDATE holdings SET place = 'sy-nowhere' WHERE place = 'sy-الكدير'`, verify.References, []string{"sy-nowhere"}},
		"hole":                        {`UPDATE holdings SET valid_to = '2017-08-02' WHERE place = 'sy-السخنة' AND valid_to = '2017-08-05'`, verify.Holdings, []string{"sy-السخنة", "a hole"}},
		"overlap":                     {`UPDATE holdings SET valid_to = '2017-08-07' WHERE place = 'sy-السخنة' AND valid_to = '2017-08-05'`, verify.Holdings, []string{"an overlap"}},
		"the last one ends":           {`UPDATE holdings SET valid_to = '2018-01-01' WHERE place = 'sy-السخنة' AND valid_to IS NULL`, verify.Holdings, []string{"2018-01-01"}},
		"one in the middle is open":   {`UPDATE holdings SET valid_to = NULL WHERE place = 'sy-السخنة'`, verify.Holdings, []string{"another one follows"}},
		"no evidence":                 {`UPDATE holdings SET because = '[]' WHERE place = 'sy-السخنة'`, verify.Holdings, []string{"because"}},
		"evidence that is not there":  {`UPDATE holdings SET because = '["cafe"]' WHERE place = 'sy-السخنة'`, verify.Holdings, []string{"claim cafe"}},
		"evidence that is no list":    {`UPDATE holdings SET because = 'all' WHERE place = 'sy-السخنة'`, verify.Rows, []string{"because"}},
		"against what is not there":   {`UPDATE holdings SET against = '["cafe"]' WHERE place = 'sy-السخنة'`, verify.Holdings, []string{"claim cafe"}},
		"words gone":                  {`DELETE FROM report_words WHERE docid = (SELECT seq FROM reports WHERE id = '§report')`, verify.Words, []string{of, "words"}},
		"words edited":                {`UPDATE report_words SET body = 'other' WHERE docid = (SELECT seq FROM reports WHERE id = '§report')`, verify.Words, []string{of, "words"}},
		"words of no report":          {`INSERT INTO report_words (docid, title, body) VALUES (99, '', 'other')`, verify.Words, []string{"number 99"}},
		"words past their index":      {`UPDATE report_words_content SET c1body = 'other'`, verify.File, []string{"report_words"}},
		"words of other rules":        {`UPDATE worded SET rules = 'older'`, verify.Words, []string{"frontline fold"}},
		"confirmed after its end":     {`UPDATE holdings SET last_confirmed = '2017-08-09' WHERE place = 'sy-السخنة' AND valid_to = '2017-08-05'`, verify.Holdings, []string{"2017-08-09"}},
	} {
		t.Run(name, func(t *testing.T) {
			path, first := everything(t)
			ids := strings.NewReplacer("§claim", first.Claims[0].ID, "§report", first.Report.ID, "§bow", bow(t))
			raw(t, path, ids.Replace(c.tamper))
			r, lines := verified(t, readAs(t, path, law()))
			i := slices.IndexFunc(r.Findings, func(f verify.Finding) bool {
				return f.Promise == c.want && !slices.ContainsFunc(c.words, func(w string) bool { return !strings.Contains(f.String(), ids.Replace(w)) })
			})
			if i < 0 || r.Broken[c.want] == 0 || r.Kept() {
				t.Errorf("found:\n%swant %s with %q", lines, c.want, c.words)
			}
		})
	}
}

// A page that a disk has damaged is found, and named as SQLite does.
func TestVerifyFindsADamagedPage(t *testing.T) {
	path, _ := everything(t)
	raw(t, path, `PRAGMA wal_checkpoint(TRUNCATE)`)
	pages := column(t, path, `SELECT rootpage FROM sqlite_schema WHERE name = 'claims'`)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var page int64
	fmt.Sscan(pages[0], &page)
	if _, err := f.WriteAt([]byte(strings.Repeat("\xff", 200)), (page-1)*4096); err != nil {
		t.Fatal(err)
	}
	if r, lines := verified(t, readAs(t, path, law())); r.Broken[verify.File] == 0 {
		t.Errorf("found:\n%swant the file to be named", lines)
	}
}

func TestFindingsAreCountedBeyondThoseShown(t *testing.T) {
	path, _ := everything(t)
	raw(t, path, `UPDATE claims SET quote = 'words'`)
	r, err := readAs(t, path, law()).Verify(t.Context(), sqlite.VerifyOptions{Shown: 2})
	if err != nil || len(r.Findings) != 2 || r.Broken[verify.Quotes] != 6 {
		t.Errorf("%d findings of %v, %v: want 2 of 6", len(r.Findings), r.Broken, err)
	}
}

// Holdings that another program made by its rules are said to be that, once, and
// are not compared one by one.
func TestHoldingsOfOtherRulesAreSaidToBeSo(t *testing.T) {
	path, _ := everything(t)
	r, lines := verified(t, readAs(t, path, sqlite.Law{}))
	if r.Broken[verify.Fold] != 1 || len(r.Broken) != 1 || !strings.Contains(lines, "frontline fold") {
		t.Errorf("found:\n%swant one finding that says what to do", lines)
	}
}

// Whatever is read, read again, retracted and restored, by whatever clock, a
// store keeps its promises.
func TestEveryStoreVerifies(t *testing.T) {
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n, ".db"))
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{Law: law(), Now: func() time.Time {
			return today.Time().Add(time.Duration(rapid.IntRange(0, 50).Draw(rt, "hours")) * time.Hour)
		}})
		if err != nil {
			rt.Fatal(err)
		}
		defer s.Close()
		life := lifetime{s: s, rt: rt}
		for range rapid.IntRange(1, 7).Draw(rt, "events") {
			rapid.SampledFrom([]func(){life.add, life.add, life.replace, life.retract, life.restore, life.source}).Draw(rt, "event")()
		}
		if r, lines := verified(rt, s); !r.Kept() {
			rt.Fatalf("found:\n%s", lines)
		}
		os.Remove(path)
	})
}

// lifetime is a store and what happens to it.
type lifetime struct {
	s        *sqlite.Store
	rt       *rapid.T
	readings []timeline.Reading
	retracts int64
}

func (l *lifetime) must(err error) {
	if err != nil {
		l.rt.Fatal(err)
	}
}

func (l *lifetime) add() {
	said := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) says {
		actor := rapid.SampledFrom([]timeline.Actor{army, isis, "sdf"})
		return says{rapid.SampledFrom([]string{"السخنة", "الكدير", "Humaymah"}).Draw(t, "place"),
			rapid.SampledFrom([]timeline.Kind{timeline.Captured, timeline.Recaptured, timeline.Lost, timeline.Withdrew, timeline.Holds, timeline.Clashed}).Draw(t, "kind"),
			actor.Draw(t, "actor"), actor.Draw(t, "from"), rapid.SampledFrom([]timeline.Day{0, aug(1), aug(3), aug(5), aug(30)}).Draw(t, "day")}
	}), 0, 4).Draw(l.rt, "said")
	r := told(len(l.readings), said...)
	_, err := l.s.Add(l.rt.Context(), r)
	l.must(err)
	l.readings = append(l.readings, r)
}

func (l *lifetime) replace() {
	if len(l.readings) == 0 {
		return
	}
	i := rapid.IntRange(0, len(l.readings)-1).Draw(l.rt, "which")
	now := l.readings[i]
	if rapid.Bool().Draw(l.rt, "otherwise") {
		now = reread(now)
	}
	v, err := l.s.Version(l.rt.Context())
	l.must(err)
	l.must(l.s.Replace(l.rt.Context(), v, []timeline.Reading{now}, "replay"))
}

func (l *lifetime) retract() {
	if len(l.readings) == 0 {
		return
	}
	r := rapid.SampledFrom(l.readings).Draw(l.rt, "which")
	what := timeline.Retraction{Report: r.Report.ID, Author: "Rima", Reason: "so"}
	if len(r.Claims) > 0 && rapid.Bool().Draw(l.rt, "a claim") {
		what.Claim = r.Claims[0].ID
	}
	if _, err := l.s.Retract(l.rt.Context(), what); err == nil { // else it is retracted already
		l.retracts++
	}
}

func (l *lifetime) restore() {
	_ = l.s.Restore(l.rt.Context(), rapid.Int64Range(0, l.retracts).Draw(l.rt, "number"), "Omar") // fails for one that is restored already
}

func (l *lifetime) source() {
	l.must(l.s.PutSources(l.rt.Context(), []timeline.Source{{ID: "other", NameAr: "وكالة 1", Side: rapid.SampledFrom([]string{"", "islamic_state"}).Draw(l.rt, "side"),
		Weight: rapid.Float64Range(0, 1).Draw(l.rt, "weight")}}))
}

// column is what a query gives, past the store.
func column(t testing.TB, path, query string) (out []string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

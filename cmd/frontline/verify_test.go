package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type verdict struct {
	Kept             bool
	Reports, Claims  int
	Places, Holdings int
	Broken           map[string]int
	Findings         []map[string]any
}

func TestVerifyProvesTheSamples(t *testing.T) {
	db := samples(t)
	out := output(t, "verify", "--db", db)
	if !strings.Contains(out, "all promises are kept") {
		t.Errorf("%s", out)
	}
	got := decode[verdict](t, output(t, "verify", "--db", db, "--format", "json"))
	if !got.Kept || got.Reports == 0 || got.Claims == 0 || got.Holdings == 0 || len(got.Broken) != 0 || got.Findings == nil || len(got.Findings) != 0 {
		t.Errorf("%+v: want all of it looked at, and nothing found", got)
	}
}

func TestVerifyNamesWhatIsWrong(t *testing.T) {
	db := twoReportsStored(t)
	edit(t, db, `UPDATE claims SET quote = 'words'`)
	n := ask[int](t, db, `SELECT count(*) FROM claims`)
	report := ask[string](t, db, `SELECT id FROM reports WHERE seq = 1`)
	got := frontline(t, "verify", "--db", db, "--limit", "2")
	wantFailure(t, got, 1)
	for _, words := range []string{"quotes: claim ", " of report " + report, `have "words"`, "not kept: quotes, ", "promises are not kept"} {
		if !strings.Contains(got.out, words) {
			t.Errorf("%s\nwant %q in it", got.out, words)
		}
	}
	if lines := strings.Count(got.out, "\nquotes: ") + 1; lines != 2 {
		t.Errorf("%d cases listed: want 2\n%s", lines, got.out)
	}
	asJSON := frontline(t, "verify", "--db", db, "--format", "json")
	wantFailure(t, asJSON, 1)
	v := decode[verdict](t, asJSON.out)
	if v.Kept || v.Broken["quotes"] != n || len(v.Findings) == 0 || v.Findings[0]["have"] != `"words"` || v.Findings[0]["place"] != nil {
		t.Errorf("%+v: want %d quotes", v, n)
	}
}

func TestVerifyTellsOfADecisionAboutAPlaceThatWasDropped(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	dir := folder(t, map[string]string{"hills.csv": "id,name,kind,lat,lon\n1,تل الغبار,hill,35.2,38.4\n"})
	output(t, "import", "places", filepath.Join(dir, "hills.csv"), "--db", db)
	place := ask[string](t, db, `SELECT place FROM records`)
	output(t, "gazetteer", "alias", "الغبار", place, "--author", "Rima", "--db", db)
	output(t, "verify", "--db", db)
	output(t, "gazetteer", "drop", ask[string](t, db, `SELECT source FROM records`), "--db", db)
	got := frontline(t, "verify", "--db", db)
	wantFailure(t, got, 1)
	if !strings.Contains(got.out, "decisions: decision 1, place "+place) {
		t.Errorf("%s", got.out)
	}
	output(t, "gazetteer", "withdraw", "1", "--author", "Rima", "--db", db)
	output(t, "verify", "--db", db)
}

func TestVerifyRefuses(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.db")
	wantFailure(t, frontline(t, "verify", "--db", missing), 1, "--db", missing)
	wantFailure(t, frontline(t, "verify", "--db", twoReportsStored(t), "--limit", "0"), 1, "--limit 0")
}

// What was edited by hand is found, and made anew from the claims.
func TestFoldMakesHoldingsAnew(t *testing.T) {
	db := twoReportsStored(t)
	edit(t, db, `UPDATE holdings SET holder = 'sdf', confidence = 0`)
	got := frontline(t, "verify", "--db", db)
	wantFailure(t, got, 1)
	if !strings.Contains(got.out, "fold: place ") {
		t.Errorf("%s", got.out)
	}
	if out := output(t, "fold", "--db", db); !strings.Contains(out, "holdings made anew: ") {
		t.Errorf("%s", out)
	}
	output(t, "verify", "--db", db)
	missing := filepath.Join(t.TempDir(), "missing.db")
	wantFailure(t, frontline(t, "fold", "--db", missing), 1, "--db", missing)
	if _, err := os.Stat(missing); !os.IsNotExist(err) {
		t.Errorf("%v: want no database made", err)
	}
}

// edit changes a database by hand.
func edit(t *testing.T, db, statement string) {
	t.Helper()
	conn, err := sql.Open("sqlite3", "file:"+db)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// correction is what `corrections --format json` says, as far as tests read it.
type correction struct {
	Place         struct{ ID string }
	From, To      string
	Before, After *struct{ Holder string }
	Moment, Cause string
	Words         []string
	Came, Went    []evidence
}

func (c correction) String() string {
	say := func(h *struct{ Holder string }) string {
		if h == nil {
			return ""
		}
		return h.Holder
	}
	return fmt.Sprintf("%s %s %s..%s %s>%s +%d-%d", c.Cause, c.Place.ID, c.From, c.To, say(c.Before), say(c.After), len(c.Came), len(c.Went))
}

func corrections(t *testing.T, db string, args ...string) (out []string, all []correction) {
	t.Helper()
	all = decode[[]correction](t, output(t, append([]string{"corrections", "--db", db, "--format", "json"}, args...)...))
	for _, c := range all {
		out = append(out, c.String())
	}
	return out, all
}

// threeReports are a report of how a village fell, one of the days after, and
// one that says, late, that it fell before.
func threeReports(t *testing.T) (dir string) {
	return folder(t, map[string]string{
		"1.txt": "---\npublished: 2017-08-10\nsource: شبكة البادية\n---\nسيطرت قوات النظام اليوم على قرية الكدير بريف حمص بعد معارك مع تنظيم الدولة الإسلامية.\n",
		"2.txt": "---\npublished: 2017-08-20\nsource: نشرة الضفتين\n---\nسيطر تنظيم الدولة الإسلامية اليوم على قرية الكدير بريف حمص بعد معارك مع قوات النظام.\n",
		"3.txt": "---\npublished: 2017-08-25\nsource: نشرة الميدان\n---\nسيطرت قوات سوريا الديمقراطية في 15 آب 2017 على قرية الكدير بريف حمص بعد معارك مع قوات النظام.\n",
	})
}

func TestCorrectionsTellALateReportFromNews(t *testing.T) {
	dir := threeReports(t)
	db := filepath.Join(dir, "a.db")
	for _, n := range []string{"1.txt", "2.txt"} {
		output(t, "ingest", filepath.Join(dir, n), "--db", db)
	}
	if got, _ := corrections(t, db, ".."); len(got) != 0 {
		t.Fatalf("%s: want no correction where the story only went on", got)
	}
	if text := output(t, "corrections", "..", "--db", db); !strings.HasPrefix(text, "0 spans") {
		t.Error(text)
	}
	output(t, "ingest", filepath.Join(dir, "3.txt"), "--db", db)
	got, all := corrections(t, db, "..")
	if want := "[report sy-homs-kadir 2017-08-15..2017-08-20 syrian_government>sdf +1-0]"; fmt.Sprint(got) != want {
		t.Fatalf("%s: want %s", got, want)
	}
	if e := all[0].Came[0]; e.Report.Source != "نشرة الميدان" || !strings.Contains(e.Claim.Quote, "الكدير") {
		t.Errorf("%+v: want the clause and its source", e)
	}
	text := output(t, "corrections", "..", "--db", db)
	for _, want := range []string{"الكدير (sy-homs-kadir)  2017-08-15 to 2017-08-20  syrian_government → sdf", "by a report", "captured by sdf", "نشرة الميدان, published 2017-08-25", "1 spans"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
	now := time.Now().UTC()
	today, tomorrow := now.Format(time.DateOnly), now.AddDate(0, 0, 2).Format(time.DateOnly)
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{now.AddDate(0, 0, -1).Format(time.DateOnly) + ".." + tomorrow}, 1},
		{[]string{".." + now.AddDate(0, 0, -1).Format(time.DateOnly)}, 0},
		{[]string{tomorrow + ".."}, 0},
		{[]string{"..", "--place", "al-Kadir"}, 1},
		{[]string{"..", "--place", "السخنة"}, 0},
		{[]string{"..", "--in", "حمص"}, 1},
		{[]string{"..", "--in", "Raqqa"}, 0},
		{[]string{"..", "--without", "sample-field"}, 0},
		{[]string{"..", "--as-known-on", "2017-08-25"}, 0},
	} {
		if got, _ := corrections(t, db, c.args...); len(got) != c.want {
			t.Errorf("%s (today is %s): %s: want %d", c.args, today, got, c.want)
		}
	}
	wantFailure(t, frontline(t, "corrections", "2017-08-25", "--db", db), 1, "FROM..TO")
	wantFailure(t, frontline(t, "corrections", "..", "--in", "Bavaria", "--db", db), 1, "--in", "Bavaria")
	wantFailure(t, frontline(t, "corrections", "..", "--without", "moon", "--db", db), 1, "--without", "moon", "sample-field")
	wantFailure(t, frontline(t, "corrections", "..", "--place", "حميمة", "--db", db), exitUndecided)
}

// A decision and reading again are a change of mind, with its words.
func TestCorrectionsTellWhatReadingAgainChanged(t *testing.T) {
	dir := threeReports(t)
	db := filepath.Join(dir, "a.db")
	output(t, "ingest", dir, "--db", db)
	output(t, "gazetteer", "forbid", "الكدير", "--author", "Rima", "--db", db)
	output(t, "replay", "--db", db)
	got, all := corrections(t, db, "..", "--place", "sy-homs-kadir")
	if len(got) < 2 || !strings.HasPrefix(got[len(got)-1], "replay sy-homs-kadir") || all[len(all)-1].After != nil || len(all[len(all)-1].Went) != 3 {
		t.Fatalf("%s: want nothing known of the village in the end, and three claims gone", got)
	}
	if words := fmt.Sprint(all[len(all)-1].Words); !strings.Contains(words, "gazetteer") {
		t.Errorf("%s: want the words of the replay", words)
	}
}

type amendedSaid struct {
	Stored  bool
	Said    string
	Holders []struct {
		Place         struct{ ID string }
		From, To      string
		Before, After *struct{ Holder string }
	}
}

func TestRetractAndRestore(t *testing.T) {
	dir := threeReports(t)
	db := filepath.Join(dir, "a.db")
	output(t, "ingest", dir, "--db", db)
	ask := func() string { return output(t, "who", "الكدير", "--on", "2017-08-16", "--db", db) }
	before := ask()
	late := decode[answer](t, output(t, "who", "الكدير", "--on", "2017-08-16", "--db", db, "--format", "json"))
	if late.Holder != "sdf" {
		t.Fatalf("%+v", late)
	}
	ids := decode[struct {
		Because []struct {
			Claim struct{ ID, Report string }
		}
	}](t, output(t, "who", "الكدير", "--on", "2017-08-16", "--db", db, "--format", "json")).Because[0].Claim

	dry := decode[amendedSaid](t, output(t, "retract", ids.Report[:8], "--reason", "a hoax", "--author", "Rima", "--dry-run", "--db", db, "--format", "json"))
	if dry.Stored || len(dry.Holders) != 1 || dry.Holders[0].Before.Holder != "sdf" || dry.Holders[0].After.Holder != "syrian_government" {
		t.Errorf("%+v: want the change, and nothing stored", dry)
	}
	if ask() != before || output(t, "retractions", "--db", db) != "" {
		t.Error("--dry-run stored something")
	}
	text := output(t, "retract", ids.Report[:8], "--reason", "a hoax", "--author", "Rima", "--db", db)
	for _, want := range []string{"2017-08-15 to 2017-08-20  sdf → syrian_government", "retraction 1: report " + ids.Report} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
	if got := decode[answer](t, output(t, "who", "الكدير", "--on", "2017-08-16", "--db", db, "--format", "json")); got.Holder != "syrian_government" {
		t.Errorf("%+v: want the government", got)
	}
	wantFailure(t, frontline(t, "retract", ids.Report, "--reason", "again", "--author", "Rima", "--db", db), 1, "already", "retraction 1", "a hoax")
	output(t, "retract", ids.ID, "--reason", "another village", "--author", "Omar", "--db", db)
	list := output(t, "retractions", "--db", db)
	for _, want := range []string{"Rima", "a hoax", "نشرة الميدان", "Omar", "claim " + ids.ID} {
		if !strings.Contains(list, want) {
			t.Errorf("%s: want %q in it", list, want)
		}
	}
	for _, n := range []string{"1", "2"} {
		output(t, "restore", n, "--author", "Omar", "--db", db)
	}
	if after := ask(); after != before {
		t.Errorf("%s\nwant as it was:\n%s", after, before)
	}
	views := decode[[]struct {
		Seq              int
		Author, Restored string
		By               string `json:"restored_by"`
	}](t, output(t, "retractions", "--db", db, "--format", "json"))
	if len(views) != 2 || views[0].By != "Omar" || views[0].Restored == "" || views[1].Author != "Omar" {
		t.Errorf("%+v", views)
	}
	if got, _ := corrections(t, db, ".."); !strings.Contains(fmt.Sprint(got), "retraction sy-homs-kadir 2017-08-15..2017-08-20 sdf>syrian_government") ||
		!strings.Contains(fmt.Sprint(got), "restoration sy-homs-kadir 2017-08-15..2017-08-20 syrian_government>sdf") {
		t.Errorf("%s: want the retraction and its end among the corrections", got)
	}
}

func TestRetractRefusesWhatItCannotDo(t *testing.T) {
	dir := threeReports(t)
	db := filepath.Join(dir, "a.db")
	output(t, "ingest", dir, "--db", db)
	t.Setenv("USER", "")
	wantFailure(t, frontline(t, "retract", "123456", "--reason", "x", "--db", db), 1, "--author")
	t.Setenv("USER", "Rima")
	wantFailure(t, frontline(t, "retract", "123456", "--db", db), 1, "reason")
	wantFailure(t, frontline(t, "retract", "123456", "--reason", " ", "--db", db), 1, "--reason")
	wantFailure(t, frontline(t, "retract", "12345", "--reason", "x", "--db", db), 1, `"12345"`, "6 to 16 hex digits")
	wantFailure(t, frontline(t, "retract", "the report", "--reason", "x", "--db", db), 1, `"the report"`)
	wantFailure(t, frontline(t, "retract", "000000", "--reason", "x", "--db", db), 1, `"000000"`, "no report and no claim")
	wantFailure(t, frontline(t, "restore", "1", "--db", db), 1, "1", "no such retraction")
	wantFailure(t, frontline(t, "restore", "one", "--db", db), 1, `"one"`)
	missing := filepath.Join(dir, "missing.db")
	wantFailure(t, frontline(t, "retract", "123456", "--reason", "x", "--db", missing), 1, "--db", missing)
	if _, err := os.Stat(missing); !os.IsNotExist(err) {
		t.Errorf("%v: want no database made", err)
	}
}

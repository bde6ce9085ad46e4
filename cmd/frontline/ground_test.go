package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestDifferenceNamesWhoHowMuchAndWhy(t *testing.T) {
	db := fourReportsStored(t)
	said := output(t, "difference", "2017-08-02", "2017-08-15", "--db", db)
	for _, want := range []string{
		`(?m)^islamic_state → sdf: \d+ km² \(\d+ to \d+\), 1 place$`,
		`(?m)^islamic_state → contested by islamic_state, syrian_government: \d+ km² \(\d+ to \d+\), 1 place$`,
		"(?s)المنصورة.*سيطرت قوات سوريا الديمقراطية أمس على كامل بلدة المنصورة.*report [0-9a-f]{16}",
	} {
		if !regexp.MustCompile(want).MatchString(said) {
			t.Errorf("%s\nwant %s", said, want)
		}
	}
	if got := output(t, "difference", "2017-08-02", "2017-08-02", "--db", db); got != "nothing is known to have changed\n" {
		t.Errorf("a day and itself: %s", got)
	}
	if got := output(t, "difference", "2017-08-02", "2017-08-15", "--db", db, "--in", "Raqqa"); strings.Contains(got, "السخنة") || !strings.Contains(got, "المنصورة") {
		t.Errorf("in Raqqa: %s", got)
	}
}

func TestSeriesAsATableAndAsCSV(t *testing.T) {
	db := fourReportsStored(t)
	file := filepath.Join(t.TempDir(), "series.csv")
	output(t, "series", "2017-08-01..2017-09-01", "--every", "week", "--format", "csv", "--out", file, "--db", db)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(raw))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	sums, weeks := map[string]float64{}, ""
	for _, row := range rows[1:] {
		if sums[row[0]] == 0 {
			weeks += row[0] + "…" + row[1] + " "
		}
		km2, err := strconv.ParseFloat(row[4], 64)
		if err != nil {
			t.Fatalf("%v: %v", row, err)
		}
		sums[row[0]] += km2
	}
	if want := "2017-08-01…2017-08-08 2017-08-08…2017-08-15 2017-08-15…2017-08-22 2017-08-22…2017-08-29 2017-08-29…2017-09-01 "; weeks != want {
		t.Errorf("weeks %s\nwant  %s", weeks, want)
	}
	for week, km2 := range sums {
		if diff := km2 - sums["2017-08-01"]; diff > 0.01 || diff < -0.01 {
			t.Errorf("%s: %v km² in all: want the same in every week, %v", week, km2, sums["2017-08-01"])
		}
	}
	table := output(t, "series", "2017-08-01..", "--db", db)
	if head, _, _ := strings.Cut(table, "\n"); strings.Join(strings.Fields(head), " ") != "km² on islamic_state sdf syrian_government contested unknown" {
		t.Errorf("%s", table)
	}
	if got := output(t, "series", "..2016-01-01", "--db", db); got != "nothing is known of these days\n" {
		t.Errorf("before anything: %s", got)
	}
}

func TestQuestionsOfGroundRefuseWhatTheyDoNotKnow(t *testing.T) {
	db := fourReportsStored(t)
	line := filepath.Join(folder(t, map[string]string{"line.json": `{"type":"LineString","coordinates":[[38,34],[39,35]]}`}), "line.json")
	for _, c := range []struct {
		args  string
		words []string
	}{
		{"difference 2017-08-02", []string{"arg"}},
		{"difference 2017-08-02 yesterday", []string{"DAY", `"yesterday"`, "YYYY-MM-DD"}},
		{"difference 2017-08-02 2017-08-15 --reach 5000", []string{"--reach 5000", "1 to 1000 km"}},
		{"difference 2017-08-02 2017-08-15 --actor nobody", []string{`--actor "nobody"`, "sdf"}},
		{"series 2017", []string{`"2017"`, "YYYY-MM-DD"}},
		{"series --every hour", []string{"--every", `"hour"`, "change, day, week, month"}},
		{"series --within nowhere.json", []string{"--within", "nowhere.json"}},
		{"series --within " + line, []string{"--within", "line.json", "LineString"}},
		{"series --in Homs --within " + line, []string{"--within", "--in", "one of the two"}},
		{"series --bbox 1,2,3,4", []string{"region", "no ground of the country"}},
	} {
		wantFailure(t, frontline(t, append(strings.Fields(c.args), "--db", db)...), exitFailed, c.words...)
	}
}

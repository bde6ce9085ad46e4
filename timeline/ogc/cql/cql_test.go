package cql_test

import (
	"regexp"
	"strings"
	"testing"

	"frontline/timeline/export"
	"frontline/timeline/ogc/cql"

	"pgregory.net/rapid"
)

var fields = []export.Field{{Name: "holder", Type: export.Text}, {Name: "km2", Type: export.Real}, {Name: "count", Type: export.Integer},
	{Name: "since", Type: export.Date}, {Name: "contested", Type: export.Boolean}, {Name: "places", Type: export.List}, {Name: "name en", Type: export.Text}, {Name: "date", Type: export.Date}}

// row is a feature of which km2 is not known.
var row = []any{"O'Brien", nil, int64(3), "2017-08-12", true, []any{"a"}, "Al-Sukhna", "2017-08-13"}

func TestFiltersSayWhatPasses(t *testing.T) {
	for filter, want := range map[string]bool{
		`holder = 'O''Brien'`:                             true,
		`holder <> 'O''Brien'`:                            false,
		`'O''Brien' = holder`:                             true,
		`holder LIKE 'O%n'`:                               true,
		`holder like '_''brien'`:                          false,
		`"name en" LIKE 'Al-S%'`:                          true,
		`"name en" LIKE 'Al\%%'`:                          false,
		`holder NOT LIKE 'O%'`:                            false,
		`holder IN ('x', 'O''Brien')`:                     true,
		`holder NOT IN ('x', 'O''Brien')`:                 false,
		`km2 NOT IN (1, 2)`:                               false, // it is not known
		`count > 2.5 AND count <= 3`:                      true,
		`count BETWEEN 3 AND 4`:                           true,
		`count NOT BETWEEN -1 AND 2e0`:                    true,
		`since >= DATE('2017-08-12')`:                     true,
		`since < TIMESTAMP('2017-08-12T23:00:00Z')`:       false,
		`since = '2017-08-12'`:                            true,
		`'2017-08-11' < since`:                            true,
		`'2017-08-13T00:00:00z' <= since`:                 false,
		`date = DATE ('2017-08-13') AND since < date`:     true,
		`Date ('2017-08-13') = date`:                      true,
		`holder = 'O\'Brien'`:                             true,
		`holder LIKE 'O\'B%' AND "name en" LIKE '%''%'`:   false,
		`"name en" LIKE '%l_S%a'`:                         true,
		`"name en" LIKE '%%%kh%_%'`:                       true,
		`"name en" LIKE '%khn_%a'`:                        false,
		`contested`:                                       true,
		`NOT contested`:                                   false,
		`contested = false OR holder IS NOT NULL`:         true,
		`km2 IS NULL`:                                     true,
		`km2 = 0`:                                         false,
		`NOT km2 = 0`:                                     false,
		`km2 > 0 OR contested`:                            true,
		`holder <> '` + strings.Repeat("(", 60) + `'`:     true, // no brackets, but a text
		`(contested and (not (count = 4))) or km2 > 0`:    true,
		`count = 4 AND contested OR holder = 'x'`:         false,
		`count = 3 OR contested = false AND holder = 'x'`: true,
	} {
		f, err := cql.Parse(filter, fields)
		if err != nil {
			t.Errorf("%s: %v", filter, err)
			continue
		}
		if got := f.Passes(row); got != want {
			t.Errorf("%s: %v", filter, got)
		}
	}
}

func TestWhatIsNoFilterSaysWhy(t *testing.T) {
	for filter, want := range map[string]string{
		``:                            "at byte 1",
		`holder =`:                    "at byte 9",
		`holder = 3`:                  "a text cannot be compared with a number",
		`colour = 'red'`:              `no property "colour" to ask for: want one of contested, count, date, holder, km2, name en, since`,
		`places = 'a'`:                `no property "places"`,
		`since = 'yesterday'`:         `"yesterday" is neither a day nor a moment`,
		`count LIKE '3'`:              "LIKE compares texts alone",
		`holder`:                      "is neither true nor false",
		`holder = 'x' ; DROP TABLE x`: "at byte 14",
		strings.Repeat("(", 60) + "contested" + strings.Repeat(")", 60): "60 deep",
		`holder = '` + strings.Repeat("x", 5000) + `'`:                  "at most 4000",
	} {
		if _, err := cql.Parse(filter, fields); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v: want %q", filter, err, want)
		}
	}
}

func TestWhatIsEqualIsToldForWhoCanNarrowByIt(t *testing.T) {
	f, err := cql.Parse(`holder = 'x' AND (since = '2017-01-01') AND count = 3`, fields)
	if err != nil {
		t.Fatal(err)
	}
	g, err := cql.Equal("name en", "y", fields)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.And(g).Equalities(); len(got) != 2 || got["holder"] != "x" || got["name en"] != "y" {
		t.Errorf("%v", got)
	}
	if or, err := cql.Parse(`holder = 'x' OR holder = 'y'`, fields); err != nil || len(or.Equalities()) != 0 {
		t.Errorf("%v, %v: one of two is not what all are equal to", or.Equalities(), err)
	}
}

// A value that is asked for as a parameter passes what the same comparison passes.
func TestParametersAreComparisons(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ReplaceAll(rapid.StringN(0, 200, 900).Draw(t, "text"), `\`, "/") // which escapes an apostrophe
		equal, err := cql.Equal("holder", text, fields)
		if err != nil {
			t.Fatal(err)
		}
		compared, err := cql.Parse("holder = '"+strings.ReplaceAll(text, "'", "''")+"'", fields)
		if err != nil {
			t.Fatal(err)
		}
		for _, holder := range []any{text, text + "x", nil} {
			r := append([]any{holder}, row[1:]...)
			if equal.Passes(r) != compared.Passes(r) || equal.Passes(r) != (holder == text) {
				t.Fatalf("%q of %v", text, holder)
			}
		}
	})
}

// A pattern of any texts and letters is like what an expression of the same is.
func TestPatternsAreExpressions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := rapid.StringOfN(rapid.SampledFrom([]rune("%_ab\u0639")), 0, 12, -1).Draw(t, "pattern")
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab\u0639\n")), 0, 12, -1).Draw(t, "text")
		f, err := cql.Parse("holder LIKE '"+pattern+"'", fields)
		if err != nil {
			t.Fatal(err)
		}
		same := regexp.MustCompile("(?s)^" + strings.NewReplacer("%", ".*", "_", ".").Replace(pattern) + "$")
		if got := f.Passes(append([]any{text}, row[1:]...)); got != same.MatchString(text) {
			t.Fatalf("%q LIKE %q: %v", text, pattern, got)
		}
	})
}

// However many any texts a pattern has, it is soon known whether a text is like it.
func BenchmarkLike(b *testing.B) {
	f, err := cql.Parse("holder LIKE '"+strings.Repeat("%a", 1900)+"z'", fields)
	if err != nil {
		b.Fatal(err)
	}
	r := append([]any{strings.Repeat("a", 2000)}, row[1:]...)
	for b.Loop() {
		f.Passes(r)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`(contested and (not (count = 4))) or km2 BETWEEN 0 AND 1e9`)
	f.Add(`holder IN ('x', 'O''Brien') AND since = DATE('2017-08-12')`)
	f.Fuzz(func(t *testing.T, text string) {
		if filter, err := cql.Parse(text, fields); err == nil {
			filter.Passes(row)
		}
	})
}

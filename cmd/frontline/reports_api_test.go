package main

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// reportList is the answer to /api/reports.
type reportList struct {
	Total, Limit, Offset int
	Reports              []listedReport
}

type listedReport struct {
	ID, Title, Source, Published, URL string
	SourceID                          string `json:"source_id"`
	Claims                            int
	Snippet                           *struct {
		Text    string
		Matches [][2]int
	}
}

func (l reportList) ids() (ids []string) {
	for _, r := range l.Reports {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestReportsAreListedAndFound(t *testing.T) {
	address := served(t, "serve", "--db", samples(t))
	ask := func(t *testing.T, query ...string) reportList {
		t.Helper()
		v := url.Values{}
		for i := 0; i < len(query); i += 2 {
			v.Add(query[i], query[i+1])
		}
		return decode[reportList](t, get(t, address+"api/reports?"+v.Encode()))
	}
	all := ask(t, "limit", "100")
	t.Run("newest first, page by page", func(t *testing.T) {
		if all.Total < 50 || !slices.IsSortedFunc(all.Reports, func(a, b listedReport) int {
			return strings.Compare(b.Published, a.Published)
		}) {
			t.Errorf("%d reports: want all, newest first", all.Total)
		}
		var pages []string
		for offset := 0; offset < all.Total; offset += 30 {
			page := ask(t, "limit", "30", "offset", fmt.Sprint(offset))
			pages = append(pages, page.ids()...)
			if page.Total != all.Total || page.Limit != 30 || page.Offset != offset {
				t.Errorf("page at %d: %+v", offset, page)
			}
		}
		if !slices.Equal(pages[:min(100, len(pages))], all.ids()) {
			t.Errorf("pages have %v: want %v", pages, all.ids())
		}
		if beyond := ask(t, "offset", "100000"); beyond.Total != all.Total || len(beyond.Reports) != 0 {
			t.Errorf("%+v: want none beyond the end", beyond)
		}
	})
	t.Run("by its words, with and without the article", func(t *testing.T) {
		with, without := ask(t, "q", "الكدير"), ask(t, "q", "كدير")
		if with.Total == 0 || !slices.Equal(with.ids(), without.ids()) {
			t.Errorf("%v and %v: want the same reports", with.ids(), without.ids())
		}
		for _, r := range with.Reports {
			for _, m := range r.Snippet.Matches {
				if word := r.Snippet.Text[m[0]:m[1]]; !strings.Contains(word, "كدير") {
					t.Errorf("marks %q in %q", word, r.Snippet.Text)
				}
			}
		}
	})
	t.Run("filters", func(t *testing.T) {
		source := all.Reports[0].SourceID
		for what, query := range map[string][]string{"source": {"source", source}, "actor": {"actor", "sdf"}, "kind": {"kind", "landed"},
			"governorate": {"in", "Raqqa"}, "days": {"from", "2017-08-01", "to", "2017-09-01"}, "place": {"place", "sy-homs-kadir"}, "confidence": {"sure", "0.9"}} {
			if got := ask(t, query...); got.Total == 0 || got.Total >= all.Total {
				t.Errorf("%s: %d of %d reports: want some", what, got.Total, all.Total)
			}
		}
		for _, r := range ask(t, "source", source, "limit", "100").Reports {
			if r.SourceID != source {
				t.Errorf("%s is of %s: want %s", r.ID, r.SourceID, source)
			}
		}
	})
	t.Run("the view", func(t *testing.T) {
		source := all.Reports[0].SourceID
		for _, r := range ask(t, "without", source, "limit", "100").Reports {
			if r.SourceID == source {
				t.Errorf("%s counts: want none of %s", r.ID, source)
			}
		}
		if got := ask(t, "as_known_on", "2000-01-01", "q", "الكدير"); got.Total != 0 {
			t.Errorf("%d reports: want none, for nothing was known", got.Total)
		}
	})
}

// Whatever is typed, the answer is a list or says what is wrong.
func TestReportsAreLookedForSafely(t *testing.T) {
	hostile := "<script>alert(1)</script> قصف \" onload=x بلدة الكدير."
	dir := folder(t, map[string]string{"a.txt": "---\ntitle: <img src=x onerror=alert(1)>\npublished: 2017-08-13\n---\n" + hostile})
	db := t.TempDir() + "/a.db"
	output(t, "ingest", dir, "--db", db)
	address := served(t, "serve", "--db", db)
	for typed, want := range map[string]int{
		`"`: 400, `*`: 400, `()`: 400, `الكدير"`: 200, `"الكدير`: 200, `NEAR/0 a`: 200, `a* OR -b AND NOT`: 200, `title:x`: 200, `'; DROP TABLE reports; --`: 200,
		strings.Repeat("ا ", 60): 200, "\x00": 400, "\xff": 400, strings.Repeat("x", 201): 400, "a b c d e f g h i j k l m n o p q r": 400, "": 400, `"""""": ^ { } a`: 200,
	} {
		status, body := fetch(t, address+"api/reports?q="+url.QueryEscape(typed))
		if status != want || status == http.StatusBadRequest && !strings.Contains(body, `"parameter":"q"`) {
			t.Errorf("%q: %d %s: want %d", typed, status, body, want)
		}
	}
	got := decode[reportList](t, get(t, address+"api/reports?q=script"))
	if got.Total != 1 || got.Reports[0].Title != "<img src=x onerror=alert(1)>" || !strings.HasPrefix(got.Reports[0].Snippet.Text, "script>alert(1)") {
		t.Errorf("%+v: want title and text as they are", got)
	}
	if body := get(t, address+"api/reports?q=script"); strings.ContainsAny(body, "<>") {
		t.Errorf("%s: want markup escaped in JSON", body)
	}
}

func TestReportsRefuseWhatTheyDoNotKnow(t *testing.T) {
	address := served(t, "serve", "--db", fourReportsStored(t))
	for path, words := range map[string][]string{
		"reports?source=nobody":               {`"parameter":"source"`, "nobody"},
		"reports?sure=2":                      {`"parameter":"sure"`, "0 to 1"},
		"reports?limit=0":                     {`"parameter":"limit"`, "1 to 100"},
		"reports?offset=-1":                   {`"parameter":"offset"`},
		"reports?day=2017-08-01":              {`"parameter":"day"`, "no such parameter"},
		"claims?sure=NaN":                     {`"parameter":"sure"`, "0 to 1"},
		"claims?modality=certain":             {`"parameter":"modality"`, "asserted"},
		"holdings?day=2017-08-12&source=x":    {`"parameter":"source"`},
		"holdings?day=2017-08-12&in=Nowhere":  {`"parameter":"in"`, "Homs"},
		"holdings?day=2017-08-12&modality=no": {`"parameter":"modality"`, "no such parameter"},
	} {
		status, body := fetch(t, address+"api/"+path)
		if status != http.StatusBadRequest || slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(body, w) }) {
			t.Errorf("%s: %d %s: want 400 with %q", path, status, body, words)
		}
	}
}

// Command and API narrow by the same.
func TestExportNarrowsLikeTheAPI(t *testing.T) {
	db := fourReportsStored(t)
	address := served(t, "serve", "--db", db)
	for flags, query := range map[string]string{
		"--layer claims --source sohr":                                                "claims?source=sohr",
		"--layer claims --sure 0.95":                                                  "claims?sure=0.95",
		"--layer claims --modality denied,unconfirmed":                                "claims?modality=denied&modality=unconfirmed",
		"--layer holdings --on 2017-08-12 --source sohr --in Homs":                    "holdings?day=2017-08-12&source=sohr&in=Homs",
		"--layer holdings --on 2017-08-12 --source دفتر_الشرق --sure 0.5 --actor sdf": "holdings?day=2017-08-12&source=%D8%AF%D9%81%D8%AA%D8%B1+%D8%A7%D9%84%D8%B4%D8%B1%D9%82&sure=0.5&actor=sdf",
	} {
		args := strings.Fields(flags)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "_", " ")
		}
		said := output(t, slices.Concat([]string{"export", "--db", db}, args)...)
		if body := get(t, address+"api/"+query); said != body {
			t.Errorf("%s says\n%s\nthe API\n%s", flags, said, body)
		}
	}
	wantFailure(t, frontline(t, "export", "--db", db, "--source", "nobody"), exitFailed, `--source "nobody"`, "sohr")
	wantFailure(t, frontline(t, "export", "--db", db, "--sure", "2"), exitFailed, "--sure", "0 to 1")
	wantFailure(t, frontline(t, "export", "--db", db, "--layer", "areas", "--on", "2017-08-12", "--sure", "0.5"), exitFailed, "areas")
}

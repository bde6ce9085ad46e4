package main

import (
	"compress/gzip"
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// visited is what a browser without scripts gets; it follows no redirects.
type visited struct {
	status int
	header http.Header
	body   string
}

func visit(t *testing.T, address string, header ...string) visited {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return visited{res.StatusCode, res.Header, string(body)}
}

// links are the addresses of a page's links and pictures.
func links(page string) (out []string) {
	for _, m := range regexp.MustCompile(`(?:href|src)="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		out = append(out, html.UnescapeString(m[1]))
	}
	return out
}

// tags are the tags of a page: whether it closes, its name, its attributes.
var tags = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)([^<>]*)>`)

// wellFormed fails where tags of a page are not closed in their order, where something
// is not a tag that looks like one, and where there is what the policy forbids.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	page = strings.TrimPrefix(page, "<!doctype html>")
	if rest := tags.ReplaceAllString(page, ""); strings.ContainsAny(rest, "<>") {
		t.Errorf("%q is no tag", regexp.MustCompile(`.{0,20}[<>].{0,20}`).FindString(rest))
	}
	var open []string
	for _, m := range tags.FindAllStringSubmatch(page, -1) {
		closing, name, attributes := m[1] != "", m[2], regexp.MustCompile(`"[^"]*"`).ReplaceAllString(m[3], "")
		if regexp.MustCompile(`\s(style|on[a-z]+)=`).MatchString(attributes) || slices.Contains([]string{"script", "style", "iframe"}, name) {
			t.Errorf("there is %s", m[0])
		}
		switch {
		case slices.Contains([]string{"meta", "link", "input", "img", "br"}, name) || strings.HasSuffix(attributes, "/"):
		case !closing:
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Fatalf("</%s> closes none of %v", name, open)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("not closed: %v", open)
	}
}

// Pages of the sample reports.
func TestPlain(t *testing.T) {
	address := served(t, "serve", "--db", samples(t))
	t.Run("a day", func(t *testing.T) { plainDay(t, address) })
	t.Run("a place and its reports", func(t *testing.T) { plainPlace(t, address) })
	t.Run("small", func(t *testing.T) { plainIsSmall(t, strings.TrimSuffix(address, "/")) })
}

func plainDay(t *testing.T, address string) {
	for lang, words := range map[string][]string{
		"en": {`<html lang="en" dir="ltr">`, "<h1>Who held what on Friday, 15 September 2017</h1>", `scope="col"`, "Syrian Democratic Forces", "25,067", "Umm al-Tababir",
			"Places held on this day: 1 to 50 of 374", `<option value="sdf">`, "Deir ez-Zor", "Share of the country", "Contested: Syrian government forces and others not known"},
		"ar": {`<html lang="ar" dir="rtl">`, "<h1>من كان يسيطر على ماذا يوم الجمعة 15 أيلول 2017</h1>", "قوات سوريا الديمقراطية", "25,067", "أم التبابير",
			"من 1 إلى 50 من أصل 374", "دير الزور", "النسبة من مساحة البلاد", "متنازع عليه: قوات النظام السوري وأطراف غير معروفة"},
	} {
		got := visit(t, address+"plain?day=2017-09-15&lang="+lang)
		if got.status != http.StatusOK || got.header.Get("Content-Type") != "text/html; charset=UTF-8" || got.header.Get("ETag") == "" {
			t.Fatalf("%d %v", got.status, got.header)
		}
		wellFormed(t, got.body)
		for _, w := range words {
			if !strings.Contains(got.body, w) {
				t.Errorf("%s: it does not say %q", lang, w)
			}
		}
	}
	// Of parties of other wars there is nothing to choose, but one that is asked for.
	if got := get(t, address+"plain?lang=en&day=2017-09-15"); strings.Contains(got, `<option value="rsf"`) || strings.Contains(got, `<option value="wagner"`) {
		t.Error("parties can be chosen that hold nothing on any day")
	}
	if got := get(t, address+"plain?lang=en&day=2017-09-15&actor=rsf"); !strings.Contains(got, `<option value="rsf" selected>`) {
		t.Error("it does not say which party was asked for")
	}
	last := decode[meta](t, get(t, address+"api/meta")).Last
	if got := get(t, address+"plain?lang=en"); !strings.Contains(got, `value="`+last+`"`) || strings.Contains(got, "Last day") {
		t.Errorf("unasked it is not of the last day, %s", last)
	}
	if got := get(t, address+"plain?lang=en&day=2017-09-15&actor=sdf&in=Raqqa&page=99&q="); !strings.Contains(got, `<option value="sdf" selected>`) || !strings.Contains(got, `<option selected value="Raqqa">`) ||
		strings.Contains(got, "Deir ez-Zor Military") || !strings.Contains(got, "al-Karamah") && !strings.Contains(got, "Tabqa") {
		t.Errorf("narrowed to a side and a governorate: %s", got)
	}
}

func plainPlace(t *testing.T, address string) {
	place := get(t, address+"plain?lang=en&place=sy-homs-kadir&day=2017-08-20")
	wellFormed(t, place)
	for _, w := range []string{"al-Kadir", `<bdi lang="ar">الكدير</bdi>`, "village · Homs", "Syrian government forces", "12 August 2017", "<mark>الكدير</mark>", `<blockquote lang="ar" dir="rtl">`, "Islamic State, until 12 August 2017"} {
		if !strings.Contains(place, w) {
			t.Errorf("the place does not say %q", w)
		}
	}
	if arabic := get(t, address+"plain?lang=ar&place=sy-homs-kadir&day=2017-08-20"); !strings.Contains(place, "<bdi>Bulletin of the Two Banks</bdi>") || !strings.Contains(arabic, "<bdi>نشرة الضفتين</bdi>") {
		t.Error("the sources have not the names that the registry gives them in the reader's language")
	}
	anchor := ""
	for _, link := range links(place) {
		if strings.Contains(link, "report=") {
			anchor = link
		}
	}
	report := get(t, address+strings.TrimPrefix(anchor, "/"))
	wellFormed(t, report)
	if _, id, _ := strings.Cut(anchor, "#"); id == "" || !regexp.MustCompile(`id="`+id+`"></span>(<span id="[^"]+"></span>)*<mark>`).MatchString(report) || !strings.Contains(report, "What was read in it") {
		t.Errorf("%s leads to no marked clause", anchor)
	}
	found := get(t, address+"plain?lang=ar&q="+url.QueryEscape("الكدير"))
	wellFormed(t, found)
	for _, w := range []string{"sy-homs-kadir", "<mark>", "الكدير</mark>"} {
		if !strings.Contains(found, w) {
			t.Errorf("the search does not find %q", w)
		}
	}
	if got := get(t, address+"plain?lang=en&q=xyzzy"); !strings.Contains(got, "No report has all of these words.") {
		t.Error("it does not say that nothing was found")
	}
}

// A day with its picture has to come through a thin line.
func plainIsSmall(t *testing.T, address string) {
	sent := func(path string) (int, string) {
		got := visit(t, address+path, "Accept-Encoding", "gzip")
		z, err := gzip.NewReader(strings.NewReader(got.body))
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		return len(got.body), string(page)
	}
	for _, lang := range []string{"ar", "en"} {
		all, page := sent("/plain?day=2017-12-31&lang=" + lang)
		for _, link := range links(page) {
			if strings.HasPrefix(link, "/api/picture") || link == "/plain.css" {
				n, _ := sent(link)
				all += n
			}
		}
		if all > 100_000 || !strings.Contains(page, "/api/picture") {
			t.Errorf("%s: %d bytes: want 100,000 at most", lang, all)
		}
		t.Logf("%s: %d bytes", lang, all)
	}
}

// Whoever follows the links stays in the view that was chosen, and comes nowhere
// where there is nothing.
func TestPlainLinksLeadSomewhere(t *testing.T) {
	address := served(t, "serve", "--db", fourReportsStored(t))
	view := "&as_known_on=2030-01-01&without=" + url.QueryEscape("بريد الجنوب")
	queue, seen := []string{"/plain?lang=ar&day=2017-08-12" + view}, map[string]bool{}
	for len(queue) > 0 && len(seen) < 150 {
		link := queue[0]
		queue = queue[1:]
		path, _, _ := strings.Cut(link, "#")
		u, err := url.Parse(path)
		if err != nil || seen[path] {
			continue
		}
		seen[path] = true
		got := visit(t, strings.TrimSuffix(address, "/")+path)
		if got.status != http.StatusOK {
			t.Errorf("%s: %d", path, got.status)
		}
		if u.Path != "/plain" {
			continue
		}
		if q := u.Query(); q.Get("lang") == "" || q.Get("day") == "" {
			t.Errorf("%s has lost language or day", path)
		}
		if !strings.Contains(got.body, "2030") && u.Query().Get("as_known_on") != "" {
			t.Errorf("%s does not say that it is as known then", path)
		}
		for _, next := range links(got.body) {
			if strings.HasPrefix(next, "/plain?") || strings.HasPrefix(next, "/api/picture") {
				if !strings.Contains(next, "as_known_on=2030-01-01") && u.Query().Get("as_known_on") != "" && strings.Count(next, "&") > 1 {
					t.Errorf("%s: %s has lost the view", path, next)
				}
				queue = append(queue, next)
			}
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d pages: %v", len(seen), seen)
	}
}

func TestPlainSpeaksTheLanguageOfTheBrowser(t *testing.T) {
	address := served(t, "serve", "--db", twoReportsStored(t))
	for header, want := range map[string]string{"en-GB,en;q=0.8": "en", "ar-SY,en;q=0.5": "ar", "": "ar"} {
		got := visit(t, address+"plain?day=2017-08-12", "Accept-Language", header)
		if where := got.header.Get("Location"); got.status != http.StatusFound || where != "/plain?day=2017-08-12&lang="+want || got.header.Get("Vary") != "Accept-Language" {
			t.Errorf("%q: %d to %s: want the page in %s", header, got.status, where, want)
		}
	}
}

// What a report or a reader says is text, whatever it looks like.
func TestPlainShowsTextAsText(t *testing.T) {
	const script = "<script>alert(1)</script>\u202e"
	dir := folder(t, map[string]string{"a.txt": "---\ntitle: " + script + "\nsource: '\"><img src=x onerror=alert(1)>'\nurl: javascript:alert(1)\npublished: 2017-08-13\n---\n" +
		script + " سيطرت قوات النظام على قرية الكدير " + script + " أمس.\n"})
	db := t.TempDir() + "/a.db"
	output(t, "ingest", dir, "--db", db)
	address := served(t, "serve", "--db", db)
	id := decode[reportList](t, get(t, address+"api/reports")).Reports[0].ID
	for _, query := range []string{"report=" + id, "place=sy-homs-kadir&day=2017-08-13", "q=script", "q=" + url.QueryEscape(script), "q=" + url.QueryEscape(`"><img src=x onerror=alert(1)>`), "day=2017-08-12"} {
		got := visit(t, address+"plain?lang=en&"+query)
		if got.status != http.StatusOK {
			t.Fatalf("%s: %d %s", query, got.status, got.body)
		}
		wellFormed(t, got.body)
		for _, bad := range []string{"<script", "<img src=x", "javascript:", "\u202e"} {
			if strings.Contains(got.body, bad) {
				t.Errorf("%s: %q in %s", query, bad, got.body)
			}
		}
	}
	if got := get(t, address+"plain?lang=en&report="+id); !strings.Contains(got, "&lt;script&gt;alert(1)") {
		t.Errorf("%s: want the text as it is", got)
	}
}

func TestPlainSaysWhyThereIsNoAnswer(t *testing.T) {
	address := served(t, "serve", "--db", twoReportsStored(t))
	for query, c := range map[string]struct {
		status int
		words  []string
	}{
		"lang=xx":                         {400, []string{`lang: &#34;xx&#34;`, "ar, en"}},
		"lang=en&day=soon":                {400, []string{"day:", "YYYY-MM-DD"}},
		"lang=en&x=1":                     {400, []string{"no such parameter"}},
		"lang=en&q=%22":                   {400, []string{"no word to look for"}},
		"lang=en&place=Kadi":              {404, []string{"no place", "sy-homs-kadir"}},
		"lang=ar&place=حميمة":             {300, []string{"<h1>لا جواب</h1>", "sy-homs-"}},
		"lang=en&report=nope":             {404, []string{"not found"}},
		"lang=en&actor=nobody":            {400, []string{"actor"}},
		"lang=en&page=0":                  {400, []string{"page"}},
		"lang=en&without=nobody":          {400, []string{"without"}},
		"lang=en&as_known_on=2999-99-99":  {400, []string{"as_known_on"}},
		"lang=en&in=%3Cscript%3E":         {400, []string{"&lt;script&gt;"}},
		"lang=en&place=%3Cscript%3Ealert": {404, []string{"&lt;script&gt;"}},
	} {
		got := visit(t, address+"plain?"+query)
		if got.status != c.status || !strings.HasPrefix(got.header.Get("Content-Type"), "text/html") {
			t.Errorf("%s: %d %s: want a page with status %d", query, got.status, got.header.Get("Content-Type"), c.status)
		}
		wellFormed(t, got.body)
		for _, w := range c.words {
			if !strings.Contains(got.body, w) {
				t.Errorf("%s: %s: want %q in it", query, got.body, w)
			}
		}
	}
	if got := visit(t, address+"plain?lang=en&day=1990-01-01"); got.status != http.StatusOK || !strings.Contains(got.body, "Nothing is reported to have changed hands") {
		t.Errorf("%d: want a day of which nothing is known to say so", got.status)
	}
	db := t.TempDir() + "/empty.db"
	output(t, "ingest", t.TempDir(), "--db", db)
	if got := get(t, served(t, "serve", "--db", db)+"plain?lang=en"); !strings.Contains(got, "No report has been read") {
		t.Errorf("%s: want it said that there is nothing", got)
	}
}

func TestEmbedSaysWhoMayFrame(t *testing.T) {
	db := twoReportsStored(t)
	address := served(t, "serve", "--db", db, "--embed", "https://example.org", "--embed", "self")
	for path, want := range map[string]string{"?embed=1": "https://example.org 'self'", "plain?lang=en": "https://example.org 'self'", "": "'none'", "api/meta": "'none'"} {
		if csp := visit(t, address+path).header.Get("Content-Security-Policy"); !strings.HasSuffix(csp, "frame-ancestors "+want) || strings.Contains(csp, "unsafe") {
			t.Errorf("%q: policy %q: want frames by %s", path, csp, want)
		}
	}
	wantFailure(t, frontline(t, "serve", "--db", db, "--addr", "127.0.0.1:0", "--embed", "example.org"), exitFailed, "--embed", `"example.org"`, "https://example.org")
	wantFailure(t, frontline(t, "demo", "--addr", "127.0.0.1:0", "--embed", "any,self"), exitFailed, "--embed", "alone")
}

package ingest_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"frontline/timeline"
	"frontline/timeline/ingest"
)

func TestReadReport(t *testing.T) {
	day := timeline.Date(2017, 8, 13)
	for name, c := range map[string]struct {
		text string
		want timeline.Report // ID, File and Text are those of all
		body string
	}{
		"no front matter": {"عنوان\n\nسيطر الجيش.\n", timeline.Report{Title: "عنوان"}, "عنوان\n\nسيطر الجيش.\n"},
		"one line":        {"سيطر الجيش.\n", timeline.Report{}, "سيطر الجيش.\n"},
		"byte order mark": {"\ufeffعنوان\nنص", timeline.Report{Title: "عنوان"}, "عنوان\nنص"},
		"all keys": {"---\npublished: 2017-08-13\nsource: عنب بلدي\nurl: https://example.org/?a=1#b\ntitle: \"أخبار: اليوم\"\n---\nعنوان\nنص\n",
			timeline.Report{Published: day, Source: "عنب بلدي", URL: "https://example.org/?a=1#b", Title: "أخبار: اليوم"}, "عنوان\nنص\n"},
		"quoted day":       {"---\npublished: '2017-08-13'\n---\nنص", timeline.Report{Published: day}, "نص"},
		"carriage returns": {"---\r\npublished: 2017-08-13\r\n---\r\nعنوان\r\nنص\r\n", timeline.Report{Published: day, Title: "عنوان"}, "عنوان\r\nنص\r\n"},
		"mark and front":   {"\ufeff---\npublished: 2017-08-13\n---\nنص", timeline.Report{Published: day}, "نص"},
		"number as title":  {"---\ntitle: 0x10\n---\nنص", timeline.Report{Title: "0x10"}, "نص"},
		"empty front":      {"---\n---\n\nعنوان\nنص", timeline.Report{Title: "عنوان"}, "\nعنوان\nنص"},
		"dashes later":     {"عنوان\n---\npublished: x\n---\n", timeline.Report{Title: "عنوان"}, "عنوان\n---\npublished: x\n---\n"},
		"long first line":  {strings.Repeat("كلمة ", 60) + "\nنص", timeline.Report{}, strings.Repeat("كلمة ", 60) + "\nنص"},
	} {
		t.Run(name, func(t *testing.T) {
			want := c.want
			want.ID, want.File, want.Text, want.Body = timeline.ReportID(c.text), "a.txt", c.text, len(c.text)-len(c.body)
			want.PublishedBasis = timeline.BasisUnknown
			if want.Published.Known() {
				want.PublishedBasis = timeline.Given
			}
			if got, err := ingest.ReadReport("a.txt", []byte(c.text)); err != nil || got != want {
				t.Errorf("got  %+v, %v\nwant %+v", got, err, want)
			}
		})
	}
}

func TestReadReportRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"empty":          {"", []string{"no text"}},
		"blank":          {"\ufeff \r\n\t", []string{"no text"}},
		"only front":     {"---\ntitle: a\n---\n \n", []string{"no text after the front matter"}},
		"binary":         {"GIF89a\x00\x01", []string{"byte 6", "NUL"}},
		"not UTF-8":      {"نص\xff", []string{"byte 4", "0xff", "UTF-8"}},
		"UTF-16":         {"\xff\xfe\x46\x06", []string{"byte 0", "UTF-8"}},
		"bad day":        {"---\npublished: 13.8.2017\n---\nنص", []string{"published", `"13.8.2017"`, "YYYY-MM-DD"}},
		"no such day":    {"---\npublished: 2017-02-30\n---\nنص", []string{"published", `"2017-02-30"`}},
		"a time":         {"---\npublished: 2017-08-13T10:00:00Z\n---\nنص", []string{"published", "T10:00:00Z", "YYYY-MM-DD"}},
		"no day":         {"---\npublished:\n---\nنص", []string{"published", `""`, "YYYY-MM-DD"}},
		"unknown key":    {"---\nauthor: somebody\n---\nنص", []string{`"author"`, `"somebody"`, "published, source, url or title"}},
		"key twice":      {"---\ntitle: a\ntitle: b\n---\nنص", []string{"line 3", `"title"`}},
		"list":           {"---\ntitle: a\nsource: [a, b]\n---\nنص", []string{"line 3"}},
		"not key: value": {"---\nسيطر الجيش\n---\nنص", []string{"front matter", "line 2"}},
		"no end":         {"---\ntitle: a\nنص", []string{"front matter", "does not end", `"---"`}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := ingest.ReadReport("dir/a.txt", []byte(c.text))
			var f ingest.Failure
			if !errors.As(err, &f) || f.File != "dir/a.txt" {
				t.Fatalf("error %v: want a Failure of dir/a.txt", err)
			}
			for _, want := range c.want {
				if !strings.Contains(f.Reason, want) {
					t.Errorf("reason %q: want %q in it", f.Reason, want)
				}
			}
			if got.ID != timeline.ReportID(c.text) || got.File != "dir/a.txt" {
				t.Errorf("report %+v: want the ID and File it would have", got)
			}
		})
	}
}

func FuzzReadReport(f *testing.F) {
	for _, s := range []string{"", "نص", "\ufeff---\r\npublished: 2017-08-13\r\n---\r\nعنوان\r\nنص", "---\n- a\n---\n", "---\n---\n---\n",
		"---\n&a [*a]\n---\nx", "---\n? a\n: b\n---\nx", "---\n<<: {title: a}\n---\nx", "--- \ntitle: !!binary aaaa\n ---\nx", "\xff\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		given := string(raw)
		r, err := ingest.ReadReport("a.txt", raw)
		if string(raw) != given || r.Text != given || r.ID != timeline.ReportID(given) {
			t.Fatalf("text %q came back as %q", given, r.Text)
		}
		if err != nil {
			return
		}
		if !utf8.ValidString(given) || strings.Contains(given, "\x00") {
			t.Fatalf("%q was accepted", given)
		}
		if r.Body < 0 || r.Body >= len(given) || !utf8.RuneStart(given[r.Body]) {
			t.Fatalf("body at byte %d of %d: want the start of a rune", r.Body, len(given))
		}
		if r.Published.Known() != (r.PublishedBasis == timeline.Given) {
			t.Fatalf("published %v with basis %q", r.Published, r.PublishedBasis)
		}
	})
}

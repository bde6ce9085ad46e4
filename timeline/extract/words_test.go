package extract_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// wordsWith are the lists that ship, with lines added.
func wordsWith(t *testing.T, added map[string]string) fstest.MapFS {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shipped, "words", "ar", "*.tsv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d word lists, %v", len(files), err)
	}
	out := fstest.MapFS{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(f)
		out["ar/"+name] = &fstest.MapFile{Data: append(raw, added[name]...)}
	}
	return out
}

func TestALineInAListIsAllItTakes(t *testing.T) {
	for _, c := range []struct {
		what, list, line, text, claim string
	}{
		{"a new actor", "actors.tsv", "كتائب الفجر\tlocal\tf\n", "سيطرت كتائب الفجر على بلدة الطيبة.", "captured asserted local<- [الطيبة] 2017-08-20"},
		{"a new verb", "verbs.tsv", "اكتسح\tيكتسح\tاكتساح\tcapture\tdirect\n", "اكتسحت قوات النظام بلدة الطيبة.", "captured asserted syrian_government<- [الطيبة] 2017-08-20"},
		{"and its noun, as an attempt", "verbs.tsv", "اكتسح\tيكتسح\tاكتساح\tcapture\tdirect\n", "تحاول قوات النظام اكتساح بلدة الطيبة.", "captured attempt syrian_government<- [الطيبة] 2017-08-20"},
		{"a new class noun", "classes.tsv", "دسكرة\tvillage\ts\tvillage,town\n", "سيطرت قوات النظام على دسكرة الفلانية.", "captured asserted syrian_government<- [الفلانية] 2017-08-20"},
		{"a new word for a day", "time.tsv", "قبل أسبوع\tago\t7\n", "سيطرت قوات النظام قبل أسبوع على بلدة الطيبة.", "captured asserted syrian_government<- [الطيبة] 2017-08-13"},
		{"a new word for a part", "cues.tsv", "شطر\tpartial\t\n", "سيطرت قوات النظام على شطر من مدينة الميادين.", "captured asserted syrian_government<- [الميادين] 2017-08-20"},
	} {
		t.Run(c.what, func(t *testing.T) {
			r := report("نشرة المساء\n\n" + c.text)
			before := read(t, reader(t), r).Claims
			after := read(t, readerWith(t, wordsWith(t, map[string]string{c.list: c.line})), r).Claims
			if slices.Contains(lines(before), c.claim) && c.list != "cues.tsv" {
				t.Errorf("understood without the line: %q", lines(before))
			}
			if !slices.Contains(lines(after), c.claim) {
				t.Errorf("%q: want %s", lines(after), c.claim)
			}
			if c.list == "cues.tsv" && (len(after) == 0 || after[0].Extent != "partial") {
				t.Errorf("%q: want part of the city", lines(after))
			}
		})
	}
}

func TestWrongListsAreNamed(t *testing.T) {
	cut := wordsWith(t, nil)
	delete(cut, "ar/verbs.tsv")
	for name, c := range map[string]struct {
		words fs.FS
		says  []string
	}{
		"a list that is not there":  {cut, []string{"verbs.tsv"}},
		"no lists at all":           {fstest.MapFS{}, []string{"cues.tsv"}},
		"a short line":              {wordsWith(t, map[string]string{"verbs.tsv": "اكتسح\tيكتسح\n"}), []string{"verbs.tsv", "line ", "2 columns", "want 5"}},
		"an actor there is not":     {wordsWith(t, map[string]string{"actors.tsv": "كتائب الفجر\tdawn\tf\n"}), []string{"actors.tsv", "line ", `"dawn"`, "want"}},
		"an agreement there is not": {wordsWith(t, map[string]string{"actors.tsv": "كتائب الفجر\tlocal\t\n"}), []string{"actors.tsv", "line ", `""`, "m, f or p"}},
		"a sense there is not":      {wordsWith(t, map[string]string{"verbs.tsv": "اكتسح\tيكتسح\t\tcaptured\tdirect\n"}), []string{"verbs.tsv", "line ", `"captured"`, "capture "}},
		"a role there is not":       {wordsWith(t, map[string]string{"cues.tsv": "شطر\tpart\t\n"}), []string{"cues.tsv", "line ", `"part"`, "partial"}},
		"a number there is not":     {wordsWith(t, map[string]string{"classes.tsv": "دسكرة\tvillage\tmany\tvillage\n"}), []string{"classes.tsv", "line ", `"many"`, "s, d or p"}},
		"an empty first column":     {wordsWith(t, map[string]string{"actors.tsv": "\tlocal\tm\n"}), []string{"actors.tsv", "line "}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := newReader(t, c.words)
			if err == nil {
				t.Fatal("was taken")
			}
			for _, s := range c.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
		})
	}
}

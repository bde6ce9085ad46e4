package extract_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"frontline/timeline"
)

// ownWords is a folder of a user's own word lists of Arabic, each with the line
// of the version before its lines.
func ownWords(lists map[string]string) fs.FS {
	out := fstest.MapFS{}
	for name, lines := range lists {
		out["ar/"+name] = &fstest.MapFile{Data: []byte("# frontline words 1\n" + lines)}
	}
	return out
}

// says whether the text says a thing of control, as brief writes it.
func says(t *testing.T, text, claim string, folders ...fs.FS) bool {
	t.Helper()
	got := read(t, readerWith(t, append(folders, shippedWords())...), report("نشرة المساء\n\n"+text))
	return slices.ContainsFunc(got.Claims, func(c timeline.Claim) bool { return brief(c) == claim })
}

// A line in a list of one's own is all it takes to teach a word.
func TestOwnWordsAreUnderstood(t *testing.T) {
	for _, c := range []struct{ what, list, line, text, claim string }{
		{"a new actor", "actors.tsv", "كتائب الفجر\tlocal\tf\n", "سيطرت كتائب الفجر على بلدة الطيبة.", "captured local [الطيبة]"},
		{"a new verb", "verbs.tsv", "استحوك\tيستحوك\tاستحواك\tcapture\tdirect\n", "استحوكت قوات النظام بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"its noun, as an attempt", "verbs.tsv", "استحوك\tيستحوك\tاستحواك\tcapture\tdirect\n", "تحاول قوات النظام استحواك بلدة الطيبة.", "captured attempt syrian_government [الطيبة]"},
		{"a new class noun", "classes.tsv", "دسكرة\tvillage\ts\tvillage,town\n", "سيطرت قوات النظام على دسكرة الفلانية.", "captured syrian_government [الفلانية]"},
		{"a new word for a day", "time.tsv", "قبل عشرين ليلة\tago\t20\n", "سيطرت قوات النظام قبل عشرين ليلة على بلدة الطيبة.", "captured syrian_government [الطيبة] 2017-07-31"},
		{"a new word for a part", "cues.tsv", "سفنجة\tpartial\t\n", "سيطرت قوات النظام على سفنجة من مدينة الميادين.", "captured syrian_government [الميادين] partial"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if says(t, c.text, c.claim) {
				t.Errorf("%s\n%s is understood without the line", c.text, c.claim)
			}
			if !says(t, c.text, c.claim, ownWords(map[string]string{c.list: c.line})) {
				t.Errorf("%s\ndoes not say %s", c.text, c.claim)
			}
		})
	}
}

// What an own list says of a form counts over what the shipped ones say, and
// leaves every other form alone.
func TestOwnWordsCountOverShippedOnes(t *testing.T) {
	const text = "سيطرت قوات النظام على بلدة الطيبة."
	for _, c := range []struct {
		what, list, line, text, claim string
		want                          bool
	}{
		{"nothing of one's own", "cues.tsv", "", text, "captured syrian_government [الطيبة]", true},
		{"an actor re-assigned", "actors.tsv", "قوات النظام\tlocal\tf\n", text, "captured local [الطيبة]", true},
		{"another name of the actor stays", "actors.tsv", "قوات النظام\tlocal\tf\n", "سيطر الجيش السوري على بلدة الطيبة.", "captured syrian_government [الطيبة]", true},
		{"a verb form silenced", "cues.tsv", "سيطرت\tother\t\n", text, "captured syrian_government [الطيبة]", false},
		{"another form of the verb stays", "cues.tsv", "سيطرت\tother\t\n", "يسيطر تنظيم داعش على بلدة الطيبة.", "holds islamic_state [الطيبة]", true},
		{"an actor silenced", "cues.tsv", "قوات النظام\tother\t\n", text, "captured syrian_government [الطيبة]", false},
		{"a verb of another sense", "verbs.tsv", "سيطر\tيسيطر\tسيطرة\tother\tعلى\n", text, "captured syrian_government [الطيبة]", false},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := says(t, c.text, c.claim, ownWords(map[string]string{c.list: c.line})); got != c.want {
				t.Errorf("%s\nsays %s: %v: want %v", c.text, c.claim, got, c.want)
			}
		})
	}
}

func TestTheFirstOfTwoOwnFoldersCounts(t *testing.T) {
	first := ownWords(map[string]string{"actors.tsv": "قوات النظام\tlocal\tf\n"})
	second := ownWords(map[string]string{"actors.tsv": "قوات النظام\tsdf\tf\n"})
	if !says(t, "سيطرت قوات النظام على بلدة الطيبة.", "captured local [الطيبة]", first, second) {
		t.Error("the second folder counts over the first")
	}
}

func TestWrongListsAreNamed(t *testing.T) {
	own := func(list, line string) []fs.FS {
		return []fs.FS{ownWords(map[string]string{list: line}), shippedWords()}
	}
	for name, c := range map[string]struct {
		folders []fs.FS
		says    []string
	}{
		"no lists at all":           {[]fs.FS{fstest.MapFS{}}, []string{"ar", "cues.tsv"}},
		"a short line":              {own("verbs.tsv", "اكتسح\tيكتسح\n"), []string{"ar", "verbs.tsv", "line 2", "2 columns", "want 5"}},
		"an actor there is not":     {own("actors.tsv", "كتائب الفجر\tdawn\tf\n"), []string{"actors.tsv", "line 2", `"dawn"`, "want"}},
		"an agreement there is not": {own("actors.tsv", "كتائب الفجر\tlocal\t\n"), []string{"actors.tsv", "line 2", `""`, "m, f or p"}},
		"a sense there is not":      {own("verbs.tsv", "# mine\nاكتسح\tيكتسح\t\tcaptured\tdirect\n"), []string{"verbs.tsv", "line 3", `"captured"`, "capture "}},
		"a role there is not":       {own("cues.tsv", "شطر\tpart\t\n"), []string{"cues.tsv", "line 2", `"part"`, "partial"}},
		"a time there is not":       {own("time.tsv", "قبل ليلة\tbefore\t1\n"), []string{"time.tsv", "line 2", `"before"`, "ago"}},
		"a number there is not":     {own("classes.tsv", "دسكرة\tvillage\tmany\tvillage\n"), []string{"classes.tsv", "line 2", `"many"`, "s, d or p"}},
		"an empty first column":     {own("actors.tsv", "\tlocal\tm\n"), []string{"actors.tsv", "line 2"}},
		"a list of no such name":    {own("names.tsv", ""), []string{"names.tsv", "actors.tsv"}},
		"another version":           {[]fs.FS{fstest.MapFS{"ar/cues.tsv": {Data: []byte("# frontline words 9\n")}}, shippedWords()}, []string{"cues.tsv", "line 1", "# frontline words 1"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := newReader(t, c.folders...)
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

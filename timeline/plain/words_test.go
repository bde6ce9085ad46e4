package plain_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"frontline/static"
	"frontline/timeline/ogc"
	"frontline/timeline/plain"
)

// shipped are the files of the plain view, to be changed.
func shipped(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(static.Plain(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(static.Plain(), name)
		out[name] = &fstest.MapFile{Data: body}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// changed are the files with words of one of them otherwise.
func changed(t *testing.T, name, from, to string) fstest.MapFS {
	t.Helper()
	files := shipped(t)
	before := string(files[name].Data)
	after := strings.Replace(before, from, to, 1)
	if before == after {
		t.Fatalf("%s has no %q", name, from)
	}
	files[name] = &fstest.MapFile{Data: []byte(after)}
	return files
}

func TestAThirdLanguageIsAFile(t *testing.T) {
	files := shipped(t)
	files["words.fr.json"] = &fstest.MapFile{Data: []byte(strings.NewReplacer(`"lang": "en"`, `"lang": "fr"`, `"name": "English"`, `"name": "Français"`,
		"Who held what on {day}", "Qui tenait quoi, {day}").Replace(string(files["words.en.json"].Data)))}
	p, err := plain.New(files, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]string{"fr-CA,en;q=0.5": "fr", "ar-SY": "ar", "en-GB;q=0.2, ar;q=0.9": "ar", "de, en;q=0.1": "en", "": "ar", ";;q=x": "ar"} {
		if got := p.Preferred(header); got != want {
			t.Errorf("%q prefers %s: want %s", header, got, want)
		}
	}
	if got := fmt.Sprint(p.Languages()); got != "[ar en fr]" {
		t.Errorf("languages %s", got)
	}
}

func TestWordsThatAreNotCompleteAreNamed(t *testing.T) {
	for what, c := range map[string]struct {
		files fstest.MapFS
		words []string
	}{
		"a text missing":          {changed(t, "words.en.json", `"brand": "Frontline",`, ""), []string{"words.en.json", "text brand", "missing"}},
		"a text without words":    {changed(t, "words.en.json", `"brand": "Frontline"`, `"brand": ""`), []string{"text brand"}},
		"a text more":             {changed(t, "words.en.json", `"brand"`, `"branding": "x", "brand"`), []string{"text branding", "no such"}},
		"a word missing":          {changed(t, "words.en.json", `"captured": "Captured",`, ""), []string{"kinds captured"}},
		"something not told":      {changed(t, "words.en.json", `on {day}`, `on {date}`), []string{"{date}", "{day}"}},
		"no such direction":       {changed(t, "words.ar.json", `"rtl"`, `"right"`), []string{"words.ar.json", `dir "right"`}},
		"another language's file": {changed(t, "words.ar.json", `"lang": "ar"`, `"lang": "he"`), []string{"words.ar.json", `lang "he"`}},
		"eleven months":           {changed(t, "words.en.json", `"January", `, ""), []string{"11 months"}},
		"a field nobody knows":    {changed(t, "words.en.json", `"dir"`, `"direction"`), []string{"words.en.json", "direction"}},
		"no JSON":                 {changed(t, "words.en.json", `{`, ``), []string{"words.en.json"}},
		"no words":                {fstest.MapFS{}, []string{"words.en.json"}},
		"a template of no sense":  {changed(t, "page.html", `{{end}}`, ``), []string{"page.html"}},
	} {
		_, err := plain.New(c.files, nil, nil)
		for _, w := range c.words {
			if err == nil || !strings.Contains(err.Error(), w) {
				t.Errorf("%s: %v: want %q in it", what, err, w)
			}
		}
	}
}

// Words that nobody says would be translated for nothing.
func TestEveryTextIsSaid(t *testing.T) {
	var sources []string
	for _, room := range []string{".", "../ogc", "../web"} {
		found, err := filepath.Glob(room + "/*.go")
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v: no sources", room, err)
		}
		sources = append(sources, found...)
	}
	var all strings.Builder
	for _, name := range sources {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			all.Write(body)
		}
	}
	files := shipped(t)
	all.Write(files["page.html"].Data)
	texts := regexp.MustCompile(`(?s)"text": \{(.*?)\n  \}`).FindStringSubmatch(string(files["words.en.json"].Data))[1]
	keys := regexp.MustCompile(`(?m)^ +"(\w+)":`).FindAllStringSubmatch(texts, -1)
	if len(keys) < 50 {
		t.Fatalf("%d texts", len(keys))
	}
	for _, k := range keys {
		if layer, of := strings.CutPrefix(k[1], "layer_"); of {
			if _, known := ogc.LayerOf(strings.TrimSuffix(layer, "_about")); !known {
				t.Errorf("%q: there is no such collection", k[1])
			}
			continue
		}
		if !strings.Contains(all.String(), `"`+k[1]+`"`) {
			t.Errorf("nobody says %q", k[1])
		}
	}
}

// The policy forbids inline scripts and styles and addresses elsewhere.
func TestTheTemplateObeysThePolicy(t *testing.T) {
	files := shipped(t)
	if found := regexp.MustCompile(`(?i)<style|<script|\sstyle=|\son[a-z]+=|https?://|javascript:`).Find(files["page.html"].Data); found != nil {
		t.Errorf("page.html has %q", found)
	}
	if found := regexp.MustCompile(`(?i)@import|url\(`).Find(files["plain.css"].Data); found != nil {
		t.Errorf("plain.css has %q", found)
	}
}

package main

import (
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// svgTexts are all texts of an SVG file, which has to be well formed.
func svgTexts(t *testing.T, file string) (title, all string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var texts []string
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts[0], strings.Join(texts, "\n")
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			for _, a := range token.Attr {
				if a.Name.Local == "aria-label" {
					texts = append(texts, a.Value)
				}
			}
		case xml.CharData:
			if s := strings.TrimSpace(string(token)); s != "" {
				texts = append(texts, s)
			}
		}
	}
}

func TestMap(t *testing.T) {
	db := samples(t)
	dir := t.TempDir()
	draw := func(t *testing.T, file string, more ...string) string {
		t.Helper()
		path := filepath.Join(dir, file)
		if said := output(t, append([]string{"map", "--db", db, "--on", "2017-09-15", "--out", path}, more...)...); said != "" {
			t.Errorf("standard output has %q: want nothing", said)
		}
		return path
	}
	t.Run("svg", func(t *testing.T) {
		title, all := svgTexts(t, draw(t, "en.svg"))
		if title != "Syria: who holds what · Friday, 15 September 2017" {
			t.Errorf("title %q", title)
		}
		for _, want := range []string{"Raqqa", "Iraq", "Syrian Democratic Forces", "Contested: Islamic State, Syrian government forces", "100 km",
			"Desert Network", "Data version "} {
			if !strings.Contains(all, want) {
				t.Errorf("it does not say %q", want)
			}
		}
	})
	t.Run("figures add up to the country", func(t *testing.T) {
		_, all := svgTexts(t, draw(t, "sum.svg"))
		description := strings.Split(all, "\n")
		sum := 0
		for _, line := range description {
			if m := regexp.MustCompile(`: ([0-9,]+) km² · .*%\.$`).FindStringSubmatch(line); m != nil {
				n, err := strconv.Atoi(strings.ReplaceAll(m[1], ",", ""))
				if err != nil {
					t.Fatal(err)
				}
				sum += n
			}
		}
		if sum < 185_900 || sum > 186_000 { // as geo.AreaKm2 measures the outline
			t.Errorf("the legend has %d km²: want the country's 185,954 but for rounding", sum)
		}
	})
	t.Run("arabic", func(t *testing.T) {
		title, all := svgTexts(t, draw(t, "ar.svg", "--lang", "ar", "--in", "حلب"))
		if title != "محافظة حلب: من يسيطر على ماذا · الجمعة 15 أيلول 2017" {
			t.Errorf("title %q", title)
		}
		for _, want := range []string{"منبج", "قوات سوريا الديمقراطية", "المسيطر غير معروف", "20 كم"} {
			if !strings.Contains(all, want) {
				t.Errorf("it does not say %q", want)
			}
		}
	})
	t.Run("png", func(t *testing.T) {
		f, err := os.Open(draw(t, "phone.PNG", "--width", "600"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		img, err := png.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		if img.Bounds().Dx() != 600 {
			t.Errorf("%d pixels wide: want 600", img.Bounds().Dx())
		}
	})
	t.Run("view", func(t *testing.T) {
		title, all := svgTexts(t, draw(t, "view.svg", "--without", "sample-desert", "--as-known-on", "2000-01-01", "--title", `<b>"Title"</b> & عنوان`))
		if title != `<b>"Title"</b> & عنوان · Friday, 15 September 2017 · As known on Saturday, 1 January 2000` {
			t.Errorf("title %q", title)
		}
		if !strings.Contains(all, "Without: Desert Network.") || !strings.Contains(all, "No report tells") {
			t.Error("it does not say what was left out, and that nothing was known then")
		}
	})
	t.Run("again", func(t *testing.T) {
		first, err := os.ReadFile(draw(t, "again.svg"))
		if err != nil {
			t.Fatal(err)
		}
		second, err := os.ReadFile(draw(t, "again.svg"))
		if err != nil {
			t.Fatal(err)
		}
		if string(first) != string(second) {
			t.Error("the same question gives another picture")
		}
	})
}

func TestMapRefuses(t *testing.T) {
	db := samples(t)
	svg := filepath.Join(t.TempDir(), "map.svg")
	for what, c := range map[string]struct {
		args  []string
		words []string
	}{
		"another ending":     {[]string{"--on", "2017-09-15", "--out", "map.pdf"}, []string{"--out", `"map.pdf"`, ".svg or .png"}},
		"no ending":          {[]string{"--on", "2017-09-15", "--out", "map"}, []string{"--out", ".svg or .png"}},
		"no day":             {[]string{"--out", svg}, []string{`"on" not set`}},
		"no file":            {[]string{"--on", "2017-09-15"}, []string{`"out" not set`}},
		"too narrow":         {[]string{"--on", "2017-09-15", "--out", svg, "--width", "10"}, []string{"--width", `"10"`, "300 to 8000"}},
		"no width":           {[]string{"--on", "2017-09-15", "--out", svg, "--width", "wide"}, []string{"--width", `"wide"`, "300 to 8000"}},
		"no such language":   {[]string{"--on", "2017-09-15", "--out", svg, "--lang", "fr"}, []string{"--lang", `"fr"`, "ar, en"}},
		"nowhere":            {[]string{"--on", "2017-09-15", "--out", svg, "--in", "Atlantis"}, []string{"--in", `"Atlantis"`, "Aleppo"}},
		"a box far away":     {[]string{"--on", "2017-09-15", "--out", svg, "--bbox", "0,0,1,1"}, []string{"--bbox", "0,0,1,1"}},
		"box and region":     {[]string{"--on", "2017-09-15", "--out", svg, "--bbox", "38,34,39,35", "--in", "Homs"}, []string{"--bbox", "beside a governorate"}},
		"no such source":     {[]string{"--on", "2017-09-15", "--out", svg, "--without", "nobody"}, []string{"--without", `"nobody"`}},
		"no folder to go to": {[]string{"--on", "2017-09-15", "--out", filepath.Join(svg, "map.svg")}, []string{"--out"}},
	} {
		t.Run(what, func(t *testing.T) {
			wantFailure(t, frontline(t, append([]string{"map", "--db", db}, c.args...)...), exitFailed, c.words...)
		})
	}
	if _, err := os.Stat(svg); err == nil {
		t.Error("a file was written all the same")
	}
}

// TestShippedSurroundingsReachAroundTheCountry is what a frame rests on.
func TestShippedSurroundingsReachAroundTheCountry(t *testing.T) {
	around, err := shippedSurroundings()
	if err != nil {
		t.Fatal(err)
	}
	country, err := shippedOutline()
	if err != nil {
		t.Fatal(err)
	}
	if b, c := around.Land.Bound(), country.Bound(); !b.Contains(c.Min) || !b.Contains(c.Max) {
		t.Errorf("land lies in %v: want it around %v", b, c)
	}
	if len(around.Borders) == 0 || len(around.Rivers) == 0 || len(around.Lakes) == 0 || len(around.Names) == 0 || around.Home.NameAr == "" {
		t.Error("borders, rivers, lakes or names are missing")
	}
}

package picture_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"
	"frontline/timeline/picture"
	"frontline/timeline/picture/sheet"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write testdata anew")

// longPaths are those that say more than where they begin.
var longPaths = regexp.MustCompile(`( d="[^"]{60})[^"]+`)

// TestThePictureIsAsItWas compares with testdata, which has of each path the
// beginning; -update writes it anew.
func TestThePictureIsAsItWas(t *testing.T) {
	for _, lang := range []picture.Lang{picture.Arabic, picture.English} {
		p := world()
		p.Lang = lang
		whole, file := svg(t, p), filepath.Join("testdata", string(lang)+".svg")
		got := longPaths.ReplaceAllString(whole, "$1…")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: the picture has changed; see what has become of it with -update", file)
		}
		if again := svg(t, p); again != whole {
			t.Error("drawn again it is another picture")
		}
	}
}

func TestWordsInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		lang                        picture.Lang
		title, names, legend, notes []string
	}{
		{picture.English, []string{"Homeland: who holds what", "Friday, 15 September 2017"}, []string{"Northland", "Town a", "Town b"},
			[]string{"Who holds it", "Blue army", "40,988 km² · 25%", "Red army", "40,988 km² · 25%", "Contested: Blue army, Red army",
				"40,016 km² · 25%", "Holder not known", "40,016 km² · 25%", "Front line"},
			[]string{"Rests on 11 claims in 3 reports.", "Sources: Agency, Radio <One>.", "Base map: Natural Earth. Data version abc."}},
		{picture.Arabic, []string{"الوطن: من يسيطر على ماذا", "الجمعة 15 أيلول 2017"}, []string{"الشمال", "بلدة a", "بلدة b"},
			[]string{"من يسيطر", "الجيش الأزرق", "40,988 كم² · 25٪", "الجيش الأحمر", "40,988 كم² · 25٪", "متنازع عليه: الجيش الأزرق، الجيش الأحمر",
				"40,016 كم² · 25٪", "المسيطر غير معروف", "40,016 كم² · 25٪", "خط الجبهة"},
			[]string{"تستند الخريطة إلى 11 إفادة في 3 تقارير.", "المصادر: Agency، Radio <One>.", "خريطة الأساس: Natural Earth. إصدار البيانات abc."}},
	} {
		p := world()
		p.Lang, p.Width = c.lang, 900
		all := marks(t, svg(t, p))
		for layer, want := range map[string][]string{"title": c.title, "names": c.names, "notes": c.notes} {
			if diff := cmp.Diff(want, texts(all, layer)); diff != "" {
				t.Errorf("%s %s: %s", c.lang, layer, diff)
			}
		}
		if diff := cmp.Diff(strings.Join(c.legend, " "), strings.Join(texts(all, "legend"), " ")); diff != "" {
			t.Errorf("%s legend: %s", c.lang, diff)
		}
	}
}

// Bare of all around it, the map fills the sheet, and who cannot see it is told all
// the same.
func TestABarePictureIsTheMapAlone(t *testing.T) {
	for _, width := range []int{360, 1200} {
		p := world()
		p.Width = width
		whole := svg(t, p)
		p.Bare = true
		bare := svg(t, p)
		all := marks(t, bare)
		for _, layer := range []string{"title", "legend", "notes"} {
			if got := texts(all, layer); got != nil {
				t.Errorf("%s says %q: want nothing", layer, got)
			}
		}
		i := slices.IndexFunc(all, func(m mark) bool { return m.layer == "frame" })
		if s := draw(t, p); all[i].left > 4 || s.Width-all[i].right > 4 || s.Height-all[i].bottom > 4 {
			t.Errorf("%d pixels: the frame is %+v on a sheet of %v by %v: want it to fill it", width, all[i], s.Width, s.Height)
		}
		words := regexp.MustCompile(`(?s)<title.*</desc>`)
		if got, want := words.FindString(bare), words.FindString(whole); got != want || want == "" {
			t.Errorf("it says %s: want %s", got, want)
		}
	}
}

func TestArabicRunsFromTheRight(t *testing.T) {
	p := world()
	p.Lang, p.Width = picture.Arabic, 900
	for _, m := range marks(t, svg(t, p)) {
		switch m.layer {
		case "title", "notes":
			if m.right < 860 {
				t.Errorf("%q ends at %v: want it at the right margin of 900", m.text, m.right)
			}
		case "legend":
			if m.right > 300 {
				t.Errorf("%q of the legend ends at %v: want it left of the map", m.text, m.right)
			}
		}
	}
}

// seen is the colour of a picture's pixel at a point, found by the corners of
// the country's outline.
func seen(t *testing.T, p picture.Picture) func(lon, lat float64) sheet.Colour {
	t.Helper()
	s := draw(t, p)
	var b bytes.Buffer
	if err := s.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Dx() != p.Width {
		t.Fatalf("%d pixels wide: want %d", img.Bounds().Dx(), p.Width)
	}
	all := marks(t, svg(t, p))
	home := all[slices.IndexFunc(all, func(m mark) bool { return m.layer == "ground" })+2]
	scale, outline := float64(p.Width)/s.Width, p.Country.Bound()
	return func(lon, lat float64) sheet.Colour {
		x := home.left + (lon-outline.Left())/(outline.Right()-outline.Left())*(home.right-home.left)
		y := home.bottom - (lat-outline.Bottom())/(outline.Top()-outline.Bottom())*(home.bottom-home.top)
		c := color.RGBAModel.Convert(img.At(int(x*scale), int(y*scale))).(color.RGBA)
		return sheet.Colour{R: c.R, G: c.G, B: c.B}
	}
}

func TestColoursLieWhereTheHoldersAre(t *testing.T) {
	redder := func(c sheet.Colour) bool { return c.R > c.B+60 && c.R > c.G+60 }
	bluer := func(c sheet.Colour) bool { return c.B > c.R+60 && c.B > c.G+60 }
	paper := sheet.Colour{R: 0xf8, G: 0xf5, B: 0xee}
	for _, width := range []int{600, 1600} {
		p := world()
		p.Width, p.Towns = width, nil
		at := seen(t, p)
		if c := at(36.5, 33.5); !redder(c) {
			t.Errorf("%d pixels: red ground is %v", width, c)
		}
		if c := at(39.5, 33.5); !bluer(c) {
			t.Errorf("%d pixels: blue ground is %v", width, c)
		}
		for _, lon := range []float64{38.5, 39.5} { // an area whose holder is not known, and ground without any
			if c := at(lon, 35.5); c != paper {
				t.Errorf("%d pixels: ground that nobody is known to hold is %v: want %v", width, c, paper)
			}
		}
		var red, blue bool
		for i := range 200 {
			c := at(36.5+float64(i)/200, 36)
			red, blue = red || redder(c), blue || bluer(c)
		}
		if !red || !blue {
			t.Errorf("%d pixels: contested ground has red %v, blue %v: want both", width, red, blue)
		}
		brightness := func(c sheet.Colour) uint8 { return max(c.R, c.G, c.B) }
		darkest := paper
		for i := range 40 {
			if c := at(38+float64(i-20)/400, 34); brightness(c) < brightness(darkest) {
				darkest = c
			}
		}
		if brightness(darkest) > 0x90 { // a thin line may share two pixels with its casing
			t.Errorf("%d pixels: the front is %v: want it dark", width, darkest)
		}
	}
}

func TestNamesDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := world()
		p.Width = rapid.IntRange(picture.MinWidth, 1400).Draw(t, "width")
		p.Lang = rapid.SampledFrom([]picture.Lang{picture.Arabic, picture.English}).Draw(t, "lang")
		p.Towns = nil
		for i := range rapid.IntRange(0, 60).Draw(t, "towns") {
			at := orb.Point{36 + 4*rapid.Float64Range(0, 1).Draw(t, "lon"), 33 + 4*rapid.Float64Range(0, 1).Draw(t, "lat")}
			kind := rapid.SampledFrom([]string{"city", "town", "village"}).Draw(t, "kind")
			name := strings.Repeat(rapid.SampledFrom([]string{"حلب ", "Aleppo ", `<a href="x">&`}).Draw(t, "name"), rapid.IntRange(1, 4).Draw(t, "times"))
			p.Towns = append(p.Towns, picture.Town{Place: geo.Place{ID: fmt.Sprint(i), NameAr: name, Kind: kind, At: at}})
		}
		var names []mark
		var edge mark
		for _, m := range marks(t, svg(t, p)) {
			if m.layer == "names" && m.text != "" {
				names = append(names, m)
			}
			if m.layer == "frame" && edge.layer == "" {
				edge = m
			}
		}
		for i, a := range names {
			if a.left < edge.left || a.right > edge.right || a.top < edge.top || a.bottom > edge.bottom {
				t.Fatalf("%q sticks out of the map", a.text)
			}
			for _, b := range names[:i] {
				if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
					t.Fatalf("%q overlaps %q", a.text, b.text)
				}
			}
		}
	})
}

func TestLargerPlacesAreNamedFirst(t *testing.T) {
	p := world()
	p.Towns = nil
	for i, kind := range []string{"village", "town", "city", "city"} {
		p.Towns = append(p.Towns, picture.Town{Place: geo.Place{ID: fmt.Sprint(i), NameEn: fmt.Sprint(kind, i), Kind: kind, At: orb.Point{37, 34}}, Population: i})
	}
	if got := texts(marks(t, svg(t, p)), "names"); !slices.Equal(got, []string{"Northland", "city3"}) {
		t.Errorf("at one point are named %q: want the larger city alone", got)
	}
}

func TestAFrameCountsOnlyTheGroundInIt(t *testing.T) {
	p := world()
	p.Frame, p.Region = &orb.Bound{Min: orb.Point{36.2, 33.2}, Max: orb.Point{37.2, 34.2}}, "South-west"
	all := marks(t, svg(t, p))
	if got := strings.Join(texts(all, "legend"), " "); !strings.Contains(got, "Red army") || !strings.Contains(got, "100%") || strings.Contains(got, "Blue") {
		t.Errorf("legend %q: want red alone, with all of the ground", got)
	}
	if got := texts(all, "title")[0]; got != "South-west: who holds what" {
		t.Errorf("title %q", got)
	}
	if got := texts(all, "names"); !slices.Equal(got, []string{"Town a"}) {
		t.Errorf("names %q: want that of the town in the frame", got)
	}
}

func TestADayOfWhichNothingIsKnown(t *testing.T) {
	p := world()
	p.Areas, p.Tones, p.Fronts, p.Evidence = nil, nil, nil, picture.Evidence{}
	all := marks(t, svg(t, p))
	if got := strings.Join(texts(all, "legend"), " "); got != "Who holds it Holder not known 162,008 km² · 100%" {
		t.Errorf("legend %q", got)
	}
	if got := texts(all, "notes"); got[0] != "No report tells who held anything here on this day." {
		t.Errorf("notes %q", got)
	}
}

func TestManyContestsAreToldTogether(t *testing.T) {
	p := world()
	p.Areas = nil
	for i := range 7 {
		p.Areas = append(p.Areas, front.Area{Shape: square(36+float64(i)/2, 33, 0.5),
			State: front.State{Parties: []timeline.Actor{timeline.Actor(fmt.Sprint("party", i)), "red"}}})
	}
	got := strings.Join(texts(marks(t, svg(t, p)), "legend"), " ")
	if strings.Count(got, "Contested:") != 5 || strings.Count(got, "Contested by others") != 1 {
		t.Errorf("legend %q: want five contests and the others as one", got)
	}
}

// Nobody contests ground alone.
func TestOneKnownPartyContestsWithOthers(t *testing.T) {
	for lang, want := range map[picture.Lang]string{picture.English: "Contested: Red army and others not known",
		picture.Arabic: "متنازع عليه: الجيش الأحمر وأطراف غير معروفة"} {
		p := world()
		p.Lang, p.Areas = lang, []front.Area{{Shape: square(36, 33, 1), State: front.State{Parties: []timeline.Actor{"red"}}}}
		if got := strings.Join(texts(marks(t, svg(t, p)), "legend"), " "); !strings.Contains(got, want) {
			t.Errorf("%s: legend %q: want %q", lang, got, want)
		}
	}
}

func TestOldEvidenceIsPaler(t *testing.T) {
	p := world()
	p.Tones[1].Confidence = 0.2
	at := seen(t, p)
	if red, blue := at(36.5, 33.5), at(39.5, 33.5); int(red.G) < int(blue.R)+30 || red.R < red.G {
		t.Errorf("red %v beside blue %v: want red, and paler", red, blue)
	}
	if legend := strings.Join(texts(marks(t, svg(t, p)), "legend"), " "); !strings.Contains(legend, "Paler: less sure") {
		t.Errorf("legend %q", legend)
	}
	p.Tones[1].Confidence = 0.9
	if legend := strings.Join(texts(marks(t, svg(t, p)), "legend"), " "); strings.Contains(legend, "Paler") {
		t.Errorf("legend %q: want no word of what is not there", legend)
	}
}

// A party that is in a place with nobody knows whom does not hold it.
func TestAContestWithNobodyKnownIsNoHold(t *testing.T) {
	p := world()
	p.Tones[1].State = front.State{Parties: []timeline.Actor{"red"}}
	at, colours := seen(t, p), map[sheet.Colour]bool{}
	for i := range 300 {
		colours[at(36.2+float64(i)/300*0.6, 33.5)] = true
	}
	if !colours[sheet.Colour{R: 0xf8, G: 0xf5, B: 0xee}] {
		t.Error("its ground is full: want stripes of paper")
	}
}

func TestWhatCannotBeDrawn(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*picture.Picture)
		want   string
	}{
		"no width":            {func(p *picture.Picture) { p.Width = 0 }, "width 0: want 300 to 8000"},
		"too wide":            {func(p *picture.Picture) { p.Width = 8001 }, "width 8001"},
		"frame far away":      {func(p *picture.Picture) { p.Frame = &orb.Bound{Max: orb.Point{1, 1}} }, "frame 0,0,1,1: want one within 34,33,42,45"},
		"frame beside":        {func(p *picture.Picture) { p.Frame = &orb.Bound{Min: orb.Point{41, 38}, Max: orb.Point{42, 39}} }, "some of the country"},
		"frame of a few feet": {func(p *picture.Picture) { p.Frame = &orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{37.001, 34.001}} }, "0.02 degrees"},
		"no country":          {func(p *picture.Picture) { p.Country = nil }, "country"},
	} {
		p := world()
		c.change(&p)
		if _, err := picture.Draw(p); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q in it", what, err, c.want)
		}
	}
}

func TestDrawingChangesNothing(t *testing.T) {
	p, want := world(), world()
	p.Frame = &orb.Bound{Min: orb.Point{36.2, 33.2}, Max: orb.Point{37.2, 34.2}}
	want.Frame = p.Frame
	draw(t, p)
	if diff := cmp.Diff(want, p); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkSVG(b *testing.B) {
	for b.Loop() {
		if err := draw(b, world()).WriteSVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPNG1600(b *testing.B) {
	p := world()
	p.Width = 1600
	for b.Loop() {
		if err := draw(b, p).WritePNG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

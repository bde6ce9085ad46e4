package drawn_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/overlay"
	"frontline/timeline"
	"frontline/timeline/baseline"
	"frontline/timeline/drawn"
	"frontline/timeline/front"
)

// imported are the maps of files, as importing them hands them on.
func imported(t testing.TB, files []string, o baseline.Options, at orb.Point) *drawn.Series {
	t.Helper()
	o.Places = gazetteer.New([]gazetteer.Entry{{Place: geo.Place{ID: "p", NameEn: "P", Kind: "village", At: at, Precision: geo.Exact}}})
	o.Actors = []timeline.ActorInfo{{ID: "red"}, {ID: "blue"}}
	series, err := baseline.Read(files, o)
	if err != nil {
		t.Fatal(err)
	}
	var drawings []timeline.Drawing
	for r := range series.Readings() {
		drawings = append(drawings, *r.Drawing)
	}
	return drawn.NewSeries(drawings)
}

// sheets are the maps of three days of March 2020, the 1st, the 2nd and the 5th.
// Red has a square from 30,10 to 32,12 and an island. On the 1st blue has a hole
// in it, on the 2nd not any more; on the 5th red is gone from the east, blue on
// the island and in a corner that red has too.
func sheets(t testing.TB, elsewhere timeline.Actor) *drawn.Series {
	t.Helper()
	files, err := filepath.Glob("testdata/*.geojson")
	if err != nil || len(files) != 3 {
		t.Fatalf("%v, %v", files, err)
	}
	all := orb.Bound{Min: orb.Point{29, 9}, Max: orb.Point{35, 13}}
	return imported(t, files, baseline.Options{Property: "side", Elsewhere: elsewhere, Within: &all}, orb.Point{30.2, 10.2})
}

func march(day int) timeline.Day { return timeline.Date(2020, 3, day) }

func box(west, south, east, north float64) orb.MultiPolygon {
	return orb.MultiPolygon{orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}.ToPolygon()}
}

func on(t testing.TB, s *drawn.Series, day timeline.Day) *drawn.Map {
	t.Helper()
	m, ok := s.On(day)
	if !ok {
		t.Fatalf("no map of %s", day)
	}
	return m
}

// words is a state in words: its holder, or its parties.
func words(s front.State) string {
	if s.Contested() {
		return fmt.Sprint(s.Parties)
	}
	return string(s.Holder)
}

func areasOf(t testing.TB, m *drawn.Map, within orb.MultiPolygon) (text string, sum float64) {
	t.Helper()
	areas, err := m.Areas(within)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range areas {
		text += fmt.Sprintf("%s %.1f; ", words(a.State), a.Km2)
		sum += a.Km2
	}
	return text, sum
}

func changesOf(t testing.TB, before, after *drawn.Map, within orb.MultiPolygon) (text string) {
	t.Helper()
	changes, err := drawn.Difference(before, after, within)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		text += fmt.Sprintf("%s to %s %.1f; ", words(c.From), words(c.To), c.Km2)
		if c.LeastKm2 != c.Km2 || c.MostKm2 != c.Km2 || c.Band != nil || math.Abs(geo.AreaKm2(c.Shape)-c.Km2) > 1e-9 {
			t.Errorf("%+v: want no doubt about its area", c)
		}
	}
	return text
}

func km2(boxes ...orb.MultiPolygon) string {
	sum := 0.0
	for _, b := range boxes {
		sum += geo.AreaKm2(b)
	}
	return fmt.Sprintf("%.1f; ", sum)
}

var (
	square, hole, island = box(30, 10, 32, 12), box(30.5, 10.5, 31, 11), box(33, 10, 33.5, 10.5)
	west, corner, east   = box(30, 10, 31.5, 12), box(31, 11, 31.5, 12), box(31.5, 10, 32, 12)
)

func TestAreasOfADay(t *testing.T) {
	s := sheets(t, "")
	less := func(a, b orb.MultiPolygon) string { return fmt.Sprintf("%.1f; ", geo.AreaKm2(a)-geo.AreaKm2(b)) }
	for day, want := range map[int]string{
		1: "blue " + km2(hole) + "red " + less(append(slices.Clone(square), island...), hole),
		2: "red " + km2(square, island),
		5: "blue " + km2(island) + "red " + less(west, corner) + "[blue red] " + km2(corner),
	} {
		if got, _ := areasOf(t, on(t, s, march(day)), nil); got != want {
			t.Errorf("on the %d.: %s: want %s", day, got, want)
		}
	}
	if _, ok := s.On(march(1) - 1); ok {
		t.Error("there is a map before the first")
	}
	for day, of := range map[int]timeline.Span{1: {From: march(1), To: march(2)}, 4: {From: march(2), To: march(5)}, 31: {From: march(5)}} {
		if got := on(t, s, march(day)).Span; got != of {
			t.Errorf("the map of the %d. March is of %v: want %v", day, got, of)
		}
	}
	if _, ok := drawn.NewSeries(nil).On(march(1)); ok {
		t.Error("there is a map where none was drawn")
	}
}

func TestDifferenceOfTwoDays(t *testing.T) {
	s := sheets(t, "")
	first, second, last := on(t, s, march(1)), on(t, s, march(2)), on(t, s, march(5))
	for _, c := range []struct {
		name          string
		before, after *drawn.Map
		within        orb.MultiPolygon
		want          string
	}{
		{"a hole filled", first, second, nil, "blue to red " + km2(hole)},
		{"and opened again", second, first, nil, "red to blue " + km2(hole)},
		{"lost to blue, to nobody known, and contested", second, last, nil,
			"red to blue " + km2(island) + "red to [blue red] " + km2(corner) + "red to unknown " + km2(east)},
		{"in a region", second, last, box(31, 9, 31.75, 11.5), "red to [blue red] " + km2(box(31, 11, 31.5, 11.5)) + "red to unknown " + km2(box(31.5, 10, 31.75, 11.5))},
		{"a day and itself", last, last, nil, ""},
	} {
		if got := changesOf(t, c.before, c.after, c.within); got != c.want {
			t.Errorf("%s: %s: want %s", c.name, got, c.want)
		}
	}
}

// Who is said to have all the rest has it in every answer; how much that is only
// a region says.
func TestElsewhereIsHeldByWhomTheMapSays(t *testing.T) {
	s, none := sheets(t, "blue"), sheets(t, "")
	second, last := on(t, s, march(2)), on(t, s, march(5))
	if got, want := changesOf(t, second, last, nil), "red to blue "+km2(island, east)+"red to [blue red] "+km2(corner); got != want {
		t.Errorf("%s: want %s", got, want)
	}
	region := box(31, 9, 33, 11)
	if got, want := first(areasOf(t, second, region)), "blue "+fmt.Sprintf("%.1f; ", geo.AreaKm2(region)-geo.AreaKm2(box(31, 10, 32, 11)))+"red "+km2(box(31, 10, 32, 11)); got != want {
		t.Errorf("%s: want %s", got, want)
	}
	if got, want := changesOf(t, on(t, none, march(5)), last, box(34, 10, 35, 11)), "unknown to blue "+km2(box(34, 10, 35, 11)); got != want {
		t.Errorf("%s: want %s", got, want)
	}
}

func first(text string, _ float64) string { return text }

// anyMap are drawings of a day: boxes of a few actors that may lie over each
// other, side by side or nowhere near.
func anyMap(t *rapid.T, day timeline.Day) []timeline.Drawing {
	number := rapid.Map(rapid.IntRange(0, 8), func(i int) float64 { return 30 + float64(i)/4 })
	actor := rapid.SampledFrom([]timeline.Actor{"red", "blue", "green"})
	d := timeline.Drawing{Day: day, Elsewhere: rapid.SampledFrom([]timeline.Actor{"", "blue"}).Draw(t, "elsewhere")}
	for i := range rapid.IntRange(0, 5).Draw(t, "shapes") {
		x, y := number.Draw(t, "west"), number.Draw(t, "south")
		shape := box(x, y, x+0.25+number.Draw(t, "wide")-30, y+0.25+number.Draw(t, "high")-30)
		d.Shapes = append(d.Shapes, timeline.DrawnShape{Feature: i + 1, Holder: actor.Draw(t, "holder"), Shape: shape})
	}
	return []timeline.Drawing{d}
}

func TestMapsAddUp(t *testing.T) {
	region := box(29, 29, 36, 36)
	rapid.Check(t, func(t *rapid.T) {
		s := drawn.NewSeries(slices.Concat(anyMap(t, march(1)), anyMap(t, march(3))))
		before, after := s.Maps()[0], s.Maps()[1]
		for _, within := range []orb.MultiPolygon{nil, region} {
			balance := map[string]float64{}
			for sign, m := range map[float64]*drawn.Map{1: before, -1: after} {
				areas, err := m.Areas(within)
				if err != nil {
					t.Fatal(err)
				}
				sum, shapes := 0.0, []orb.MultiPolygon{}
				for _, a := range areas {
					balance[words(a.State)] += sign * a.Km2
					sum, shapes = sum+a.Km2, append(shapes, a.Shape)
				}
				all, err := overlay.Union(shapes...)
				if err != nil || math.Abs(geo.AreaKm2(all)-sum) > 1e-3 || within != nil && math.Abs(geo.AreaKm2(within)-sum) > 1e-3 {
					t.Fatalf("areas overlap, or leave gaps: %v km² of %v, %v", sum, geo.AreaKm2(all), err)
				}
			}
			changes, err := drawn.Difference(before, after, within)
			if err != nil {
				t.Fatal(err)
			}
			back, err := drawn.Difference(after, before, within)
			if err != nil || len(back) != len(changes) {
				t.Fatalf("%d changes and %d back, %v", len(changes), len(back), err)
			}
			for _, c := range changes {
				balance[words(c.From)] -= c.Km2
				balance[words(c.To)] += c.Km2
				if !slices.ContainsFunc(back, func(b front.Change) bool {
					return b.From.Equal(c.To) && b.To.Equal(c.From) && math.Abs(b.Km2-c.Km2) < 1e-3
				}) {
					t.Fatalf("%v to %v is not undone by %v", c.From, c.To, back)
				}
			}
			for state, km2 := range balance {
				beyond := within == nil && (state == "unknown" || state == "blue") // how far that reaches nobody knows
				if math.Abs(km2) > 1e-3 && !beyond {
					t.Fatalf("%s: %v km² come from nowhere: %v", state, km2, balance)
				}
			}
			if same, err := drawn.Difference(after, after, within); err != nil || len(same) > 0 {
				t.Fatalf("a day differs from itself: %v, %v", same, err)
			}
		}
	})
}

// published are the maps that lie beside the checkout; none where it does not.
func published(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/bench/deepstate/*.geojson")
	if len(files) == 0 && os.Getenv("CI") == "true" {
		t.Fatal("no maps: want the folder shared beside the checkout where CI=true")
	} else if len(files) == 0 {
		t.Skip("no maps beside the checkout")
	}
	return files
}

func deepState(t testing.TB) *drawn.Series {
	return imported(t, published(t), baseline.Options{Holder: "red"}, orb.Point{37.8, 48})
}

// What was gained less what was lost is what there is more, on real maps too.
func TestPublishedMapsAddUp(t *testing.T) {
	s := deepState(t)
	if len(s.Maps()) < 40 {
		t.Fatalf("%d maps: want all", len(s.Maps()))
	}
	for i := 6; i < len(s.Maps()); i += 6 {
		before, after := s.Maps()[i-6], s.Maps()[i]
		_, had := areasOf(t, before, nil)
		_, has := areasOf(t, after, nil)
		changes, err := drawn.Difference(before, after, nil)
		if err != nil || len(changes) != 2 {
			t.Fatalf("%v, %v: want gains and losses", changes, err)
		}
		lost, gained := changes[0].Km2, changes[1].Km2
		t.Logf("%s to %s: %.1f km² gained, %.1f lost", before.Span.From, after.Span.From, gained, lost)
		if math.Abs(has-had-(gained-lost)) > 0.1 {
			t.Errorf("%s to %s: %.2f km² more, %.2f gained and %.2f lost", before.Span.From, after.Span.From, has-had, gained, lost)
		}
	}
}

func BenchmarkDifferenceOfPublishedMaps(b *testing.B) {
	s := deepState(b)
	maps := s.Maps()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := drawn.Difference(maps[i%(len(maps)-1)], maps[i%(len(maps)-1)+1], nil); err != nil {
			b.Fatal(err)
		}
	}
}

package compact_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/compact"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func compacted(t interface{ Fatal(...any) }, g *front.Ground) *compact.Ground {
	c, err := compact.GroundOf(g)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What the documents say, read by their description alone, is what front says.
func TestDocumentsSayWhatTheGroundAndItsCourseSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		places, known := world(seed, rapid.IntRange(0, 60).Draw(t, "places"), 4)
		g := ground(t, places, rapid.SampledFrom([]float64{20, 60, 900}).Draw(t, "reach"))
		doc := compacted(t, g)
		checkCells(t, g, doc)
		course := compact.CourseOf(g.Over(known), doc.ID)
		if course.Ground != doc.ID || course.Format != 2 || doc.Format != 2 {
			t.Fatalf("course of %q in format %d, ground %q in format %d", course.Ground, course.Format, doc.ID, doc.Format)
		}
		rng := rand.New(rand.NewPCG(seed, 5))
		for range 20 {
			checkDay(t, g, course, known, epoch+timeline.Day(rng.IntN(1200)-50))
		}
	})
}

// checkCells adds up the ground of each cell by its edges.
func checkCells(t *rapid.T, g *front.Ground, doc *compact.Ground) {
	var nodes []orb.Point
	var lon, lat int32
	for i := 0; i < len(doc.Nodes); i += 2 {
		lon, lat = lon+doc.Nodes[i], lat+doc.Nodes[i+1]
		nodes = append(nodes, orb.Point{float64(lon) / float64(doc.Scale), float64(lat) / float64(doc.Scale)})
	}
	twice := make([]float64, len(doc.Cells)) // the area in square degrees
	from := 0
	for i := 0; i < len(doc.Edges); i += 4 {
		from += doc.Edges[i]
		a, b := nodes[from], nodes[from+doc.Edges[i+1]]
		across := (a[0]-39)*(b[1]-35) - (b[0]-39)*(a[1]-35)
		twice[doc.Edges[i+2]] += across
		if right := doc.Edges[i+3]; right >= 0 {
			twice[right] -= across
		}
	}
	for i, c := range g.Cells() {
		if want := square(c.Shape); math.Abs(twice[i]/2-want) > 1e-5 {
			t.Fatalf("cell %d: %v square degrees by its edges, %v by its shape", i, twice[i]/2, want)
		}
		for k, p := range c.Places {
			if got := doc.Cells[i].Places[k]; got != (compact.Place{ID: p.ID, NameAr: p.NameAr, NameEn: p.NameEn}) {
				t.Fatalf("cell %d: place %v, want %v", i, got, p)
			}
		}
		if math.Abs(doc.Cells[i].Km2-geo.AreaKm2(c.Shape)) > 0.001 {
			t.Fatalf("cell %d: %v km², want %v", i, doc.Cells[i].Km2, geo.AreaKm2(c.Shape))
		}
	}
}

// square is the area of a shape in square degrees.
func square(shape orb.MultiPolygon) (sum float64) {
	for _, polygon := range shape {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				sum += ((ring[i-1][0]-39)*(ring[i][1]-35) - (ring[i][0]-39)*(ring[i-1][1]-35)) / 2
			}
		}
	}
	return sum
}

func checkDay(t *rapid.T, g *front.Ground, course *compact.Course, known func(string) (timeline.History, []front.Saying), day timeline.Day) {
	s := g.On(day, func(id string) (front.Word, bool) {
		history, sayings := known(id)
		h, ok := history.On(day)
		w := front.Word{Holding: h}
		for _, s := range sayings {
			if s.From <= day {
				w.Said = s.Said
			}
		}
		return w, ok
	})
	for i, c := range s.Cells {
		want := fmt.Sprint(c.Holder, c.Parties, c.Reported, c.Places[0], c.Said)
		if got := read(course, i, g.Cells()[i].Places, day); got != want {
			t.Fatalf("cell %d on %v: %s, want %s: %v", i, day, got, want, course.Cells[i])
		}
	}
}

// read is what a course says of a cell with its places on a day.
func read(course *compact.Course, cell int, places []geo.Place, day timeline.Day) string {
	code, at, said := 0, course.Epoch, timeline.Day(0)
	for list := course.Cells[cell]; len(list) > 0; list = list[2:] {
		if at += timeline.Day(list[0]); at > day {
			break
		}
		switch n := timeline.Day(-list[1]); {
		case list[1] >= 0:
			code, said = list[1], at
		case n == 1:
			said = 0
		case n%2 == 0:
			said = at - (n-2)/2
		default:
			said = at + (n-1)/2
		}
	}
	if code == 0 {
		return fmt.Sprint(timeline.Unknown, []timeline.Actor{}, false, places[0].ID, timeline.Day(0))
	}
	n, holder := (code-1)/2, timeline.Actor("")
	state, place := course.States[n%len(course.States)], places[n/len(course.States)]
	if state.Holder != nil {
		holder = *state.Holder
	}
	return fmt.Sprint(holder, state.Parties, (code-1)%2 == 1, place.ID, said)
}

// The id of the ground changes with the ground and with nothing else.
func TestGroundIsKnownByItsID(t *testing.T) {
	places, _ := world(1, 40, 0)
	first := compacted(t, ground(t, places, 60)).ID
	if again := compacted(t, ground(t, places, 60)).ID; again != first {
		t.Errorf("made twice: %s and %s", first, again)
	}
	places[7].NameEn = "Renamed"
	if renamed := compacted(t, ground(t, places, 60)).ID; renamed == first {
		t.Error("another name, the same id")
	}
}

// What nobody knows is null or an empty list, never a missing field.
func TestNothingIsKnown(t *testing.T) {
	g := ground(t, nil, 60)
	doc := compacted(t, g)
	body, err := json.Marshal([]any{doc, compact.CourseOf(g.Over(func(string) (timeline.History, []front.Saying) { return nil, nil }), doc.ID)})
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"format":2,"id":"` + doc.ID + `","scale":1000000,"nodes":[],"edges":[],"cells":[]},` +
		`{"format":2,"ground":"` + doc.ID + `","epoch":null,"states":[],"cells":[]}]`
	if string(body) != want {
		t.Errorf("got %s\nwant %s", body, want)
	}
}

// Ground that no place is near takes no room.
func TestGroundNearNoPlaceIsLeftOut(t *testing.T) {
	places, _ := world(1, 5, 0)
	if doc := compacted(t, ground(t, places, 10)); len(doc.Cells) != 5 || len(doc.Edges)/4 > 5*12 {
		t.Errorf("%d cells and %d edges around 5 places", len(doc.Cells), len(doc.Edges)/4)
	}
}

// BenchmarkDocuments also tells how large the documents are, as they are and
// compressed, for forty stretches a cell.
func BenchmarkDocuments(b *testing.B) {
	for _, n := range []int{7000, 33_000} {
		places, known := world(1, n, 40)
		g := ground(b, places, 25)
		over := g.Over(known)
		doc := compacted(b, g)
		b.Run(fmt.Sprint("ground/", n), func(b *testing.B) {
			for b.Loop() {
				compacted(b, g)
			}
			report(b, doc)
		})
		b.Run(fmt.Sprint("course/", n), func(b *testing.B) {
			for b.Loop() {
				compact.CourseOf(over, doc.ID)
			}
			report(b, compact.CourseOf(over, doc.ID))
		})
	}
}

func report(b *testing.B, v any) {
	body, err := json.Marshal(v)
	if err != nil {
		b.Fatal(err)
	}
	var small bytes.Buffer
	z := gzip.NewWriter(&small)
	z.Write(body)
	z.Close()
	b.ReportMetric(float64(len(body)), "bytes")
	b.ReportMetric(float64(small.Len()), "gzipped-bytes")
}

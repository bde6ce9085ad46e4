package baseline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/baseline"
	"frontline/timeline/fold"
)

func TestASeriesSaysWhenEachHolderIsShownFirstAndLast(t *testing.T) {
	s := read(t, options(3),
		file("m-2017-08-01.json", ground(map[int]timeline.Actor{0: isis, 1: army})),
		file("m-2017-08-02.json", ground(map[int]timeline.Actor{0: isis, 1: army, 2: sdf})),
		file("m-2017-08-03.json", ground(map[int]timeline.Actor{0: isis, 1: army})),
		file("m-2017-08-06.json", ground(map[int]timeline.Actor{0: army, 1: army})))
	claims := claimsOf(t, s)
	wantText(t, told(claims), `2017-08-01 p0 holds islamic_state full
2017-08-01 p1 holds syrian_government full
2017-08-02 p2 holds sdf full
2017-08-03 p0 holds islamic_state full
2017-08-03 p2 lost sdf full
2017-08-06 p0 holds syrian_government full
2017-08-06 p1 holds syrian_government full
`)
	wantText(t, heldBy("p0", claims, mapmaker), `[2017-08-01, 2017-08-04) islamic_state
[2017-08-04, 2017-08-06) islamic_state +syrian_government uncertain
[2017-08-06, ) syrian_government
`)
	wantText(t, heldBy("p1", claims, mapmaker), "[2017-08-01, ) syrian_government\n")
	wantText(t, heldBy("p2", claims, mapmaker), "[2017-08-02, 2017-08-03) sdf\n[2017-08-03, ) unknown\n")
	if spans, n := s.Missing(); n != 2 || len(spans) != 1 || spans[0].From.String() != "2017-08-04" || spans[0].To.String() != "2017-08-06" {
		t.Errorf("missing %v, %d days: want the 4th and the 5th", spans, n)
	}
	for r := range s.Readings() {
		if last := r.Report.Published.String() == "2017-08-06"; strings.Contains(r.Report.Text, "2, 2017-08-04 to 2017-08-05") != last {
			t.Errorf("%s: want the missing days in the last report, and there alone", r.Report.Text)
		}
	}
}

func TestAPlaceThatIsShownNoMoreIsLostOnADayBetween(t *testing.T) {
	claims := claimsOf(t, read(t, options(2),
		file("20170801.json", ground(map[int]timeline.Actor{0: isis, 1: army})),
		file("20170815.json", ground(map[int]timeline.Actor{1: army})),
		file("20170901.json", ground(map[int]timeline.Actor{0: isis, 1: army}))))
	wantText(t, heldBy("p0", claims, mapmaker), `[2017-08-01, 2017-08-02) islamic_state
[2017-08-02, 2017-08-15) islamic_state +unknown uncertain
[2017-08-15, 2017-09-01) unknown
[2017-09-01, ) islamic_state
`)
}

func TestSeveralActorsInAPlaceContestIt(t *testing.T) {
	both := `{"type":"FeatureCollection","features":[` + feature(0, army) + `,` + feature(0, isis) + `,` + feature(0, army) + `]}`
	for _, last := range []timeline.Actor{army, isis} {
		s := read(t, options(1), file("20170801.json", both), file("20170802.json", both), file("20170805.json", ground(map[int]timeline.Actor{0: last})))
		if v := s.Snapshots[0]; v.Contested != 1 || v.Held[army] != 1 || v.Held[isis] != 1 {
			t.Errorf("%+v: want one place of both", v)
		}
		wantText(t, heldBy("p0", claimsOf(t, s), mapmaker), `[2017-08-01, 2017-08-05) islamic_state +syrian_government
[2017-08-05, ) `+string(last)+"\n")
		s = read(t, options(1), file("20170730.json", ground(map[int]timeline.Actor{0: isis})), file("20170801.json", both), file("20170805.json", ground(map[int]timeline.Actor{0: last})))
		wantText(t, heldBy("p0", claimsOf(t, s), mapmaker), `[2017-07-30, 2017-08-01) islamic_state
[2017-08-01, 2017-08-05) islamic_state +syrian_government
[2017-08-05, ) `+string(last)+"\n")
	}
}

func feature(n int, a timeline.Actor) string {
	p := over(n)[0]
	return fmt.Sprintf(`{"type":"Feature","properties":{"who":%q},"geometry":{"type":"Polygon","coordinates":[[[%g,%g],[%g,%g],[%g,%g],[%g,%g],[%g,%g]]]}}`,
		a, p[0][0], p[0][1], p[1][0], p[1][1], p[2][0], p[2][1], p[3][0], p[3][1], p[0][0], p[0][1])
}

func TestElsewhereReachesAsFarAsItIsToldTo(t *testing.T) {
	o := options(4)
	o.Elsewhere = army
	box := over(1).Bound().Union(over(2).Bound())
	o.Within = &box
	claims := claimsOf(t, read(t, o, file("20170801.json", ground(map[int]timeline.Actor{1: isis})), file("20170803.json", ground(map[int]timeline.Actor{2: isis}))))
	wantText(t, told(claims), `2017-08-01 p1 holds islamic_state full
2017-08-01 p2 holds syrian_government full
2017-08-03 p1 holds syrian_government full
2017-08-03 p2 holds islamic_state full
`)
	o.Within = nil
	_, err := baseline.Read([]string{file("20170801.json", ground(map[int]timeline.Actor{1: isis}))}, o)
	wantError(t, err, baseline.ErrNoEdge)
}

// Where a map does not reach it says nothing: elsewhere is the country in which
// its polygons lie, and no other.
func TestElsewhereIsTheAreasThatPolygonsLieIn(t *testing.T) {
	area := func(level int, code string, from, to int) gazetteer.Area {
		box := over(from).Bound().Union(over(to).Bound())
		return gazetteer.Area{Level: level, PCode: code, Outline: orb.MultiPolygon{box.ToPolygon()}}
	}
	for name, c := range map[string]struct {
		areas []gazetteer.Area
		want  string
	}{
		"a country":    {[]gazetteer.Area{area(0, "A", 0, 2), area(0, "B", 3, 5), area(1, "A1", 0, 0)}, "p0 p2"},
		"governorates": {[]gazetteer.Area{area(1, "A1", 0, 1), area(1, "A2", 2, 3)}, "p0"},
	} {
		o := options(6)
		o.Elsewhere, o.Places = army, o.Places.With(gazetteer.Additions{Areas: c.areas})
		var got []string
		for _, x := range claimsOf(t, read(t, o, file("20170801.json", ground(map[int]timeline.Actor{1: isis})))) {
			if x.Actor == army {
				got = append(got, x.Place.ID)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v: want %s", name, got, c.want)
		}
	}
}

// A map may be drawn by somebody who is on a side: what its own newer map takes
// back needs no second voice.
func TestTheMakerOfAMapMayBeOnASide(t *testing.T) {
	o := options(1)
	claims := claimsOf(t, read(t, o, file("20170801.json", ground(map[int]timeline.Actor{0: isis})), file("20170802.json", ground(map[int]timeline.Actor{0: army})),
		file("20170803.json", ground(map[int]timeline.Actor{0: isis}))))
	wantText(t, heldBy("p0", claims, &timeline.Source{ID: "a ministry", Side: "damascus", Weight: 0.7}),
		"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, 2017-08-03) syrian_government\n[2017-08-03, ) islamic_state\n")
}

// reported is what a report in words says of a place.
func reported(on string, k timeline.Kind, who, from timeline.Actor) fold.Testimony {
	d, err := timeline.ParseDay(on)
	if err != nil {
		panic(err)
	}
	c := &timeline.Claim{ID: on, Report: "r-" + on, Kind: k, Modality: timeline.Asserted, Actor: who, From: from, Extent: timeline.Full, Date: d,
		DateBasis: timeline.Stated, Quote: on, Confidence: 0.9, Place: &timeline.PlaceRef{ID: "p0", Score: 0.9}}
	at := row(1).All()[1].At
	c.Place.At = &at
	return fold.Testimony{Claim: c, Published: d, Source: &timeline.Source{ID: "an agency", Weight: 0.9}}
}

func TestReportsAndMapsConfirmOrContestEachOther(t *testing.T) {
	held := func(days map[string]timeline.Actor) []timeline.Claim {
		var files []string
		for day, a := range days {
			files = append(files, file(day+".json", ground(map[int]timeline.Actor{0: a})))
		}
		return claimsOf(t, read(t, options(1), files...))
	}
	for _, c := range []struct {
		name    string
		maps    map[string]timeline.Actor
		reports []fold.Testimony
		want    string
	}{
		{"a report says the day that lies between two maps", map[string]timeline.Actor{"20170801": isis, "20170815": army},
			[]fold.Testimony{reported("2017-08-09", timeline.Captured, army, isis)},
			"[2017-08-01, 2017-08-09) islamic_state\n[2017-08-09, ) syrian_government\n"},
		{"a map confirms what was reported before it", map[string]timeline.Actor{"20170815": army},
			[]fold.Testimony{reported("2017-08-09", timeline.Captured, army, isis)},
			"[2016-08-09, 2017-08-09) islamic_state\n[2017-08-09, ) syrian_government\n"},
		{"a map that does not follow casts a doubt, and its next one takes it back",
			map[string]timeline.Actor{"20170801": isis, "20170810": isis, "20170815": army},
			[]fold.Testimony{reported("2017-08-09", timeline.Captured, army, isis)},
			"[2017-08-01, 2017-08-09) islamic_state\n[2017-08-09, 2017-08-10) syrian_government\n[2017-08-10, 2017-08-15) syrian_government +islamic_state\n[2017-08-15, ) syrian_government\n"},
		{"a map that never follows is a doubt for a month", map[string]timeline.Actor{"20170801": isis, "20170810": isis},
			[]fold.Testimony{reported("2017-08-09", timeline.Captured, army, isis)},
			"[2017-08-01, 2017-08-09) islamic_state\n[2017-08-09, 2017-08-10) syrian_government\n[2017-08-10, 2017-09-09) syrian_government +islamic_state\n[2017-09-09, ) syrian_government\n"},
		{"who took a place from its holder is not touched when the map shows that holder no more", map[string]timeline.Actor{"20170801": isis, "20170815": timeline.Unknown},
			[]fold.Testimony{reported("2017-08-09", timeline.Captured, sdf, isis)},
			"[2017-08-01, 2017-08-09) islamic_state\n[2017-08-09, ) sdf\n"},
		{"a second source of the map's holder settles it", map[string]timeline.Actor{"20170801": isis, "20170810": isis},
			[]fold.Testimony{reported("2017-08-09", timeline.Captured, army, isis), secondly(reported("2017-08-12", timeline.Holds, isis, ""))},
			"[2017-08-01, 2017-08-09) islamic_state\n[2017-08-09, 2017-08-10) syrian_government\n[2017-08-10, 2017-08-12) syrian_government +islamic_state\n[2017-08-12, ) islamic_state\n"},
	} {
		t.Run(c.name, func(t *testing.T) { wantText(t, heldBy("p0", held(c.maps), mapmaker, c.reports...), c.want) })
	}
}

func secondly(x fold.Testimony) fold.Testimony {
	x.Source = &timeline.Source{ID: "another agency", Weight: 0.9}
	return x
}

// Two maps are two voices, however alike their lines are.
func TestTwoMapsAreNotCopiesOfEachOther(t *testing.T) {
	mine := claimsOf(t, read(t, options(1), file("20170801.json", ground(map[int]timeline.Actor{0: isis}))))
	o := options(1)
	o.Source = "Another map"
	theirs := claimsOf(t, read(t, o, file("20170801.json", ground(map[int]timeline.Actor{0: isis}))))
	if mine[0].Quote != theirs[0].Quote || mine[0].Report == theirs[0].Report {
		t.Fatalf("%+v and %+v: want one line in two reports", mine[0], theirs[0])
	}
	h := fold.New(actors).History([]fold.Testimony{{Claim: &mine[0], Published: mine[0].Date, Source: mapmaker},
		{Claim: &theirs[0], Published: theirs[0].Date, Source: &timeline.Source{ID: "another map", Weight: 0.8}}})
	if len(h) != 1 || h[0].Confidence < 0.95 {
		t.Errorf("%+v: want one holding, believed as two sources are", h)
	}
}

// anySeries are maps of four villages on some days of a month, with what each
// shows; the first village is always held.
func anySeries(t *rapid.T) (files []string, shows map[timeline.Day]map[int]timeline.Actor) {
	who := rapid.SampledFrom([]timeline.Actor{"", army, sdf, isis})
	shows = map[timeline.Day]map[int]timeline.Actor{}
	for i := range rapid.IntRange(1, 7).Draw(t, "files") {
		held := map[int]timeline.Actor{0: army}
		for n := 1; n < 4; n++ {
			if a := who.Draw(t, "holder"); a != "" {
				held[n] = a
			}
		}
		day := timeline.Date(2017, 8, 1+2*i+rapid.IntRange(0, 1).Draw(t, "gap"))
		files, shows[day] = append(files, file("m_"+day.String()+".geojson", ground(held))), held
	}
	return files, shows
}

func TestTheOrderOfFilesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files, _ := anySeries(t)
		reports := func(files []string) (all string) {
			s, err := baseline.Read(files, options(4))
			if err != nil {
				t.Fatal(err)
			}
			claims := claimsOf(t, s)
			for r := range s.Readings() {
				all += r.Report.ID + r.Report.Text
			}
			for n := range 4 {
				all += heldBy(fmt.Sprint("p", n), claims, mapmaker)
			}
			return all
		}
		if got, want := reports(rapid.Permutation(files).Draw(t, "shuffled")), reports(files); got != want {
			t.Fatalf("got\n%swant\n%s", got, want)
		}
	})
}

// Two claims a run are enough for a history that agrees with every map.
func TestEveryMapIsHeldAsItShows(t *testing.T) {
	for _, source := range []*timeline.Source{mapmaker, {ID: "a ministry", Side: "damascus", Weight: 0.7}} {
		rapid.Check(t, func(t *rapid.T) {
			files, shows := anySeries(t)
			s, err := baseline.Read(files, options(4))
			if err != nil {
				t.Fatal(err)
			}
			of := map[string][]fold.Testimony{}
			for _, c := range claimsOf(t, s) {
				of[c.Place.ID] = append(of[c.Place.ID], fold.Testimony{Claim: &c, Published: c.Date, Source: source})
			}
			for day, held := range shows {
				for n := range 4 {
					h, ok := fold.New(actors).History(of[fmt.Sprint("p", n)]).On(day)
					if want := held[n]; ok && h.Contested() || want != "" && h.Holder != want || want == "" && ok && h.Holder != timeline.Unknown {
						t.Fatalf("p%d on %s: %s %v: want %q", n, day, h.Holder, h.Others, want)
					}
				}
			}
		})
	}
}

// A series can be taken in bit by bit, when each bit begins with the last file of
// the one before.
func TestASeriesCanBeGoneOnWith(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files, _ := anySeries(t)
		claims := func(files []string) []timeline.Claim {
			s, err := baseline.Read(files, options(4))
			if err != nil {
				t.Fatal(err)
			}
			return claimsOf(t, s)
		}
		k := rapid.IntRange(0, len(files)-1).Draw(t, "last of the first bit")
		whole, bits := claims(files), append(claims(files[:k+1]), claims(files[k:])...)
		for n := range 4 {
			place := fmt.Sprint("p", n)
			if got, want := heldBy(place, bits, mapmaker), heldBy(place, whole, mapmaker); got != want {
				t.Fatalf("%s: got\n%swant\n%s", place, got, want)
			}
		}
	})
}

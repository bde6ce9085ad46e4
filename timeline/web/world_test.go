package web_test

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"frontline/geo"
	"frontline/static"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/fulltext"
	"frontline/timeline/picture"
	"frontline/timeline/plate"
	"frontline/timeline/watch"
	"frontline/timeline/web"

	"github.com/paulmach/orb"
)

const (
	army  timeline.Actor = "syrian_government"
	state timeline.Actor = "islamic_state"
)

var gazetteer = []geo.Place{
	{ID: "alpha", NameEn: "Alpha", NameAr: "ألفا", At: orb.Point{38, 35}, Kind: "town", Admin1: "Homs"},
	{ID: "beta", NameEn: "Beta", NameAr: "بيتا", At: orb.Point{38.4, 35}, Kind: "town"},
	{ID: "twin-1", NameEn: "Twin", NameAr: "توأم", At: orb.Point{38.1, 35.1}, Kind: "village"},
	{ID: "twin-2", NameEn: "Twin", NameAr: "توأم", At: orb.Point{39.9, 34.1}, Kind: "village"},
}

const text = "قصف <script>alert(1)</script> ألفا"

func claims() []timeline.Claim {
	at := func(i int) *timeline.PlaceRef {
		return &timeline.PlaceRef{Surface: gazetteer[i].NameAr, Named: true, ID: gazetteer[i].ID, At: &gazetteer[i].At, Score: 1}
	}
	day := func(s string) timeline.Day { d, _ := timeline.ParseDay(s); return d }
	return []timeline.Claim{
		{ID: "a1", Report: "r1", Kind: timeline.Captured, Modality: timeline.Asserted, Actor: army, From: state, Place: at(0),
			Extent: timeline.Full, Date: day("2017-08-05"), DateBasis: timeline.Stated, Quote: "taken", Confidence: 1},
		{ID: "b1", Report: "r1", Kind: timeline.Captured, Modality: timeline.Asserted, Actor: state, Place: at(1),
			Extent: timeline.Full, Date: day("2017-08-05"), DateBasis: timeline.Stated, Quote: "lost", Confidence: 1},
		{ID: "a2", Report: "r2", Kind: timeline.Struck, Modality: timeline.Asserted, Actor: state, Place: at(0),
			Quote: "<script>alert(1)</script>", Start: 7, End: 32, Confidence: 1},
	}
}

// entries are claims that have always been known.
func entries(claims []timeline.Claim) (out []timeline.Entry) {
	for _, c := range claims {
		out = append(out, timeline.Entry{Claim: c})
	}
	return out
}

func newAtlas(version string) (*atlas.Atlas, error) {
	return atlas.New(atlas.Input{
		Version: version, Entries: entries(claims()), Places: gazetteer, ReachKm: 30,
		Reports: []timeline.Filing{
			{Report: timeline.Report{ID: "r1", Title: "First", Source: "Agency", URL: "https://example.org/1", Published: timeline.Date(2017, 8, 6)}},
			{Report: timeline.Report{ID: "r2", Title: "Second", Published: timeline.Date(2017, 8, 9)}},
		},
		Drawings: []timeline.KeptDrawing{{Report: "r1", Drawing: timeline.Drawing{Day: timeline.Date(2017, 8, 6), Shapes: []timeline.DrawnShape{
			{Feature: 1, Holder: army, Shape: orb.MultiPolygon{{orb.Ring{{37, 34}, {38, 34}, {38, 35}, {37, 35}, {37, 34}}}}},
			{Feature: 2, Holder: state, Shape: orb.MultiPolygon{{orb.Ring{{39, 34}, {40, 34}, {40, 35}, {39, 34}}}}}}}}},
		Outline: orb.MultiPolygon{{orb.Ring{{37, 34}, {40, 34}, {40, 36}, {37, 36}, {37, 34}}}},
	})
}

// source has one atlas and one report. before, if there is one, runs first.
type source struct {
	version string
	before  func() error
}

func (s source) Atlas(_ context.Context, v atlas.View) (*atlas.Atlas, web.Places, error) {
	if s.before != nil {
		if err := s.before(); err != nil {
			return nil, nil, err
		}
	}
	a, err := newAtlas(s.version)
	if err != nil {
		return nil, nil, err
	}
	return a.As(v), names{}, nil
}

func (s source) Report(_ context.Context, id string) (timeline.Reading, error) {
	if id != "r2" {
		return timeline.Reading{}, timeline.ErrNotFound
	}
	return timeline.Reading{
		Report: timeline.Report{ID: "r2", File: "2.txt", Title: "Second", Language: "ar", Published: timeline.Date(2017, 8, 9),
			PublishedBasis: timeline.Given, Text: text, Body: 3},
		Places: []timeline.Mention{{Surface: "ألفا", Start: 33, End: 41, Place: &gazetteer[0], Score: 1, Reason: "only entry of this name"}},
		Claims: claims()[2:],
	}, nil
}

// Words are looked for in real files, by the tests of the command.
func (s source) Matches(context.Context, fulltext.Query) ([]fulltext.Match, error) { return nil, nil }

func (s source) Snippets(context.Context, fulltext.Query, []string) (map[string]fulltext.Snippet, error) {
	return nil, nil
}

func (s source) Watch(context.Context, string) (watch.Watch, error) {
	return watch.Watch{}, timeline.ErrNotFound
}

// names finds the gazetteer's places by their whole name, or part of it.
type names struct{}

func (names) Search(q string, limit int) []geo.Ranked {
	return ranked(limit, func(p geo.Place) bool {
		return strings.Contains(p.NameEn, q) || strings.Contains(p.NameAr, q)
	})
}

func (names) Find(name, in string) []geo.Ranked {
	return ranked(len(gazetteer), func(p geo.Place) bool {
		return (p.ID == name || p.NameEn == name || p.NameAr == name) && (in == "" || p.At.Lon() < 39)
	})
}

func (names) Province(name string) (string, bool) { return name, name == "West" }

func (names) Governorates() []string { return []string{"West"} }

func (names) Outline(governorate string) orb.MultiPolygon {
	return orb.MultiPolygon{{orb.Ring{{36, 33}, {39, 33}, {39, 37}, {36, 37}, {36, 33}}}}
}

func (names) Labels() []geo.Place { return gazetteer[:2] }

func (names) Towns() (out []picture.Town) {
	for _, p := range gazetteer {
		out = append(out, picture.Town{Place: p})
	}
	return out
}

func (names) Region(governorate string) (plate.Region, bool) {
	return plate.Region{NameEn: governorate, Bound: orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{38.5, 36}}}, true
}

func ranked(limit int, wanted func(geo.Place) bool) []geo.Ranked {
	var out []geo.Ranked
	for _, p := range gazetteer {
		if wanted(p) && len(out) < limit {
			out = append(out, geo.Ranked{Place: p, Score: 0.5, Reason: "by name"})
		}
	}
	return out
}

func page() fs.FS {
	return fstest.MapFS{
		"index.html":             {Data: []byte("<!doctype html><title>map</title>")},
		"map-4f9d01ab.js":        {Data: []byte("export const x = 1;" + strings.Repeat(" ", 5000))},
		"map.css":                {Data: []byte("body{}")},
		"fonts/amiri.woff2":      {Data: []byte("wOF2....")},
		"assets/syria.geojson":   {Data: []byte(`{}`)},
		"assets/MAP-QX3F7K2M.js": {Data: []byte("1")},
	}
}

func config(s source, log io.Writer) web.Config {
	return web.Config{Source: s, Page: page(), Plain: static.Plain(), Policy: "default-src 'none'",
		Actors: []timeline.ActorInfo{
			{ID: army, NameEn: "Government", NameAr: "الحكومة", Colour: "#c62828"},
			{ID: state, NameEn: "Islamic State", NameAr: "الدولة", Colour: "#212121"},
		},
		Log: slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))}
}

// serve starts a server on a free port and stops it when the test ends. It
// returns the address to ask.
func serve(t *testing.T, cfg web.Config) string {
	t.Helper()
	address, stop := start(t, cfg)
	t.Cleanup(func() {
		if err := stop(); err != nil {
			t.Errorf("stopped with %v", err)
		}
	})
	return address
}

// start starts a server on a free port. It returns the address to ask, and what stops
// it and says how it ended.
func start(t *testing.T, cfg web.Config) (address string, stop func() error) {
	t.Helper()
	s, err := web.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	return "http://" + l.Addr().String(), func() error {
		cancel()
		return <-done
	}
}

func serveWorld(t *testing.T) string {
	t.Helper()
	return serve(t, config(source{version: "1"}, io.Discard))
}

type response struct {
	status int
	header http.Header
	body   string
}

// ask sends a request; header is a list of names and values.
func ask(t *testing.T, method, url string, header ...string) response {
	t.Helper()
	req, err := http.NewRequest(method, url, nil)
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
	return response{res.StatusCode, res.Header, string(body)}
}

// decoded is the body of a successful answer.
func decoded(t *testing.T, url string) map[string]any {
	t.Helper()
	r := ask(t, "GET", url)
	if r.status != http.StatusOK {
		t.Fatalf("%s: %d %s", url, r.status, r.body)
	}
	var v map[string]any
	if err := json.Unmarshal([]byte(r.body), &v); err != nil {
		t.Fatalf("%s: %v in %s", url, err, r.body)
	}
	return v
}

package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
)

// The benchmarks of this file ask a store of a million claims of 25,000 places.
// FRONTLINE_MILLION names the file that keeps it, and is made if it is not there;
// without it they are skipped. FRONTLINE_HOLDINGS names a table
// place,lon,lat,holder,from,to to make it from, such as the one the PostgreSQL
// peer is loaded with; without it, one like it is drawn.
const (
	millionPlaces = 25_000
	perPlace      = 40
	perReport     = 10
)

// turn is that a place changed hands.
type turn struct {
	place    int
	at       orb.Point
	from, to timeline.Actor
	day      timeline.Day
}

var parties = []timeline.Actor{"syrian_government", "islamic_state", "opposition", "sdf"}

// drawnTurns are turns at places all over the country, from 2011 on.
func drawnTurns() []turn {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a table for a benchmark
	var out []turn
	for place := range millionPlaces {
		at := orb.Point{35.8 + 6*r.Float64(), 32.5 + 4.5*r.Float64()}
		day, held := timeline.Date(2011, 3, 15), timeline.Actor("")
		for range perPlace {
			to := parties[r.IntN(len(parties))]
			for to == held {
				to = parties[r.IntN(len(parties))]
			}
			out = append(out, turn{place + 1, at, held, to, day})
			held, day = to, day+1+timeline.Day(r.IntN(270))
		}
	}
	return out
}

// turnsOf are the turns that a table of holdings tells.
func turnsOf(b *testing.B, file string) []turn {
	f, err := os.Open(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	if _, err := in.Read(); err != nil { // the head line
		b.Fatal(err)
	}
	var out []turn
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			b.Fatal(err)
		}
		place, _ := strconv.Atoi(row[0])
		lon, _ := strconv.ParseFloat(row[1], 64)
		lat, _ := strconv.ParseFloat(row[2], 64)
		day, err := timeline.ParseDay(row[4][:10])
		if err != nil {
			b.Fatal(err)
		}
		x := turn{place, orb.Point{lon, lat}, "", timeline.Actor(row[3]), day}
		if n := len(out); n > 0 && out[n-1].place == place {
			x.from = out[n-1].to
		}
		out = append(out, x)
	}
}

// readingsOf are reports of a few turns each, in the order of their days.
func readingsOf(turns []turn) []timeline.Reading {
	slices.SortStableFunc(turns, func(x, y turn) int { return int(x.day - y.day) })
	var out []timeline.Reading
	for some := range slices.Chunk(turns, perReport) {
		out = append(out, readingOf(some, fmt.Sprintf("report %d\n", len(out))))
	}
	return out
}

func readingOf(turns []turn, head string) timeline.Reading {
	var text strings.Builder
	text.WriteString(head)
	var r timeline.Reading
	for _, x := range turns {
		name, start := fmt.Sprintf("P%d", x.place), text.Len()
		line := fmt.Sprintf("%s took %s from %s on %s", x.to, name, x.from, x.day)
		text.WriteString(line + "\n")
		at := start + strings.Index(line, name)
		r.Places = append(r.Places, timeline.Mention{Surface: name, Start: at, End: at + len(name), Score: 1, Reason: "drawn",
			Place: &geo.Place{ID: "drawn:" + name, NameEn: name, Kind: "village", At: x.at}})
		r.Claims = append(r.Claims, timeline.Claim{Kind: timeline.Captured, Modality: timeline.Asserted, Actor: x.to, From: x.from,
			Extent: timeline.Full, Date: x.day, DateBasis: timeline.Stated, Quote: line, Start: start, End: start + len(line),
			Rule: "drawn", Confidence: 0.9, Place: &timeline.PlaceRef{Surface: name, Named: true, Start: at, End: at + len(name),
				ID: "drawn:" + name, At: &x.at, Score: 1}})
	}
	r.Report = timeline.Report{ID: timeline.ReportID(text.String()), File: "drawn", Source: []string{"SOHR", "SANA", "AP", "Reuters"}[turns[0].place%4],
		Language: "en", Published: turns[len(turns)-1].day, PublishedBasis: timeline.Given, Text: text.String()}
	for i := range r.Claims {
		r.Claims[i].Report = r.Report.ID
		r.Claims[i].Identify()
	}
	return r
}

// million is the path of the store.
func million(b *testing.B) string {
	b.Helper()
	path := os.Getenv("FRONTLINE_MILLION")
	if path == "" {
		b.Skip("FRONTLINE_MILLION names no file")
	}
	if _, err := os.Stat(path); err == nil {
		return path
	}
	turns := drawnTurns()
	if file := os.Getenv("FRONTLINE_HOLDINGS"); file != "" {
		turns = turnsOf(b, file)
	}
	drawnGazetteer(b, path, turns)
	store, err := writeStore(b.Context(), path, io.Discard)
	if err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if _, err := store.AddAll(b.Context(), slices.Values(readingsOf(turns))); err != nil {
		b.Fatal(err)
	}
	b.Logf("made in %s", time.Since(began).Round(time.Second))
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// drawnGazetteer puts the places of the turns into the store's gazetteer.
func drawnGazetteer(b *testing.B, path string, turns []turn) {
	table := filepath.Join(b.TempDir(), "drawn.csv")
	var text strings.Builder
	text.WriteString("id,name_en,lat,lon\n")
	seen := map[int]bool{}
	for _, x := range turns {
		if !seen[x.place] {
			fmt.Fprintf(&text, "P%d,P%d,%f,%f\n", x.place, x.place, x.at.Lat(), x.at.Lon())
			seen[x.place] = true
		}
	}
	if err := os.WriteFile(table, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	var said strings.Builder
	if status := run(b.Context(), []string{"import", "places", table, "--kind", "table", "--source", "drawn", "--db", path},
		streams{strings.NewReader(""), &said, &said}); status != 0 {
		b.Fatal(said.String())
	}
}

// quantiles reports the median and the 95th percentile in milliseconds.
func quantiles(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	ms := func(q float64) float64 { return float64(took[int(q*float64(len(took)-1))].Nanoseconds()) / 1e6 }
	b.ReportMetric(ms(.5), "p50-ms")
	b.ReportMetric(ms(.95), "p95-ms")
}

// resident reports the memory of the process in megabytes.
func resident(b *testing.B) {
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return
	}
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, _ := strconv.ParseFloat(strings.Fields(kb)[0], 64)
			b.ReportMetric(n/1024, "rss-MB")
		}
	}
}

func aDay(r *rand.Rand) timeline.Day { return timeline.Date(2011, 3, 15) + timeline.Day(r.IntN(5400)) }

func BenchmarkMillionFold(b *testing.B) {
	store, err := writeStore(b.Context(), million(b), io.Discard)
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	for b.Loop() {
		if err := store.Refold(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
	resident(b)
}

func BenchmarkMillionLoad(b *testing.B) {
	store, err := readStore(b.Context(), million(b))
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	var a *atlas.Atlas
	for b.Loop() {
		if a, err = loadAtlas(b.Context(), store, "", nil); err != nil {
			b.Fatal(err)
		}
	}
	resident(b)
	runtime.KeepAlive(a)
}

func BenchmarkMillionWho(b *testing.B) {
	store, err := readStore(b.Context(), million(b))
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	whole, err := loadAtlas(b.Context(), store, "", nil)
	if err != nil {
		b.Fatal(err)
	}
	for name, a := range map[string]*atlas.Atlas{"now": whole, "as known on a day, without a source": whole.As(atlas.View{
		KnownAt: timeline.MomentOf(time.Now().Add(time.Hour)), Without: []string{"sana"}})} {
		b.Run(name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // questions for a benchmark
			var took []time.Duration
			for b.Loop() {
				p, _ := a.Place(fmt.Sprintf("drawn:P%d", 1+r.IntN(millionPlaces)))
				began := time.Now()
				if ans, err := a.Who(p, aDay(r)); err != nil || ans.Holder == "" {
					b.Fatal(err)
				}
				took = append(took, time.Since(began))
			}
			quantiles(b, took)
			resident(b)
		})
	}
}

// millionServed is the address of a server of a million holdings.
func millionServed(b *testing.B) string {
	b.Helper()
	store, err := readStore(b.Context(), million(b))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	handler, err := newServer(b.Context(), store, "", logger(io.Discard, false))
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(handler)
	b.Cleanup(server.Close)
	return server.URL
}

func BenchmarkMillionWhoHTTP(b *testing.B) {
	server := millionServed(b)
	r := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // questions for a benchmark
	var took []time.Duration
	for b.Loop() {
		url := fmt.Sprintf("%s/api/who?place=drawn:P%d&day=%s", server, 1+r.IntN(millionPlaces), aDay(r))
		began := time.Now()
		res, err := http.Get(url) //nolint:gosec,noctx // our own server
		if err != nil {
			b.Fatal(err)
		}
		body, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != http.StatusOK {
			b.Fatalf("%s: %d %s %v", url, res.StatusCode, body, err)
		}
		took = append(took, time.Since(began))
	}
	quantiles(b, took)
	resident(b)
}

func BenchmarkMillionIngest(b *testing.B) {
	store, err := writeStore(b.Context(), million(b), io.Discard)
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	places, err := store.Places(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 8)) //nolint:gosec // reports for a benchmark, each new
	var took []time.Duration
	for b.Loop() {
		var turns []turn
		for range perReport {
			p := places[r.IntN(len(places))]
			place, _ := strconv.Atoi(strings.TrimPrefix(p.NameEn, "P"))
			turns = append(turns, turn{place, p.At, parties[0], parties[1], aDay(r)})
		}
		reading := readingOf(turns, fmt.Sprint("news ", r.Uint64(), "\n"))
		began := time.Now()
		if added, err := store.Add(b.Context(), reading); err != nil || !added {
			b.Fatal(added, err)
		}
		took = append(took, time.Since(began))
	}
	quantiles(b, took)
}

// BenchmarkMillionRows asks the table of holdings itself, as the peer is asked.
func BenchmarkMillionRows(b *testing.B) {
	db, err := sql.Open("sqlite3", "file:"+million(b)+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	ask, err := db.PrepareContext(context.Background(), `SELECT holder FROM holdings WHERE place = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1`)
	if err != nil {
		b.Fatal(err)
	}
	defer ask.Close()
	r := rand.New(rand.NewPCG(9, 10)) //nolint:gosec // questions for a benchmark
	var took []time.Duration
	for b.Loop() {
		var holder string
		began := time.Now()
		if err := ask.QueryRowContext(b.Context(), fmt.Sprintf("drawn:P%d", 1+r.IntN(millionPlaces)), aDay(r).String()).Scan(&holder); err != nil && !errors.Is(err, sql.ErrNoRows) {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	quantiles(b, took)
}

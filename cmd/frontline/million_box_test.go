package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"
)

// A box of half a degree on a day, as the PostGIS peer is asked for it: every place in
// it, by whom it was held.
func BenchmarkMillionBoxHTTP(b *testing.B) {
	server := millionServed(b)
	plain := http.Client{Transport: &http.Transport{DisableCompression: true}} // as the load maker of the peer asks
	ask := func(box string, r *rand.Rand) int64 {
		url := fmt.Sprintf("%s/ogc/collections/holdings/items?limit=10000&bbox=%s&datetime=%s&properties=place,holder", server, box, aDay(r))
		res, err := plain.Get(url) //nolint:noctx // our own server
		if err != nil {
			b.Fatal(err)
		}
		n, err := io.Copy(io.Discard, res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != http.StatusOK {
			b.Fatalf("%s: %d %v", url, res.StatusCode, err)
		}
		return n
	}
	r := rand.New(rand.NewPCG(7, 8)) //nolint:gosec // questions for a benchmark
	for lon := 35; lon < 43; lon++ { // folds every place
		ask(fmt.Sprintf("%d,32,%d,38", lon, lon+1), r)
	}
	var took []time.Duration
	var bytes int64
	for b.Loop() {
		west, south := 35.6+float64(r.IntN(631))/100, 32.3+float64(r.IntN(451))/100
		began := time.Now()
		bytes += ask(fmt.Sprintf("%.2f,%.2f,%.2f,%.2f", west, south, west+0.5, south+0.5), r)
		took = append(took, time.Since(began))
	}
	b.ReportMetric(float64(bytes)/float64(len(took)), "B/answer")
	quantiles(b, took)
	resident(b)
}

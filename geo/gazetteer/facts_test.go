package gazetteer_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// facts are the places of a table of who took what, outside the repository.
const facts = "../../../shared/facts/control.tsv"

// fact is a place with its names, its governorate, and where it is.
type fact struct {
	ar, en, admin1 string
	at             orb.Point
}

// knownFacts are the places of the table that have a position.
func knownFacts(t *testing.T) []fact {
	t.Helper()
	raw, err := os.ReadFile(facts)
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want the folder shared beside the checkout where CI=true", err)
	} else if err != nil {
		t.Skipf("no facts beside the checkout: %v", err)
	}
	var out []fact
	for i, row := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		f := strings.Split(row, "\t")
		if i == 0 || f[4] == "" || f[5] == "" {
			continue
		}
		lat, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		lon, err := strconv.ParseFloat(f[5], 64)
		if err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		en, _, _ := strings.Cut(f[1], " (") // what stands in parentheses tells two of a name apart
		out = append(out, fact{f[2], en, f[3], orb.Point{lon, lat}})
	}
	return out
}

// A name and its governorate are enough to know the place by. The table gives
// positions of hills, fields and bases by hand: some lie up to 27 km from those
// of the gazetteer, though the name means one place alone.
func TestFactsAreFound(t *testing.T) {
	const rightKm = 5
	g := shippedGazetteer(t)
	all := knownFacts(t)
	for _, c := range []struct {
		script string
		name   func(fact) string
		floor  float64
	}{
		{"Arabic", func(f fact) string { return f.ar }, 0.945},
		{"Latin", func(f fact) string { return f.en }, 0.94},
	} {
		t.Run(c.script, func(t *testing.T) {
			right := 0
			for _, f := range all {
				ranked, ok := g.Named(c.name(f), f.admin1)
				got := geo.Ranked{}
				if ok {
					got = ranked[0]
				}
				if km := geo.DistanceKm(got.Place.At, f.at); ok && km <= rightKm {
					right++
				} else if ok {
					t.Logf("%s (%s, %s): %.0f km off, %.2f, %s", c.name(f), f.en, f.admin1, km, got.Score, got.Reason)
				} else {
					t.Logf("%s (%s, %s): not put anywhere", c.name(f), f.en, f.admin1)
				}
			}
			if share := float64(right) / float64(len(all)); share < c.floor {
				t.Errorf("%d of %d within %d km, %.3f: want %.2f", right, len(all), rightKm, share, c.floor)
			} else {
				t.Logf("%d of %d within %d km, %.3f", right, len(all), rightKm, share)
			}
		})
	}
}

func shippedGazetteer(tb testing.TB) *gazetteer.Gazetteer {
	tb.Helper()
	f, err := os.Open("../../data/gazetteer/places.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	g, err := gazetteer.Load(f)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

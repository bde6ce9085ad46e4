package partition_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/geo/partition"

	"github.com/paulmach/orb"
)

// shared is where the peers' inputs are made, beside the checkout.
const shared = "../../../shared/bench/gen"

// generated is a folder with the peers' inputs; false where the peers are not there.
func generated(t *testing.T) (string, bool) {
	t.Helper()
	if _, err := os.Stat(shared); err != nil {
		return "", false
	}
	folder := t.TempDir()
	source, err := filepath.Abs(shared)
	if err != nil {
		t.Fatal(err)
	}
	make := exec.CommandContext(t.Context(), "go", "run", ".", "-o", filepath.Join(folder, "data"))
	make.Dir = source
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return folder, true
}

// TestLikePostGIS compares areas by holder and fronts by pair of holders with what
// PostGIS makes of the same places in the same plane; testdata/postgis.sh writes
// what it does.
func TestLikePostGIS(t *testing.T) {
	folder, there := generated(t)
	if !there {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not there", shared)
		}
		t.Skipf("%s is not there", shared)
	}
	rows := postgis(t)
	for _, n := range sizes {
		g, holder := inputs(t, folder, n)
		p, err := partition.NewPlain(g.sites, g.outline)
		if err != nil {
			t.Fatal(err)
		}
		got := map[[2]int]float64{}
		for _, r := range p.Join(holder) {
			got[[2]int{r.Label}] = r.Km2
		}
		for _, b := range p.Borders(holder) {
			got[[2]int{b.Left, b.Right}] += geo.LengthKm(b.Line)
		}
		for _, row := range rows {
			if row.n != n {
				continue
			}
			if have := got[row.of]; !near(have, row.ellipsoid, 1e-3) || row.of[1] > 0 && !near(have, row.sphere, 1e-6) {
				t.Errorf("%d places, holders %v: %.6f, PostGIS %.6f (on the sphere %.6f)", n, row.of, have, row.ellipsoid, row.sphere)
			}
			delete(got, row.of)
		}
		for of, have := range got {
			t.Errorf("%d places: PostGIS has nothing of holders %v, %v here", n, of, have)
		}
	}
}

// measured is what PostGIS makes of n places: km² of a holder, or km between two.
type measured struct {
	n                 int
	of                [2]int // holders; the second is 0 for an area
	ellipsoid, sphere float64
}

func postgis(t *testing.T) []measured {
	t.Helper()
	raw, err := os.ReadFile("testdata/postgis.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []measured
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		var m measured
		m.n, _ = strconv.Atoi(f[0])
		for i := range m.of {
			m.of[i], _ = strconv.Atoi(strings.TrimPrefix(f[1+i], "H"))
		}
		m.ellipsoid, _ = strconv.ParseFloat(f[3], 64)
		m.sphere, _ = strconv.ParseFloat(f[4], 64)
		out = append(out, m)
	}
	if len(out) != 60 {
		t.Fatalf("%d rows: want 15 of each of four sizes", len(out))
	}
	return out
}

// inputs are the places of a folder that the peers' generator filled, the outline,
// and the holder of each place.
func inputs(b testing.TB, folder string, n int) (ground, []int) {
	b.Helper()
	raw, err := os.ReadFile(filepath.Join(shared, "outline.geojson"))
	if err != nil {
		b.Fatal(err)
	}
	var outline struct{ Geometry struct{ Coordinates orb.Polygon } }
	if err := json.Unmarshal(raw, &outline); err != nil {
		b.Fatal(err)
	}
	file, err := os.Open(filepath.Join(folder, "data", fmt.Sprintf("places_%d.csv", n)))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	g := ground{outline: orb.MultiPolygon{outline.Geometry.Coordinates}}
	var holder []int
	for _, row := range rows[1:] {
		lon, _ := strconv.ParseFloat(row[1], 64)
		lat, _ := strconv.ParseFloat(row[2], 64)
		h, err := strconv.Atoi(strings.TrimPrefix(row[3], "H"))
		if err != nil {
			b.Fatal(err)
		}
		g.sites, holder = append(g.sites, orb.Point{lon, lat}), append(holder, h)
	}
	return g, holder
}

// BenchmarkPeers does what the peers in FRONTLINE_PEERS, their gen folder, are
// timed at, on their inputs and in their plane: cells, areas with km² and fronts
// from places in memory, and the same for another day on known cells.
func BenchmarkPeers(b *testing.B) {
	folder := os.Getenv("FRONTLINE_PEERS")
	if folder == "" {
		b.Skip("FRONTLINE_PEERS names no folder")
	}
	for _, n := range sizes {
		g, holder := inputs(b, folder, n)
		draw := func(p *partition.Partition) { p.Join(holder); p.Borders(holder) }
		divide := func() *partition.Partition {
			p, err := partition.NewPlain(g.sites, g.outline)
			if err != nil {
				b.Fatal(err)
			}
			return p
		}
		b.Run(fmt.Sprintf("scratch/%d", n), func(b *testing.B) {
			for b.Loop() {
				draw(divide())
			}
		})
		b.Run(fmt.Sprintf("day/%d", n), func(b *testing.B) {
			p := divide()
			for b.Loop() {
				draw(p)
			}
		})
	}
}

package partition_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"frontline/geo/partition"

	"github.com/paulmach/orb"
)

// inputs are the places and the outline of a folder made by the peers' gen/run.sh,
// and the holder of each place.
func inputs(b *testing.B, folder string, n int) (ground, []int) {
	b.Helper()
	raw, err := os.ReadFile(filepath.Join(folder, "outline.geojson"))
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

// BenchmarkPeers does what the peers of FRONTLINE_PEERS, their gen folder, are
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

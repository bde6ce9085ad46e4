package source_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"frontline/geo/gazetteer/source"
)

// generated is a file of n rows in a format; the seed is fixed.
func generated(tb testing.TB, format string, n int) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), format)
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	out, random := bufio.NewWriter(f), rand.New(rand.NewPCG(1, 2))
	if format == "table" {
		out.WriteString("id,name_ar,name_en,kind,lat,lon,admin1\n")
	}
	for i := range n {
		lat, lon, name := 32+5*random.Float64(), 36+6*random.Float64(), random.IntN(1e6)
		switch format {
		case "dump":
			fmt.Fprintf(out, "%d\tKhirbat %d\tKhirbat %[2]d\tKherbet %[2]d,خربة %[2]d,Хирбат\t%.5f\t%.5f\tP\tPPL\tSY\t\t%02d\t%d\t\t\t0\t\t400\tAsia/Damascus\t2012-01-17\n", i+1, name, lat, lon, 1+i%14, i%62)
		case "alternates":
			fmt.Fprintf(out, "%d\t%d\tar\tخربة %d\t1\t\t\t\t\t\n", i+1, i/2, name)
		case "table":
			fmt.Fprintf(out, "%d,خربة %d,\"Khirbat, %[2]d\",village,%.5f,%.5f,Homs\n", i+1, name, lat, lon)
		case "features":
			fmt.Fprintf(out, `{"type":"Feature","id":"node/%d","properties":{"name":"خربة %d","name:en":"Khirbat %[2]d","place":"village"},"geometry":{"type":"Point","coordinates":[%.5f,%.5f]}}`+"\n", i+1, name, lon, lat)
		}
	}
	if err := out.Flush(); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// heapWhile is the largest heap in use while a file is read, in bytes,
// measured at ten places behind a collection of what is no longer needed.
func heapWhile(t *testing.T, path string, rows int) uint64 {
	t.Helper()
	in, err := source.Open(path, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	most, n := uint64(0), 0
	count := func() {
		if n++; n%(rows/10) == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if in.Content() == source.Alternates {
		for _, err := range in.Alternates() {
			if err != nil {
				t.Fatal(err)
			}
			count()
		}
	} else {
		for _, err := range in.Records() {
			if err != nil {
				t.Fatal(err)
			}
			count()
		}
	}
	if n != rows {
		t.Fatalf("%d rows given: want %d", n, rows)
	}
	return most
}

// With LARGE=1 in the environment it is a million rows.
func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	small, large := 10_000, 100_000
	if os.Getenv("LARGE") != "" {
		small, large = 100_000, 1_000_000
	}
	for _, format := range []string{"dump", "alternates", "table", "features"} {
		few, many := heapWhile(t, generated(t, format, small), small), heapWhile(t, generated(t, format, large), large)
		t.Logf("%s: %d kB for %d rows, %d kB for %d", format, few>>10, small, many>>10, large)
		if many > few+1<<20 {
			t.Errorf("%s: %d kB for %d rows, %d kB for %d: want as much", format, few>>10, small, many>>10, large)
		}
	}
}

func TestProgressEndsAtTheSizeOfTheFile(t *testing.T) {
	plain := generated(t, "dump", 5000)
	text, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"plain": plain, "gz": written(t, "SY.gz", gzipped(t, string(text))), "zip": written(t, "SY.zip", zipped(t, "SY.txt", string(text)))} {
		var read, total int64
		calls := 0
		in := open(t, path, source.Options{Progress: func(r, of int64) {
			if r < read || r > of {
				t.Errorf("%s: %d of %d behind %d", name, r, of, read)
			}
			read, total, calls = r, of, calls+1
		}})
		records(t, in)
		if calls < 2 || total == 0 || read != total {
			t.Errorf("%s: %d of %d at the end, %d calls: want all, in steps", name, read, total, calls)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	const rows = 200_000
	for _, format := range []string{"dump", "alternates", "table", "features"} {
		path := generated(b, format, rows)
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(format, func(b *testing.B) {
			b.SetBytes(info.Size())
			b.ReportAllocs()
			for b.Loop() {
				if n, _, err := outcome(path, source.Options{}); n != rows || err != nil {
					b.Fatal(n, err)
				}
			}
			b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

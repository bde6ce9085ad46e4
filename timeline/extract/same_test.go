package extract_test

import (
	"encoding/json"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract"
)

// writtenOut is the reading and the notes of a report, as JSON.
func writtenOut(t testing.TB, x *extract.Reader, r timeline.Report) string {
	t.Helper()
	reading, notes, err := x.Explain(r)
	if err != nil {
		t.Error(err)
	}
	out, err := json.Marshal(struct {
		timeline.Reading
		Notes any
	}{reading, notes})
	if err != nil {
		t.Error(err)
	}
	return string(out)
}

// TestTheSameWhateverTheOrder: what comes out of a report, to the byte, does
// not depend on what was read before, on the reader, on the processors, or on
// who else reads.
func TestTheSameWhateverTheOrder(t *testing.T) {
	all := samples(t)
	first := reader(t)
	want := make([]string, len(all))
	for i, s := range all {
		want[i] = writtenOut(t, first, s.Report)
	}
	check := func(how string, x *extract.Reader, i int) {
		if got := writtenOut(t, x, all[i].Report); got != want[i] {
			t.Errorf("%s: %s reads otherwise:\n%s\nwant\n%s", how, all[i].name, got, want[i])
		}
	}
	t.Run("backwards, with a new reader", func(t *testing.T) {
		x := reader(t)
		for i := len(all) - 1; i >= 0; i-- {
			check("backwards", x, i)
		}
	})
	t.Run("each by a reader that read nothing before", func(t *testing.T) {
		for i := 0; i < len(all); i += 10 {
			check("alone", reader(t), i)
		}
	})
	t.Run("on one processor", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		for i := range all {
			check("one processor", first, i)
		}
	})
	t.Run("eight at once, each in its own order", func(t *testing.T) {
		x := reader(t)
		var everyone sync.WaitGroup
		for g := range 8 {
			everyone.Go(func() {
				for _, i := range rand.New(rand.NewPCG(uint64(g), 0)).Perm(len(all)) {
					check("at once", x, i)
				}
			})
		}
		everyone.Wait()
	})
}

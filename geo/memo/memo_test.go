package memo_test

import (
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"frontline/geo/memo"
)

func TestMemoGivesWhatMakeMakes(t *testing.T) {
	made := map[string]int{}
	m := memo.New(func(w string) *string { made[w]++; out := w + "!"; return &out })
	for range 3 {
		for _, w := range []string{"", "و", "السخنة", "السخنة"} {
			if got := *m.Get(w); got != w+"!" {
				t.Errorf("%q: %q", w, got)
			}
		}
	}
	for w, n := range made {
		if n != 1 {
			t.Errorf("%q was made %d times: want once", w, n)
		}
	}
}

// Many ask at once, for words that are known and words that are not.
func TestMemoIsSafeForManyAtOnce(t *testing.T) {
	m := memo.New(func(w string) *string { return &w })
	var all sync.WaitGroup
	for g := range 8 {
		all.Go(func() {
			for i := range 5000 {
				if w := strconv.Itoa(i*(g+1)) + "و"; *m.Get(w) != w {
					t.Errorf("%q: %q", w, *m.Get(w))
				}
			}
		})
	}
	all.Wait()
}

// A text of ever new words does not fill the memory: beyond a bound a word is
// made anew each time, and is still right.
func TestMemoIsBounded(t *testing.T) {
	var made atomic.Int64
	m := memo.New(func(w string) *string { made.Add(1); return &w })
	const many = 400_000
	for i := range many {
		m.Get(strconv.Itoa(i))
	}
	for i := range many {
		if w := strconv.Itoa(i); *m.Get(w) != w {
			t.Fatalf("%q: %q", w, *m.Get(w))
		}
	}
	kept := 2*many - made.Load()
	if kept == 0 || kept > many/2 {
		t.Errorf("%d of %d words are kept: want some, and fewer than half", kept, many)
	}
	before := made.Load()
	m.Get("0")
	if made.Load() != before {
		t.Error("the first word is made again: want those first seen to stay")
	}
}

package vocabulary_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"frontline/geo/vocabulary"
)

func TestFindAndBegin(t *testing.T) {
	v := vocabulary.New([]string{"zor", "deir", "سخنه", "dera", "deir", "سخ"})
	if v.Len() != 5 {
		t.Errorf("%d words: want 5", v.Len())
	}
	for _, c := range []struct{ prefix, begin string }{
		{"de", "deir dera"}, {"deir", "deir"}, {"deira", ""}, {"سخ", "سخ سخنه"}, {"a", ""}, {"zz", ""}, {"", "deir dera zor سخ سخنه"},
	} {
		from, to := v.Begin(c.prefix)
		var got []string
		for i := from; i < to; i++ {
			got = append(got, v.Word(i))
		}
		if strings.Join(got, " ") != c.begin {
			t.Errorf("%q: %q: want %q", c.prefix, got, c.begin)
		}
	}
	if i, ok := v.Find("zor"); !ok || v.Word(i) != "zor" {
		t.Errorf("zor: %d, %v", i, ok)
	}
	if _, ok := v.Find("zo"); ok {
		t.Error("zo is found")
	}
}

func TestNear(t *testing.T) {
	v := vocabulary.New([]string{"sukhna", "sukhnah", "sakhna", "tadmur", "السخنه", "سخنه", "سحنه"})
	for _, c := range []struct {
		phenomenon, word string
		edits            int
		near             string
	}{
		{"a letter too few", "sukna", 1, "sukhna"},
		{"a letter too many", "sukkhna", 1, "sukhna"},
		{"another letter", "takhna", 1, "sakhna"},
		{"neighbours swapped", "sukhan", 1, "sukhna"},
		{"two letters", "takhna", 2, "sakhna sukhna"},
		{"the word itself is not near", "tadmur", 2, ""},
		{"letters, not bytes", "سجنه", 1, "سحنه سخنه"},
		{"no edits", "sukna", 0, ""},
		{"more than there are", "tdmr", 9, "tadmur"},
		{"nothing", "", 1, ""},
		{"too long", strings.Repeat("ا", 1000), 2, ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			var got []string
			for _, h := range v.Near(c.word, c.edits, false) {
				got = append(got, v.Word(h.Word))
			}
			if strings.Join(got, " ") != c.near {
				t.Errorf("%q: %q: want %q", c.word, got, c.near)
			}
		})
	}
}

// What Near finds is what counting edits letter by letter finds.
func TestNearCountsEdits(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("abسخ")), 0, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		list, q, edits := rapid.SliceOf(word).Draw(t, "words"), word.Draw(t, "word"), rapid.IntRange(1, 2).Draw(t, "edits")
		v := vocabulary.New(slices.Clone(list))
		alike := rapid.Bool().Draw(t, "alike")
		got := v.Near(q, edits, alike)
		for i := range v.Len() {
			d := distance([]rune(q), []rune(v.Word(i)))
			at := slices.IndexFunc(got, func(h vocabulary.Hit) bool { return h.Word == i })
			same := !alike || q == "" || strings.HasPrefix(v.Word(i), string([]rune(q)[0]))
			if want := d > 0 && d <= edits && same; want != (at >= 0) || want && got[at].Edits != d {
				t.Errorf("%q and %q are %d apart: %+v", q, v.Word(i), d, got)
			}
		}
	})
}

// distance is the optimal string alignment distance.
func distance(a, b []rune) int {
	switch {
	case len(a) == 0:
		return len(b)
	case len(b) == 0:
		return len(a)
	case a[0] == b[0]:
		return distance(a[1:], b[1:])
	}
	d := 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		d = min(d, 1+distance(a[2:], b[2:]))
	}
	return d
}

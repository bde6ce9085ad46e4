package trie_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"frontline/geo/trie"
)

// filled holds phrases, each with itself for its value.
func filled(phrases ...string) *trie.Trie[string] {
	t := trie.New[string]()
	for _, p := range phrases {
		*t.Value(strings.Fields(p)) = &p
	}
	return t
}

// walk goes through the words of a text from the root, and gives the longest
// phrase that begins there.
func walk(t *trie.Trie[string], text string) (longest string) {
	state := trie.State(0)
	for _, w := range strings.Fields(text) {
		if state = t.Next(state, t.Word(w)); state == 0 {
			break
		}
		if v := t.End(state); v != nil {
			longest = *v
		}
	}
	return longest
}

func TestWalk(t *testing.T) {
	phrases := filled("دير", "دير الزور", "مطار دير الزور العسكري", "تل أبيض", "أبيض تل")
	for _, c := range []struct{ how, text, want string }{
		{"one word", "دير", "دير"},
		{"the longest of two", "دير الزور العسكري", "دير الزور"},
		{"a short one where the long one breaks off", "دير بعيد", "دير"},
		{"nothing where only the beginning is there", "مطار دير الزور", ""},
		{"all of four", "مطار دير الزور العسكري ومحيطه", "مطار دير الزور العسكري"},
		{"the order counts", "أبيض تل أبيض", "أبيض تل"},
		{"a word of a phrase does not begin one", "الزور", ""},
		{"a word no phrase has", "حلب", ""},
		{"the empty word", "", ""},
	} {
		t.Run(c.how, func(t *testing.T) {
			if got := walk(phrases, c.text); got != c.want {
				t.Errorf("%q: %q: want %q", c.text, got, c.want)
			}
		})
	}
}

func TestOpenSaysWhereAPhraseGoesOn(t *testing.T) {
	p := filled("دير", "دير الزور")
	first := p.Next(0, p.Word("دير"))
	second := p.Next(first, p.Word("الزور"))
	if !p.Open(0) || !p.Open(first) || p.Open(second) {
		t.Errorf("open at the root %v, after one word %v, after two %v: want true, true, false", p.Open(0), p.Open(first), p.Open(second))
	}
	empty := trie.New[string]()
	if empty.Open(0) || empty.End(0) != nil || empty.Get([]string{"دير"}) != nil {
		t.Error("an empty trie has a phrase")
	}
}

func TestValueIsKept(t *testing.T) {
	p := trie.New[int]()
	words := strings.Fields("دير الزور")
	if *p.Value(words) != nil {
		t.Error("a new phrase has a value")
	}
	one, two := 1, 2
	*p.Value(words) = &one
	*p.Value(words[:1]) = &two
	if got := p.Get(words); got != &one {
		t.Errorf("%v: want the value that was put there", got)
	}
	if got := p.Get(words[:1]); got != &two {
		t.Errorf("%v: want the value of the phrase inside", got)
	}
	if p.Get(words[1:]) != nil || p.Get(nil) != nil {
		t.Error("a phrase that was not put in has a value")
	}
	*p.Value(nil) = &one
	if p.Get(nil) != nil || p.End(0) != nil {
		t.Error("a phrase without words has a value")
	}
}

// Whatever phrases are put in, each is found with its own value, and no other.
func TestTrieIsAMapOfPhrases(t *testing.T) {
	word := rapid.SampledFrom([]string{"ا", "ب", "ج", "د"})
	phrase := rapid.SliceOfN(word, 1, 4)
	rapid.Check(t, func(t *rapid.T) {
		want := map[string]int{}
		p := trie.New[int]()
		for i, words := range rapid.SliceOf(phrase).Draw(t, "phrases") {
			want[strings.Join(words, " ")] = i
			*p.Value(words) = &i
		}
		asked := phrase.Draw(t, "asked")
		got := p.Get(asked)
		if i, there := want[strings.Join(asked, " ")]; there != (got != nil) || there && *got != i {
			t.Fatalf("%q of %q: %v", asked, slices.Sorted(maps.Keys(want)), got)
		}
	})
}

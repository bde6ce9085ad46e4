package gazetteer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"frontline/geo/gazetteer"
)

func TestRespellings(t *testing.T) {
	g := load(t,
		"raqqa, الرقة, Raqqa, , , city, 35.95, 39.01, Raqqa",
		"jubbayn, الجبين, Jubbayn, , , village, 35.31, 36.50, Hama",
		"qadisiyah, القادسية, al-Qadisiyah, , , village, 35.80, 38.90, Raqqa",
		"bulbul, بلبل, Bulbul, , , town, 36.80, 36.80, Aleppo",
		"akbas, ميدان إكبس, Maydan Ikbis, , Meidan Ekbes, village, 36.82, 36.68, Aleppo")
	for _, c := range []struct{ phenomenon, name, want string }{
		{"a letter doubled or not", "Raqa", "raqqa"},
		{"other vowels", "Al-Jibbin", "jubbayn"},
		{"another ending", "Qadisiya", "qadisiyah"},
		{"by an alternate name", "Maydan Akbas", "akbas"},
		{"the other script", "جبين", "jubbayn"},
		{"other consonants", "Bulmur", ""},
		{"a word too few", "Maydan", ""},
		{"no letters", "«»", ""},
		{"nothing", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			var got []string
			for _, r := range g.Respellings(c.name) {
				got = append(got, r.ID)
				if r.Likeness <= 0 || r.Likeness > 1 || r.Name == "" {
					t.Errorf("%s: likeness %v of %q", r.ID, r.Likeness, r.Name)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%q respells %q: want %q", c.name, got, c.want)
			}
		})
	}
}

// A respelling is put less surely than the name itself, and says whose it is.
func TestRespellingsAreLessSure(t *testing.T) {
	g := load(t, "jubbayn, الجبين, Jubbayn, , , village, 35.31, 36.50, Hama")
	place := func(name string) (score float64, reason string) {
		h := gazetteer.Hints{Surface: name}
		entries := g.Lookup(name)
		if len(entries) == 0 {
			h.Respelt = g.Respellings(name)
			entries = []*gazetteer.Entry{h.Respelt[0].Entry}
		}
		ranked, _ := gazetteer.Learned().Resolve(entries, h)
		return ranked[0].Score, ranked[0].Reason
	}
	own, _ := place("Jubbayn")
	other, why := place("Jibbin")
	if other >= own || !strings.HasPrefix(why, "another transliteration of ") {
		t.Errorf("%v for its name, %v for another: %s", own, other, why)
	}
}

// Whatever is said of a name, scores are shares of what it can mean.
func TestScoresAreShares(t *testing.T) {
	g := homonyms(t)
	kinds := []string{"village", "town", "hill", "governorate", "neighbourhood", "airbase"}
	rapid.Check(t, func(t *rapid.T) {
		h := gazetteer.Hints{Surface: rapid.SampledFrom([]string{"", "المزرعة", "Mazraa"}).Draw(t, "surface"),
			Kinds:   rapid.SliceOfN(rapid.SampledFrom(kinds), 0, 3).Draw(t, "kinds"),
			Admin1:  rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Homs", "Hama", "Idlib"}), 0, 3, rapid.ID).Draw(t, "admin1"),
			Unknown: rapid.Float64Range(0, 1).Draw(t, "unknown")}
		if len(h.Kinds) == 0 {
			h.Kinds = nil
		}
		for i := range rapid.IntRange(0, 4).Draw(t, "neighbours") {
			at := g.All()[rapid.IntRange(0, g.Len()-1).Draw(t, fmt.Sprint("neighbour ", i))].At
			h.Near = append(h.Near, gazetteer.Neighbour{At: at, Weight: rapid.Float64Range(0, 1).Draw(t, "weight")})
		}
		entries := slices.Clone(g.All())
		sum := 0.0
		for _, s := range gazetteer.Learned().Score(nil, entries, h) {
			if sum += s; s < 0 || s > 1 {
				t.Fatalf("a score of %v", s)
			}
		}
		if sum > 1+1e-9 {
			t.Fatalf("scores add up to %v", sum)
		}
		ranked, ok := gazetteer.Learned().Resolve(entries, h)
		slices.Reverse(entries)
		again, okAgain := gazetteer.Learned().Resolve(entries, h)
		if ok != okAgain || ok && ranked[0].Place.ID != again[0].Place.ID && ranked[0].Score != again[0].Score {
			t.Fatalf("%v of %s in one order, %v of %s in the other", ok, ranked[0].Place.ID, okAgain, again[0].Place.ID)
		}
	})
}

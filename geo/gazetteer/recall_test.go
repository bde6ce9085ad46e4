package gazetteer_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// rows are the rows of a table, without its head, by their columns.
func rows(tb testing.TB, path string) [][]string {
	tb.Helper()
	table, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	var out [][]string
	for _, row := range strings.Split(strings.TrimSpace(string(table)), "\n")[1:] {
		out = append(out, strings.Split(row, "\t"))
	}
	return out
}

const shippedPath = "../../data/gazetteer/places.tsv"

// shipped is the table that ships, changed row by row where change is given;
// one that it makes nil is left out.
func shipped(tb testing.TB, change func(f []string) []string) *gazetteer.Gazetteer {
	tb.Helper()
	lines := []string{head}
	for _, f := range rows(tb, shippedPath) {
		if change != nil {
			f = change(f)
		}
		if f != nil {
			lines = append(lines, strings.Join(f, "\t"))
		}
	}
	return loaded(tb, strings.Join(lines, "\n")+"\n")
}

func namesOf(e *gazetteer.Entry) []string {
	return slices.DeleteFunc(slices.Concat([]string{e.NameAr, e.NameEn}, e.AltAr, e.AltEn), func(n string) bool { return n == "" })
}

func finds(ranked []geo.Ranked, id string) bool {
	return slices.ContainsFunc(ranked, func(r geo.Ranked) bool { return r.Place.ID == id })
}

// share is how many of those asked for are found, first and at all.
type share struct{ asked, first, some int }

func (s *share) count(ranked []geo.Ranked, id string) {
	s.asked++
	if len(ranked) > 0 && ranked[0].Place.ID == id {
		s.first++
	}
	if finds(ranked, id) {
		s.some++
	}
}

// atLeast fails where less is found than has been.
func (s *share) atLeast(t *testing.T, first, some float64) {
	t.Helper()
	f, o := float64(s.first)/float64(s.asked), float64(s.some)/float64(s.asked)
	t.Logf("of %d asked for, %.3f first, %.3f among the first five", s.asked, f, o)
	if f < first || o < some {
		t.Errorf("%.3f first, %.3f among the first five: want %.3f and %.3f", f, o, first, some)
	}
}

// Places that ship, by each of their names with a typing error: a letter left
// out, added, changed, or swapped with the next one. Many share their names with
// others, which then come first as well.
func TestShareFoundByTypingErrors(t *testing.T) {
	g, random := shipped(t, nil), rand.New(rand.NewPCG(1, 2))
	var s share
	for _, e := range g.All() {
		for _, n := range namesOf(e) {
			if utf8.RuneCountInString(gazetteer.LatinKey(n)) >= 5 && random.IntN(4) == 0 {
				s.count(g.Search(mistyped(random, n), 5), e.ID)
			}
		}
	}
	s.atLeast(t, 0.80, 0.93)
}

func mistyped(random *rand.Rand, name string) string {
	w := []rune(name)
	i := random.IntN(len(w))
	for !unicode.IsLetter(w[i]) {
		i = random.IntN(len(w))
	}
	letters := []rune("abdefghiklmnorstuwyz")
	if w[i] > unicode.MaxLatin1 {
		letters = []rune("ابتجحخدرزسشصطعفقكلمنهوي")
	}
	l := letters[random.IntN(len(letters))]
	switch random.IntN(4) {
	case 0:
		return string(slices.Delete(w, i, i+1))
	case 1:
		return string(slices.Insert(w, i, l))
	case 2:
		if i+1 < len(w) {
			w[i], w[i+1] = w[i+1], w[i]
			return string(w)
		}
	}
	w[i] = l
	return string(w)
}

// Places that ship, by their other names in Latin script, and by their name in
// the script that is taken from the table. Some of these are other names, not
// other spellings.
func TestShareFoundByTransliteration(t *testing.T) {
	const ar, en, altAr, altEn = 1, 2, 3, 4
	table := rows(t, shippedPath)
	for _, c := range []struct {
		phenomenon  string
		kept        []int
		typed       int
		first, some float64
	}{
		{"Latin alternates, by the main names", []int{ar, en}, altEn, 0.77, 0.90},
		{"Arabic alternates, by the main names", []int{ar, en}, altAr, 0.63, 0.79},
		{"Latin, by the Arabic name alone", []int{ar}, en, 0.81, 0.92},
		{"Arabic, by the Latin name alone", []int{en}, ar, 0.81, 0.92},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			g := shipped(t, func(f []string) []string {
				f = slices.Clone(f)
				for _, column := range []int{ar, en, altAr, altEn} {
					if !slices.Contains(c.kept, column) {
						f[column] = ""
					}
				}
				if f[ar] == "" && f[en] == "" {
					return nil
				}
				return f
			})
			var s share
			for i, f := range table {
				if i%3 > 0 || f[c.typed] == "" || len(c.kept) == 1 && f[c.kept[0]] == "" {
					continue
				}
				for n := range strings.SplitSeq(f[c.typed], "|") {
					s.count(g.Search(n, 5), f[0])
				}
			}
			s.atLeast(t, c.first, c.some)
		})
	}
}

// The places of a history that others have written, by their name and their
// governorate.
func TestPlacesOfAHistoryAreFound(t *testing.T) {
	const path = "../../../shared/facts/control.tsv"
	if _, err := os.Stat(path); err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want the folder shared beside the checkout where CI=true", err)
	} else if err != nil {
		t.Skipf("the facts lie beside the repository, and not here: %v", err)
	}
	const en, ar, governorate, lat, lon = 1, 2, 3, 4, 5
	g := shipped(t, nil)
	for _, c := range []struct {
		script string
		column int
		least  float64
	}{{"English", en, 0.945}, {"Arabic", ar, 0.95}} {
		t.Run(c.script, func(t *testing.T) {
			var asked, right int
			for _, f := range rows(t, path) {
				if f[lat] == "" {
					continue
				}
				at, err := geo.ParseLonLat(f[lon] + "," + f[lat])
				if err != nil {
					t.Fatal(err)
				}
				asked++
				got := g.Search(f[c.column]+" "+f[governorate], 1)
				if len(got) == 1 && geo.DistanceKm(got[0].Place.At, at) <= 5 {
					right++
				} else {
					t.Logf("%s, %s: %s", f[c.column], f[governorate], describe(got, at))
				}
			}
			got := float64(right) / float64(asked)
			t.Logf("%.3f of %d within 5 km", got, asked)
			if got < c.least {
				t.Errorf("%.3f of %d within 5 km: want %.2f", got, asked, c.least)
			}
		})
	}
}

func describe(ranked []geo.Ranked, at orb.Point) string {
	if len(ranked) == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%s, %s km off, %s", ranked[0].Place.ID, strconv.FormatFloat(geo.DistanceKm(ranked[0].Place.At, at), 'f', 1, 64), ranked[0].Reason)
}

// A name finds its place by each of its spellings.
func TestSpellingsOfANameFindItsPlace(t *testing.T) {
	g := shipped(t, nil)
	all := g.All()
	rapid.Check(t, func(t *rapid.T) {
		e := all[rapid.IntRange(0, len(all)-1).Draw(t, "place")]
		name := rapid.SampledFrom(namesOf(e)).Draw(t, "name")
		asked := rapid.SampledFrom(spellings(name)).Draw(t, "asked")
		if got := g.Search(asked, 100); !finds(got, e.ID) {
			t.Fatalf("%q, for %q, finds %s: want %s too", asked, name, rankedIDs(got), e.ID)
		}
	})
}

// doubled ends with a letter that can be doubled: of a word, not of its article.
var doubled = regexp.MustCompile(`[a-z]{3}[bdfklmnrsz]`)

// spellings are other ways to write a name: with or without article, with a
// letter doubled, in capitals, with tatweel.
func spellings(name string) []string {
	out := []string{name, strings.ToUpper(name), " " + name + " "}
	words := strings.Fields(name)
	if r, n := utf8.DecodeRuneInString(name); unicode.Is(unicode.Arabic, r) {
		out = append(out, "ال"+strings.TrimPrefix(name, "ال"), strings.TrimPrefix(name, "ال"), name[:n]+"ـ"+name[n:])
	} else if unicode.IsLetter(r) {
		out = append(out, "al-"+name, strings.TrimPrefix(name, "al-"))
		if i := doubled.FindStringIndex(name); i != nil {
			out = append(out, name[:i[1]]+name[i[1]-1:])
		}
	}
	if slices.Reverse(words); len(words) == 2 && len(words[0]) > 4 {
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// What is found does not depend on the order of the table.
func TestSearchDoesNotDependOnTheOrderOfEntries(t *testing.T) {
	table := rows(t, shippedPath)[:400]
	lines := func(order []int) string {
		var b strings.Builder
		b.WriteString(head + "\n")
		for _, i := range order {
			b.WriteString(strings.Join(table[i], "\t") + "\n")
		}
		return b.String()
	}
	order := make([]int, len(table))
	for i := range order {
		order[i] = i
	}
	g := loaded(t, lines(order))
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	shuffled := loaded(t, lines(order))
	for _, q := range []string{"a", "م", "homs", "deir", "تل", "sukhna", "Tel Abyd", "الميادين دير الزور", "district", "zor deir", "rural homs east"} {
		if a, b := g.Search(q, 20), shuffled.Search(q, 20); !slices.Equal(a, b) {
			t.Errorf("%q: %+v: then %+v", q, a, b)
		}
	}
}

// The index is made once, by whoever comes first.
func TestSearchingAtOnce(t *testing.T) {
	g := shipped(t, nil)
	want := rankedIDs(shipped(t, nil).Search("Soukhneh", 5))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := rankedIDs(g.Search("Soukhneh", 5)); got != want || got == "" {
				t.Errorf("%s: want %s", got, want)
			}
		})
	}
	all.Wait()
}

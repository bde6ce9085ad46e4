package gazetteer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"frontline/geo"
	"frontline/geo/arabic"
)

// LatinKey folds a name in Latin script: lower case, no diacritics, no
// apostrophes; hyphens and articles (al, el, ad, ash …) before a word go, so
// that "al-Sukhnah", "as-Sukhnah" and "Sukhnah" meet.
func LatinKey(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Lm, r): // ʿ and ʾ
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '-' || unicode.IsSpace(r):
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	kept := words[:0]
	for i, w := range words {
		if i == len(words)-1 || !latinArticle(w, words[i+1]) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// latinArticle says whether w is an article before next: al, el, the, or with
// its l become the sun letter that next begins with (ash-Shaddadi, ez-Zor).
func latinArticle(w, next string) bool {
	switch w {
	case "al", "el", "the":
		return true
	case "at", "et", "ad", "ed", "ar", "er", "az", "ez", "as", "es", "an", "en", "ash", "esh", "ath", "adh":
		return strings.HasPrefix(next, w[1:])
	}
	return false
}

// Search ranks the places whose name in either script is, begins with, or
// contains the words of q, at most limit of them; larger places come first
// among equals. An empty q gives none.
func (g *Gazetteer) Search(q string, limit int) []geo.Ranked {
	ar, latin := arabic.Key(q), LatinKey(q)
	if latin == "" {
		return nil
	}
	var out []geo.Ranked
	for i := range g.entries {
		e := &g.entries[i]
		score, name := bestName(e, ar, latin)
		if score == 0 {
			continue
		}
		out = append(out, geo.Ranked{Place: e.Place, Score: min(1, score+prominence[e.Kind]/10), Reason: matchReason(score, name)})
	}
	slices.SortStableFunc(out, func(a, b geo.Ranked) int { return cmp.Compare(b.Score, a.Score) })
	return out[:min(limit, len(out))]
}

// Scores of how a query meets a name.
const (
	wholeName  = 0.95
	nameBegins = 0.75
	wordBegins = 0.55
)

func matchReason(score float64, name string) string {
	switch score {
	case wholeName:
		return "name " + name
	case nameBegins:
		return "name begins so: " + name
	}
	return "a word of the name begins so: " + name
}

func bestName(e *Entry, ar, latin string) (best float64, name string) {
	try := func(key, q, n string) {
		if s := meet(key, q); s > best {
			best, name = s, n
		}
	}
	for _, n := range append([]string{e.NameAr}, e.AltAr...) {
		try(arabic.Key(n), ar, n)
	}
	for _, n := range append([]string{e.NameEn}, e.AltEn...) {
		try(LatinKey(n), latin, n)
	}
	return best, name
}

func meet(key, q string) float64 {
	switch {
	case q == "" || key == "":
		return 0
	case key == q:
		return wholeName
	case strings.HasPrefix(key, q):
		return nameBegins
	case strings.Contains(key, " "+q):
		return wordBegins
	}
	return 0
}

// Named ranks the places that a person who types this name can mean: all that
// bear it, the one of the greatest standing first. sure says whether that one
// stands out. An id names its place alone.
func (g *Gazetteer) Named(name string) (ranked []geo.Ranked, sure bool) {
	if p, ok := g.Get(name); ok {
		return []geo.Ranked{{Place: p, Score: 1, Reason: "by its id"}}, true
	}
	return Learned().Resolve(g.Lookup(name), Hints{Surface: name})
}

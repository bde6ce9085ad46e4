package en

import (
	"strings"

	"frontline/timeline/extract/words"
)

// addVerb enters the forms of a verb and the nouns that tell the same. Of a
// verb of several words the first is inflected: take over, took over.
func (l *lexicon) addVerb(f []string) error {
	if err := words.Among("sense", f[4], senses); err != nil {
		return err
	}
	e := entry{role: "verb", value: f[4], object: strings.Fields(f[5])}
	head, rest, _ := strings.Cut(f[0], " ")
	if rest != "" {
		rest = " " + rest
	}
	pastForm, participleForm := f[1], f[2]
	if pastForm == "" {
		pastForm = withEnd(head, "ed") + rest
	}
	if participleForm == "" {
		participleForm = pastForm
	}
	stem := gerundStem(head, pastForm)
	l.addForm(f[0], e, base)
	l.addForm(thirdOf(head)+rest, e, third)
	l.addForm(pastForm, e, past)
	for p := range strings.SplitSeq(participleForm, "|") {
		l.addForm(p, e, participle)
	}
	l.addForm(stem+"ing"+rest, e, gerund)
	for n := range strings.SplitSeq(f[3], "|") {
		if n != "" {
			l.addForm(n, e, noun)
		}
	}
	return nil
}

func (l *lexicon) addForm(phrase string, e entry, f form) {
	e.form = f
	l.add(phrase, e)
}

func thirdOf(v string) string {
	switch {
	case v == "have":
		return "has"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), v == "go", v == "do":
		return v + "es"
	case consonantY(v):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

func consonantY(v string) bool {
	return len(v) > 2 && strings.HasSuffix(v, "y") && !strings.ContainsRune("aeiou", rune(v[len(v)-2]))
}

// withEnd adds -ed to a regular verb: seize, seized; deny, denied; trap, trapped.
func withEnd(v, end string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + strings.TrimPrefix(end, "e")
	case consonantY(v):
		return v[:len(v)-1] + "i" + end
	}
	return v + end
}

// gerundStem is what -ing is added to: cut, cutt-; seize, seiz-; repel, as its
// past is repelled, repell-.
func gerundStem(v, past string) string {
	first, _, _ := strings.Cut(past, " ")
	last := v[len(v)-1:]
	switch {
	case first == v+last+"ed":
		return v + last
	case strings.HasSuffix(v, "ie"):
		return strings.TrimSuffix(v, "ie") + "y"
	case strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee"):
		return strings.TrimSuffix(v, "e")
	case len(v) > 2 && !strings.HasSuffix(first, "ed") && short(v):
		return v + last
	}
	return v
}

// short says whether a verb is of one syllable with a short vowel before its
// last consonant: cut, get, run.
func short(v string) bool {
	vowel := func(i int) bool { return strings.ContainsRune("aeiou", rune(v[i])) }
	vowels := 0
	for i := range v {
		if vowel(i) {
			vowels++
		}
	}
	n := len(v)
	return vowels == 1 && vowel(n-2) && !vowel(n-1) && !strings.ContainsRune("wxy", rune(v[n-1]))
}

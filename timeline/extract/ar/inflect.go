package ar

import (
	"strings"

	"frontline/timeline/extract/words"
)

// pronouns that are written onto a word, with what they agree with.
var pronouns = []struct {
	form  string
	agree byte
}{{"ها", 'f'}, {"هما", 'd'}, {"هم", 'p'}, {"ه", 'm'}}

// addVerb enters the third-person forms of a verb: past, present, future with
// س, and verbal nouns, each with and without a pronoun at its end.
func (l *lexicon) addVerb(f []string) error {
	if err := words.Among("sense", f[3], senses); err != nil {
		return err
	}
	e := entry{role: "verb", value: f[3], object: f[4]}
	// Nouns first: استعادة folds like استعاد with a pronoun, and is far more common.
	for n := range strings.SplitSeq(f[2], "|") {
		if n != "" {
			l.addNoun(n, e)
		}
	}
	if f[1] != "" {
		l.addPresent(f[1], e)
	}
	if f[0] != "-" { // only verbal nouns
		l.addPast(f[0], e)
	}
	return nil
}

// takesPronoun says whether a finite form of the verb can have a pronoun for
// its object: not one that takes its object behind a preposition.
func (e entry) takesPronoun() bool {
	return e.form == noun || e.object == "direct" || e.object == "suffix" || e.value == "reach" || e.value == "enter" || e.value == "expel" || e.value == "compel" || e.value == "besiege"
}

// addPast: a weak last letter (ى, or the ا of غدا, دعا) goes before the endings.
func (l *lexicon) addPast(stem string, e entry) {
	e.form = past
	base, weak := strings.CutSuffix(stem, "ى")
	if !weak && strings.HasSuffix(stem, "ا") {
		base, weak = strings.TrimSuffix(stem, "ا"), true
	}
	dual, joint := base+"ا", base
	if weak {
		dual, joint = base+"يا", base+"ا" // أخلى، أخلاها
	}
	many := strings.TrimSuffix(base, "ي") // لقي, لقوا
	for _, x := range []struct {
		form, joint string // joint: how it looks before a pronoun
		agree       byte
	}{{stem, joint, 'm'}, {base + "ت", base + "ت", 'f'}, {many + "وا", many + "و", 'p'}, {dual, dual, 'd'}, {base + "تا", base + "تا", 'd'}} {
		e.agree = x.agree
		l.withPronouns(x.form, x.joint, e)
	}
}

func (l *lexicon) addPresent(stem string, e entry) {
	e.form = present
	rest := strings.TrimPrefix(stem, "ي")
	base := strings.TrimRight(rest, "يى")
	for _, x := range []struct {
		form  string
		agree byte
	}{{"ي" + rest, 'm'}, {"ت" + rest, 'f'}, {"ي" + base + "ون", 'p'}, {"ي" + base + "وا", 'p'}, {"ي" + rest + "ان", 'd'}, {"ت" + rest + "ان", 'd'}} {
		e.agree, e.future = x.agree, false
		l.withPronouns(x.form, x.form, e)
		e.future = true
		l.withPronouns("س"+x.form, "س"+x.form, e)
	}
}

func (l *lexicon) addNoun(n string, e entry) {
	e.form = noun
	joint := n
	if base, ok := strings.CutSuffix(n, "ة"); ok {
		joint = base + "ت"
	} else {
		l.add(n+"ا", e)
	}
	l.withPronouns(n, joint, e)
	if base, ok := strings.CutSuffix(n, "اء"); ok { // the seat of a hamza turns with the case: استيلاؤه، استيلائه
		l.withPronouns(n, base+"ائ", e)
		l.withPronouns(n, base+"اؤ", e)
	}
	l.add("ال"+n, e)
}

func (l *lexicon) withPronouns(form, joint string, e entry) {
	l.add(form, e)
	if !e.takesPronoun() {
		return
	}
	for _, p := range pronouns {
		e.suffix = p.agree
		l.add(joint+p.form, e)
	}
}

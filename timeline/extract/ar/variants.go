package ar

import (
	"slices"

	"frontline/geo/arabic"
)

// mostVariants is how many long names of a text are looked at for short ones:
// more than any report has.
const mostVariants = 40

// variants finds, of the names of bases, fields, camps and roads, those that
// are short for one that the text also gives in full: "Yarmouk" for "Yarmouk
// camp", "Tiyas airport" for "Tiyas military airport". They are one place.
func (d *document) variants() {
	for i, found := 0, 0; i < len(d.nodes) && found < mostVariants; i++ {
		if n := &d.nodes[i]; n.role == rolePlace && n.last > n.first && n.full == nil && facilityHead(n.text) {
			found++
			d.shorter(n)
		}
	}
}

// shorter tells the names that are short for n so.
func (d *document) shorter(n *node) {
	long := d.tokens[n.first : n.last+1]
	for i := range d.nodes {
		s := &d.nodes[i]
		if s.role != rolePlace || s.full != nil || s.last-s.first >= n.last-n.first || s.region {
			continue
		}
		short := d.tokens[s.first : s.last+1]
		if begins(long, short) && s.text == n.text && describesFacility(long[len(short)].Text) || ends(long, short) && d.same(s, n) {
			s.full = n
			if d.short == nil {
				d.short = map[string]string{}
			}
			d.short[arabic.Key(s.surface(d.text))] = arabic.Key(n.surface(d.text))
		}
	}
}

// key folds a name of the text, the short and the full one of a place alike.
func (d *document) key(surface string) string {
	k := arabic.Key(surface)
	if full, ok := d.short[k]; ok {
		return full
	}
	return k
}

// same says whether the name s, with which the longer n ends, can be of the same
// place: not of a village beside the base that is called after it.
func (d *document) same(s, n *node) bool {
	switch {
	case n.last-n.first != s.last-s.first+1:
		return false
	case len(s.places) == 0:
		return s.class == nil || s.class.value != "village" && s.class.value != "town"
	case shareAny(s.places, n.places):
		return true
	}
	return s.class != nil && n.class != nil && s.class.value == n.class.value
}

// begins compares all but the first words, which are told apart by the caller.
func begins(long, short []token) bool {
	return len(short) > 1 && slices.EqualFunc(long[1:len(short)], short[1:], sameWord)
}

func ends(long, short []token) bool {
	return slices.EqualFunc(long[len(long)-len(short):], short, sameWord)
}

// sameWord compares two words of names without what clitics leave of them.
func sameWord(a, b token) bool {
	return a.Text == b.Text || b.word != nil && slices.ContainsFunc(b.readings, func(r reading) bool { return r.text == a.Text })
}

// facilityHead says whether a name that begins with the folded word is one of a
// base, a field, a camp, a height, a river or a road.
func facilityHead(word string) bool {
	switch word {
	case "مطار", "حقل", "مخيم", "معسكر", "نهر", "جبل", "جبال", "تلال", "حاجز", "طريق", "محطه", "معمل", "قاعده", "سجن":
		return true
	}
	return false
}

// describesFacility says whether a word, or a dash, behind the name of a
// facility only makes it longer.
func describesFacility(word string) bool {
	switch word {
	case "العسكري", "الحربي", "النفطي", "النفطيه", "للغاز", "الغازي", "الدولي", "المدني", "المركزي", "-", "–", "—":
		return true
	}
	return false
}

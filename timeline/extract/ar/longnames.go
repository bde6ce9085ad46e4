package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// ends says whether what follows node i can stand behind the object of a verb:
// not a word that would make it a description of something else.
func (w *namer) ends(i int) bool {
	if i+1 >= len(w.in) {
		return true
	}
	switch n := &w.in[i+1]; n.role {
	case roleWord, "actor", "own", "members", roleNum, "nation", "unit":
		return n.conj || n.role == roleWord && (hasConj(n.text) || ofDay(n.text))
	case "common":
		return strings.HasPrefix(n.text, arabic.Article)
	}
	return true
}

// second says whether the word behind the known name at node i, which stands
// behind a class noun, is the rest of a longer one: معرسة الخان.
func (w *namer) second(i int) bool {
	if i+1 >= len(w.in) || w.in[i+1].role != roleWord && w.in[i+1].role != rolePlace || w.in[i+1].first != w.in[i].last+1 || w.in[i+1].conj || w.in[i+1].prep != "" {
		return false
	}
	word := w.in[i+1].text
	if !strings.HasPrefix(word, arabic.Article) || strings.HasPrefix(w.in[i].text, arabic.Article) {
		return false
	}
	if w.in[i+1].role == rolePlace {
		return true
	}
	if w.joins(i+2) && w.class != nil && w.class.number != 's' {
		return true // in the middle of a list nothing is described
	}
	for _, end := range []string{"ه", "ي", "ين", "ون", "ات"} {
		if strings.HasSuffix(word, end) {
			return false
		}
	}
	return true
}

// sized says whether a word of size that tells it from another follows the
// known name at node i: تل الأحمر الصغير.
func (w *namer) sized(i int) bool {
	if i+1 >= len(w.in) || w.in[i+1].first != w.in[i].last+1 || w.in[i+1].conj {
		return false
	}
	switch strings.TrimSuffix(arabic.Bare(w.in[i+1].text), "ه") {
	case "صغير", "كبير", "تحتاني", "فوقاني", "وسطاني", "سفلي", "عليا":
		return true
	case "نفطي", "عسكري": // حقل الجبسة النفطي
		return w.in[i].first != w.in[i].last && (facilityHead(w.in[i].text) || w.in[i].fits([]string{"oil_field", "airbase", "base"}))
	case "شرقي", "غربي", "شمالي", "جنوبي": // not "the east country of X", nor "A, east of B"
		if k := i + 2; k < len(w.in) && (w.in[k].role == rolePlace || w.in[k].role == "class" || locating(w.in[k].role)) && !w.in[k].conj {
			return false
		}
		if next := w.in[i+1].text; !w.after("class") && strings.HasPrefix(w.in[i].text, arabic.Article) && strings.HasPrefix(next, arabic.Article) && strings.HasSuffix(next, "ه") && settled(&w.in[i]) && !w.in[i].fits([]string{"city", "governorate"}) {
			return w.after(rolePlace) && w.in[i].conj || w.after("verb") || w.after("actor") || w.after("prep") // الغارية الشرقية, but not "the eastern quarters of A"
		}
		return w.class != nil && settlement(w.class.value) && w.class.value != "governorate" && w.class.value != "area" && !(w.class.value == "neighbourhood" && w.class.number == 'p') && w.left > 0 && (w.after("class") || w.after(rolePlace) && w.in[i].conj)
	}
	return false
}

// end2 is the last node of a longer name that begins with the known one at
// node i.
func (w *namer) end2(i int) int {
	if w.in[i].role == rolePlace && (w.second(i) || w.sized(i)) {
		return i + 1
	}
	return w.end(i)
}

// end is the last node of a name that begins at node i.
func (w *namer) end(i int) int {
	j := i + 1
	if j >= len(w.in) || w.in[j].first != w.in[i].last+1 {
		return i
	}
	first, next := strings.TrimPrefix(w.in[i].text, "و"), &w.in[j]
	switch {
	case next.conj || next.prep != "":
	case next.role == rolePlace && (opener(first) || w.in[i].role == roleWord && !strings.HasPrefix(first, arabic.Article) && strings.HasPrefix(next.text, arabic.Article)):
		return j
	case tail(next.text) && !w.leadsOn(j), opener(first) && (next.role == roleWord || next.role == "except" || next.role == "class" && next.suffix == 'x' && next.entry.number == 's') && !hasConj(next.text):
		return j
	case next.role == roleWord && !hasConj(next.text) && !strings.HasPrefix(next.text, arabic.Article) && !strings.HasPrefix(first, arabic.Article) &&
		nameLike(next.text, listed, false) && w.listGoesOn(j) && !w.accusative(next):
		return j // two words that nobody knows
	}
	return i
}

// leadsOn says whether the word of direction at node j says where the name
// before it is: "A north of B".
func (w *namer) leadsOn(j int) bool {
	switch arabic.Bare(w.in[j].text) {
	case "شرقي", "غربي", "شمالي", "جنوبي":
		return j+1 < len(w.in) && (w.in[j+1].role == rolePlace || w.in[j+1].role == "class" || locating(w.in[j+1].role)) && !w.in[j+1].conj
	}
	return false
}

// listGoesOn says whether what follows node i fits a list of names: anything
// but a word that would describe it.
func (w *namer) listGoesOn(i int) bool {
	if i+1 >= len(w.in) {
		return true
	}
	switch n := &w.in[i+1]; n.role {
	case roleWord:
		return n.conj || hasConj(n.text)
	case roleNum, "members":
		return n.conj
	default:
		return true
	}
}

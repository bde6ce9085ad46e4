package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// group is the objects of a verb, and the part behind the last of them.
type group struct {
	objects []object
	to      int
}

// hang hangs lists on what they spell out: "villages, among them A and B",
// "31 areas …, of them in the axis of X the villages C and D", "among these
// positions are E and F".
func (s *sentence) hang() {
	for i := 1; i < len(s.p); i++ {
		if !s.p[i].is("such") || i+1 >= len(s.p) || s.p[i+1].kind != partGround || s.p[i].value == "is" && s.p[i+1].objects[0].place == nil {
			continue
		}
		first, near := i, -1
		for j := i - 1; j >= 0; j-- {
			p := &s.p[j]
			if p.kind == partStrong && j < i-1 {
				break
			}
			if p.kind == partGround && s.spelled(p) && (!s.p[i+1].told || s.className(p) == s.className(&s.p[first])) {
				p.objects, p.list = append(p.objects, s.p[i+1].objects...), true
				if !s.p[i+1].told {
					first, s.p[i+1].told = j, true
				}
			} else if p.kind == partGround && near < 0 && !s.regional(p) {
				near = j
			}
		}
		if !s.p[i+1].told && near >= 0 && near >= i-6 {
			s.p[near].objects, s.p[i+1].told = append(s.p[near].objects, s.p[i+1].objects...), true
		}
	}
}

// className is the class of the ground, in English; "" where no noun says it.
func (s *sentence) className(p *part) string {
	for j := p.from; j < p.to; j++ {
		if s.n[j].role == "class" {
			return s.n[j].value
		}
	}
	return ""
}

// spelled says whether the ground is several things without their names.
func (s *sentence) spelled(p *part) bool {
	for _, o := range p.objects {
		if o.place == nil && !o.near {
			return p.list || o.count > 1
		}
	}
	return false
}

// complement is what stands behind the verb at part i and its subject: ground
// or a pronoun behind the preposition, or right behind where prep is "".
func (s *sentence) complement(i int, prep string) (group, bool) {
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case (p.kind == partGround || p.kind == partIt) && p.before == prep && !p.told && !(prep == "" && p.kind == partIt):
			if p.kind == partIt {
				return s.pointed(i, j), true
			}
			p.used = true
			return group{s.continued(j), j + 1}, false
		case p.kind == partGround && prep == "" && p.before == "ب" && s.p[i].verb("withdraw"):
			return group{}, false
		case p.kind == partComma:
			if j+1 < len(s.p) && !s.p[j+1].time() && !s.p[j-1].time() {
				return group{}, false
			}
		case p.verb("remain") && s.p[j-1].text == "من": // "who was left of X"
		case p.kind == partStrong, p.kind == partRelative, p.finite(), p.kind == partHands:
			return group{}, false
		case p.kind == partGround && p.before == "" && prep != "" && (p.objects[0].near || s.regional(p)):
		case p.kind == partGround && p.before == "" && prep != "", p.kind == partGround && p.and:
			return group{}, false
		}
	}
	return group{}, false
}

// continued are the objects of the ground at part j, with those that go on
// behind an insertion: "the plant, which is the biggest of its kind, and the
// field" repeats the preposition.
func (s *sentence) continued(j int) []object {
	out := s.p[j].objects
	if s.p[j].before == "" {
		return s.beyondAside(j, out)
	}
	for k := j + 1; k < len(s.p) && k < j+16; k++ {
		p := &s.p[k]
		switch {
		case p.kind == partGround && (p.and || s.p[k-1].is("also")) && p.before == s.p[j].before:
			p.told = true
			out = append(out[:len(out):len(out)], p.objects...)
		case p.finite() && p.and, p.kind == partStrong, p.kind == partForce && p.and && p.before == "":
			return out
		case p.finite() && p.object == "على":
			return out
		}
	}
	return out
}

// beyondAside adds to the objects of the ground at part j those that go on
// behind a relative clause in commas: "took A, in which …, and B and C".
func (s *sentence) beyondAside(j int, out []object) []object {
	for k := j + 1; k+1 < len(s.p) && s.p[k].kind == partComma && s.p[k+1].kind == partRelative; {
		m, verbs := k+2, 0
		for ; m < len(s.p) && s.p[m].kind != partComma && s.p[m].kind != partStrong; m++ {
			if s.p[m].finite() {
				verbs++
			}
		}
		if verbs != 1 || m+1 >= len(s.p) || s.p[m].kind != partComma {
			return out
		}
		p := &s.p[m+1]
		if p.kind != partGround || !p.and || p.before != "" || p.told || s.isSubject(p.from) {
			return out
		}
		p.told = true
		out = append(out[:len(out):len(out)], p.objects...)
		k = m + 2
	}
	return out
}

// pointed is the ground that the pronoun at part j, behind the verb at part i,
// speaks of.
func (s *sentence) pointed(i, j int) group {
	return group{s.groundBefore(i, s.p[j].value[0]), j + 1}
}

// groundBefore is the ground that a pronoun, or a relative clause, at part i
// speaks of: in a relative clause what stands before it, else the nearest
// ground to the left that agrees (m, f, d, p; 0 for any); all of a list of
// several of a class, else its last member.
func (s *sentence) groundBefore(i int, agree byte) []object {
	if k := s.antecedentOf(i); k >= 0 && s.p[k].kind == partGround {
		objs := s.right(&s.p[k], agree == 'd' || agree == 'p')
		if len(objs) != 1 || objs[0].place == nil || agree != 'm' || fitsForm(objs[0].place, agree) {
			return objs
		}
		i = k + 1 // it is masculine: not the town that stands nearest
	} else if k := s.coordinated(i); k >= 0 {
		return s.right(&s.p[k], agree == 'd' || agree == 'p')
	}
	for j := i - 1; j >= 0; j-- {
		if j > 0 && s.p[j].kind == partGround && s.p[j-1].is("such") && s.p[j-1].value == "is" && s.p[j].objects[0].place == nil {
			if objs := s.listBefore(j - 1); len(objs) > 0 {
				return objs // "A and B, which are villages that X had taken"
			}
			if j == 1 {
				return s.ground // "It is a village that X had taken"
			}
		}
		if p := &s.p[j]; p.kind == partGround && !s.regional(p) && !p.told && !s.attributive(j) {
			if objs := s.agreeing(p, agree); len(objs) > 0 {
				return objs
			}
		}
	}
	if agree == 'd' && len(s.ground) != 2 {
		return nil
	}
	return s.ground
}

// coordinated is the ground of the relative clause whose second verb stands at
// part i: "the hills, in which X hides and which it makes its seat"; -1 where it
// is none.
func (s *sentence) coordinated(i int) int {
	if !s.p[i].and || !s.p[i].finite() || s.p[i].suffix == 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-8; j-- {
		switch p := &s.p[j]; {
		case p.finite():
			if k := s.antecedentOf(j); k >= 0 && s.p[k].kind == partGround {
				return k
			}
			return -1
		case p.kind == partComma, p.kind == partStrong, p.kind == partGround:
			return -1
		}
	}
	return -1
}

// attributive says whether the ground at part j only describes what stands before
// it: "the town of A, lying at the gates of B".
func (s *sentence) attributive(j int) bool {
	if j < 2 || !s.p[j].objects[0].near && s.p[j].before != "من" && s.p[j].before != "علي" {
		return false
	}
	w := &s.p[j-1]
	if w.kind != partWord || !strings.HasPrefix(w.text, arabic.Article) || w.and {
		return false
	}
	switch p := &s.p[j-2]; p.kind {
	case partGround:
		return true
	case partComma:
		return j > 2 && s.p[j-3].kind == partGround
	}
	return false
}

// listBefore is the whole list of places that stands nearest before part i.
func (s *sentence) listBefore(i int) []object {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if p := &s.p[j]; p.kind == partGround {
			return places(p.objects)
		}
	}
	return nil
}

// agreeing is what of the ground a pronoun of the form means; nil where nothing
// of it agrees.
func (s *sentence) agreeing(p *part, agree byte) []object {
	switch agree {
	case 'd':
		if len(p.objects) != 2 {
			return nil
		}
		return s.pick(p, true)
	case 'm', 'f':
		objs := s.pick(p, false)
		if len(objs) != 1 || objs[0].place == nil || fitsForm(objs[0].place, agree) {
			return objs
		}
		for j := p.to - 1; j >= p.from; j-- {
			if n := &s.n[j]; n.role == rolePlace && !inCountry(s.nodes, n.at) && fitsForm(n, agree) {
				return []object{{place: n, start: n.start, end: n.end}}
			}
		}
		return nil
	}
	return s.pick(p, agree == 'p')
}

// fitsForm says whether a pronoun in the form can mean the place: villages and
// towns are feminine, airports, fields, dams and quarters masculine.
func fitsForm(n *node, agree byte) bool {
	gender := byte(0)
	word, _, several := strings.Cut(arabic.Bare(n.text), " ")
	proper := several || n.first != n.last
	switch {
	case proper && masculineName(word):
		gender = 'm'
	case n.class != nil:
		gender = 'f'
		switch n.class.value {
		case "airbase", "field", "dam", "bridge", "building", "neighbourhood", "mountain", "camp", "crossing", "road", "checkpoint", "valley", "junction", "pocket", "prison":
			gender = 'm'
		case "hill", "base", "well", "station", "post":
			gender = 0
		}
	}
	return gender == 0 || gender == agree
}

// masculineName says whether a name that begins with the bare word is masculine.
func masculineName(word string) bool {
	switch word {
	case "مطار", "حقل", "سد", "حي", "جبل", "معبر", "طريق", "حاجز", "مفرق", "نهر", "معسكر", "لواء", "معمل", "مخيم", "وادي", "سجن", "فوج", "دوار", "جسر":
		return true
	}
	return false
}

// pick is what of the ground a pronoun means: the places themselves, even where
// the ground is only near them.
func (s *sentence) pick(p *part, all bool) []object {
	if len(p.objects) == 0 {
		return nil
	}
	out := p.objects
	if !all && !(p.list && s.classed(p)) {
		out = out[len(out)-1:]
	}
	return places(out)
}

// places are the objects without "near" and "parts of", and without the day
// they were first told with.
func places(objs []object) []object {
	out := append([]object(nil), objs...)
	for k := range out {
		out[k].day, out[k].basis = 0, ""
		if out[k].place != nil {
			out[k].near, out[k].partial = false, false
		}
	}
	return out
}

// right is what of the ground a relative clause right behind it speaks of: the
// place that stands last, though it may only locate another: "the villages A
// and B, near C, which X holds" speaks of C.
func (s *sentence) right(p *part, all bool) []object {
	if all || len(p.objects) > 0 && s.classed(p) && s.last(p) == p.objects[len(p.objects)-1].place {
		return s.pick(p, all)
	}
	if n := s.last(p); n != nil {
		return []object{{place: n, start: n.start, end: n.end}}
	}
	return s.pick(p, all)
}

// last is the name that stands last in the ground, if it is no country around;
// nil where there is none.
func (s *sentence) last(p *part) *node {
	for j := p.to - 1; j >= p.from; j-- {
		if n := &s.n[j]; n.role == rolePlace && !inCountry(s.nodes, n.at) {
			return n
		}
	}
	return nil
}

// lastPair is "A and B" where the ground ends with it: the two that a dual
// behind it speaks of, though they may only locate something; nil where not.
func (s *sentence) lastPair(p *part) []object {
	var out []object
	for j := p.to - 1; j > p.from; j-- {
		b, a := &s.n[j], &s.n[j-1]
		if b.role == rolePlace && b.conj && a.role == rolePlace {
			for _, n := range []*node{a, b} {
				out = append(out, object{place: n, start: n.start, end: n.end})
			}
			return out
		}
	}
	return nil
}

// classed says whether a class noun in the dual or plural opens the list: "it"
// then means all of it.
func (s *sentence) classed(p *part) bool {
	for j := p.from; j < p.to; j++ {
		if n := &s.n[j]; n.role == "class" && n.entry.number != 's' && (n.conj || j == p.from || j == p.from+1) {
			return true
		}
	}
	return false
}

// regional says whether the ground names nothing but the country around:
// nobody takes a governorate by a pronoun.
func (s *sentence) regional(p *part) bool {
	for _, o := range p.objects {
		if o.place == nil || !inCountry(s.nodes, o.place.at) {
			return false
		}
	}
	return true
}

// lastGround is the last ground before part i that a pronoun can speak of.
func (s *sentence) lastGround(i int) []object {
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && !s.regional(p) {
			return s.pick(p, false)
		}
	}
	return s.ground
}

// all says whether "all of them" stands among the parts from i up to j.
func (s *sentence) all(i, j int) bool {
	for _, n := range s.n[s.p[max(0, i)].from:s.p[min(j, len(s.p)-1)].to] {
		switch arabic.Bare(n.text) {
		case "كلها", "كلهم", "جميعها", "جميعا", "كلاهما", "كلتاهما":
			return true
		}
	}
	return false
}

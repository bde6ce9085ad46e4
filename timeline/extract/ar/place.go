package ar

import "strings"

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
		if !s.p[i].is("such") || i+1 >= len(s.p) || s.p[i+1].kind != partGround || s.p[i].value == "is" && s.p[i+1].objects[0].place == nil || s.heads(i) {
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
		case p.kind == partNumber && p.before == prep && s.numbered(j) >= 0: // "three of them, A, B and C"
			return group{s.p[s.numbered(j)].objects, s.numbered(j) + 1}, false
		case (p.kind == partGround || p.kind == partIt) && p.before == prep && !p.told && !(prep == "" && (p.kind == partIt || p.and && s.p[i].suffix != 0)):
			if p.kind == partIt {
				return s.pointed(i, j), true
			}
			p.used = true
			return group{s.continued(j), j + 1}, false
		case p.kind == partGround && prep == "" && p.before == "ب" && s.p[i].verb("withdraw"):
			return group{}, false
		case p.kind == partComma:
			if k := s.companyBehind(j); k > j {
				j = k // "took, and with them X, the town"
			} else if k := s.insertedBehind(j, prep); k > j {
				j = k // "took, in the first hours of the day, of the town"
			} else if j+1 < len(s.p) && !s.p[j+1].time() && !s.p[j-1].time() {
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

// numbered is the part of the ground that spells out the number at part j:
// "three of them, which are A, B and C"; -1 where none does.
func (s *sentence) numbered(j int) int {
	k := j + 1
	for k < len(s.p) && k < j+4 && (s.p[k].kind == partIt && s.p[k].before == "من" || s.p[k].is("such")) {
		k++
	}
	if k > j+1 && k < len(s.p) && s.p[k-1].is("such") && s.p[k].kind == partGround && s.p[k].before == "" {
		return k
	}
	return -1
}

// companyBehind is the comma that closes what the comma at part j opens, where
// that only adds a force; j where it does not.
func (s *sentence) companyBehind(j int) int {
	k := j + 1
	for k < len(s.p) && (s.p[k].is("also") || s.p[k].is("beside") || strings.HasPrefix(s.p[k].text, "ممثل") || s.p[k].kind == partForce && k > j+1) {
		k++
	}
	if k < len(s.p) && k > j+2 && s.p[k].kind == partComma {
		return k
	}
	return j
}

// insertedBehind is the comma that closes what the comma at part j opens, where
// that tells neither who did what nor of ground, and the object follows behind
// the preposition; j where it does not.
func (s *sentence) insertedBehind(j int, prep string) int {
	if prep == "" {
		return j
	}
	for k := j + 1; k+1 < len(s.p) && k < j+9; k++ {
		switch p := &s.p[k]; {
		case p.kind == partComma && k > j+1:
			if q := &s.p[k+1]; q.kind == partGround && q.before == prep && !q.and {
				return k
			}
			return j
		case p.finite(), p.is("was"), p.kind == partStrong, p.kind == partRelative, p.kind == partForce && p.before == "", p.kind == partGround && p.before == prep:
			return j
		}
	}
	return j
}

// continued are the objects of the ground at part j, with those that go on
// behind an insertion: "the plant, which is the biggest of its kind, and the
// field" repeats the preposition.
func (s *sentence) continued(j int) []object {
	out := s.beyondAside(j, s.p[j].objects)
	if s.p[j].before == "" {
		return out
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
		if verbs > 1 || m+1 >= len(s.p) || s.p[m].kind != partComma {
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

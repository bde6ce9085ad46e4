package en

import (
	"slices"

	"frontline/timeline"
)

// force is who a phrase means: the first named and those with it.
type force struct {
	actor timeline.Actor
	co    []timeline.Actor
	air   bool // strikes, helps or speaks, takes no ground
	two   bool // two of the same side: Druze fighters and Bedouins
	own   byte // a pronoun: s "its forces", p "their", g "the fighters", l "the latter"; 0 for a name
}

// strength is how much a word says of who is meant: a name more than an
// adjective that tells who is behind, and that more than one of a nation.
func strength(what string) int {
	switch what {
	case "name":
		return 5
	case "backed":
		return 4
	case "word", "person":
		return 3
	case "nation", "land":
		return 2
	}
	return 1
}

// naming is what has been read of the name of a force.
type naming struct {
	force force
	best  int  // strength of the word that says who
	named bool // some word said who
	head  bool // a noun of people was there
	ok    bool // that is enough for a force
	inner bool // behind "of" or "its": the name begins anew
}

// forceAt reads who is named at node i, behind articles and adjectives: an
// actor, "its forces", "the fighters", with what belongs to it up to its head.
// to is the node behind it.
func (s *sentence) forceAt(i int) (f force, to int, ok bool) {
	var x naming
	j := i
	for ; j < len(s.n); j++ {
		n := &s.n[j]
		next, goes := j, true
		switch n.role {
		case "actor":
			if goes = !x.head || s.n[j-1].role != "members" || n.what != "land"; goes {
				x.actor(n)
			}
		case "members":
			x.head, x.ok, x.inner = true, true, false
			x.force.air = n.value == "air" || n.value == "voice"
		case "own":
			x.force.own, x.inner = n.value[0], true
		case roleMark:
			next = s.acronym(j)
			goes = next > j && (x.head || x.named)
		case "prep":
			goes = (x.head || x.best == strength("word") && n.value == "of" && s.nameAhead(j+1)) && (n.value == "of" && (!x.named || !x.head) || n.value == "from" && x.best < strength("name") && s.nameAhead(j+1)) && s.memberOf(j+1)
			x.inner = x.inner || goes
		case "and":
			next = s.shared(j, &x.force, x.named && !x.ok)
			goes = next > j
			x.named = x.named || goes
		case roleWord, "compass", "vague", "det", "count", roleNum, roleName, "this", "title", "operation", "weapons":
			if k := s.loyal(j); k > j && x.head && !x.named { // "troops loyal to X"
				air := x.force.air
				x.actor(&s.n[k])
				x.force.air, next = air, k
				break
			}
			goes = s.describes(j, i, &x)
		default:
			goes = false
		}
		if !goes {
			return x.settled(j)
		}
		if j = next; (n.role == "actor" || n.role == "members") && n.owner {
			if x.inner = true; !s.ownsMembers(j + 1) {
				x.ok = true
				return x.settled(j + 1)
			}
		}
	}
	return x.settled(j)
}

// loyal is the node of the actor to whom those before node j are "loyal"; j if
// nothing of the kind is said.
func (s *sentence) loyal(j int) int {
	switch s.n[j].text {
	case "loyal", "allied", "affiliated", "aligned":
	default:
		return j
	}
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		switch n := &s.n[k]; n.role {
		case "actor":
			return k
		case "to", "prep", "det":
		default:
			return j
		}
	}
	return j
}

// actor takes in a word that says who.
func (x *naming) actor(n *node) {
	if n.what == "office" && x.force.own != 0 { // "their army"
		x.head, x.ok = true, true
		return
	}
	if k := strength(n.what); k > x.best {
		x.best, x.force.actor = k, n.actor
	}
	x.named, x.inner = true, false
	x.force.air = x.force.air || n.what == "person"
	x.ok = x.ok || n.what != "nation" && n.what != "backed"
}

// describes says whether the word at node j, of a force that begins at node i,
// only describes what is still to come of its name.
func (s *sentence) describes(j, i int, x *naming) bool {
	n := &s.n[j]
	ahead := s.headAhead(j)
	switch {
	case x.inner && (ahead || n.role == roleNum && s.ownsMembers(j+1)):
		return true
	case n.role == "det" && j > i, x.head && n.role != roleName, x.named && x.ok && n.role != roleWord:
		return false
	case x.ok && s.n[j-1].role == "actor" && s.n[j-1].what == "name":
		return ahead
	case x.named, x.head, x.force.own != 0, n.role == roleWord:
		return ahead
	}
	return true
}

// settled is the force that has been read, if there is one.
func (x *naming) settled(to int) (force, int, bool) {
	if x.named {
		x.force.own = 0
		return x.force, to, x.ok
	}
	if x.head && x.force.own == 0 {
		x.force.own = 'g'
	}
	return x.force, to, x.ok && x.head
}

// acronym is the node that closes the bracket at node j, if nothing but a short
// name of the same force stands in it.
func (s *sentence) acronym(j int) int {
	if j+2 < len(s.n) && s.n[j].text == "(" && s.n[j+2].text == ")" {
		return j + 2
	}
	return j
}

// memberOf says whether a force follows at node j: "members of the regime
// forces".
func (s *sentence) memberOf(j int) bool {
	for ; j < len(s.n); j++ {
		switch s.n[j].role {
		case "actor", "members", "own":
			return true
		case "det", roleWord, "this":
		default:
			return false
		}
	}
	return false
}

// nameAhead says whether a force's own name begins at node j, or behind an
// article there.
func (s *sentence) nameAhead(j int) bool {
	if j < len(s.n) && s.n[j].role == "det" {
		j++
	}
	return j < len(s.n) && s.n[j].role == "actor" && s.n[j].what == "name"
}

// shared reads "and regime" in "Russian and regime warplanes": the head noun
// speaks of both.
func (s *sentence) shared(j int, f *force, open bool) int {
	if !open || j+1 >= len(s.n) || s.n[j+1].role != "actor" {
		return j
	}
	f.with(s.n[j+1].actor)
	return j + 1
}

// headAhead says whether a head noun of people follows node j with nothing but
// adjectives between.
func (s *sentence) headAhead(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+5; k++ {
		switch s.n[k].role {
		case "members":
			return true
		case "actor":
			return s.n[k].what != "land"
		case roleWord, roleNum, roleName, "compass", "vague", "title", "operation", "count", "weapons":
		case "own", "det":
			if s.n[k-1].role != "prep" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// ownsMembers says whether the possessive before node j owns people: "the
// RSF's fighters".
func (s *sentence) ownsMembers(j int) bool {
	for ; j < len(s.n); j++ {
		switch s.n[j].role {
		case "members":
			return true
		case "actor":
			return s.n[j].what == "office" || s.n[j].what == "person"
		case roleWord, "compass", "count", roleNum:
		default:
			return false
		}
	}
	return false
}

// with adds an actor that is named together with the first.
func (f *force) with(a timeline.Actor) {
	if a != "" && a != f.actor && a != "civilians" && !slices.Contains(f.co, a) {
		f.co = append(f.co, a)
	}
}

// all are the actors of the force.
func (f force) all() []timeline.Actor {
	if f.actor == "" {
		return nil
	}
	return append([]timeline.Actor{f.actor}, f.co...)
}

// joinReach is how many words of description may stand between two forces that
// are named together.
const joinReach = 3

// forcePart reads the force at node i and those joined to it: "and Y",
// "backed by Z", "alongside W".
func (s *sentence) forcePart(i int) (part, bool) {
	f, to, ok := s.forceAt(i)
	if !ok || to <= i {
		return part{}, false
	}
	p := part{kind: partForce, node: &s.n[to-1], from: i, to: to, force: f}
	for k := to - 1; k >= i; k-- {
		if s.n[k].role == "actor" || s.n[k].role == "members" {
			p.node = &s.n[k]
			break
		}
	}
	for s.joined(&p) {
	}
	return p, true
}

// joined adds the next force named together with the part; false where there
// is none.
func (s *sentence) joined(p *part) bool {
	j, helps := p.to, false
	if j > 0 && s.n[j-1].owner {
		return false
	}
	for gap := 0; j < len(s.n) && gap < joinReach; j++ {
		switch n := &s.n[j]; n.role {
		case "and", "also", "beside", roleComma:
			helps = helps || n.role == "beside"
			continue
		case roleWord:
			if n.caps != anyCase || n.text == "rebel" {
				return false
			}
			gap++
			continue
		}
		break
	}
	if j == p.to || j >= len(s.n) || !s.links(p.to, j) {
		return false
	}
	f, to, ok := s.forceAt(j)
	if !ok || to <= j || s.says(to) && s.n[p.to].role == roleComma || f.own == 'g' && !helps && s.n[j].role != "det" && s.n[j].role != "members" {
		return false
	}
	if s.n[p.to].role == roleComma && !helps && !s.listAfter(p.to, to) {
		return false
	}
	if f.own == 0 && !(helps && f.air) {
		for _, a := range f.all() {
			p.force.two = p.force.two || a == p.force.actor
			p.force.with(a)
		}
	}
	p.to = to
	return true
}

// links says whether the nodes from i to j join what stands on both sides.
func (s *sentence) links(i, j int) bool {
	for ; i < j; i++ {
		switch s.n[i].role {
		case "and", "also", "beside", roleComma:
			return true
		case roleWord:
		default:
			return false
		}
	}
	return false
}

// listAfter says whether a comma at node j stands inside a list of forces that
// goes on behind node to.
func (s *sentence) listAfter(j, to int) bool {
	return to < len(s.n) && (s.n[to].role == "and" && s.memberOf(to+1) || s.n[to].role == roleComma && to+1 < len(s.n) && s.n[to+1].role == "and" && s.memberOf(to+2)) || s.n[j+1].role == "and" && (to >= len(s.n) || s.n[to].role != "verb")
}

// says says whether a verb stands at node j.
func (s *sentence) says(j int) bool {
	return j < len(s.n) && (s.n[j].role == "verb" || s.n[j].role == "be" || s.n[j].role == "have" || s.n[j].role == "modal")
}

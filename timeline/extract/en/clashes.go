package en

import (
	"slices"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// parties are those who fight, told behind part i: "between X and Y", "against
// Z", and the part behind the last of them.
func (s *sentence) parties(i int) (out []timeline.Actor, end int) {
	end = i + 1
	add := func(f force, to int) {
		for _, a := range f.all() {
			if a != "civilians" && !slices.Contains(out, a) {
				out, end = append(out, a), to
			}
		}
	}
	open, two := !s.p[i].noun(), false
	for j := i + 1; j < len(s.p) && j < i+16; j++ {
		p := &s.p[j]
		if p.kind == partStrong || p.finite() && !s.lasts(p) {
			break
		}
		if p.kind == partIt && p.before == "between" {
			open, two = true, true
			add(s.antecedent(j, p.value[0]).force, j+1)
		}
		if p.kind != partForce {
			continue
		}
		switch p.before {
		case "between", "against", "with", "of":
			open = true
		case "", "by":
			if !open {
				continue
			}
		default:
			continue
		}
		if f := s.force(j, i); f.actor != "" && !(p.force.air && p.before == "") {
			add(f.force, j+1)
			two = two || p.before == "between"
		}
	}
	if two && len(out) == 1 {
		out = append(out, out[0]) // both of one side
	}
	return out, end
}

// clash reads "fighting between X and Y in Z". Where it does not say between
// whom, it is between the two sides the text speaks of most.
func (s *sentence) clash(i int) {
	p := &s.p[i]
	if p.sense("clash_on") && s.nounNear(i) {
		return // the noun tells it
	}
	parties, end := s.parties(i)
	if who := s.doer(i); len(who.all()) > 0 && (s.mutual(i) || who.two && len(who.co) == 0 && len(parties) == 0 && !p.noun()) {
		s.fought(i, end, append(who.all(), who.actor))
		return
	}
	if who := s.doer(i); !p.noun() && who.actor != "" && len(parties) < 2 {
		parties = append(who.all(), parties...)
		if len(parties) < 2 || !s.twoSides(parties) {
			parties = append(parties, s.opponent(who.actor))
		}
	} else if p.noun() && len(parties) == 1 {
		parties = append(parties, s.opponent(parties[0]))
	}
	s.fought(i, end, parties)
}

// mutual says whether those who fight at part i fight "each other".
func (s *sentence) mutual(i int) bool {
	to := s.p[i].to
	return to+1 < len(s.n) && (s.n[to].text == "each" && s.n[to+1].text == "other" || s.n[to].text == "one" && s.n[to+1].text == "another")
}

// lasts says whether a verb only says that something goes on, or is told.
func (s *sentence) lasts(p *part) bool {
	return p.sense("clash", "clash_on", "none", "be", "become", "go_on", "lift", "remain", "kill", "wound", "leave") || p.sense("say") && p.verb.passive
}

func (s *sentence) twoSides(as []timeline.Actor) bool {
	return slices.ContainsFunc(as, func(a timeline.Actor) bool { return s.against(a, as[0]) })
}

// nounNear says whether a noun of fighting stands beside the verb at part i.
func (s *sentence) nounNear(i int) bool {
	for j := max(0, i-4); j < min(len(s.p), i+4); j++ {
		if j != i && s.p[j].sense("clash", "attack") {
			return true
		}
	}
	return false
}

// attack reads "an attack of X on Z", "attacked Z": they fight there; thrown
// back, the attackers do not hold it.
func (s *sentence) attack(i int, who subject) {
	p := &s.p[i]
	if p.sense("stall") {
		if s.nounNear(i) {
			return
		}
	}
	if who.air || !p.noun() && s.armedWith(i) {
		s.strike(i, who)
		return
	}
	if p.noun() && s.toldByVerb(i) || p.verb.to && s.wouldBe(i) {
		return
	}
	t := s.field(i)
	if who.actor == "" && s.mode[i] == timeline.Repelled {
		who = s.repelled(i)
	}
	if who.actor != "" && s.mode[i] != timeline.Asserted && len(t.objects) > 0 {
		near := slices.Clone(t.objects)
		for k := range near {
			near[k].near = false
		}
		s.control(i, event{timeline.Captured, who, "", near, t.to, "control.attack"})
	}
	if s.mode[i] == timeline.Hypothetical || s.mode[i] == timeline.Future || len(t.objects) == 0 {
		return
	}
	parties := who.all()
	if len(parties) > 0 {
		if o := s.opponent(who.actor); o != "" {
			parties = append(parties, o)
		}
	}
	s.fight(i, t.to, parties, t.objects)
}

// repelled is whose attack at part i was thrown back: of whoever is against
// those who did.
func (s *sentence) repelled(i int) subject {
	for j := range s.p {
		if p := &s.p[j]; p.sense("repel") && !p.noun() {
			if a := s.doer(j).actor; a != "" {
				return subject{force: force{actor: s.opponent(a)}, at: i, linked: true}
			}
		}
	}
	if r := s.g.sides.Rivals(s.document.forces); len(r) == 2 {
		return subject{force: force{actor: s.opponent(s.document.subject.actor)}, at: i, linked: true}
	}
	return subject{}
}

// fought says that the parties, or else the rivals of the text, fight at the
// grounds told with part i.
func (s *sentence) fought(i, end int, parties []timeline.Actor) {
	objs, to := s.battlegrounds(i)
	s.fight(i, max(end, to), parties, objs)
}

func (s *sentence) fight(i, to int, parties []timeline.Actor, objs []object) {
	confidence := draft.SureOwn
	if len(parties) == 1 || len(parties) == 2 && parties[1] == "" {
		parties, confidence = s.withFoe(parties[0]), draft.SureLinked
	}
	if len(parties) < 2 || parties[1] == "" {
		parties, confidence = s.g.sides.Rivals(s.document.forces), draft.SureLinked
		if all := s.document.forces; parties == nil && len(all) > 0 {
			if foe := s.g.sides.Foe(all[0].Actor, s.spoken); foe != "" {
				parties = []timeline.Actor{all[0].Actor, foe}
			}
		}
	}
	if len(parties) < 2 || s.mode[i] == timeline.Hypothetical || s.mode[i] == timeline.Future {
		return
	}
	var all []object
	for _, o := range objs {
		if o.place == nil {
			all = append(all, s.joinedIn(o)...)
			continue
		}
		all = append(all, o)
	}
	for _, o := range all {
		o.near = false
		if o.place == nil || s.p[i].sense("attack") && s.allRegional(objs) {
			continue // "three villages": nowhere that is known
		}
		s.say(i, to, timeline.Claim{Kind: timeline.Clashed, Modality: timeline.Asserted, Actor: parties[0], CoActors: parties[1:],
			Place: s.ref(o), Rule: "clash", Confidence: confidence})
	}
}

// withFoe is an actor and whom it may fight, where several can be meant: the
// enemy that the text names most; alone, if it names none.
func (s *sentence) withFoe(of timeline.Actor) []timeline.Actor {
	for _, f := range s.document.forces {
		if of != "" && s.against(f.Actor, of) {
			return []timeline.Actor{of, f.Actor}
		}
	}
	return nil
}

// repels reads "threw back a column near X": they fought there, and it is not
// taken.
func (s *sentence) repels(i int, who subject) {
	p := &s.p[i]
	if p.noun() || s.mode[i] != timeline.Asserted && s.mode[i] != timeline.Repelled {
		return
	}
	foe := s.moved(i)
	if foe.actor == "" || foe.linked && who.actor != "" {
		foe = subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true}
	}
	if foe.actor == "" || who.actor == foe.actor {
		return
	}
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		q := &s.p[j]
		if q.kind == partVerb {
			return // told with the attack
		}
		if q.kind == partGround && (q.before != "" || q.objects[0].near) && q.before != "to" {
			s.fight(i, j+1, append(foe.all(), s.opponent(foe.actor)), q.objects)
			objs := slices.Clone(q.objects)
			for k := range objs {
				objs[k].near = false
			}
			s.mode[i] = timeline.Repelled
			s.control(i, event{timeline.Captured, foe, "", objs, j + 1, "control.repelled"})
			return
		}
	}
}

package ar

import "frontline/timeline"

// besiege reads "X surrounded the town", "X were surrounded in it".
func (s *sentence) besiege(i int, who subject) {
	p := &s.p[i]
	if p.form == noun && (i > 0 && s.p[i-1].verb("break") || p.suffix == 0 && !s.carried(i) && p.before != "من") {
		return
	}
	if s.cueIn(i, s.clauseEnd(i), "sides") {
		s.reject(i, "siege.imposed", "not from all sides")
		return
	}
	if p.object == "passive" {
		s.surrounded(i)
		return
	}
	g, _ := s.target(i)
	if len(g.objects) == 0 {
		g = s.expanse(i)
	}
	s.sieged(i, who, g.objects, g.to, "siege.imposed")
}

func (s *sentence) sieged(i int, who subject, objs []object, to int, rule string) {
	if who.actor == "" || len(objs) == 0 {
		s.reject(i, rule, "no ground, or nobody who besieges it")
		return
	}
	for _, o := range objs {
		if o.near && o.place != nil {
			continue
		}
		s.say(i, to, timeline.Claim{Kind: timeline.Besieged, Actor: who.actor, CoActors: who.co, Place: s.ref(o), Rule: rule})
	}
}

// surrounded reads a force or place that is, or was, surrounded by somebody,
// named or not.
func (s *sentence) surrounded(i int) {
	who, inside := subject{}, timeline.Actor("")
	if k := s.agent(i); k >= 0 {
		who = s.named(i, k)
	}
	for j := max(0, i-3); j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && p.force.actor != who.actor && inside == "" && p.force.actor != "civilians" {
			inside = p.force.actor
		}
	}
	if who.actor == "" && inside != "" {
		who = subject{force: force{actor: s.opponent(inside)}, at: i, linked: true}
	}
	if who.actor == "" {
		who = s.antecedent(i, 0)
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partGround {
			s.sieged(i, who, p.objects, j+1, "siege.ongoing")
			return
		}
	}
	if j := i - 1; j >= 0 && s.p[j].kind == partGround {
		s.sieged(i, who, s.p[j].objects, i+1, "siege.ongoing")
	}
}

// expanse is the ground in which somebody is surrounded, where only its extent
// is told: "in thousands of kilometres from A to B".
func (s *sentence) expanse(i int) group {
	end := s.clauseEnd(i)
	for end+1 < len(s.p) && s.p[end].kind == partComma && s.p[end+1].and && s.p[end+1].kind != partVerb {
		end = s.clauseEnd(end) // "…, and the country of C"
	}
	for j := i + 1; j < end && j < i+5; j++ {
		if p := &s.p[j]; p.before == "في" {
			return group{[]object{{start: p.start, end: s.n[s.p[end-1].to-1].end}}, end}
		}
	}
	return group{}
}

// ring reads "imposed a siege on X", "broke the siege of X", "the siege that Y
// imposed on X".
func (s *sentence) ring(i int) {
	if s.p[i].is("ringed") {
		s.surrounded(i)
		return
	}
	end := s.clauseEnd(i)
	var objs []object
	to := end
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partGround && p.before != "من" {
			objs, to = p.objects, j+1
			break
		}
	}
	for j := i - 1; j >= 0 && j > i-6; j-- {
		p := &s.p[j]
		if p.kind == partComma || p.kind == partStrong {
			return
		}
		if p.kind != partVerb {
			continue
		}
		switch p.value {
		case "break":
			s.broken(j, i, objs, to)
		case "light", "besiege", "capture":
			who := s.doer(j)
			if len(objs) == 0 {
				objs = s.lastGround(j)
			}
			s.mode[i] = s.mode[j]
			s.sieged(i, who, objs, to, "siege.imposed")
		}
		return
	}
}

// broken reads the siege at part i that the verb at part v broke.
func (s *sentence) broken(v, i int, objs []object, to int) {
	if len(objs) == 0 {
		objs = s.lastGround(v)
	}
	besieger := timeline.Actor("")
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && besieger == "" {
			besieger = p.force.actor
		}
	}
	who := s.doer(v)
	if who.actor == "" || !s.against(who.actor, besieger) {
		who = subject{force: force{actor: s.opponent(besieger)}, linked: true}
	}
	if besieger == "" {
		besieger = s.opponent(who.actor)
	}
	if len(objs) == 0 || who.actor == "" && besieger == "" {
		return
	}
	s.say(v, to, timeline.Claim{Kind: timeline.SiegeBroken, Actor: who.actor, CoActors: who.co, From: besieger, Place: s.ref(objs[0]), Rule: "siege.broken"})
}

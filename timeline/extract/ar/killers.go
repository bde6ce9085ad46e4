package ar

import "frontline/timeline"

// killer is who the finite verb at part i says to have killed: named beside it,
// or, where its form cannot be the passive of who was killed, told before; ""
// where it may say only that they were killed.
func (s *sentence) killer(i int) timeline.Actor {
	p := &s.p[i]
	if !p.finite() {
		return ""
	}
	if k := s.overt(i); k >= 0 {
		return s.p[k].force.actor
	}
	if k := s.ahead(i); k >= 0 || p.and && (p.agree == 'f' || p.agree == 'p') {
		return s.doer(i).actor
	}
	return ""
}

// mourner is who the verb at part i says to have lost somebody: in a relative
// clause whoever stands before it, "the press office of X, which mourned".
func (s *sentence) mourner(i int) timeline.Actor {
	if k := s.antecedentOf(i); k >= 0 && s.p[k].kind == partForce {
		return s.named(i, k).actor
	}
	return s.doer(i).actor
}

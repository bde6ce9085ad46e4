package ar

import "frontline/timeline"

// lose reads "X lost the village to Y".
func (s *sentence) lose(i int) {
	loser := s.doer(i)
	g, _ := s.target(i)
	if len(g.objects) == 0 || loser.actor == "" {
		return
	}
	if k := s.find(g.to-1, 8, "to"); k >= 0 && k+1 < len(s.n) && s.n[k+1].role == "actor" {
		winner := subject{at: k, actor: timeline.Actor(s.n[k+1].value)}
		s.control(i, event{timeline.Captured, winner, loser.actor, g, "control.lost_to"})
		return
	}
	if winner := s.onlyOther(forcesIn(s.n), loser.actor); winner != "" {
		s.control(i, event{timeline.Captured, subject{actor: winner}, loser.actor, g, "control.lost_against"})
		return
	}
	s.control(i, event{timeline.Lost, subject{actor: timeline.Unknown}, loser.actor, g, "control.lost"})
}

// ended reads "ended the control of X over the town", "the presence of X in it
// ended": whoever ended it has it now. It says whether that is what is meant.
func (s *sentence) ended(i int) bool {
	if s.n[i].form != noun || i+1 >= len(s.n) || s.n[i+1].role != "actor" {
		return false
	}
	for j := i - 1; j >= 0 && j > i-7; j-- {
		n := s.n[j]
		if n.role == "strong" || n.role == roleComma {
			return false
		}
		if n.role != "verb" || n.value != "end" {
			continue
		}
		loser := timeline.Actor(s.n[i+1].value)
		winner := subject{at: j, actor: s.opponent(loser)}
		if who := s.doer(j); who.actor != "" && s.g.sides[who.actor] != s.g.sides[loser] {
			winner = who
		}
		if k := s.find(i+2, 5, "prep"); k >= 0 {
			s.mode[i] = s.mode[j]
			s.control(i, event{timeline.Captured, winner, loser, s.objects(k + 1), "control.ended"})
		}
		return true
	}
	return false
}

// withdraw reads "X withdrew from the village", "X left the village"; who came
// after is another claim's to say.
func (s *sentence) withdraw(i int) {
	n := s.n[i]
	who := s.doer(i)
	if who.actor == "" || who.actor == "civilians" || s.mode[i] != timeline.Asserted {
		return
	}
	var g group
	switch {
	case n.value == "evacuate":
		g, _ = s.target(i)
	default:
		k := s.find(i+1, 8, "prep")
		for k >= 0 && s.n[k].text != "من" {
			k = s.find(k+1, 4, "prep")
		}
		switch j := s.find(i+1, 5, "none"); {
		case j >= 0 && s.n[j].text == "منها":
			g = group{from: i, to: j + 1, objects: s.groupBefore(i, false)}
		case k >= 0:
			g = s.objects(k + 1)
		}
	}
	s.control(i, event{timeline.Withdrew, subject{at: i, actor: timeline.Unknown}, who.actor, g, "control.withdrew"})
}

// expel reads "drove Y out of X".
func (s *sentence) expel(i int) {
	who := s.doer(i)
	k := s.find(i+1, 8, "prep")
	if k < 0 || s.n[k].text != "من" {
		return
	}
	from := timeline.Actor("")
	for j := i + 1; j < k; j++ {
		if a := timeline.Actor(s.n[j].value); s.n[j].role == "actor" && a != who.actor {
			from = a
		}
	}
	if from == "" {
		return
	}
	s.control(i, event{timeline.Captured, who, from, s.objects(k + 1), "control.expelled"})
}

// receive reads "X was handed the village by Y".
func (s *sentence) receive(i int) {
	who := s.doer(i)
	g, _ := s.target(i)
	from := timeline.Actor("")
	for j := g.to; j > 0 && j < len(s.n) && j < g.to+4; j++ {
		if n := s.n[j]; n.role == "actor" && s.takesFrom(j) {
			from = timeline.Actor(n.value)
		}
	}
	s.control(i, event{timeline.HandedOver, who, from, g, "control.received"})
}

// repelled reads "an attack of X on the town" that was thrown back.
func (s *sentence) repelled(i int) {
	if s.mode[i] != timeline.Repelled {
		return
	}
	for j := i + 1; j < len(s.n) && j < i+6; j++ {
		n := s.n[j]
		if n.role == "actor" {
			if k := s.find(j+1, 4, "prep"); k >= 0 && s.n[k].text == "علي" {
				who := subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
				s.control(i, event{timeline.Captured, who, "", s.objects(k + 1), "control.repelled"})
			}
			return
		}
	}
}

// hand reads "X handed the village to Y".
func (s *sentence) hand(i int) {
	giver := s.doer(i)
	g, _ := s.target(i)
	for j := g.to - 1; j >= 0 && j < len(s.n) && j < g.to+5; j++ {
		if n := s.n[j]; n.role == "actor" && n.prep == "ل" {
			s.control(i, event{timeline.HandedOver, subject{at: i, actor: timeline.Actor(n.value)}, giver.actor, g, "control.handed_over"})
			return
		}
	}
}

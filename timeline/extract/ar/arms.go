package ar

import (
	"strings"
	"time"

	"frontline/timeline"
)

// onlyAirForce is whose the aircraft at part i are where nobody says it, but the
// day the report came out leaves one air force only: until the coalition came, on
// 2014-09-23, nobody else bombed from the air. nil where it does not.
// Guns and rocket launchers, which all sides have, are nobody's.
func (s *sentence) onlyAirForce(i int) []timeline.Actor {
	if !s.published.Known() || s.published >= timeline.Date(2014, time.September, 23) || !s.p[i].is("raid_air") && !s.p[i].flies() {
		return nil
	}
	return []timeline.Actor{"syrian_government"}
}

// flies says whether the part names aircraft, not guns.
func (p *part) flies() bool {
	return p.is("aircraft") && (strings.Contains(p.text, "طائر") || strings.Contains(p.text, "طيران") || strings.Contains(p.text, "مقاتلات") || strings.Contains(p.text, "مروحي"))
}

// armsAhead are the aircraft or guns that stand before the verb at part i as
// its subject: "Russian and Syrian planes raided", "its guns struck"; -1 where
// none do.
func (s *sentence) armsAhead(i int) int {
	for j := i - 1; j >= 0 && j > i-6 && !s.p[i].and; j-- {
		switch p := &s.p[j]; {
		case (p.is("aircraft") || p.kind == partForce && p.force.air) && p.before == "":
			return j
		case !p.filler() && !p.is("nation") && !p.is("was"):
			return -1
		}
	}
	return -1
}

// flown is whose air force, told of before the noun of striking at part i in
// its clause, strikes: "the air force of X answered with 20 raids".
func (s *sentence) flown(i int) []timeline.Actor {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		switch p := &s.p[j]; {
		case p.kind == partForce && p.force.air && p.before == "":
			return p.force.all()
		case p.is("onslaught") && j >= i-1:
			return s.attacker(j, i).all()
		case p.kind == partGround, p.kind == partForce:
			return s.onlyAirForce(i)
		}
	}
	return s.onlyAirForce(i)
}

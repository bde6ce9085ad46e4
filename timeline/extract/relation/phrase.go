package relation

import (
	"math"
	"slices"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// read makes out the relation.
func (p *phrase) read() draft.Relation {
	before := p.tokens[p.from:p.at]
	has := func(role string) bool {
		return slices.ContainsFunc(before, func(t token) bool { return t.role == role })
	}
	behind := p.behind()
	out := draft.Relation{Wind: p.wind(), Km: p.km()}
	two := p.joined(2, has(between), false)
	switch {
	case has(triangle):
		out.Kind, out.Names = timeline.RelTriangle, p.joined(3, true, true)
		if len(out.Names) == 3 {
			return byAll(out.Kind, out.Names)
		}
	case has(border):
		if two = p.joined(2, true, false); len(two) == 2 {
			return byAll(timeline.RelBorder, two)
		}
		return draft.Relation{}
	case (has(road) || behind == road) && len(two) > 1:
		return byAll(timeline.RelRoad, p.joined(len(p.tokens), has(between), false))
	case has(between) && len(two) == 2:
		return byAll(timeline.RelBetween, two)
	case has(between):
		return draft.Relation{}
	}
	out.Names = []draft.Name{*p.tokens[p.at].name}
	switch {
	case has(far):
		return draft.Relation{}
	case out.Km > 0 && out.Wind != "":
		out.Kind = timeline.RelOffset
	case out.Km > 0:
		out.Kind = timeline.RelDistance
	case p.nearest() == country || behind == country:
		out.Kind = timeline.RelCountryside
		if out.Wind == "" {
			out.Wind = p.sideBehind()
		}
	case p.nearest() == around || behind == around:
		out.Kind = timeline.RelAround
	case out.Wind != "":
		out.Kind = timeline.RelDirection
	default:
		return draft.Relation{}
	}
	return out
}

// nearest is the role of the word next before the name that says what of it is
// meant: the country north of X is no countryside of it.
func (p *phrase) nearest() string {
	for i := p.at - 1; i >= p.from; i-- {
		switch t := &p.tokens[i]; t.role {
		case country, wind, around:
			return t.role
		}
	}
	return ""
}

func byAll(kind timeline.Relation, names []draft.Name) draft.Relation {
	return draft.Relation{Kind: kind, Names: names}
}

// wind is the direction that stands nearest before the name; one that only
// describes counts where it describes the country or the surroundings of it.
func (p *phrase) wind() string {
	found := ""
	for i, t := range p.tokens[p.from:p.at] {
		near := p.tokens[p.from+i+1 : min(p.from+i+2, p.at)] // the word behind
		switch {
		case t.role == wind:
			found = t.value
		case t.role == side && (len(near) > 0 && sided(near[0]) || i > 0 && sided(p.tokens[p.from+i-1])):
			found = t.value
		}
	}
	if behind := p.tokens[p.at+1:]; found == "" && p.behind() == country {
		if k := slices.IndexFunc(behind, func(t token) bool { return t.role == side || t.role == country }); k >= 0 && behind[k].role == side {
			found = behind[k].value
		}
	}
	return found
}

// sided says whether a direction beside the word can describe what it tells of:
// the northern countryside, the northern outskirts.
func sided(t token) bool { return t.role == country || t.role == around }

// sideBehind is the direction that describes the country of the name from
// behind it: ريف حمص الشرقي.
func (p *phrase) sideBehind() string {
	if k := p.at + 1; k < len(p.tokens) && p.tokens[k].role == side && !p.tokens[k].joined {
		return p.tokens[k].value
	}
	return ""
}

// km is the distance from the name, 0 where none is said: before it, or behind
// it where "by" leads it in.
func (p *phrase) km() float64 {
	if km := distance(p.tokens[p.from:p.at]); km > 0 {
		return km
	}
	k := p.at + 1
	for k < len(p.tokens) && p.tokens[k].role == link {
		k++
	}
	if k < len(p.tokens) && (p.tokens[k].role == by) {
		return distance(p.tokens[k+1 : min(k+5, len(p.tokens))])
	}
	return 0
}

// distance is the first number of kilometres among the words, to the metre.
func distance(tokens []token) float64 {
	for i, t := range tokens {
		switch {
		case t.role == length:
			return t.number
		case t.role == unit && i > 0 && tokens[i-1].role == number:
			return math.Round(tokens[i-1].number*t.number*1000) / 1000
		case t.role == name:
			return 0
		}
	}
	return 0
}

// joined are the name and those that are joined to it, up to most of them: by dashes and "to", by "and" too, by commas too.
func (p *phrase) joined(most int, ands, commas bool) []draft.Name {
	out := []draft.Name{*p.tokens[p.at].name}
	joint, others := false, 0
	for _, t := range p.tokens[p.at+1:] {
		joint = joint || t.role == dash || t.role == until || ands && t.joined || commas && t.role == comma
		switch {
		case len(out) == most, t.role == name && !joint:
			return out
		case t.role == name:
			out = append(out, *t.name)
			joint, others = false, 0
		case t.role == other:
			if others++; others > 1 {
				return out
			}
		case t.role != dash && t.role != until && t.role != and && t.role != link && t.role != comma, t.role == comma && !commas:
			return out
		}
	}
	return out
}

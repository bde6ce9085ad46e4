package relation

import (
	"math"
	"slices"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// Read tells of each claim how its place is told by names; the zero Relation
// where it is not. names and claims are those of the text, with bytes of it,
// the names in order. A claim on a named place is told by that name only if it
// is none of control or of a siege, and its own words before the name say so:
// "fighting 5 km north of X". That a named place lies beside others, "X, north
// of Y", is no matter. Read changes none of them, and gives nil where no claim
// is told so.
//
// lookup gives the places of a name, for a road that is called by its ends: the
// X–Y road is a name of its own.
func (l *Lexicon) Read(text string, names []draft.Name, claims []timeline.Claim, lookup func(name string) []*gazetteer.Entry) []draft.Relation {
	r := reader{lex: l, text: text, names: names, lookup: lookup}
	var out []draft.Relation
	for i := range claims {
		c := &claims[i]
		if c.Place == nil || c.Kind == timeline.Distance || c.Place.Named && ofPlaces(c.Kind) {
			continue
		}
		told := r.relation(c)
		if told.Kind == "" {
			continue
		}
		if out == nil {
			out = make([]draft.Relation, len(claims))
		}
		out[i] = told
	}
	return out
}

// ofPlaces says whether claims of the kind speak of the places themselves that
// they name: who surrounds a town is around it anyway.
func ofPlaces(k timeline.Kind) bool {
	return k.Controls() || k == timeline.Besieged || k == timeline.SiegeBroken
}

type reader struct {
	lex    *Lexicon
	text   string
	names  []draft.Name
	lookup func(name string) []*gazetteer.Entry

	scanned []arabic.Token // room for the words around a claim
	found   []token
}

// phrase is the words around the name that ground is told by.
type phrase struct {
	tokens []token
	from   int // the first word that tells how
	at     int // the name
}

func (r *reader) relation(c *timeline.Claim) draft.Relation {
	p := phrase{tokens: r.tokens(c.Place.Start, c.Place.End)}
	if p.at = p.anchor(c.Place); p.at < 0 {
		return draft.Relation{}
	}
	if out, ok := r.called(p.tokens[p.at].name); ok && c.Place.Named {
		return out
	}
	p.from = p.begin()
	if !p.told() {
		if out, ok := p.ofSeveral(c); ok {
			return out
		}
		if !c.Place.Named {
			p.from = p.carried()
		}
	}
	if c.Place.Named && !p.ownWords(c) {
		return draft.Relation{}
	}
	out := p.read()
	if out.Km > 0 && c.DistanceRole == timeline.Penetration && out.Km == c.DistanceKm {
		out.Km = 0 // how far they went, not how far it is
		if out.Kind = timeline.RelDirection; out.Wind == "" {
			return draft.Relation{}
		}
	}
	return out
}

// told says whether words right beside the name tell where ground lies.
func (p *phrase) told() bool {
	return slices.ContainsFunc(p.tokens[p.from:p.at], tells) || p.behind() != ""
}

// ofSeveral is the relation to several names of which the phrase's is not the
// first: to the second of "between X and Y".
func (p *phrase) ofSeveral(c *timeline.Claim) (draft.Relation, bool) {
	start := p.tokens[p.at].start
	for i, names := p.at-1, 0; i >= 0 && names < several; i-- {
		switch t := &p.tokens[i]; t.role {
		case name:
			names++
			first := phrase{tokens: p.tokens, at: i}
			first.from = first.begin()
			if !first.told() {
				continue
			}
			out := first.read()
			return out, len(out.Names) > 1 && slices.ContainsFunc(out.Names, func(n draft.Name) bool { return n.Start == start }) && (!c.Place.Named || first.ownWords(c))
		case dash, and, until, link, comma, other:
		default:
			return draft.Relation{}, false
		}
	}
	return draft.Relation{}, false
}

// several is how many names at most are told of together.
const several = 4

// ownWords says whether the clause of the claim itself tells where its place
// lies: a place that it only speaks of again may have been told of otherwise.
func (p *phrase) ownWords(c *timeline.Claim) bool {
	k := slices.IndexFunc(p.tokens[p.from:p.at], tells)
	if k < 0 {
		return p.behind() != ""
	}
	return p.tokens[p.from+k].start >= c.Start && p.tokens[p.at].start < c.End
}

// anchor is the first name of the place of a claim: of a phrase that has none,
// the one behind it, where nothing stands between but what tells how the two
// lie. -1 where there is none.
func (p *phrase) anchor(place *timeline.PlaceRef) int {
	told := false
	for i, t := range p.tokens {
		switch {
		case t.start < place.Start:
		case place.Named:
			if t.role == name && t.start == place.Start {
				return i
			}
		case t.role == name && (t.end <= place.End || t.start <= place.End+gap):
			return i
		case t.end <= place.End:
			told = told || tells(t)
		case t.role == other && !told, t.joined, t.role == comma, t.role == stop, t.role == dash, t.role == name:
			return -1
		}
	}
	return -1
}

// gap is how far behind a phrase, in bytes, its name can stand.
const gap = 60

// tells says whether the word by itself tells where ground lies.
func tells(t token) bool {
	switch t.role {
	case wind, around, between, road, country, triangle, border, unit, length:
		return true
	}
	return false
}

// unlisted is how many words that the list does not have can stand between a
// name and what tells of it: "north of the strategic town of X".
const unlisted = 2

// begin is the first of the words right before the name that tell where ground
// lies, or link what does.
func (p *phrase) begin() int {
	others := 0
	for i := p.at - 1; i >= 0; i-- {
		switch t := &p.tokens[i]; t.role {
		case name, comma, stop, dash, and:
			return i + 1
		case other:
			if others++; others > unlisted {
				return i + 1
			}
		default:
			others = 0
			if t.joined {
				return i
			}
		}
	}
	return 0
}

// carried is the first of the words that tell of a list in which the name
// stands, "the surroundings of X and Y": those before its first name. Where
// nothing but names is before it, it is the name itself.
func (p *phrase) carried() int {
	others := 0
	for i := p.at - 1; i >= 0; i-- {
		switch t := &p.tokens[i]; {
		case t.role == around, t.role == wind:
			q := phrase{p.tokens, 0, i + 1}
			return q.begin()
		case t.role == name, t.role == comma, t.role == and, t.role == link, t.role == dash:
			others = 0
		case t.role == other:
			if others++; others > 1 {
				return p.at
			}
		default:
			return p.at
		}
	}
	return p.at
}

// behind is the role of what stands behind the name, or behind several that
// dashes join, and tells of them; "" where nothing does.
func (p *phrase) behind() string {
	for _, t := range p.tokens[p.at+1:] {
		switch {
		case t.value == after:
			return t.role
		case t.role != own && t.role != side && t.role != dash && t.role != name || t.joined:
			return ""
		}
	}
	return ""
}

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

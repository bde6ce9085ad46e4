package relation

import (
	"slices"

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
	r := reader{lex: l, text: text, names: names, lookup: lookup, room: l.rooms.Get().(*room)}
	defer l.rooms.Put(r.room) // what is told keeps nothing of it
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

	all  []token // of the text; nil until they are asked for
	room *room   // for them
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

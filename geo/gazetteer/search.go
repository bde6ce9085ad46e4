package gazetteer

import (
	"strings"

	"frontline/geo"
)

// Search ranks the places that a person who types q may look for, at most limit
// of them, each once, with its name that q meets best in Reason. q is a name in
// either script, or its beginning, or some of its words, in any order; the
// spelling can be another transliteration, and longer words can have a typing
// error or two. Words before or behind it can say the governorate, the
// district, or the kind: "mushayrifa homs", "حقل العمر". An id, a p-code or a
// GeoNames id finds its place alone. A name that is typed letter by letter comes
// before one that begins so, that before one of which other words do, and that
// before all other spellings; among equals the places of greater standing come
// first. An empty q gives none, nor does one that is rather code than a name.
func (g *Gazetteer) Search(q string, limit int) []geo.Ranked {
	if found, ok := g.byCode(q); ok {
		return found[:max(0, min(limit, 1))]
	}
	s, key := g.search(q, limit)
	words := strings.Fields(key)
	if len(words) == 0 || limit < 1 || coded(q) {
		return nil
	}
	s.bySkeleton(key)
	if len(words) > mostWords {
		return s.best()
	}
	s.errors = len(words) <= mostMistyped
	ways := s.x.parses(q)
	for _, p := range ways {
		s.byWords(p)
	}
	if len(s.found) == 0 {
		for _, p := range ways {
			s.bySomeWords(p)
		}
	}
	return s.best()
}

// Similar ranks the places one of whose names may be name in another spelling,
// at most limit of them, each once: in the other script, another
// transliteration, or with a typing error. It takes names as a whole; one in
// Arabic script is held against Arabic names where the place has one, for those
// say more. What scores less than 0.8 is left out. An empty name gives none.
func (g *Gazetteer) Similar(name string, limit int) []geo.Ranked {
	s, key := g.search(name, limit)
	words := strings.Fields(key)
	if len(words) == 0 || limit < 1 {
		return nil
	}
	s.least, s.strict, s.errors = likely, true, len(words) <= mostMistyped
	if len(words) <= mostWords {
		s.byWords(parse{words: words})
	}
	s.bySkeleton(key)
	return s.best()
}

// likely is the score from which on a name is Similar.
const likely = 0.8

// byCode is the place of an id, a p-code or a GeoNames id.
func (g *Gazetteer) byCode(q string) ([]geo.Ranked, bool) {
	q = strings.TrimSpace(q)
	if p, ok := g.Get(q); ok {
		return []geo.Ranked{{Place: p, Score: 1, Reason: "by its id"}}, true
	}
	code := strings.TrimPrefix(strings.ToLower(q), "geonames:")
	if code == "" || strings.IndexByte("0123456789", code[len(code)-1]) < 0 {
		return nil, false // no need to make the index: such codes end with a digit
	}
	i, ok := g.index().codes[code]
	if !ok {
		return nil, false
	}
	e := &g.entries[i]
	reason := "by its p-code " + e.PCode
	if code == e.GeoNames {
		reason = "by its GeoNames id " + e.GeoNames
	}
	return []geo.Ranked{{Place: e.Place, Score: 1, Reason: reason}}, true
}

package gazetteer

import (
	"cmp"
	"slices"

	"frontline/geo"
)

// search is what has been found so far.
type search struct {
	g      *Gazetteer
	x      *index
	limit  int
	arabic bool    // what is typed
	errors bool    // in what is typed
	strict bool    // is what takes names as a whole
	least  float64 // score that counts
	terms  map[string]*term
	parses []parse
	found  []found
	full   int    // how many are found when the worst of them are forgotten
	worst  uint64 // rank of what is found, once that is as many as asked for
}

// found is a name that a query meets. The higher its rank, the better.
type found struct {
	rank  uint64 // score, then standing
	name  uint32
	parse uint8 // by which it is met
	how   how
}

// search begins one for what is typed, and gives its folded words.
func (g *Gazetteer) search(typed string, limit int) (s search, key string) {
	limit = min(limit, g.Len())
	return search{g: g, x: g.index(), limit: limit, arabic: !isLatin(typed), terms: map[string]*term{},
		full: 4*limit + 1000}, plainKey(typed)
}

// byWords finds names that have all words.
func (s *search) byWords(p parse) {
	terms := s.termsOf(p)
	rarest := slices.MinFunc(terms, func(a, b *term) int { return a.borne - b.borne })
	rarest.bearers(s.x, func(names []uint32) { s.fit(terms, names, false) })
}

// bySomeWords finds names that have most of the words. Those that have nothing
// but the commonest words, where these are not most of what is typed, are not
// looked at.
func (s *search) bySomeWords(p parse) {
	terms := s.termsOf(p)
	common := 0.0
	for _, t := range terms {
		common += t.letters
	}
	enough := (1 - mostUnmet) * common
	rarest := slices.Clone(terms)
	slices.SortFunc(rarest, func(a, b *term) int { return a.borne - b.borne })
	for _, t := range slices.Compact(rarest) {
		if common < enough {
			break
		}
		common -= t.letters
		t.fullBearers(s.x, func(names []uint32) { s.fit(terms, names, true) })
	}
}

// termsOf are the terms of the words of a parse, which is the latest then.
func (s *search) termsOf(p parse) []*term {
	s.parses = append(s.parses, p)
	terms := make([]*term, len(p.words))
	for i, w := range p.words {
		if s.terms[w] == nil {
			s.terms[w] = s.x.term(w, s.errors)
			s.terms[w].strict = s.strict
		}
		terms[i] = s.terms[w]
	}
	return terms
}

// fit adds those of names that fit the terms, and the context of the latest
// parse.
func (s *search) fit(terms []*term, names []uint32, loose bool) {
	p := &s.parses[len(s.parses)-1]
	all, some := s.most(terms)
	for _, n := range names {
		most := some
		if len(s.x.spelled.at(int(n))) <= len(terms) {
			most = all
		}
		if scored(most) < s.worst>>32 {
			continue // another one could not be better than those that are found
		}
		if p.context.holds(s.entry(n)) {
			score, how := s.x.fit(terms, int(n), loose)
			s.add(n, s.graded(score, how)*p.worth(), how)
		}
	}
}

// bySkeleton finds names as a whole, where words are written together or apart.
func (s *search) bySkeleton(key string) {
	skeleton, typed := skeletonOfKey(key), soundsOf(key)
	s.parses = append(s.parses, parse{})
	meet := func(i int, m manner) {
		for _, n := range s.x.sharing.at(i) {
			if d := respelling(typed, soundsOf(s.x.names[n].key)); d < worstCost {
				h := how{shape: whole, manner: m, ground: ground(skeleton, typed)}
				s.add(n, s.graded(whole.worth()*(1-d), h), h)
			}
		}
	}
	if i, ok := s.x.skeletons.Find(skeleton); ok {
		meet(i, respelt)
	}
	if len(skeleton) >= alikeFrom {
		for _, h := range s.x.skeletons.Near(skeleton, 1, false) {
			meet(h.Word, alike)
		}
	}
}

func (s *search) entry(name uint32) *Entry { return &s.g.entries[s.x.names[name].entry] }

// standingShare is how much of a place's prominence goes into its score, and
// mostProminence more than that can be.
const (
	standingShare  = 0.1
	mostProminence = 0.03
)

// add adds a name that the latest parse meets; a score of 0 is none.
func (s *search) add(name uint32, score float64, how how) {
	if score == 0 || s.strict && !s.spells(name, how) {
		return
	}
	score = min(1, score+prominence[s.entry(name).Kind]*standingShare)
	if score < s.least {
		return
	}
	rank := scored(score)<<32 | uint64(^s.x.standing[s.x.names[name].entry])
	if rank < s.worst {
		return
	}
	s.found = append(s.found, found{rank, name, uint8(len(s.parses) - 1), how})
	if len(s.found) >= s.full {
		s.sortInPlace()
		s.full = len(s.found) + 4*s.limit + 1000
		if len(s.found) == s.limit {
			s.worst = s.found[s.limit-1].rank
		}
	}
}

// spells says whether what is typed can be a spelling of the whole name.
func (s *search) spells(name uint32, how how) bool {
	n := &s.x.names[name]
	return (how.shape == whole || how.shape == reordered) && (!s.arabic || !isLatin(n.text) || s.entry(name).NameAr == "")
}

// scored is a score as ranks have it.
func scored(score float64) uint64 { return uint64(score * 1e6) }

func (f *found) score() float64 { return float64(f.rank>>32) / 1e6 }

// sortInPlace leaves the best name of each of the best places.
func (s *search) sortInPlace() {
	slices.SortFunc(s.found, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.name, b.name), cmp.Compare(a.parse, b.parse))
	})
	told, kept := map[int32]bool{}, s.found[:0]
	for _, f := range s.found {
		if n := &s.x.names[f.name]; len(kept) < s.limit && !told[n.entry] {
			told[n.entry] = true
			kept = append(kept, f)
		}
	}
	s.found = kept
}

// best is the places of the names found, the best first.
func (s *search) best() []geo.Ranked {
	s.sortInPlace()
	out := make([]geo.Ranked, len(s.found))
	for i, f := range s.found {
		n := &s.x.names[f.name]
		out[i] = geo.Ranked{Place: s.entry(f.name).Place, Score: hundredths(f.score()),
			Reason: f.how.reason(n.text, s.arabic && !isLatin(n.text)) + s.parses[f.parse].reason()}
	}
	return out
}

package extract

import (
	"slices"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// together is the names of a text whose places are settled together.
type together struct {
	weights   gazetteer.Weights
	questions []question // one a mention
	near      []gazetteer.Neighbour
}

// question is which of its entries a name means.
type question struct {
	entries []*gazetteer.Entry
	hints   gazetteer.Hints
	beside  []beside  // the other names near it in the text
	scores  []float64 // of each entry, as far as it is known
	next    []float64
}

// beside is a name near another one.
type beside struct {
	name   int     // among the questions
	weight float64 // 0…1: how close it stands in the text
}

const (
	// rounds is how often the names of a text are asked anew, with what the
	// others have become: what is settled by a name that was settled itself
	// needs a second one, and a third changes nothing that can be seen.
	rounds = 2
	// faint is how little a neighbour may weigh to be asked no more.
	faint = 0.02
)

// together makes a question of each mention, by the first of its names.
func (l *located) together(first []int, places *gazetteer.Gazetteer) *together {
	t := &together{weights: l.weights, questions: make([]question, len(first))}
	unknown := 0
	for _, n := range first {
		if len(l.names[n].Entries) == 0 {
			unknown++
		}
	}
	for i, k := range first {
		n, q, others := &l.names[k], &t.questions[i], unknown
		if q.entries = likely(n); len(q.entries) == 0 {
			q.hints.Respelt = respelt(n, places)
			for _, r := range q.hints.Respelt {
				q.entries = append(q.entries, r.Entry)
			}
			others--
		}
		if len(q.entries) == 0 {
			continue
		}
		q.hints.Surface, q.hints.Kinds, q.hints.Admin1 = n.Surface, n.Kinds, l.governorates(n)
		if regional(n) {
			q.hints.Kinds = []string{"governorate"}
		}
		if len(first) > 1 {
			q.hints.Unknown = float64(others) / float64(len(first)-1)
		}
		q.beside = l.beside(n, i)
	}
	return t
}

// respelt are the entries that a name without any can be another
// transliteration of: governorates where it stands for a region, and else none.
func respelt(n *draft.Name, places *gazetteer.Gazetteer) []gazetteer.Respelling {
	return slices.DeleteFunc(places.Respellings(n.Surface), func(r gazetteer.Respelling) bool { return governorate(r.Entry) && !n.Region })
}

// beside are the names close to n, which is a name of mention i: each other
// mention once, by the closest.
func (l *located) beside(n *draft.Name, i int) []beside {
	from, to := l.between(n.Start-hintReach/2, n.Start+hintReach/2+1)
	out := make([]beside, 0, to-from)
	for k := from; k < to; k++ {
		if l.mention[k] == i || len(l.names[k].Entries) == 0 {
			continue
		}
		b := beside{l.mention[k], 1 - float64(away(l.names[k].Start, n.Start))/hintReach}
		if at := slices.IndexFunc(out, func(o beside) bool { return o.name == b.name }); at >= 0 {
			out[at].weight = max(out[at].weight, b.weight)
		} else {
			out = append(out, b)
		}
	}
	return out
}

// settle gives every question its scores: first alone, then with what its
// neighbours scored in the round before, so that no order counts.
func (t *together) settle() {
	for i := range t.questions {
		q := &t.questions[i]
		q.scores = t.weights.Score(make([]float64, 0, len(q.entries)), q.entries, q.hints)
	}
	n := rounds
	if !slices.ContainsFunc(t.questions, func(q question) bool { return len(q.entries) > 1 }) {
		n = 1 // nobody waits for what another has become
	}
	for range n {
		for i := range t.questions {
			q := &t.questions[i]
			q.hints.Near = t.neighbours(q)
			q.next = t.weights.Score(q.next[:0], q.entries, q.hints)
		}
		for i := range t.questions {
			q := &t.questions[i]
			q.scores, q.next = q.next, q.scores
		}
	}
}

// neighbours are all places that the names beside q can mean, by their scores.
// They are good until the next name is asked for.
func (t *together) neighbours(q *question) []gazetteer.Neighbour {
	t.near = t.near[:0]
	for _, b := range q.beside {
		o := &t.questions[b.name]
		for i, score := range o.scores {
			if w := score * b.weight; w > faint && !governorate(o.entries[i]) {
				t.near = append(t.near, gazetteer.Neighbour{At: o.entries[i].At, Weight: w})
			}
		}
	}
	return t.near
}

// answer fills in where question i puts its mention.
func (t *together) answer(i int, m *timeline.Mention) {
	q := &t.questions[i]
	if len(q.entries) == 0 {
		m.Reason = "no entry of this name"
		return
	}
	q.hints.Near = t.neighbours(q)
	ranked, ok := gazetteer.Rank(q.entries, q.scores, q.hints)
	if !ok {
		m.Candidates = ranked
		m.Reason = "declined: " + ranked[0].Reason
		return
	}
	m.Place, m.Score, m.Reason = &ranked[0].Place, ranked[0].Score, ranked[0].Reason
	if len(ranked) > 1 { // no candidates are nil, read or stored
		m.Candidates = ranked[1:]
	}
}

// alone is the mention of a name that is not among those of the text, such as
// the town in the name of a road, when all of these are settled.
func (l *located) alone(n *draft.Name) timeline.Mention {
	m := mentionOf(n)
	h := gazetteer.Hints{Surface: n.Surface, Kinds: n.Kinds, Admin1: l.governorates(n)}
	for _, b := range l.beside(n, -1) {
		if o := &l.mentions[b.name]; o.Place != nil && o.Place.Kind != "governorate" {
			h.Near = append(h.Near, gazetteer.Neighbour{At: o.Place.At, Weight: o.Score * b.weight})
		}
	}
	if ranked, ok := l.weights.Resolve(likely(n), h); ok {
		m.Place, m.Score, m.Reason = &ranked[0].Place, ranked[0].Score, ranked[0].Reason
	}
	return m
}

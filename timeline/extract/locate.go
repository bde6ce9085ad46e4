package extract

import (
	"cmp"
	"slices"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// located is the names of a text put on the ground: one mention a name, and
// where each name stands.
type located struct {
	names    []draft.Name // in the order of the text
	mentions []timeline.Mention
	byKey    map[string]int // folded name → mention
	at       map[int]int    // byte where a name stands → mention
}

// hintReach is how far from a name, in bytes, another one counts as a hint to
// where it is: about a long sentence.
const hintReach = 900

// locate resolves the names of a text. Names of one entry go first and help
// those of several; governorates named nearby help both.
func locate(names []draft.Name) located {
	l := located{names: names, byKey: map[string]int{}, at: map[int]int{}}
	first := make([]draft.Name, 0, len(names))
	for _, n := range names {
		key := key(n)
		if k, seen := l.byKey[key]; seen {
			l.at[n.Start] = k
			if first[k].Class == "" {
				first[k].Class, first[k].Kinds = n.Class, n.Kinds
			}
			continue
		}
		l.byKey[key], l.at[n.Start] = len(first), len(first)
		first = append(first, n)
	}
	l.mentions = make([]timeline.Mention, len(first))
	order := make([]int, len(first))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(first[a].Entries), len(first[b].Entries)) })
	for _, i := range order {
		l.mentions[i] = l.resolve(first[i])
	}
	return l
}

func (l *located) resolve(n draft.Name) timeline.Mention {
	m := timeline.Mention{Surface: n.Surface, Class: n.Class, Start: n.Start, End: n.End}
	if len(n.Entries) == 0 {
		m.Reason = "no entry of this name"
		return m
	}
	kinds := n.Kinds
	if regional(n) {
		kinds = []string{"governorate"}
	}
	ranked, ok := gazetteer.Resolve(likely(n), gazetteer.Hints{Surface: n.Surface, Kinds: kinds,
		Admin1: l.governorates(n), Near: l.near(n)})
	if !ok {
		m.Candidates = ranked
		m.Reason = "declined: " + ranked[0].Reason
		return m
	}
	m.Place, m.Score, m.Reason = &ranked[0].Place, ranked[0].Score, ranked[0].Reason
	m.Candidates = ranked[1:]
	return m
}

// key tells apart names that mean different places: Homs, the city, from Homs,
// the country around it.
func key(n draft.Name) string {
	if regional(n) {
		return arabic.Key(n.Surface) + " region"
	}
	return arabic.Key(n.Surface)
}

// regional says whether the name means a governorate: it stands where a
// region does, and there is one so called.
func regional(n draft.Name) bool {
	return n.Region && slices.ContainsFunc(n.Entries, func(e *gazetteer.Entry) bool { return e.Kind == "governorate" })
}

// likely are the entries the name can mean: a governorate where the text
// speaks of the country around, and else anything but, if there is anything.
func likely(n draft.Name) []*gazetteer.Entry {
	region := regional(n)
	kept := slices.DeleteFunc(slices.Clone(n.Entries), func(e *gazetteer.Entry) bool { return (e.Kind == "governorate") != region })
	if len(kept) == 0 {
		return n.Entries
	}
	return kept
}

// governorates named near n, nearest first, each once.
func (l *located) governorates(n draft.Name) []string {
	type hit struct {
		admin string
		away  int
	}
	var hits []hit
	for _, o := range l.between(n.Start-hintReach, n.Start+hintReach+1) {
		if o.Start == n.Start {
			continue
		}
		for _, e := range o.Entries {
			if e.Kind == "governorate" {
				hits = append(hits, hit{e.Admin1, away(o, n)})
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.away, b.away) })
	var out []string
	for _, h := range hits {
		if !slices.Contains(out, h.admin) {
			out = append(out, h.admin)
		}
	}
	return out
}

// near are the surely placed names close to n in the text; the closer, the
// more they say.
func (l *located) near(n draft.Name) []gazetteer.Neighbour {
	var out []gazetteer.Neighbour
	for _, o := range l.between(n.Start-hintReach/2, n.Start+hintReach/2+1) {
		m := l.mentions[l.at[o.Start]]
		if m.Place == nil || m.Start == n.Start || m.Place.Kind == "governorate" || m.Score < 0.5 {
			continue
		}
		if d := float64(away(o, n)); d < hintReach/2 {
			out = append(out, gazetteer.Neighbour{At: m.Place.At, Weight: 1 - d/hintReach})
		}
	}
	return out
}

// between are the names that begin at the bytes from start up to end.
func (l *located) between(start, end int) []draft.Name {
	at := func(n draft.Name, at int) int { return n.Start - at }
	from, _ := slices.BinarySearchFunc(l.names, start, at)
	to, _ := slices.BinarySearchFunc(l.names, max(start, end), at)
	return l.names[from:to]
}

func away(a, b draft.Name) int {
	if a.Start > b.Start {
		return a.Start - b.Start
	}
	return b.Start - a.Start
}

// put gives the claim's place its entry. A phrase near a named place ("north
// of X") puts an event there, less surely, but never control.
func (l *located) put(c *timeline.Claim) {
	p := c.Place
	if p == nil {
		return
	}
	if p.Named {
		if k, ok := l.at[p.Start]; ok {
			place(p, l.mentions[k], 1)
		}
		return
	}
	if c.Kind.Controls() {
		return
	}
	for _, n := range l.between(p.Start, p.End) {
		if n.End > p.End || n.Region {
			continue
		}
		if m := l.mentions[l.at[n.Start]]; m.Place != nil && m.Place.Kind != "governorate" {
			place(p, m, 0.6)
			return
		}
	}
}

func place(p *timeline.PlaceRef, m timeline.Mention, share float64) {
	if m.Place == nil {
		return
	}
	at := m.Place.At
	p.ID, p.At, p.Score = m.Place.ID, &at, m.Score*share
}

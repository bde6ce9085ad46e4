package extract

import (
	"cmp"
	"slices"
	"sort"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// located is the names of a text put on the ground: one mention a name, and
// where each name stands.
type located struct {
	names    []draft.Name // in the order of the text; the first of a name has what later ones say of its class
	mention  []int        // of each name: which mention it is of
	mentions []timeline.Mention
	regions  []region
	weights  gazetteer.Weights
}

// region is a governorate that the text names.
type region struct {
	start int // byte
	admin string
}

// hintReach is how far from a name, in bytes, another one counts as a hint to
// where it is: about a long sentence.
const hintReach = 900

// locate resolves the names of a text, all of them together: each helps those
// beside it by as much as it is sure itself. It keeps the names.
func (x *Reader) locate(text *draft.Text, ground Ground) located {
	l := located{names: text.Names, mention: make([]int, len(text.Names)), weights: x.weights}
	first := l.group()
	t := l.together(first, x.places)
	if ground != nil {
		l.meet(ground, text.Claims, t.questions)
	}
	t.settle()
	l.mentions = make([]timeline.Mention, len(first))
	for i, n := range first {
		l.mentions[i] = mentionOf(&l.names[n])
		t.answer(i, &l.mentions[i])
	}
	return l
}

func mentionOf(n *draft.Name) timeline.Mention {
	return timeline.Mention{Surface: n.Surface, Class: n.Class, Start: n.Start, End: n.End}
}

// group finds which names mean the same, and gives the first of each; and
// which of them are governorates.
func (l *located) group() (first []int) {
	byKey := make(map[string]int, len(l.names))
	keys := keysOf(l.names)
	for i := range l.names {
		n := &l.names[i]
		for _, e := range n.Entries {
			if e.Kind == "governorate" {
				l.regions = append(l.regions, region{n.Start, e.Admin1})
			}
		}
		k, seen := byKey[keys[i]]
		if !seen {
			k = len(first)
			byKey[keys[i]] = k
			first = append(first, i)
		} else {
			f := &l.names[first[k]]
			if f.Full != "" && n.Full == "" { // a place is listed by its full name
				first[k], f, n = i, n, f
			}
			if f.Class == "" {
				f.Class, f.Kinds = n.Class, n.Kinds
			}
		}
		l.mention[i] = k
	}
	return first
}

// keysOf are, of each name, what tells it apart from those that mean different
// places: Homs, the city, from Homs, the country around it.
func keysOf(names []draft.Name) []string {
	keys, ends := make([]byte, 0, 32*len(names)), make([]int, len(names))
	for i := range names {
		keys = arabic.AppendKey(keys, cmp.Or(names[i].Full, names[i].Surface))
		if regional(&names[i]) {
			keys = append(keys, " region"...)
		}
		ends[i] = len(keys)
	}
	all, out, from := string(keys), make([]string, len(names)), 0
	for i, end := range ends {
		out[i], from = all[from:end], end
	}
	return out
}

// regional says whether the name means a governorate: it stands where a
// region does, and there is one so called.
func regional(n *draft.Name) bool { return n.Region && slices.ContainsFunc(n.Entries, governorate) }

func governorate(e *gazetteer.Entry) bool { return e.Kind == "governorate" }

// likely are the entries the name can mean: a governorate where the text
// speaks of the country around, and else anything but, if there is anything.
func likely(n *draft.Name) []*gazetteer.Entry {
	region := regional(n)
	if !slices.ContainsFunc(n.Entries, func(e *gazetteer.Entry) bool { return governorate(e) != region }) {
		return n.Entries
	}
	kept := slices.DeleteFunc(slices.Clone(n.Entries), func(e *gazetteer.Entry) bool { return governorate(e) != region })
	if len(kept) == 0 {
		return n.Entries
	}
	return kept
}

// governorates named near n, nearest first, each once.
func (l *located) governorates(n *draft.Name) []string {
	from := sort.Search(len(l.regions), func(i int) bool { return l.regions[i].start >= n.Start-hintReach })
	to := from + sort.Search(len(l.regions)-from, func(i int) bool { return l.regions[from+i].start > n.Start+hintReach })
	if from == to {
		return nil
	}
	hits := slices.DeleteFunc(slices.Clone(l.regions[from:to]), func(r region) bool { return r.start == n.Start })
	slices.SortStableFunc(hits, func(a, b region) int { return cmp.Compare(away(a.start, n.Start), away(b.start, n.Start)) })
	var out []string
	for _, h := range hits {
		if !slices.Contains(out, h.admin) {
			out = append(out, h.admin)
		}
	}
	return out
}

// between are the names, half-open, that begin at the bytes from start up to
// end.
func (l *located) between(start, end int) (from, to int) {
	from = sort.Search(len(l.names), func(i int) bool { return l.names[i].Start >= start })
	to = from + sort.Search(len(l.names)-from, func(i int) bool { return l.names[from+i].Start >= end })
	return from, to
}

func away(a, b int) int { return max(a-b, b-a) }

// put gives the claim's place its entry. A phrase near a named place ("north
// of X") puts an event there, less surely, but never control.
func (l *located) put(c *timeline.Claim) {
	p := c.Place
	if p == nil {
		return
	}
	if p.Named {
		if k, to := l.between(p.Start, p.Start+1); k < to {
			place(p, &l.mentions[l.mention[k]], 1)
		}
		return
	}
	if c.Kind.Controls() {
		return
	}
	from, to := l.between(p.Start, max(p.Start, p.End))
	for k := from; k < to; k++ {
		if l.names[k].End > p.End || l.names[k].Region {
			continue
		}
		if m := &l.mentions[l.mention[k]]; m.Place != nil && m.Place.Kind != "governorate" {
			place(p, m, 0.6)
			return
		}
	}
}

func place(p *timeline.PlaceRef, m *timeline.Mention, share float64) {
	if m.Place == nil {
		return
	}
	p.ID, p.At, p.Score = m.Place.ID, &m.Place.At, m.Score*share
}

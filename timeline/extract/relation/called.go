package relation

import (
	"frontline/geo/arabic"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// called is the relation of a road to the places that it is called by, or of a
// triangle to its corners: "the X–Y road" is one name. It is none where a part
// of the name is no place that lookup knows, and of a triangle that has an
// entry of its own: that one says better where it is. A road's entry is no more
// than some point of it.
func (r *reader) called(n *draft.Name) (draft.Relation, bool) {
	scanned := arabic.Scan(nil, r.text[n.Start:n.End])
	words := reader{lex: r.lex, text: r.text[n.Start:n.End]} // without names
	parts, kind := []part{{}}, timeline.Relation("")
	for i := 0; i < len(scanned); {
		t, next := words.token(scanned, i)
		last := &parts[len(parts)-1]
		switch t.role {
		case road:
			kind = timeline.RelRoad
		case triangle:
			kind = timeline.RelTriangle
		case dash:
			parts = append(parts, part{})
		case "quote":
		default: // a listed word can be part of a name too
			if last.end == 0 {
				last.start = t.start
			}
			last.end = t.end
		}
		i = next
	}
	if kind == "" || len(parts) < 2 || kind == timeline.RelTriangle && n.Entries != nil {
		return draft.Relation{}, false
	}
	out := draft.Relation{Kind: kind}
	for _, p := range parts {
		surface := words.text[p.start:p.end]
		entries := r.lookup(surface)
		if len(entries) == 0 {
			return draft.Relation{}, false
		}
		out.Names = append(out.Names, draft.Name{Surface: surface, Start: n.Start + p.start, End: n.Start + p.end, Entries: entries})
	}
	return out, true
}

// part is the bytes of one of the names that a name is made of.
type part struct{ start, end int }

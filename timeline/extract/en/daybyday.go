package en

// dayByDay is the ground that goes on behind a day, each with its own: "took A on
// Monday, B on Tuesday and C a day later". to is the part behind the first.
func (s *sentence) dayByDay(i, to int) []dated {
	if s.p[i].verb.passive || s.p[i].noun() || to >= len(s.p) || s.p[to].kind != partWhen {
		return nil
	}
	var out []dated
	for j := to + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partComma, p.kind == partAnd, p.kind == partWord:
		case p.kind == partGround && p.before == "" && !p.objects[0].near && j+1 < len(s.p) && s.p[j+1].kind == partWhen:
			if j+2 < len(s.p) && s.p[j+2].kind == partVerb {
				return out // "and B on Tuesday fell"
			}
			out = append(out, dated{p.objects, &s.p[j+1], j + 2})
			j++
		default:
			return out
		}
	}
	return out
}

package atlas

import "frontline/timeline"

// DayCount says how much is claimed of one day.
type DayCount struct {
	Day     timeline.Day           `json:"day"`
	Claims  int                    `json:"claims"`
	Changes int                    `json:"changes"`  // claims that assert a change of hands
	ByActor map[timeline.Actor]int `json:"by_actor"` // Changes by the holder afterwards; never nil
	ByKind  map[timeline.Kind]int  `json:"by_kind"`  // claims of what is asserted, and not planned or denied, by kind; never nil
}

// DayCounts counts the claims that pass of each effective day that has any, in
// order; never nil.
func (a *Atlas) DayCounts(f Filter) []DayCount {
	out := []DayCount{}
	for _, c := range a.Claims(f) {
		day := a.DayOf(c)
		if !day.Known() {
			continue
		}
		if len(out) == 0 || out[len(out)-1].Day != day {
			out = append(out, DayCount{Day: day, ByActor: map[timeline.Actor]int{}, ByKind: map[timeline.Kind]int{}})
		}
		out[len(out)-1].add(c)
	}
	return out
}

func (n *DayCount) add(c *timeline.Claim) {
	n.Claims++
	if c.Modality == timeline.Asserted {
		n.ByKind[c.Kind]++
	}
	if holder, ok := c.Holder(); ok && c.Kind.Changes() {
		n.Changes++
		n.ByActor[holder]++
	}
}

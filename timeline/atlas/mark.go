package atlas

import "frontline/timeline"

// Mark is how far what the atlas knows has come.
func (a *Atlas) Mark() timeline.Mark {
	var m timeline.Mark
	for at := range a.recordings {
		switch {
		case !at.Known() || at < m.Moment || a.view.KnownAt != 0 && at >= a.view.KnownAt:
		case at == m.Moment:
			m.Events++
		default:
			m = timeline.Mark{Moment: at, Events: 1}
		}
	}
	return m
}

// recordings are the moments of all reports and lines of the journal, in no order.
func (r *records) recordings(yield func(timeline.Moment) bool) {
	for _, report := range r.reports {
		if !yield(report.Recorded) {
			return
		}
	}
	for _, e := range r.journal {
		if !yield(e.Moment) {
			return
		}
	}
}

package atlas

import (
	"fmt"
	"strconv"
	"strings"

	"frontline/timeline"
)

// Mark says how far what is known has come: the last moment at which anything was
// recorded, and how much was at it, for moments of one file may be alike. The zero
// Mark is before all.
type Mark struct {
	Moment timeline.Moment
	Events int // reports and lines of the journal; from 1
}

// String is the moment and the number, with a + between them; "" for the zero Mark.
func (m Mark) String() string {
	if !m.Moment.Known() {
		return ""
	}
	return fmt.Sprintf("%s+%d", m.Moment, m.Events)
}

// ParseMark reads what String writes.
func ParseMark(s string) (Mark, error) {
	if s == "" {
		return Mark{}, nil
	}
	moment, events, _ := strings.Cut(s, "+")
	at, err := timeline.ParseMoment(moment)
	n, wrong := strconv.Atoi(events)
	m := Mark{at, n}
	if err != nil || wrong != nil || n < 1 || m.String() != s {
		return Mark{}, fmt.Errorf("%q is no mark: want a moment and how much was recorded at it, as 2017-08-13T12:00:00.000Z+1", s)
	}
	return m, nil
}

// Mark is how far what the atlas knows has come.
func (a *Atlas) Mark() Mark {
	var m Mark
	for at := range a.recordings {
		switch {
		case !at.Known() || at < m.Moment || a.view.KnownAt != 0 && at >= a.view.KnownAt:
		case at == m.Moment:
			m.Events++
		default:
			m = Mark{at, 1}
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

package timeline

import (
	"fmt"
	"strconv"
	"strings"
)

// Mark says how far what is known has come: the last moment at which anything was
// recorded, and how much was at it, for moments of one file may be alike. The zero
// Mark is before all.
type Mark struct {
	Moment Moment
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
	at, err := ParseMoment(moment)
	n, wrong := strconv.Atoi(events)
	m := Mark{at, n}
	if err != nil || wrong != nil || n < 1 || m.String() != s {
		return Mark{}, fmt.Errorf("%q is no mark: want a moment and how much was recorded at it, as 2017-08-13T12:00:00.000Z+1", s)
	}
	return m, nil
}

package timeline

import (
	"encoding/json"
	"fmt"
	"time"
)

// Moment is a point of transaction time, the clock of what was known: in
// milliseconds since 1970-01-01 UTC. The zero Moment is "not yet", as the end of
// a span of moments, or "now", as the moment of a question.
type Moment int64

// momentForm is how moments are written: RFC 3339, UTC, milliseconds, so that
// they sort as text.
const momentForm = "2006-01-02T15:04:05.000Z"

// MomentOf is the moment of a time.
func MomentOf(t time.Time) Moment { return Moment(t.UnixMilli()) }

// ParseMoment reads what String writes, and RFC 3339 in any zone.
func ParseMoment(s string) (Moment, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a moment: want %s", s, momentForm)
	}
	return MomentOf(t), nil
}

// EndOf is the moment at which a day ends, in UTC: what was recorded on the day
// was recorded before it. Zero for the zero Day.
func EndOf(d Day) Moment {
	if d == 0 {
		return 0
	}
	return MomentOf((d + 1).Time())
}

// Known says whether m is a moment at all.
func (m Moment) Known() bool { return m != 0 }

// Day is the day of m, in UTC; the zero Day for the zero Moment.
func (m Moment) Day() Day {
	if m == 0 {
		return 0
	}
	return DayOf(time.UnixMilli(int64(m)).UTC())
}

// String is RFC 3339 in UTC with milliseconds, or "" for the zero Moment.
func (m Moment) String() string {
	if m == 0 {
		return ""
	}
	return time.UnixMilli(int64(m)).UTC().Format(momentForm)
}

// MarshalJSON writes what String gives, or null for the zero Moment.
func (m Moment) MarshalJSON() ([]byte, error) { return json.Marshal(orNull(m.String())) }

// UnmarshalJSON reads what MarshalJSON writes, and RFC 3339 in any zone.
func (m *Moment) UnmarshalJSON(b []byte) error {
	var s *string
	err := json.Unmarshal(b, &s)
	if *m = 0; err != nil || s == nil {
		return err
	}
	*m, err = ParseMoment(*s)
	return err
}

// Spell is a span of transaction time [Recorded, Superseded): since when, and
// until when, something was believed.
type Spell struct {
	Recorded   Moment
	Superseded Moment // zero while it is believed
}

// At says whether what has the spell was believed just before a moment; zero is
// now.
func (s Spell) At(m Moment) bool {
	if m == 0 {
		return s.Superseded == 0
	}
	return s.Recorded < m && (s.Superseded == 0 || s.Superseded >= m)
}

// Entry is a claim as it is kept: with since when it was read so. Entries are
// never changed but for their end.
type Entry struct {
	Claim
	Spell
}

// Filing is a report as it is kept: without its text, with when it came, and
// what day was taken for that of its publication before.
type Filing struct {
	Report
	Recorded Moment
	Was      []Dating // by Until
}

// Dating is a day that was taken for that of publication, until a moment.
type Dating struct {
	Published Day
	Until     Moment
}

// PublishedAt is the day that was taken for the one of publication just before
// a moment; zero is now.
func (f *Filing) PublishedAt(m Moment) Day {
	for _, w := range f.Was {
		if m != 0 && w.Until >= m {
			return w.Published
		}
	}
	return f.Published
}

// Listing is an entry of the registry of sources as it is kept. The sources
// that come with the program have been listed always: the zero Recorded.
type Listing struct {
	Source
	Spell
}

// RegistryAt is the registry just before a moment; zero is now.
func RegistryAt(listings []Listing, m Moment) *Registry {
	var known []Source
	for _, l := range listings {
		if l.At(m) {
			known = append(known, l.Source)
		}
	}
	return NewRegistry(known)
}

// Retraction says that a report, or one claim of it, is not to count. It is
// itself an event on the clock of what was known, and can be taken back.
type Retraction struct {
	Seq    int64  // its number, from 1
	Report string // id
	Claim  string // id; "" for all of the report
	Author string
	Reason string
	Spell         // Superseded: when it was taken back
	By     string // who took it back; "" while it holds
}

// Of says whether the retraction is of a claim, or of its whole report.
func (r Retraction) Of(report, claim string) bool {
	return r.Report == report && (r.Claim == "" || r.Claim == claim)
}

// Event is a line of the journal: what was done to the store beside adding
// reports.
type Event struct {
	Moment Moment
	What   string // a word: replay, retraction, restoration, sources …
	About  string // in words
}

// Package timeline is the domain of frontline: days and spans, actors,
// reports, what they claim, and who held what because of it. It knows neither
// files nor SQL nor HTTP nor any language.
package timeline

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Day is a calendar day in UTC, counted so that 1 is 0001-01-01. The zero Day
// is "unknown" (or "open", as the end of a Span). Days compare with < and >.
type Day int32

const secondsOfDay = 24 * 60 * 60

var dayZero = time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)

// DayOf is the day of a date; the clock and the zone of t are not consulted
// beyond its own calendar date.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Date(y, m, d)
}

// Date is the day of a year, month and day; out-of-range values carry over as
// in time.Date.
func Date(year int, month time.Month, day int) Day {
	return Day((time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() - dayZero.Unix()) / secondsOfDay)
}

// ParseDay reads "YYYY-MM-DD". Any other form, and days that do not exist, are
// errors.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%q is not a day: want YYYY-MM-DD", s)
	}
	return DayOf(t), nil
}

// ParseDayAt reads a day as ParseDay does, or a moment as RFC 3339 writes it, with or
// without its seconds, of which it is the day in UTC.
func ParseDayAt(s string) (Day, error) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(form, strings.ToUpper(s)); err == nil && t.UTC().Year() >= 1 && t.UTC().Year() <= 9999 {
			return DayOf(t.UTC()), nil
		}
	}
	d, err := ParseDay(s)
	if err != nil {
		return 0, fmt.Errorf("%q is neither a day nor a moment: want YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ", s)
	}
	return d, nil
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time { return time.Unix(dayZero.Unix()+int64(d)*secondsOfDay, 0).UTC() }

// Known says whether d is a day at all.
func (d Day) Known() bool { return d != 0 }

// String is "YYYY-MM-DD", or "" for the zero Day.
func (d Day) String() string {
	return string(d.Append(nil))
}

// Append appends what String is. Answers hold a great many days: the form of moments,
// which the clock is cut from, is the one that package time writes fast.
func (d Day) Append(b []byte) []byte {
	if d == 0 {
		return b
	}
	b = d.Time().AppendFormat(b, time.RFC3339)
	return b[:len(b)-len("T00:00:00Z")]
}

// MarshalJSON writes "YYYY-MM-DD", or null for the zero Day.
func (d Day) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Day) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == nil {
		*d = 0
		return nil
	}
	v, err := ParseDay(*s)
	*d = v
	return err
}

// Span is a half-open interval of days [From, To). A zero From reaches back
// without a known start, a zero To lasts.
type Span struct{ From, To Day }

// Contains says whether d lies in the span. The zero Day lies in none.
func (s Span) Contains(d Day) bool {
	return d != 0 && d >= s.From && (s.To == 0 || d < s.To)
}

// Overlaps says whether the spans share a day.
func (s Span) Overlaps(o Span) bool {
	return (s.To == 0 || o.From < s.To) && (o.To == 0 || s.From < o.To)
}

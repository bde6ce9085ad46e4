package baseline

import (
	"fmt"
	"regexp"
	"time"

	"frontline/timeline"
)

// dayForm is a day in the name of a file: 20240715, 2024-07-15, 2024_07_15.
var dayForm = regexp.MustCompile(`(?:19|20)[0-9]{6}|(?:19|20)[0-9]{2}[-_.][0-9]{2}[-_.][0-9]{2}`)

var digitRuns = regexp.MustCompile(`[0-9]+(?:[-_.][0-9]+)*`)

// dayIn is the one day that stands in the name of a file.
func dayIn(name string) (timeline.Day, error) {
	var found timeline.Day
	for _, run := range digitRuns.FindAllString(name, -1) {
		d, ok := dayOf(dayForm.FindString(run), run)
		switch {
		case !ok:
		case found.Known() && d != found:
			return 0, fmt.Errorf("its name has two days, %s and %s: want one, or the day given", found, d)
		default:
			found = d
		}
	}
	if !found.Known() {
		return 0, fmt.Errorf("no day in the name %q: want one as 20240715 or 2024-07-15, or the day given", name)
	}
	return found, nil
}

// dayOf reads a day that takes up a whole run of digits, or begins one that
// goes on with a time of day.
func dayOf(day, run string) (timeline.Day, bool) {
	if day == "" || run[:len(day)] != day || len(run) > len(day) && run[len(day)] >= '0' && run[len(day)] <= '9' {
		return 0, false
	}
	digits := ""
	for _, c := range day {
		if c >= '0' && c <= '9' {
			digits += string(c)
		}
	}
	t, err := time.Parse("20060102", digits)
	if err != nil {
		return 0, false
	}
	return timeline.DayOf(t), true
}

// dayFor is the day of a file as a whole: as given, or as its name says.
func (r *reader) dayFor(name string) (timeline.Day, timeline.Basis, error) {
	if r.Day.Known() {
		return r.Day, timeline.Given, nil
	}
	d, err := dayIn(name)
	return d, timeline.Stated, err
}

// missing are the days between two snapshots of a series that is expected to
// have one a day, neither of them included.
func missing(before, day timeline.Day) timeline.Span {
	if !before.Known() || day-before < 2 {
		return timeline.Span{}
	}
	return timeline.Span{From: before + 1, To: day}
}

// days is how many days a span with an end has; the zero Span has none.
func days(s timeline.Span) int { return int(s.To - s.From) }

// inWords is a span of days as people write it, both ends included.
func inWords(s timeline.Span) string {
	if days(s) == 1 {
		return s.From.String()
	}
	return fmt.Sprintf("%s to %s", s.From, s.To-1)
}

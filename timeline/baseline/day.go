package baseline

import (
	"fmt"
	"regexp"

	"frontline/timeline"
)

// dayForm is a day in the name of a file: 20240715, 2024-07-15, 2024_07_15.
var dayForm = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})([-_.]?)([0-9]{2})([-_.]?)([0-9]{2})`)

// dayIn is the one day that stands in the name of a file.
func dayIn(name string) (timeline.Day, error) {
	var found timeline.Day
	for _, m := range dayForm.FindAllStringSubmatchIndex(name, -1) {
		part := func(i int) string { return name[m[2*i]:m[2*i+1]] }
		goesOn := m[1] < len(name) && name[m[1]] >= '0' && name[m[1]] <= '9'
		d, err := timeline.ParseDay(part(1) + "-" + part(3) + "-" + part(5))
		switch {
		case err != nil || goesOn || part(2) != part(4): // a number of something else
		case found.Known() && d != found:
			return 0, fmt.Errorf("its name has two days, %s and %s: want one, or the day given", found, d)
		default:
			found = d
		}
	}
	if !found.Known() {
		return 0, fmt.Errorf("%w in the name %q: want one as 20240715 or 2024-07-15, or the day given", ErrNoDay, name)
	}
	return found, nil
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

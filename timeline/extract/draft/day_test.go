package draft_test

import (
	"testing"
	"time"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

func TestDayOfACalendar(t *testing.T) {
	none, given := draft.Calendar{}, draft.Calendar{Published: timeline.Date(2017, 8, 20)}
	years := draft.Calendar{Years: []int{2016, 2017}}
	for _, c := range []struct {
		what             string
		calendar         draft.Calendar
		year, month, day int
		weekday          time.Weekday
		want             string
	}{
		{"as said", none, 2016, 5, 3, draft.AnyWeekday, "2016-05-03"},
		{"as said, whatever the weekday", none, 2017, 8, 12, time.Monday, "2017-08-12"},
		{"the 29th of February of a leap year", none, 2016, 2, 29, draft.AnyWeekday, "2016-02-29"},
		{"of another year", none, 2017, 2, 29, draft.AnyWeekday, ""},
		{"a day that no month has", given, 0, 6, 31, draft.AnyWeekday, ""},
		{"before the report", given, 0, 8, 12, draft.AnyWeekday, "2017-08-12"},
		{"the day after it, where clocks differ", given, 0, 8, 21, draft.AnyWeekday, "2017-08-21"},
		{"later in the year: of the year before", given, 0, 12, 24, draft.AnyWeekday, "2016-12-24"},
		{"the year that fits the weekday", years, 0, 8, 12, time.Saturday, "2017-08-12"},
		{"two years fit", years, 0, 8, 12, draft.AnyWeekday, ""},
		{"none fits", years, 0, 8, 12, time.Monday, ""},
		{"nothing to go by", none, 0, 8, 12, time.Saturday, ""},
	} {
		got := c.calendar.Day(c.year, c.month, c.day, c.weekday)
		if got.String() != c.want && !(got == 0 && c.want == "") {
			t.Errorf("%s: %s: want %q", c.what, got, c.want)
		}
	}
}

package draft

import (
	"time"

	"frontline/timeline"
)

// AnyWeekday stands for a day whose weekday is not said.
const AnyWeekday time.Weekday = -1

// Calendar is what a text says of the time it was written in.
type Calendar struct {
	Published timeline.Day // zero where it is unknown
	Years     []int        // that the text names
}

// Day is a day of a month (1 to 12) in a year: as said, or for year zero the
// last one up to the day of the report, or else the one in the years that the
// text names that fits the weekday. Zero where it stays open, or the day does
// not exist.
func (c Calendar) Day(year, month, day int, weekday time.Weekday) timeline.Day {
	if year != 0 {
		return dayIn(year, month, day, AnyWeekday)
	}
	if c.Published != 0 {
		y := c.Published.Time().Year()
		if d := dayIn(y, month, day, AnyWeekday); d != 0 && d <= c.Published+1 {
			return d
		}
		return dayIn(y-1, month, day, AnyWeekday)
	}
	found := timeline.Day(0)
	for _, y := range c.Years {
		if d := dayIn(y, month, day, weekday); d != 0 {
			if found != 0 && found != d {
				return 0
			}
			found = d
		}
	}
	return found
}

func dayIn(year, month, day int, weekday time.Weekday) timeline.Day {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || weekday != AnyWeekday && t.Weekday() != weekday {
		return 0
	}
	return timeline.DayOf(t)
}

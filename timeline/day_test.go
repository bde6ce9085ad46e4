package timeline_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"frontline/timeline"
)

// day reads a day, or 0 for "".
func day(t interface{ Fatal(...any) }, s string) timeline.Day {
	if s == "" {
		return 0
	}
	d, err := timeline.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every eleventh day from the first to the last that can be written, so that
// every day of the year and of the week has its turn.
func TestDaysComeBackAsTheyWereWritten(t *testing.T) {
	last := timeline.Date(9999, time.December, 31)
	for d := timeline.Day(1); d <= last; d += 11 {
		if back, err := timeline.ParseDay(d.String()); err != nil || back != d {
			t.Fatalf("day %d is %q, read as %d, %v", d, d, back, err)
		}
	}
}

// Days are counted as the standard library counts them, whatever the zone and
// the hour.
func TestDaysFollowTheCalendar(t *testing.T) {
	zones := []*time.Location{time.UTC, time.FixedZone("east", 14*3600), time.FixedZone("west", -12*3600)}
	rapid.Check(t, func(t *rapid.T) {
		d := timeline.Day(rapid.Int32Range(1, int32(timeline.Date(9999, 12, 31))).Draw(t, "day"))
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		hour := rapid.IntRange(0, 23).Draw(t, "hour")
		at := d.Time()
		if at.Location() != time.UTC || at.Hour() != 0 || at.Format(time.DateOnly) != d.String() {
			t.Errorf("day %d begins at %v and is %s", d, at, d)
		}
		local := time.Date(at.Year(), at.Month(), at.Day(), hour, 59, 59, 0, zone)
		if timeline.DayOf(local) != d || timeline.Date(at.Year(), at.Month(), at.Day()) != d {
			t.Errorf("%v is day %d: want %d", local, timeline.DayOf(local), d)
		}
		if next := (d + 1).Time(); !next.Equal(at.AddDate(0, 0, 1)) {
			t.Errorf("the day after %s is %v", d, next)
		}
	})
}

func TestKnownDays(t *testing.T) {
	for s, want := range map[string]timeline.Day{"0001-01-01": 1, "1970-01-01": 719163, "2016-02-29": 736023, "9999-12-31": 3652059, "2017-08-12": 736553} {
		if got, err := timeline.ParseDay(s); err != nil || got != want {
			t.Errorf("%s: %d, %v: want %d", s, got, err, want)
		}
	}
	if got := timeline.Date(2017, time.September, 0); got.String() != "2017-08-31" {
		t.Errorf("the day before 1 September is %s", got)
	}
}

func TestWhatIsNoDay(t *testing.T) {
	for _, s := range []string{"", "2017", "2017-8-12", "2017-02-29", "2017-13-01", "2017-08-32", "0000-12-31", "-001-01-01",
		"12-08-2017", "2017/08/12", "2017-08-12T00:00:00Z", " 2017-08-12", "٢٠١٧-٠٨-١٢", "yesterday"} {
		_, err := timeline.ParseDay(s)
		if err == nil {
			t.Errorf("%q is read as a day", s)
			continue
		}
		if !strings.Contains(err.Error(), `"`+s+`"`) || !strings.Contains(err.Error(), "YYYY-MM-DD") {
			t.Errorf("%q: the error %q does not name it and the form", s, err)
		}
	}
}

func TestUnknownDay(t *testing.T) {
	var none timeline.Day
	if none.Known() || none.String() != "" {
		t.Errorf("the zero day is %q", none)
	}
	if !timeline.Day(1).Known() {
		t.Error("the first day is not known")
	}
}

func TestDayInJSON(t *testing.T) {
	for d, want := range map[timeline.Day]string{0: "null", day(t, "2017-08-12"): `"2017-08-12"`, 1: `"0001-01-01"`} {
		b, err := json.Marshal(d)
		if err != nil || string(b) != want {
			t.Errorf("%d: %s, %v: want %s", d, b, err, want)
		}
		back := timeline.Day(7)
		if err := json.Unmarshal(b, &back); err != nil || back != d {
			t.Errorf("%s: %d, %v: want %d", b, back, err, d)
		}
	}
	for _, s := range []string{`""`, `"2017-8-12"`, `17`, `{}`} {
		var d timeline.Day
		if err := json.Unmarshal([]byte(s), &d); err == nil {
			t.Errorf("%s is read as %s", s, d)
		}
	}
}

func TestSpansAreHalfOpen(t *testing.T) {
	first, end := day(t, "2017-08-05"), day(t, "2017-09-01")
	for _, c := range []struct {
		name string
		span timeline.Span
		day  timeline.Day
		in   bool
	}{
		{"the day before", timeline.Span{From: first, To: end}, first - 1, false},
		{"the first day", timeline.Span{From: first, To: end}, first, true},
		{"the last day", timeline.Span{From: first, To: end}, end - 1, true},
		{"the day of the end", timeline.Span{From: first, To: end}, end, false},
		{"long after, while it lasts", timeline.Span{From: first}, end + 9999, true},
		{"long before, without a start", timeline.Span{To: end}, 1, true},
		{"the end, without a start", timeline.Span{To: end}, end, false},
		{"any day of all time", timeline.Span{}, first, true},
		{"an unknown day", timeline.Span{}, 0, false},
		{"nothing lies in an empty span", timeline.Span{From: first, To: first}, first, false},
	} {
		if got := c.span.Contains(c.day); got != c.in {
			t.Errorf("%s: %v: want %v", c.name, got, c.in)
		}
	}
}

// Two spans overlap if and only if some day lies in both.
func TestOverlapsMeansASharedDay(t *testing.T) {
	const days = 12
	span := rapid.Custom(func(t *rapid.T) timeline.Span {
		from := rapid.IntRange(0, days).Draw(t, "from")
		to := 0
		if rapid.Bool().Draw(t, "ends") {
			to = rapid.IntRange(max(from, 1)+1, days+2).Draw(t, "to")
		}
		return timeline.Span{From: timeline.Day(from), To: timeline.Day(to)}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := span.Draw(t, "a"), span.Draw(t, "b")
		shared := false
		for d := timeline.Day(1); d < 2*days; d++ {
			shared = shared || a.Contains(d) && b.Contains(d)
		}
		if a.Overlaps(b) != shared || b.Overlaps(a) != shared {
			t.Errorf("%v and %v: overlap %v and %v: want %v", a, b, a.Overlaps(b), b.Overlaps(a), shared)
		}
	})
}

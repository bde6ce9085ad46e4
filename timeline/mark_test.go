package timeline_test

import (
	"testing"

	"pgregory.net/rapid"

	"frontline/timeline"
)

func TestMarksAreReadAsTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := timeline.Mark{Moment: timeline.Moment(rapid.Int64Range(1, 4e12).Draw(t, "moment")), Events: rapid.IntRange(1, 1e6).Draw(t, "events")}
		if got, err := timeline.ParseMark(m.String()); err != nil || got != m {
			t.Fatalf("%q: %v, %v", m, got, err)
		}
	})
	if m, err := timeline.ParseMark(""); err != nil || m != (timeline.Mark{}) {
		t.Errorf("%v, %v: want the mark before all", m, err)
	}
	for _, s := range []string{"7", "+1", "2017-08-13T12:00:00.000Z", "2017-08-13T12:00:00.000Z+x", "2017-08-13T12:00:00.000Z+0",
		"2017-08-13T12:00:00.000Z+1 ", "2017-08-13T12:00:00+02:00+1"} {
		if m, err := timeline.ParseMark(s); err == nil {
			t.Errorf("%q: %v: want an error", s, m)
		}
	}
}

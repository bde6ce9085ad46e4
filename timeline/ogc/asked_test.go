package ogc_test

import (
	"testing"

	"frontline/timeline/ogc"
)

func TestIntervalsAreDaysWithTheirEnds(t *testing.T) {
	for s, want := range map[string]string{
		"2017-08-20": "2017-08-20…2017-08-21", "2017-08-20T23:59:59.5Z": "2017-08-20…2017-08-21", "2017-08-20T01:00:00+03:00": "2017-08-19…2017-08-20",
		"2017-08-20T10:00Z": "2017-08-20…2017-08-21", "2017-08-01/2017-08-20": "2017-08-01…2017-08-21", "../2017-08-20T": "…2017-08-21", "/..": "…", "2017-08-20/": "2017-08-20…",
	} {
		span, err := ogc.ParseInterval(s)
		if got := span.From.String() + "…" + span.To.String(); err != nil || got != want {
			t.Errorf("%s: %s, %v: want %s", s, got, err, want)
		}
	}
}

func FuzzParseInterval(f *testing.F) {
	for _, s := range []string{"2017-08-20", "../2017-08-20T00:00:00Z", "2017-08-01/2017-08-20", "/", "9999-12-31", "0001-01-01/.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		span, err := ogc.ParseInterval(s)
		if err == nil && span.To.Known() && span.From >= span.To {
			t.Errorf("%q: no day from %v to %v", s, span.From, span.To)
		}
	})
}

func FuzzParseBox(f *testing.F) {
	for _, s := range []string{"1,2,3,4", "170,-10,-170,10", "1,2,0,3,4,9", "NaN,0,1,1", "1e3,0,0,0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		boxes, err := ogc.ParseBox(s)
		if err != nil {
			return
		}
		for _, b := range boxes {
			if !(b.Min.Lon() >= -180 && b.Max.Lon() <= 180 && b.Min.Lat() >= -90 && b.Max.Lat() <= 90 && b.Min.Lon() <= b.Max.Lon() && b.Min.Lat() <= b.Max.Lat()) {
				t.Errorf("%q: %v", s, b)
			}
		}
	})
}

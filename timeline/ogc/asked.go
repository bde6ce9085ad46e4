package ogc

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// ParseInterval reads a moment or an interval as the parameter datetime writes them:
// a day, a moment of RFC 3339, or two of them with a slash between, of which ".." and
// nothing are an open end. Ends are included. It is the span of their days in UTC.
func ParseInterval(s string) (timeline.Span, error) {
	first, last, interval := strings.Cut(s, "/")
	if !interval {
		day, err := timeline.ParseDayAt(s)
		return timeline.Span{From: day, To: day + 1}, err
	}
	from, err := endOf(first)
	if err != nil {
		return timeline.Span{}, err
	}
	to, err := endOf(last)
	if err != nil {
		return timeline.Span{}, err
	}
	if to.Known() {
		if to++; from >= to {
			return timeline.Span{}, fmt.Errorf("%q ends before it begins", s)
		}
	}
	return timeline.Span{From: from, To: to}, nil
}

func endOf(s string) (timeline.Day, error) {
	if s == "" || s == ".." {
		return 0, nil
	}
	return timeline.ParseDayAt(strings.TrimSuffix(s, "T")) // so GDAL 3.6 writes a day
}

// ParseBox reads a box of four numbers, west, south, east and north in degrees, or of
// six, with a lowest and a highest height after south and north, which nothing here has.
// A box over the 180th meridian, whose west is greater than its east, is two.
func ParseBox(s string) ([]orb.Bound, error) {
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) == 6 {
		for _, height := range []string{parts[2], parts[5]} {
			if h, err := strconv.ParseFloat(height, 64); err != nil || math.IsNaN(h) || math.IsInf(h, 0) {
				return nil, fmt.Errorf("%q is not a height: want a number", height)
			}
		}
		parts = append(parts[:2:2], parts[3:5]...)
	}
	if len(parts) == 4 {
		west, err1 := strconv.ParseFloat(parts[0], 64)
		east, err2 := strconv.ParseFloat(parts[2], 64)
		if err1 == nil && err2 == nil && west > east {
			eastern, err := geo.ParseBound(strings.Join([]string{parts[0], parts[1], "180", parts[3]}, ","))
			if err != nil {
				return nil, err
			}
			western, err := geo.ParseBound(strings.Join([]string{"-180", parts[1], parts[2], parts[3]}, ","))
			return []orb.Bound{eastern, western}, err
		}
	}
	b, err := geo.ParseBound(strings.Join(parts, ","))
	return []orb.Bound{b}, err
}

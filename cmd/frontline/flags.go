package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// formatFlag is one of a few words.
type formatFlag struct {
	value   string
	allowed []string
}

func (f *formatFlag) String() string { return f.value }
func (f *formatFlag) Type() string   { return "format" }

// Set takes one of the allowed words.
func (f *formatFlag) Set(s string) error {
	if !slices.Contains(f.allowed, s) {
		return fmt.Errorf("want %s", strings.Join(f.allowed, ", "))
	}
	f.value = s
	return nil
}

// dayFlag is a day; zero where the flag is left out.
type dayFlag struct{ timeline.Day }

func (f *dayFlag) Type() string { return "day" }

// Set takes YYYY-MM-DD.
func (f *dayFlag) Set(s string) (err error) {
	f.Day, err = timeline.ParseDay(s)
	return err
}

// wholeFlag is a whole number, from low to high.
type wholeFlag struct{ value, low, high int }

func (f *wholeFlag) String() string { return strconv.Itoa(f.value) }
func (f *wholeFlag) Type() string   { return "int" }

// Set takes a number in the range.
func (f *wholeFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < f.low || n > f.high {
		return fmt.Errorf("want a whole number from %d to %d", f.low, f.high)
	}
	f.value = n
	return nil
}

// shareFlag is a number from 0 to 1.
type shareFlag float64

func (f *shareFlag) String() string { return strconv.FormatFloat(float64(*f), 'g', -1, 64) }
func (f *shareFlag) Type() string   { return "float" }

// Set takes a number in the range.
func (f *shareFlag) Set(s string) error {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= 0 && v <= 1) { // NaN too
		return errors.New("want a number from 0 to 1")
	}
	*f = shareFlag(v)
	return nil
}

// boundNamed is the box that a flag says; nil where it is left out.
func boundNamed(flag, value string) (*orb.Bound, error) {
	if value == "" {
		return nil, nil //nolint:nilnil // everywhere
	}
	b, err := geo.ParseBound(value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	return &b, nil
}

// actorNamed is the actor of an id, or of a name in Arabic or English; what is
// none is an error that begins with what.
func actorNamed(what, name string) (timeline.Actor, error) {
	actors, err := shippedActors()
	if err != nil {
		return "", err
	}
	var ids []string
	key := gazetteer.NameKey(name)
	for _, a := range actors {
		if string(a.ID) == name || gazetteer.NameKey(a.NameEn) == key || gazetteer.NameKey(a.NameAr) == key {
			return a.ID, nil
		}
		ids = append(ids, string(a.ID))
	}
	return "", fmt.Errorf("%s %q: no such actor: want %s, or a name of one", what, name, strings.Join(ids, ", "))
}

// actorsNamed are the actors that --actor names.
func actorsNamed(given []string) ([]timeline.Actor, error) {
	var out []timeline.Actor
	for _, name := range given {
		a, err := actorNamed("--actor", name)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// parseRange reads "A..B", the half-open range of days from A up to but not
// including B; either may be left out, and stands open then.
func parseRange(s string) (timeline.Span, error) {
	const form = "want FROM..TO, days as YYYY-MM-DD, TO not included; either may be left out"
	from, to, ok := strings.Cut(s, "..")
	if !ok {
		return timeline.Span{}, fmt.Errorf("%q is not a range: %s", s, form)
	}
	var span timeline.Span
	for _, end := range []struct {
		text string
		day  *timeline.Day
	}{{from, &span.From}, {to, &span.To}} {
		if end.text == "" {
			continue
		}
		d, err := timeline.ParseDay(end.text)
		if err != nil {
			return span, fmt.Errorf("%q is not a range: %w: %s", s, err, form)
		}
		*end.day = d
	}
	if span.To.Known() && span.To <= span.From {
		return span, fmt.Errorf("%q is not a range: %s is not after %s: %s", s, span.To, span.From, form)
	}
	return span, nil
}

package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"frontline/timeline/evaluate"
)

// floor is the least that a figure may be, or its precision or recall.
type floor struct {
	name   string // of a figure, with .precision or .recall where that is meant
	figure evaluate.Figure
	part   string  // "" is the figure itself
	least  float64 // 0…1
}

// floorsFlag are floors, in the order given.
type floorsFlag []floor

func (f *floorsFlag) Type() string { return "floor" }

func (f *floorsFlag) String() string {
	var out []string
	for _, v := range *f {
		out = append(out, fmt.Sprintf("%s=%v", v.name, v.least))
	}
	return strings.Join(out, ",")
}

// Set takes NAME=VALUE and adds it to those before.
func (f *floorsFlag) Set(s string) error {
	name, value, _ := strings.Cut(s, "=")
	figure, part, _ := strings.Cut(name, ".")
	v := floor{name: name, figure: evaluate.Figure(figure), part: part}
	if !slices.Contains(evaluate.Figures, v.figure) || name != figure && !slices.Contains([]string{"precision", "recall"}, part) {
		return fmt.Errorf("figure %q: want one of %v, alone or with .precision or .recall", name, evaluate.Figures)
	}
	var err error
	if v.least, err = strconv.ParseFloat(value, 64); err != nil || math.IsNaN(v.least) || v.least < 0 || v.least > 1 {
		return fmt.Errorf("value %q: want %s=VALUE with a number of 0 to 1", value, name)
	}
	*f = append(*f, v)
	return nil
}

// check says what is below its floor. What there is nothing to measure by is.
func (f floorsFlag) check(figures []evaluate.Score) error {
	var below []string
	for _, v := range f {
		switch got := v.of(figures); {
		case got == nil:
			below = append(below, fmt.Sprintf("%s: nothing to measure, want %v", v.name, v.least))
		case *got < v.least:
			below = append(below, fmt.Sprintf("%s is %v, want %v", v.name, *got, v.least))
		}
	}
	if below == nil {
		return nil
	}
	return fmt.Errorf("below the floor: %s", strings.Join(below, "; "))
}

// of is what the floor is about; nil where it was not measured.
func (v floor) of(figures []evaluate.Score) *float64 {
	i := slices.IndexFunc(figures, func(s evaluate.Score) bool { return s.Figure == v.figure })
	switch {
	case i < 0 || !figures[i].Measured():
		return nil
	case v.part == "precision":
		return figures[i].Precision
	case v.part == "recall":
		return figures[i].Recall
	}
	return &figures[i].Value
}

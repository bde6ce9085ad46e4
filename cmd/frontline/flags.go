package main

import (
	"fmt"
	"slices"
	"strings"

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

// optionalDay reads the value of a flag that may be left out.
func optionalDay(flag, value string) (timeline.Day, error) {
	if value == "" {
		return 0, nil
	}
	d, err := timeline.ParseDay(value)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", flag, err)
	}
	return d, nil
}

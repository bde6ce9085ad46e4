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

// dayFlag is a day; zero where the flag is left out.
type dayFlag struct{ timeline.Day }

func (f *dayFlag) Type() string { return "day" }

// Set takes YYYY-MM-DD.
func (f *dayFlag) Set(s string) (err error) {
	f.Day, err = timeline.ParseDay(s)
	return err
}

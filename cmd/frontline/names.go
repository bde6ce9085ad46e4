package main

import (
	"frontline/geo"
	"frontline/geo/gazetteer"
)

// names finds the places that people name.
type names struct{ *gazetteer.Gazetteer }

// Find is the place that bears the name, or all that do where none stands out.
func (n names) Find(name string) []geo.Ranked {
	ranked, sure := n.Named(name)
	if sure {
		return ranked[:1]
	}
	return ranked
}

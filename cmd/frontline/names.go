package main

import (
	"fmt"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// names finds the places that people name.
type names struct{ *gazetteer.Gazetteer }

// Find is the place that bears the name, or all that do where none stands out.
// in is the governorate that it is said to lie in, "" for none.
func (n names) Find(name, in string) []geo.Ranked {
	ranked, sure := n.Named(name, in)
	if sure {
		return ranked[:1]
	}
	return ranked
}

// governorateNamed is the gazetteer's name of the governorate that a flag names;
// "" where it names none.
func governorateNamed(flag, value string, places *gazetteer.Gazetteer) (string, error) {
	if value == "" {
		return "", nil
	}
	name, ok := places.Province(value)
	if !ok {
		return "", fmt.Errorf("%s %q: want a governorate: %s", flag, value, strings.Join(places.Governorates(), ", "))
	}
	return name, nil
}

// Outline is the ground of a governorate, by the gazetteer's name of it; nil where
// no boundaries were imported.
func (n names) Outline(governorate string) orb.MultiPolygon {
	for _, a := range n.Areas(1) {
		if n.ProvinceOf(a) == governorate {
			return a.Outline
		}
	}
	return nil
}

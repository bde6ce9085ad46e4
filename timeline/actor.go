package timeline

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"slices"
)

// Actor is the canonical id of a party to the war, such as "islamic_state".
// The zero Actor is "none said"; Unknown is "somebody, not known who".
type Actor string

// Unknown is the holder of a place nobody is known to hold.
const Unknown Actor = "unknown"

// ActorInfo is what a reader needs to know of an actor.
type ActorInfo struct {
	ID     Actor  `json:"id"`
	NameEn string `json:"name_en"`
	NameAr string `json:"name_ar"`
	Side   string `json:"side"`   // actors of one side do not take places from each other
	Colour string `json:"colour"` // #rrggbb
}

// Sides are the sides that actors are on, in their order.
func Sides(actors []ActorInfo) (sides []string) {
	for _, a := range actors {
		if !slices.Contains(sides, a.Side) {
			sides = append(sides, a.Side)
		}
	}
	return sides
}

var colourForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// LoadActors reads a tab-separated table with the columns id, name_en,
// name_ar, side, colour and a head line. A row that is short, repeats an id or names
// no colour is an error that names its line.
func LoadActors(r io.Reader) ([]ActorInfo, error) {
	in := csv.NewReader(r)
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = '\t', 5, true
	rows, err := in.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("actors: %w", err)
	}
	seen := map[Actor]bool{}
	var out []ActorInfo
	for i, f := range rows {
		if i == 0 {
			continue
		}
		a := ActorInfo{ID: Actor(f[0]), NameEn: f[1], NameAr: f[2], Side: f[3], Colour: f[4]}
		if a.ID == "" || seen[a.ID] {
			return nil, fmt.Errorf("actors: line %d: id %q is empty or there twice", i+1, a.ID)
		}
		if a.Side == "" {
			return nil, fmt.Errorf("actors: line %d: %s has no side", i+1, a.ID)
		}
		if !colourForm.MatchString(a.Colour) {
			return nil, fmt.Errorf("actors: line %d: colour %q: want #rrggbb", i+1, a.Colour)
		}
		seen[a.ID] = true
		out = append(out, a)
	}
	return out, nil
}

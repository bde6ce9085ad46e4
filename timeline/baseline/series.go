package baseline

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// Series is what files show, by day, ready to be looked at and taken in.
type Series struct {
	Snapshots  []Snapshot // by day
	Files      []File     // by name: how each was read
	Properties []Property // of features, by name
	Refused    []Refused  // features and rows of which nobody knows who holds them
	Unplaced   []Unplaced // rows of lists that no place was found for
	LeftOut    []LeftOut  // features that are none of a map, or of a list; these and rows whose holder is said to be unknown
	AreasOnly  int        // places passed over because they are only known as an area

	seen    map[string]map[string]int
	shots   []*snapshot
	lines   [][]line
	entries []*gazetteer.Entry
	actors  []timeline.ActorInfo
	origin  Origin
}

// Snapshot is what a file shows of a day.
type Snapshot struct {
	File      string
	SHA256    string
	Day       timeline.Day
	Features  int // polygons, or rows
	Held      map[timeline.Actor]int
	Contested int           // places that several actors have, which are in Held of each
	Outside   int           // places that the map does not show held
	Missing   timeline.Span // days without a snapshot since the one before; empty for none
	Lines     int           // of its table: places whose holder it is the first or the last to show
}

// Property is a property of features, with how many have which value.
type Property struct {
	Name   string
	Values map[string]int
}

// Refused is a feature or a row that does not say who holds it in words that
// are known.
type Refused struct {
	File     string
	What     string // "feature" or "line"
	Number   int    // of it, from 1
	Property string // "" where none was named
	Value    string
}

// LeftOut is how many features or rows of a file were passed over.
type LeftOut struct {
	File     string
	Why      string
	Features int // or rows
}

// Errors that say why a series cannot be taken in, wrapped with what it is about.
var (
	ErrNoDay   = errors.New("no day")
	ErrNobody  = errors.New("nothing says who holds it")
	ErrNowhere = errors.New("no place of the gazetteer is held in it: want a gazetteer of that country imported first")
	ErrNoEdge  = errors.New("nothing says how far elsewhere reaches: want a box, or areas of the gazetteer that the polygons lie in")
)

// maxValues is how many values of a property, and properties, are remembered.
const maxValues = 500

func (s *Series) see(name, value string) {
	if s.seen == nil {
		s.seen = map[string]map[string]int{}
	}
	if s.seen[name] == nil && len(s.seen) < maxValues {
		s.seen[name] = map[string]int{}
	}
	if values := s.seen[name]; values != nil && (values[value] > 0 || len(values) < maxValues) {
		values[value]++
	}
}

func (s *Series) refuse(x Refused) { s.Refused = append(s.Refused, x) }

func (s *Series) leave(why, file string, n int) { s.LeftOut = append(s.LeftOut, LeftOut{file, why, n}) }

// seriesOf makes the series of all snapshots.
func (r *reader) seriesOf() (*Series, error) {
	outside, err := r.elsewhere()
	if err != nil {
		return nil, err
	}
	s := r.series
	s.shots, s.entries, s.actors, s.origin, s.AreasOnly = r.snapshots, r.entries, r.Actors, r.Origin, r.ground.areas
	s.lines = r.runs(outside)
	for _, name := range slices.Sorted(maps.Keys(s.seen)) {
		s.Properties = append(s.Properties, Property{name, s.seen[name]})
	}
	byPlace := func(a, b Refused) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Number, b.Number)) }
	slices.SortFunc(s.Refused, byPlace)
	slices.SortStableFunc(s.Unplaced, func(a, b Unplaced) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line)) })
	slices.SortFunc(s.LeftOut, func(a, b LeftOut) int { return cmp.Compare(a.File, b.File) })
	slices.SortStableFunc(s.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	var before timeline.Day
	for i, x := range r.snapshots {
		view := r.view(x, outside)
		view.Missing, view.Lines = missing(before, x.day), len(s.lines[i])
		s.Snapshots, before = append(s.Snapshots, view), x.day
	}
	return s, nil
}

// view counts what a snapshot shows.
func (r *reader) view(x *snapshot, outside func(*snapshot, int32) []mark) Snapshot {
	v := Snapshot{File: x.path, SHA256: x.sha256, Day: x.day, Features: x.features, Held: map[timeline.Actor]int{}}
	shown := make([]bool, len(r.entries))
	for i, m := range x.marks {
		shown[m.place] = true
		v.Held[r.Actors[m.actor].ID]++
		if i > 0 && x.marks[i-1].place == m.place && (i == 1 || x.marks[i-2].place != m.place) {
			v.Contested++
		}
	}
	for _, place := range r.ground.number {
		if !x.complete || shown[place] {
			continue
		}
		for _, m := range outside(x, place) {
			shown[place] = true
			v.Held[r.Actors[m.actor].ID]++
		}
		if !shown[place] {
			v.Outside++
		}
	}
	return v
}

// Ready is nil for a series that can be taken in, else the first reason why it
// cannot: one of this package's errors with what it is about.
func (s *Series) Ready() error {
	if len(s.Refused) > 0 {
		x := s.Refused[0]
		said := "it has no property that is asked for"
		if x.Property != "" {
			said = fmt.Sprintf("%s %q is no actor: want one of %s", x.Property, x.Value, strings.Join(ids(s.actors), ", "))
		}
		return fmt.Errorf("%s: %s %d: %w: %s (so %d in all)", x.File, x.What, x.Number, ErrNobody, said, len(s.Refused))
	}
	if !s.Placeless() {
		return nil
	}
	drawn := false
	for _, x := range s.shots {
		if !x.complete {
			return fmt.Errorf("%s: %w", x.path, ErrNowhere)
		}
		drawn = drawn || len(x.drawing.Shapes) > 0
	}
	if !drawn {
		return fmt.Errorf("%s: %w", s.Snapshots[0].File, ErrNowhere)
	}
	return nil
}

// Placeless says whether no place of the gazetteer is held in any of the files:
// of such a series only the polygons are worth taking in, if it has any.
func (s *Series) Placeless() bool {
	return !slices.ContainsFunc(s.Snapshots, func(v Snapshot) bool { return len(v.Held) > 0 })
}

// Missing are the days between the first snapshot and the last of which there
// is none, and how many they are: one a day is expected.
func (s *Series) Missing() (spans []timeline.Span, total int) {
	for _, v := range s.Snapshots {
		if days(v.Missing) > 0 {
			spans, total = append(spans, v.Missing), total+days(v.Missing)
		}
	}
	return spans, total
}

// Readings are the reports of the series, one for each snapshot, in the order of
// their days. They are made one by one as they are asked for.
func (s *Series) Readings() iter.Seq[timeline.Reading] {
	return func(yield func(timeline.Reading) bool) {
		for i := range s.shots {
			if !yield(s.reading(i)) {
				return
			}
		}
	}
}

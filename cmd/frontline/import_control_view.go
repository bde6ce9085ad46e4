package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/baseline"
)

// controlJSON is what came, or would come, of an import of control.
type controlJSON struct {
	Added      *int                      `json:"added"` // reports; null where none was to be
	Snapshots  []snapshotJSON            `json:"snapshots"`
	Files      []controlFileJSON         `json:"files"`
	Missing    missingJSON               `json:"missing"`
	Properties map[string]map[string]int `json:"properties"`
	Refused    []refusedJSON             `json:"refused"`
	Unplaced   unplacedRowsJSON          `json:"unplaced"`
	LeftOut    []leftOutFeaturesJSON     `json:"left_out"`
	AreasOnly  int                       `json:"areas_only"`
	Placeless  bool                      `json:"placeless"` // no place of the gazetteer is held in any file
}

type snapshotJSON struct {
	File      string                 `json:"file"`
	SHA256    string                 `json:"sha256"`
	Day       timeline.Day           `json:"day"`
	Features  int                    `json:"features"`
	Held      map[timeline.Actor]int `json:"held"`
	Contested int                    `json:"contested"`
	Outside   int                    `json:"outside"`
	Lines     int                    `json:"lines"`
}

// missingJSON are the days that a series has no file of: one a day is expected.
type missingJSON struct {
	Days   int        `json:"days"`
	Ranges []spanJSON `json:"ranges"`
}

type spanJSON struct {
	From timeline.Day `json:"from"`
	To   timeline.Day `json:"to"` // not included
}

type refusedJSON struct {
	File     string `json:"file"`
	What     string `json:"what"`
	Number   int    `json:"number"`
	Property string `json:"property"`
	Value    string `json:"value"`
}

// unplacedRowsJSON are rows of lists without a place, the first of them.
type unplacedRowsJSON struct {
	Total int               `json:"total"`
	Rows  []unplacedRowJSON `json:"rows"`
}

type unplacedRowJSON struct {
	File       string                `json:"file"`
	What       string                `json:"what"` // line or feature
	Line       int                   `json:"line"` // of it, from 1
	Name       string                `json:"name"`
	Holder     timeline.Actor        `json:"holder"`
	Reason     string                `json:"reason"`
	Candidates []timeline.RankedView `json:"candidates"`
	Similar    []timeline.RankedView `json:"similar"`
}

type leftOutFeaturesJSON struct {
	File     string `json:"file"`
	Why      string `json:"why"`
	Features int    `json:"features"`
}

// shownRows is how many rows without a place are shown with what they may mean.
const shownRows = 50

func controlView(s *baseline.Series, places *gazetteer.Gazetteer, added *int) controlJSON {
	v := controlJSON{Added: added, Files: controlFiles(s.Files), Properties: map[string]map[string]int{},
		Refused: []refusedJSON{}, Unplaced: unplacedRowsJSON{len(s.Unplaced), []unplacedRowJSON{}}, LeftOut: []leftOutFeaturesJSON{}, AreasOnly: s.AreasOnly, Placeless: s.Placeless()}
	for _, x := range s.Snapshots {
		v.Snapshots = append(v.Snapshots, snapshotJSON{x.File, x.SHA256, x.Day, x.Features, x.Held, x.Contested, x.Outside, x.Lines})
	}
	spans, total := s.Missing()
	v.Missing = missingJSON{total, []spanJSON{}}
	for _, m := range spans {
		v.Missing.Ranges = append(v.Missing.Ranges, spanJSON(m))
	}
	for _, p := range s.Properties {
		v.Properties[p.Name] = p.Values
	}
	for _, r := range s.Refused {
		v.Refused = append(v.Refused, refusedJSON(r))
	}
	for _, u := range s.Unplaced[:min(len(s.Unplaced), shownRows)] {
		row := unplacedRowJSON{u.File, u.What, u.Line, u.Name, u.Holder, u.Reason, timeline.RankedJSON(u.Candidates), []timeline.RankedView{}}
		if len(u.Candidates) == 0 {
			row.Similar = timeline.RankedJSON(places.Similar(u.Name, nearSpellings))
		}
		v.Unplaced.Rows = append(v.Unplaced.Rows, row)
	}
	for _, l := range s.LeftOut {
		v.LeftOut = append(v.LeftOut, leftOutFeaturesJSON(l))
	}
	return v
}

// byCount are the keys of counts, the greatest count first.
func byCount[K cmp.Ordered](counts map[K]int) []K {
	return slices.SortedFunc(maps.Keys(counts), func(a, b K) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
}

// shownFew is how many values, refused features and missing ranges are printed.
const shownFew = 10

// printControl is what came of an import of control, for the eyes.
func printControl(w io.Writer, v controlJSON) error {
	for _, s := range v.Snapshots {
		fmt.Fprintf(w, "%s  %s: %d shown", s.Day, s.File, s.Features)
		for _, a := range byCount(s.Held) {
			fmt.Fprintf(w, ", %s %s", counted(s.Held[a], "place"), a)
		}
		if s.Contested > 0 {
			fmt.Fprintf(w, ", %d of them contested", s.Contested)
		}
		if s.Outside > 0 {
			fmt.Fprintf(w, ", %d outside", s.Outside)
		}
		fmt.Fprintf(w, "; first or last so: %d\n", s.Lines)
	}
	if v.Placeless {
		fmt.Fprintln(w, "no place of the gazetteer lies in what is held: only the map itself can be asked, with --map SOURCE; for who holds a place: frontline import places")
	}
	if v.AreasOnly > 0 {
		fmt.Fprintf(w, "left out, only known as an area: %s\n", counted(v.AreasOnly, "place"))
	}
	for _, l := range v.LeftOut {
		fmt.Fprintf(w, "left out: %s: %d × %s\n", l.File, l.Features, l.Why)
	}
	for _, f := range v.Files {
		printControlFile(w, f, v.Added == nil)
	}
	if v.Added == nil {
		printProperties(w, v.Properties)
	}
	printMissing(w, v.Missing)
	for _, r := range v.Refused[:min(len(v.Refused), shownFew)] {
		fmt.Fprintf(w, "nobody known: %s: %s %d: %s\n", r.File, r.What, r.Number, strings.TrimSpace(fmt.Sprintf("%s %q", r.Property, r.Value)))
	}
	printAll(w, "of %d features and rows nobody knows who holds them", len(v.Refused))
	for _, u := range v.Unplaced.Rows {
		fmt.Fprintf(w, "no place: %s: %s %d: %s: %s\n", u.File, u.What, u.Line, u.Name, u.Reason)
		printCandidates(w, "may mean", u.Candidates)
		printCandidates(w, "spelt like", u.Similar)
	}
	printAll(w, "%d of what is listed have no place", v.Unplaced.Total)
	if v.Added == nil {
		_, err := fmt.Fprintln(w, "nothing was taken in")
		return err
	}
	_, err := fmt.Fprintf(w, "%d of %d reports are new\n", *v.Added, len(v.Snapshots))
	return err
}

func printAll(w io.Writer, format string, n int) {
	if n > 0 {
		fmt.Fprintf(w, format+"\n", n)
	}
}

// printProperties says which values properties have, and how often.
func printProperties(w io.Writer, properties map[string]map[string]int) {
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		var values []string
		for _, v := range byCount(properties[name]) {
			values = append(values, fmt.Sprintf("%q (%d)", shortened(v), properties[name][v]))
		}
		more := ""
		if len(values) > shownFew {
			more = fmt.Sprintf(" and %d more", len(values)-shownFew)
		}
		fmt.Fprintf(w, "property %s: %s%s\n", name, strings.Join(values[:min(len(values), shownFew)], ", "), more)
	}
}

// shortened is a value that may be long, as it can stand in a list of such.
func shortened(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

func printMissing(w io.Writer, m missingJSON) {
	if m.Days == 0 {
		return
	}
	fmt.Fprintf(w, "expected daily, missing are %s:", counted(m.Days, "day"))
	for i, r := range m.Ranges {
		if i == shownFew {
			fmt.Fprintf(w, " and %d ranges more", len(m.Ranges)-i)
			break
		}
		fmt.Fprintf(w, " %s..%s", r.From, r.To)
	}
	fmt.Fprintln(w)
}

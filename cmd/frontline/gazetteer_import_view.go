package main

import (
	"fmt"
	"io"
	"strings"

	"frontline/geo/gazetteer/link"
	"frontline/geo/gazetteer/source"
)

// Views of an import, as JSON.
type (
	importJSON struct {
		Files     []importedJSON     `json:"files"`
		Records   int                `json:"records"`
		Same      int                `json:"same"`
		Updated   int                `json:"updated"`
		Matched   map[link.Basis]int `json:"matched"`
		Added     int                `json:"added"`
		Names     int                `json:"names"`
		Areas     int                `json:"areas"`
		Conflicts int                `json:"conflicts"`
		Examples  []conflictJSON     `json:"examples"`
	}
	importedJSON struct {
		File    string         `json:"file"`
		Kind    source.Kind    `json:"kind"`
		Content source.Content `json:"content"`
		Rows    int            `json:"rows"`
		Given   int            `json:"given"`
		Bad     int            `json:"bad"`
		Faults  []faultJSON    `json:"faults"`
		LeftOut []leftOutJSON  `json:"left_out"`
		Columns []columnJSON   `json:"columns"`
	}
	faultJSON struct {
		Line int    `json:"line"`
		What string `json:"what"`
	}
	leftOutJSON struct {
		Why  string `json:"why"`
		Rows int    `json:"rows"`
		Line int    `json:"line"`
	}
	columnJSON struct {
		Field   string `json:"field"`
		Name    string `json:"name"`
		Guessed bool   `json:"guessed"`
	}
	conflictJSON struct {
		Source string     `json:"source"`
		Key    string     `json:"key"`
		Name   string     `json:"name"`
		Place  string     `json:"place"`
		By     link.Basis `json:"by"`
		What   string     `json:"what"`
	}
)

// importView is what came of an import.
func importView(in *intakeFiles, r link.Report) importJSON {
	out := importJSON{Records: r.Records, Same: r.Same, Updated: r.Updated, Matched: r.Matched, Added: r.Added, Names: r.Names,
		Conflicts: r.Conflicts, Examples: []conflictJSON{}}
	if out.Matched == nil {
		out.Matched = map[link.Basis]int{}
	}
	for i, x := range in.inputs {
		s := x.Summary()
		f := importedJSON{in.names[i], x.Kind(), x.Content(), s.Rows, s.Given, s.Bad, []faultJSON{}, []leftOutJSON{}, []columnJSON{}}
		for _, b := range s.Faults {
			f.Faults = append(f.Faults, faultJSON{b.Line, b.What})
		}
		for _, l := range s.LeftOut {
			f.LeftOut = append(f.LeftOut, leftOutJSON{l.Why, l.Rows, l.Line})
		}
		for _, c := range s.Columns {
			f.Columns = append(f.Columns, columnJSON{c.Field, c.Name, c.Guessed})
		}
		if f.Content == source.Outlines {
			out.Areas += f.Given
		}
		out.Files = append(out.Files, f)
	}
	for _, c := range r.Examples {
		out.Examples = append(out.Examples, conflictJSON(c))
	}
	return out
}

// printImport is what came of an import, for the eyes.
func printImport(w io.Writer, v importJSON) error {
	for _, f := range v.Files {
		fmt.Fprintf(w, "%s (%s): %s, %d %s\n", f.File, f.Kind, counted(f.Rows, "row"), f.Given, f.Content)
		var guessed []string
		for _, c := range f.Columns {
			if c.Guessed {
				guessed = append(guessed, c.Field+"="+c.Name)
			}
		}
		if len(guessed) > 0 {
			fmt.Fprintf(w, "  columns guessed: %s\n", strings.Join(guessed, ","))
		}
		for _, l := range f.LeftOut {
			fmt.Fprintf(w, "  left out: %s, first in line %d: %s\n", counted(l.Rows, "row"), l.Line, l.Why)
		}
		if f.Bad > 0 {
			fmt.Fprintf(w, "  could not be read: %s\n", counted(f.Bad, "row"))
		}
		for _, b := range f.Faults {
			fmt.Fprintf(w, "    line %d: %s\n", b.Line, b.What)
		}
	}
	if v.Areas > 0 {
		fmt.Fprintf(w, "%d areas\n", v.Areas)
	}
	if v.Records+v.Names == 0 {
		return nil
	}
	var by []string
	for _, b := range []link.Basis{link.ByID, link.ByPCode, link.ByGeoNames, link.ByName} {
		if n := v.Matched[b]; n > 0 {
			by = append(by, fmt.Sprintf("%d by %s", n, b))
		}
	}
	if len(by) == 0 {
		by = []string{"none"}
	}
	fmt.Fprintf(w, "matched to places the gazetteer had: %s\nadded: %s, %s\n", strings.Join(by, ", "), counted(v.Added, "place"), counted(v.Names, "alternate name"))
	if v.Same+v.Updated > 0 {
		fmt.Fprintf(w, "of an earlier import: %d as they were, %d otherwise\n", v.Same, v.Updated)
	}
	fmt.Fprintf(w, "in conflict with what is known: %d\n", v.Conflicts)
	for _, c := range v.Examples {
		how := "is new"
		if c.By != link.ByNothing {
			how = fmt.Sprintf("is %s by its %s", c.Place, c.By)
		}
		fmt.Fprintf(w, "  %s %s %s %s: %s\n", c.Source, c.Key, c.Name, how, c.What)
	}
	_, err := fmt.Fprintln(w, "frontline replay puts stored reports by it")
	return err
}

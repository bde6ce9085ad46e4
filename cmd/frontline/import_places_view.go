package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"frontline/geo/gazetteer/link"
	"frontline/geo/gazetteer/source"
)

// Views of an import, as JSON.
type (
	importJSON struct {
		Taken     bool               `json:"taken"` // false of a preview
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

		Unused     []string          `json:"unused"`     // columns that are no field
		Format     *string           `json:"format"`     // of features; null of tables
		Layer      *string           `json:"layer"`      // of a GeoPackage, else null
		Geometries map[string]int    `json:"geometries"` // features by type
		Kinds      []wordJSON        `json:"kinds"`
		Samples    []placeSampleJSON `json:"samples"`
	}
	// wordJSON is a word for kinds of places, and what it was taken for.
	wordJSON struct {
		Word string  `json:"word"`
		Kind *string `json:"kind"` // null where it is left out
		Rows int     `json:"rows"`
	}
	placeSampleJSON struct {
		Key    string   `json:"key"`
		NameAr string   `json:"name_ar"`
		NameEn string   `json:"name_en"`
		Kind   string   `json:"kind"`
		Admin1 string   `json:"admin1"`
		Lon    *float64 `json:"lon"` // null of areas
		Lat    *float64 `json:"lat"`
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
		f := importedJSON{File: in.names[i], Kind: x.Kind(), Content: x.Content(), Rows: s.Rows, Given: s.Given, Bad: s.Bad, Faults: []faultJSON{},
			LeftOut: []leftOutJSON{}, Columns: []columnJSON{}, Unused: append([]string{}, s.Unused...), Samples: append([]placeSampleJSON{}, in.samples[x]...)}
		f.features(s)
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

// features says of what a file is, and which kinds it speaks of.
func (f *importedJSON) features(s source.Summary) {
	f.Geometries, f.Kinds = map[string]int{}, []wordJSON{}
	if format := string(s.Seen.Format); format != "" {
		f.Format = &format
	}
	if s.Seen.Layer != "" {
		f.Layer = &s.Seen.Layer
	}
	for kind, n := range s.Seen.Geometries {
		f.Geometries[orElse(kind, "none")] = n
	}
	for word, k := range s.Kinds {
		w := wordJSON{Word: word, Rows: k.Rows}
		if k.Kind != "" {
			w.Kind = &k.Kind
		}
		f.Kinds = append(f.Kinds, w)
	}
	slices.SortFunc(f.Kinds, func(a, b wordJSON) int { return cmp.Or(b.Rows-a.Rows, strings.Compare(a.Word, b.Word)) })
}

// printImport is what came of an import, for the eyes.
func printImport(w io.Writer, v importJSON) error {
	for _, f := range v.Files {
		fmt.Fprintf(w, "%s (%s): %s, %d %s\n", f.File, f.Kind, counted(f.Rows, "row"), f.Given, f.Content)
		printFields(w, f.Columns, f.Unused)
		if !v.Taken {
			printPlacesFile(w, f)
		}
		row := "line"
		if f.Format != nil {
			row = "feature"
		}
		for _, l := range f.LeftOut {
			fmt.Fprintf(w, "  left out: %s, first in %s %d: %s\n", counted(l.Rows, "row"), row, l.Line, l.Why)
		}
		if f.Bad > 0 {
			fmt.Fprintf(w, "  could not be read: %s\n", counted(f.Bad, "row"))
		}
		for _, b := range f.Faults {
			fmt.Fprintf(w, "    %s %d: %s\n", row, b.Line, b.What)
		}
	}
	if v.Areas > 0 {
		fmt.Fprintf(w, "%d areas\n", v.Areas)
	}
	if v.Records+v.Names == 0 {
		if !v.Taken {
			fmt.Fprintln(w, "nothing was taken in")
		}
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
	if !v.Taken {
		_, err := fmt.Fprintln(w, "nothing was taken in")
		return err
	}
	_, err := fmt.Fprintln(w, "frontline replay puts stored reports by it")
	return err
}

// printPlacesFile is what a preview says more of a file.
func printPlacesFile(w io.Writer, f importedJSON) {
	if f.Format != nil {
		layer := ""
		if f.Layer != nil {
			layer = fmt.Sprintf(", layer %q", *f.Layer)
		}
		fmt.Fprintf(w, "  %s%s, %s\n", *f.Format, layer, kindsCounted(f.Rows, f.Geometries))
	}
	var kinds []string
	for _, k := range f.Kinds[:min(len(f.Kinds), shownFew)] {
		as := "left out"
		if k.Kind != nil {
			as = orElse(*k.Kind, "no kind")
		}
		kinds = append(kinds, fmt.Sprintf("%q (%d) as %s", k.Word, k.Rows, as))
	}
	if len(kinds) > 0 {
		fmt.Fprintf(w, "  kinds: %s\n", strings.Join(kinds, ", "))
	}
	for _, s := range f.Samples {
		fmt.Fprintf(w, "  %s: %s (%s), %s, %s", s.Key, s.NameAr, s.NameEn, s.Kind, orElse(s.Admin1, "no governorate"))
		if s.Lon != nil {
			fmt.Fprintf(w, ", %.5f,%.5f", *s.Lon, *s.Lat)
		}
		fmt.Fprintln(w)
	}
}

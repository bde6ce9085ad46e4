package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/baseline"
)

// Views of how files of control were read, as JSON.
type (
	controlFileJSON struct {
		File       string         `json:"file"`
		Format     string         `json:"format"`
		Layer      *string        `json:"layer"` // null where the format has none
		Features   int            `json:"features"`
		Geometries map[string]int `json:"geometries"` // features by type; of tables none
		Fields     []columnJSON   `json:"fields"`
		Unused     []string       `json:"unused"`
		Holders    []holderJSON   `json:"holders"`
		Samples    []sampleJSON   `json:"samples"`
	}
	// holderJSON is a value that says who holds something.
	holderJSON struct {
		Said   string           `json:"said"`
		Rows   int              `json:"rows"`
		Actors []timeline.Actor `json:"actors"` // that it means; none where it is not mapped
	}
	sampleJSON struct {
		Number   int              `json:"number"`
		Geometry string           `json:"geometry"`
		Name     string           `json:"name"`
		Said     string           `json:"said"`
		Actors   []timeline.Actor `json:"actors"`
		Places   int              `json:"places"`
		First    []string         `json:"first"` // ids of some of the places
	}
)

func controlFiles(files []baseline.File) []controlFileJSON {
	out := make([]controlFileJSON, len(files))
	for i, f := range files {
		v := controlFileJSON{File: f.Name, Format: f.Format, Features: f.Features, Geometries: map[string]int{}, Fields: []columnJSON{},
			Unused: append([]string{}, f.Unused...), Holders: []holderJSON{}, Samples: []sampleJSON{}}
		if f.Layer != "" {
			v.Layer = &f.Layer
		}
		for kind, n := range f.Geometries {
			v.Geometries[orElse(kind, "none")] = n
		}
		for _, c := range f.Fields {
			v.Fields = append(v.Fields, columnJSON(c))
		}
		for _, h := range f.Values {
			v.Holders = append(v.Holders, holderJSON{h.Said, h.Rows, append([]timeline.Actor{}, h.Holders...)})
		}
		for _, x := range f.Samples {
			v.Samples = append(v.Samples, sampleJSON{x.Number, x.Geometry, x.Name, x.Said, append([]timeline.Actor{}, x.Holders...),
				len(x.Places), append([]string{}, x.Places[:min(len(x.Places), 3)]...)})
		}
		out[i] = v
	}
	return out
}

// printControlFile says how a file was read; whole with what its values mean.
func printControlFile(w io.Writer, f controlFileJSON, whole bool) {
	layer := ""
	if f.Layer != nil {
		layer = fmt.Sprintf(", layer %q", *f.Layer)
	}
	fmt.Fprintf(w, "%s: %s%s, %s\n", f.File, f.Format, layer, kindsCounted(f.Features, f.Geometries))
	printFields(w, f.Fields, f.Unused)
	if !whole {
		return
	}
	for _, h := range f.Holders[:min(len(f.Holders), shownFew)] {
		fmt.Fprintf(w, "  %q (%d) is %s\n", h.Said, h.Rows, orElse(joinActors(h.Actors), "not mapped"))
	}
	if more := len(f.Holders) - shownFew; more > 0 {
		fmt.Fprintf(w, "  and %d values more\n", more)
	}
	for _, x := range f.Samples {
		what := strings.Join(slices.DeleteFunc([]string{x.Geometry, x.Name}, func(s string) bool { return s == "" }), " ")
		fmt.Fprintf(w, "  %d: %s %q is %s: %s\n", x.Number, what, x.Said, orElse(joinActors(x.Actors), "not mapped"), placesInWords(x))
	}
}

func placesInWords(x sampleJSON) string {
	if x.Places == 0 {
		return "no place"
	}
	out := strings.Join(x.First, ", ")
	if more := x.Places - len(x.First); more > 0 {
		out += fmt.Sprintf(" and %d more", more)
	}
	return out
}

// kindsCounted is how many features there are, and of which types.
func kindsCounted(n int, geometries map[string]int) string {
	if len(geometries) == 0 {
		return counted(n, "row")
	}
	var kinds []string
	for _, kind := range byCount(geometries) {
		kinds = append(kinds, fmt.Sprintf("%d %s", geometries[kind], kind))
	}
	return counted(n, "feature") + " (" + strings.Join(kinds, ", ") + ")"
}

// printFields says which column or property is taken for what.
func printFields(w io.Writer, fields []columnJSON, unused []string) {
	var said, guessed []string
	for _, c := range fields {
		if c.Guessed {
			guessed = append(guessed, c.Field+"="+c.Name)
		} else {
			said = append(said, c.Field+"="+c.Name)
		}
	}
	if len(guessed) > 0 {
		fmt.Fprintf(w, "  columns guessed: %s\n", strings.Join(guessed, ","))
	}
	if len(said) > 0 {
		fmt.Fprintf(w, "  columns as said: %s\n", strings.Join(said, ","))
	}
	if len(unused) > 0 {
		more := ""
		if n := len(unused) - 2*shownFew; n > 0 {
			more = fmt.Sprintf(" and %d more", n)
		}
		fmt.Fprintf(w, "  left over: %s%s\n", strings.Join(unused[:min(len(unused), 2*shownFew)], ", "), more)
	}
}

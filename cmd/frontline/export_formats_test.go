package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// mapped is a feature as any program reads it: where it lies, and on which days.
type mapped struct {
	id         string
	Geometry   any
	Start, End string
}

// checkFormats checks that GDAL (and QGIS with it) finds the same in each format.
func checkFormats(t *testing.T, db string) {
	dir := t.TempDir()
	layers := []string{"areas", "fronts", "holdings", "claims", "pockets", "necks", "advances", "difference", "places", "reports"}
	file := func(ending string) string {
		out := filepath.Join(dir, "all."+ending)
		output(t, "export", "--db", db, "--layer", strings.Join(layers, ","), "--from", "2017-08-01", "--to", "2017-09-20", "--out", out)
		return out
	}
	want := map[string][]mapped{}
	ids := map[string]bool{}
	readMapped(t, file("geojson"), func(layer string, m mapped) {
		if id := layer + " " + m.id; m.id == "" || ids[id] {
			t.Errorf("%s: the id %q is empty or there twice", layer, m.id)
		} else {
			ids[id] = true
		}
		want[layer] = append(want[layer], m)
	})
	for _, layer := range layers {
		if len(want[layer]) == 0 {
			t.Errorf("no %s: want some", layer)
		}
	}
	for _, c := range []struct {
		format  string
		options []string
	}{
		{"csv", []string{"-oo", "EMPTY_STRING_AS_NULL=YES"}},
		{"geojsons", nil},
		{"geojsonl", nil},
		{"kml", nil},
		{"kmz", nil},
		{"gpkg", nil},
	} {
		t.Run(c.format, func(t *testing.T) {
			got, source := map[string][]mapped{}, file(c.format)
			for i, name := range ogrLayers(t, source) {
				if name == "layer_styles" {
					continue
				}
				out := filepath.Join(t.TempDir(), "back.geojson")
				gdal(t, "ogr2ogr", slices.Concat(c.options, []string{"-f", "GeoJSON", out, source, name})...)
				readMapped(t, out, func(layer string, m mapped) {
					if layer == "" {
						layer = layers[i]
					}
					got[layer] = append(got[layer], m)
				})
			}
			for _, layer := range layers {
				if diff := cmp.Diff(want[layer], got[layer], cmpopts.IgnoreUnexported(mapped{})); diff != "" {
					t.Errorf("%d %s: want %d\n%.600s", len(got[layer]), layer, len(want[layer]), diff)
				}
			}
		})
	}
	t.Run("empty", func(t *testing.T) { checkEmptyFormats(t, db) })
}

var ogrListed = regexp.MustCompile(`(?m)^\d+: (.*?)(?: \([^)]*\))?$`)

// ogrLayers are the names of the layers of a file, in their order.
func ogrLayers(t *testing.T, file string) (names []string) {
	t.Helper()
	for _, m := range ogrListed.FindAllStringSubmatch(string(gdal(t, "ogrinfo", "-ro", "-q", file)), -1) {
		names = append(names, m[1])
	}
	return names
}

// readMapped calls found for every feature of a GeoJSON file, with its layer.
func readMapped(t *testing.T, file string, found func(layer string, m mapped)) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Features []struct {
			ID         any
			Geometry   any
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, f := range all.Features {
		layer, _ := f.Properties["layer"].(string)
		start, there := f.Properties["start"]
		if !there { // of a KMZ GDAL reads the TimeSpan, and no fields but those that have its names
			start = f.Properties["begin"]
		}
		found(layer, mapped{fmt.Sprint(f.ID), f.Geometry, dateIn(start), dateIn(f.Properties["end"])})
	}
}

// dateIn is the day of a date, in whichever of its forms GDAL writes it.
func dateIn(v any) string {
	if v == nil {
		return ""
	}
	return strings.ReplaceAll(fmt.Sprintf("%.10s", v), "/", "-")
}

// checkEmptyFormats checks that layers are there of which nothing is known.
func checkEmptyFormats(t *testing.T, db string) {
	for format, want := range map[string]int{"csv": 1, "kml": 2, "kmz": 2, "gpkg": 3} { // one says how layers are drawn
		file := filepath.Join(t.TempDir(), "none."+format)
		output(t, "export", "--db", db, "--layer", "areas,claims", "--on", "1999-01-01", "--out", file)
		if got := ogrLayers(t, file); len(got) != want {
			t.Errorf("%s: layers %q: want %d", format, got, want)
		}
	}
}

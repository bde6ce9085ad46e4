package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// GDAL reads the service as its users do.
func TestGDALReadsTheService(t *testing.T) {
	address := served(t, "serve", "--db", samples(t)) + "ogc"
	source := "OAPIF:" + address
	layers := []string{"holdings", "areas", "fronts", "claims", "places", "reports"}
	listed := ogrLayers(t, source)
	if len(listed) != len(layers) {
		t.Fatalf("layers %v: want %v", listed, layers)
	}
	for i, name := range layers {
		if !strings.HasPrefix(listed[i], name+" ") { // its title follows
			t.Fatalf("layers %v: want %v", listed, layers)
		}
	}
	read := func(layer string, options ...string) (ids []string, features []*geojson.Feature) {
		out := filepath.Join(t.TempDir(), "read.geojson")
		gdal(t, "ogr2ogr", slices.Concat([]string{"-f", "GeoJSON", "-preserve_fid", out}, options, []string{source, layer})...)
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range decode[ogcFeatures](t, string(text)).Features {
			ids, features = append(ids, fmt.Sprint(f.Properties["id"])), append(features, f)
		}
		return ids, features
	}
	for _, layer := range layers {
		want := everyFeature(t, address, layer, "")
		got, features := read(layer, "-oo", "PAGE_SIZE=150")
		if !slices.Equal(got, idsOf(want)) {
			t.Fatalf("%s: GDAL pages through %d features of %d", layer, len(got), len(want))
		}
		for i, f := range features {
			same := f.Geometry == nil && want[i].Geometry == nil || f.Geometry != nil && orb.Equal(f.Geometry, want[i].Geometry)
			if !same || day(f, "start") != day(want[i], "start") || day(f, "end") != day(want[i], "end") {
				t.Fatalf("%s: %v has another geometry or other days: %v…%v", layer, want[i].ID, day(f, "start"), day(f, "end"))
			}
		}
		inBox, _ := read(layer, "-spat", "38", "34.5", "39.25", "36")
		there := slices.DeleteFunc(everyFeature(t, address, layer, "bbox=38,34.5,39.25,36"), func(f *geojson.Feature) bool { return f.Geometry == nil })
		if want := idsOf(there); len(want) == 0 || !slices.Equal(inBox, want) {
			t.Errorf("%s: GDAL finds %d in a box, want %d", layer, len(inBox), len(want))
		}
	}
	// GDAL asks for what was so until a day, those with no known beginning among them.
	by, _ := read("holdings", "-where", `"start" <= '2017/06/01'`)
	want := idsOf(everyFeature(t, address, "holdings", "datetime=../2017-06-01"))
	if len(want) == 0 || !slices.Equal(by, want) {
		t.Errorf("GDAL finds %d holdings by their day, want %d", len(by), len(want))
	}
	log := gdal(t, "ogrinfo", "-ro", "-so", "--debug", "on", "-where", `"start" <= '2017/06/01'`, source, "holdings")
	if !strings.Contains(string(log), "datetime=") {
		t.Errorf("GDAL does not ask by datetime: %.2000s", log)
	}
}

// day is a day of a feature as ISO has it, whether GDAL wrote it or we.
func day(f *geojson.Feature, name string) any {
	if s, ok := f.Properties[name].(string); ok {
		return strings.ReplaceAll(s, "/", "-")
	}
	return nil
}

// What the documentation shows to people who script does what it says.
func TestExamplesOfTheDocumentationRun(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "static/docs/gis.md"))
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSuffix(served(t, "serve", "--db", samples(t)), "/")
	runners := map[string]struct {
		program string
		flags   []string
		expects string
	}{
		"sh":     {"bash", []string{"-euo", "pipefail", "-c"}, ``},
		"python": {"/usr/bin/python3", []string{"-c"}, `syrian_government +\d{4}-\d{2}-\d{2}(.|\n)*version of the data: \S+`},
		"r":      {"Rscript", []string{"-e"}, `islamic_state`},
		"pyqgis": {"/usr/bin/python3", []string{"-c"}, `^\d{3,} holdings; \['start \w+', 'end \w+'\]`},
	}
	seen := map[string]int{}
	for _, m := range regexp.MustCompile("(?s)```(\\w+)\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		language, script := m[1], strings.ReplaceAll(m[2], "http://127.0.0.1:8080", address)
		run, known := runners[language]
		if !known {
			t.Errorf("an example in %q, which nothing here runs", language)
			continue
		}
		seen[language]++
		t.Run(fmt.Sprint(language, " ", seen[language]), func(t *testing.T) {
			if language == "pyqgis" { // what the console has done already
				script = "from qgis.core import QgsApplication\nQgsApplication.setPrefixPath('/usr', True)\napp = QgsApplication([], False)\napp.initQgis()\n" + script + "\ndel layer\napp.exitQgis()\n"
			}
			out := program(t, run.program, append(run.flags, script)...)
			switch {
			case language != "sh":
				if !regexp.MustCompile(run.expects).MatchString(out) {
					t.Errorf("%s\nprints %s", script, out)
				}
			case strings.Contains(script, "/items"):
				if page := decode[ogcFeatures](t, out); len(page.Features) == 0 {
					t.Errorf("%s\nfinds nothing", script)
				}
			case strings.Contains(script, ".atom"):
				if strings.Count(out, "<entry>") == 0 {
					t.Errorf("%s\nprints %.300s", script, out)
				}
			case !strings.Contains(out, "Feature Count: "):
				t.Errorf("%s\nprints %s", script, out)
			}
		})
	}
	for language := range runners {
		if seen[language] == 0 {
			t.Errorf("no example in %s", language)
		}
	}
}

// program runs a program that the tests need, and is what it prints.
func program(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want it where CI=true (see .ci/run)", err)
	} else if err != nil {
		t.Skipf("%v", err)
	}
	c := exec.CommandContext(t.Context(), path, args...)
	c.Dir, c.Env = t.TempDir(), append(os.Environ(), "QT_QPA_PLATFORM=offscreen")
	var out, said strings.Builder
	c.Stdout, c.Stderr = &out, &said
	if err := c.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, args, err, out.String(), said.String())
	}
	return out.String()
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"frontline/timeline/export"
)

// What other programs of Debian bring: a file of each, and the package it is of.
const (
	gpkgValidator = "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py" // python3-gdal
	kmlSchema     = "/usr/share/python3-mapproxy/test/schemas/kml/2.2.0/ogckml22.xsd"     // python3-mapproxy
	qgisBindings  = "/usr/lib/python3/dist-packages/qgis/core"                            // python3-qgis
	debianPython  = "/usr/bin/python3"                                                    // knows these packages, whatever else is on the path
)

// there says whether a file of a Debian package is on this machine; in CI it has to be.
func there(t *testing.T, file, pkg string) {
	t.Helper()
	_, err := os.Stat(file)
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("%v: want it where CI=true (apt-get install %s)", err, pkg)
	} else if err != nil {
		t.Skipf("%v: %s is not here", err, pkg)
	}
}

// exportedFile is a file of layers of the samples.
func exportedFile(t *testing.T, db, ending string, layers ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "frontline."+ending)
	output(t, "export", "--db", db, "--layer", strings.Join(layers, ","), "--from", "2017-08-01", "--to", "2017-09-20", "--out", file)
	return file
}

func TestExportedFilesAreWhatTheirStandardsSay(t *testing.T) {
	db := samples(t)
	all := words(slices.DeleteFunc(slices.Clone(export.Layers), func(l export.Layer) bool { return l == export.Cells }))
	t.Run("GeoPackage", func(t *testing.T) {
		there(t, gpkgValidator, "python3-gdal")
		gdal(t, debianPython, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", "--warning-as-error", exportedFile(t, db, "gpkg", all...))
	})
	t.Run("KML", func(t *testing.T) {
		there(t, kmlSchema, "python3-mapproxy")
		there(t, "/usr/bin/xmllint", "libxml2-utils")
		gdal(t, "xmllint", "--noout", "--nonet", "--schema", kmlSchema, exportedFile(t, db, "kml", all...))
	})
	t.Run("QGIS", func(t *testing.T) {
		there(t, qgisBindings, "python3-qgis qgis-providers")
		checkQGIS(t, db)
	})
}

// seenByQGIS is a layer as QGIS opens it, with the style that it finds in the file.
type seenByQGIS struct {
	Valid                bool
	Features             int
	Start, End           string // types of the fields
	Temporal             bool
	StartField, EndField string
	Limit                int // 0: the first day belongs to a feature, and the last does not
	Colours              map[string]string
}

// lookWithQGIS prints what QGIS sees of the layers of a file.
const lookWithQGIS = `
import json, os, sys
from qgis.core import QgsApplication, QgsVectorLayer
QgsApplication.setPrefixPath('/usr', True)
app = QgsApplication([], False)
app.initQgis()
seen = {}
for name in sys.argv[2:]:
    l = QgsVectorLayer(sys.argv[1] + '|layername=' + name, name, 'ogr')
    l.loadDefaultStyle()  # as the program does when a user adds a layer
    t, fields = l.temporalProperties(), l.fields()
    seen[name] = {
        'Valid': l.isValid(), 'Features': l.featureCount(),
        'Start': fields.field('start').typeName(), 'End': fields.field('end').typeName(),
        'Temporal': t.isActive(), 'StartField': t.startField(), 'EndField': t.endField(), 'Limit': int(t.limitMode()),
        'Colours': {r.filterExpression(): r.symbol().color().name() for r in l.renderer().rootRule().descendants() if r.symbol()},
    }
print('SEEN ' + json.dumps(seen))
sys.stdout.flush()
os._exit(0)  # QGIS falls over its own feet where Python takes it down
`

func checkQGIS(t *testing.T, db string) {
	layers := []string{"areas", "fronts", "holdings", "claims", "places", "reports"}
	file := exportedFile(t, db, "gpkg", layers...)
	t.Setenv("QT_QPA_PLATFORM", "offscreen")
	said := string(gdal(t, debianPython, append([]string{"-c", lookWithQGIS, file}, layers...)...))
	_, text, _ := strings.Cut(said, "SEEN ")
	var seen map[string]seenByQGIS
	if err := json.NewDecoder(strings.NewReader(text)).Decode(&seen); err != nil {
		t.Fatalf("%v in %s", err, said)
	}
	counts := map[string]int{}
	readMapped(t, exportedFile(t, db, "geojson", layers...), func(layer string, _ mapped) { counts[layer]++ })
	for _, layer := range layers {
		got := seen[layer]
		if !got.Valid || got.Features != counts[layer] || got.Start != "Date" || got.End != "Date" {
			t.Errorf("%s: %+v: want %d features with dates", layer, got, counts[layer])
		}
		dated := layer != "places"
		if got.Temporal != dated || dated && (got.StartField != "start" || got.EndField != "end" || got.Limit != 0) {
			t.Errorf("%s: %+v: want the days of features in start and end, half-open", layer, got)
		}
	}
	if !slices.Contains(ogrLayers(t, file), "layer_styles") {
		t.Error("no styles are in the file")
	}
	want := map[string]string{`"contested"`: "#f8f5ee", `"holder" = 'sdf' AND NOT "contested"`: "#d9a514", "ELSE": "#8b8476"}
	got := map[string]string{}
	for filter := range want {
		got[filter] = seen["areas"].Colours[filter]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("colours of areas: %s", diff)
	}
}

package web_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

func TestExportIsAFileOfAllLayers(t *testing.T) {
	base := serveWorld(t) + "/api/export?layer=areas&layer=claims&layer=difference&from=2017-08-01&to=2017-08-12&day=2017-08-06"
	for format, c := range map[string]struct{ media, begins string }{
		"":                   {"application/geo+json", `{"type":"FeatureCollection"`},
		"&format=geojson":    {"application/geo+json", `{"type":"FeatureCollection"`},
		"&format=csv":        {"text/csv; charset=utf-8; header=present", "layer,id,start,end,lon,lat,"},
		"&format=kml":        {"application/vnd.google-earth.kml+xml", "<?xml"},
		"&format=kmz":        {"application/vnd.google-earth.kmz", "PK"},
		"&format=geojsonseq": {"application/geo+json-seq", "\x1e{"},
		"&format=gpkg":       {"application/geopackage+sqlite3", "SQLite format 3"},
	} {
		_, ending, named := strings.Cut(format, "=")
		if !named {
			ending = "geojson"
		}
		if ending == "geojsonseq" {
			ending = "geojsons"
		}
		r := ask(t, "GET", base+format)
		if r.status != 200 || r.header.Get("Content-Type") != c.media || !strings.HasPrefix(r.body, c.begins) {
			t.Errorf("%s: %d %s %.100s", format, r.status, r.header.Get("Content-Type"), r.body)
		}
		if got, want := r.header.Get("Content-Disposition"), `attachment; filename="frontline-2017-08-06.`+ending+`"`; got != want {
			t.Errorf("%s: %s: want %s", format, got, want)
		}
		etag := r.header.Get("ETag")
		if again := ask(t, "GET", base+format, "If-None-Match", etag); etag == "" || again.status != 304 || again.body != "" {
			t.Errorf("%s: ETag %q, asked again: %d %.100s", format, etag, again.status, again.body)
		}
		if packed := ask(t, "GET", base+format, "Accept-Encoding", "gzip"); packed.status != 200 || len(packed.body) < len(r.body)/20 {
			t.Errorf("%s: compressed: %d and %d bytes of %d", format, packed.status, len(packed.body), len(r.body))
		}
		if head := ask(t, "HEAD", base+format); head.status != 200 || head.header.Get("ETag") != etag || head.body != "" {
			t.Errorf("%s: HEAD: %d", format, head.status)
		}
	}
}

// exported are layer, start and end of what is exported, one after the other; a
// layer that is alone is not named.
func exported(t *testing.T, query string) string {
	t.Helper()
	return pluck(decoded(t, serveWorld(t)+"/api/export?"+query), "layer", "start", "end")
}

func TestExportIsOfTheDaysAskedAbout(t *testing.T) {
	for query, want := range map[string]string{
		"layer=holdings&layer=claims&day=2017-08-06":                                        "holdings/2017-08-05/<nil> holdings/2017-08-05/<nil> ",
		"layer=claims&day=2017-08-05":                                                       "<nil>/2017-08-05/2017-08-06 <nil>/2017-08-05/2017-08-06 ",
		"layer=holdings&layer=claims&day=2017-08-03&from=2017-08-05":                        "holdings/<nil>/2017-08-05 claims/2017-08-05/2017-08-06 claims/2017-08-05/2017-08-06 claims/2017-08-09/2017-08-10 ",
		"layer=claims&kind=struck":                                                          "<nil>/2017-08-09/2017-08-10 ",
		"layer=holdings&day=2017-08-06&actor=islamic_state":                                 "<nil>/2017-08-05/<nil> ",
		"layer=holdings&day=2017-08-06&place=Alpha":                                         "<nil>/2017-08-05/<nil> ",
		"layer=holdings&day=2017-08-06&bbox=38.3,34,39,36":                                  "<nil>/2017-08-05/<nil> ",
		"layer=holdings&day=2017-08-06&reach_km=5":                                          "<nil>/2017-08-05/<nil> <nil>/2017-08-05/<nil> ",
		"layer=difference&from=2017-08-01&to=2017-08-06&actor=syrian_government&place=Beta": "",
		"layer=reports&layer=places&kind=struck":                                            "reports/2017-08-09/2017-08-10 places/<nil>/<nil> ",
		"layer=fronts&layer=fronts&day=2017-08-06":                                          "<nil>/2017-08-05/<nil> ",
	} {
		if got := exported(t, query); got != want {
			t.Errorf("%s: %s\nwant %s", query, got, want)
		}
	}
}

func TestExportedDifferenceIsThatOfTheAPI(t *testing.T) {
	base, days := serveWorld(t)+"/api/", "from=2017-08-01&to=2017-08-06"
	want := pluck(decoded(t, base+"difference?"+days), "part", "from", "to", "km2", "start", "end")
	if got := pluck(decoded(t, base+"export?layer=difference&"+days), "part", "from", "to", "km2", "start", "end"); got != want || want == "" {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestHostileQuotesAreExportedAsText(t *testing.T) {
	const script = "<script>alert(1)</script>"
	base := serveWorld(t) + "/api/export?layer=claims&kind=struck&format="
	rows, err := csv.NewReader(strings.NewReader(ask(t, "GET", base+"csv").body)).ReadAll()
	if err != nil || len(rows) != 2 || !strings.Contains(strings.Join(rows[1], "|"), "|"+script+"|") {
		t.Errorf("CSV: %v, %q", err, rows)
	}
	body := ask(t, "GET", base+"kml").body
	if strings.Contains(body, "<script") {
		t.Errorf("KML: markup in %s", body)
	}
	for d := xml.NewDecoder(strings.NewReader(body)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("KML: %v in %s", err, body)
		}
	}
	if body := ask(t, "GET", base+"gpkg").body; !bytes.Contains([]byte(body), []byte(script)) {
		t.Error("the GeoPackage has the quote otherwise")
	}
}

func TestWrongExportsAreNamed(t *testing.T) {
	base := serveWorld(t) + "/api/export?"
	for query, want := range map[string]string{
		"":            "layer: missing: want claims, holdings",
		"layer=tanks": `layer: \"tanks\" is not known`,
		"layer=areas": "day: missing",
		"layer=claims&layer=necks&from=2017-08-01":                  "day: missing",
		"layer=difference&from=2017-08-01":                          "to: missing",
		"layer=difference&day=2017-08-01":                           "from: missing",
		"layer=claims&from=2017-08-02&to=2017-08-01":                "to: \\\"2017-08-01\\\" is not after from",
		"layer=areas&day=2017-08-01&kind=captured":                  "only claims have kinds",
		"layer=areas&day=2017-08-01&format=shp":                     `format: \"shp\" is not known: want one of geojson, geojsonseq, csv, kml, kmz, gpkg`,
		"layer=fronts&day=2017-08-06&map=agency":                    "only areas are drawn",
		"layer=areas&day=2017-08-06&map=agency&in=West":             "come whole",
		"layer=areas&day=2017-08-06&map=nobody":                     "map",
		"layer=difference&from=2017-08-01&to=2017-08-02&map=agency": "not drawn",
		"layer=areas&day=2017-08-01&limit=5":                        "limit: no such parameter",
		"layer=areas&day=2017-08-01&format=gpkg&within=null":        "within",
	} {
		r := ask(t, "GET", base+query)
		if r.status != 400 || !strings.Contains(r.body, want) || r.header.Get("Content-Disposition") != "" {
			t.Errorf("%s: %d %s, want 400 and %s", query, r.status, r.body, want)
		}
	}
	if r := ask(t, "GET", base+"layer=holdings&day=2017-08-06&place=Twin"); r.status != 300 {
		t.Errorf("a name that two places bear: %d %s", r.status, r.body)
	}
}

func TestAnExportLeavesNothingOnTheDisk(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	base := serveWorld(t) + "/api/export?layer=areas&day=2017-08-06&format="
	for _, format := range []string{"geojson", "geojsonseq", "csv", "kml", "kmz", "gpkg"} {
		if r := ask(t, "GET", base+format); r.status != 200 {
			t.Errorf("%s: %d %s", format, r.status, r.body)
		}
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("%v, %v: want nothing", left, err)
	}
}

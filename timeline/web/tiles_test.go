package web_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/paulmach/orb/encoding/mvt"
)

// The tile of zoom 7 in which Alpha lies.
const alphaTile = "/tiles/7/77/50.mvt?day=2017-08-06"

func TestTile(t *testing.T) {
	base := serveWorld(t)
	r := ask(t, "GET", base+alphaTile)
	if r.status != http.StatusOK || r.header.Get("Content-Type") != "application/vnd.mapbox-vector-tile" {
		t.Fatalf("%d %v", r.status, r.header)
	}
	layers, err := mvt.Unmarshal([]byte(r.body))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, l := range layers {
		names = append(names, l.Name)
	}
	if got := strings.Join(names, " "); got != "areas cells fronts places" {
		t.Errorf("layers %s", got)
	}
	if again := ask(t, "GET", base+alphaTile, "If-None-Match", r.header.Get("ETag")); again.status != http.StatusNotModified {
		t.Errorf("again: %d", again.status)
	}
	if without := ask(t, "GET", base+alphaTile+"&without=agency"); without.status != http.StatusNoContent {
		t.Errorf("without the only source: %d", without.status)
	}
	if far := ask(t, "GET", base+"/tiles/7/0/0.mvt?day=2017-08-06"); far.status != http.StatusNoContent || far.body != "" || far.header.Get("ETag") == "" {
		t.Errorf("where nothing lies: %d %q %v", far.status, far.body, far.header)
	}
}

func TestTilesThatThereAreNot(t *testing.T) {
	base := serveWorld(t)
	for _, c := range []struct {
		path   string
		status int
		says   string
	}{
		{"/tiles/23/0/0.mvt?day=2017-08-06", 400, "zoom 23: want 0 to 22"},
		{"/tiles/3/8/0.mvt?day=2017-08-06", 400, "column 8, row 0: want 0 to 7 at zoom 3"},
		{"/tiles/3/-1/0.mvt?day=2017-08-06", 400, `x: \"-1\": want a whole number`},
		{"/tiles/3/1/99999999999.mvt?day=2017-08-06", 400, `y: \"99999999999\": want a whole number`},
		{"/tiles/3/1/1.mvt", 400, "day: missing: want YYYY-MM-DD"},
		{"/tiles/3/1/1.mvt?day=2017-08-06&bbox=1,2,3,4", 400, "bbox: no such parameter"},
		{"/tiles/3/1/1.png?day=2017-08-06", 404, "not found"},
		{"/tiles/3/1?day=2017-08-06", 404, "not found"},
		{"/tiles.json", 400, "day: missing"},
	} {
		if r := ask(t, "GET", base+c.path); r.status != c.status || !strings.Contains(r.body, c.says) {
			t.Errorf("%s: %d %s, want %d %s", c.path, r.status, r.body, c.status, c.says)
		}
	}
}

// TileJSON leads to tiles that answer the same question, on the host that was asked.
func TestTileJSON(t *testing.T) {
	base := serveWorld(t)
	d := decoded(t, base+"/tiles.json?day=2017-08-06&as_known_on=2020-01-01")
	address, _ := d["tiles"].([]any)[0].(string)
	if want := base + "/tiles/{z}/{x}/{y}.mvt?as_known_on=2020-01-01&day=2017-08-06"; address != want {
		t.Fatalf("tiles at %s, want %s", address, want)
	}
	address = strings.NewReplacer("{z}", "7", "{x}", "77", "{y}", "50").Replace(address)
	tile, err := mvt.Unmarshal([]byte(ask(t, "GET", address).body))
	if err != nil {
		t.Fatal(err)
	}
	fields := map[string]map[string]any{}
	for _, l := range d["vector_layers"].([]any) {
		layer := l.(map[string]any)
		fields[layer["id"].(string)] = layer["fields"].(map[string]any)
	}
	for _, l := range tile {
		for _, f := range l.Features {
			for name := range f.Properties {
				if fields[l.Name][name] == nil {
					t.Errorf("%s has a field %s, of which TileJSON says nothing", l.Name, name)
				}
			}
		}
	}
	if b := d["bounds"].([]any); d["tilejson"] != "3.0.0" || b[0].(float64) < 37 || b[2].(float64) > 40 {
		t.Errorf("tilejson %v, bounds %v", d["tilejson"], b)
	}
}

// The ground keeps its tag while claims come; a course says which ground it is of.
func TestGroundAndCourse(t *testing.T) {
	base := serveWorld(t)
	ground, course := decoded(t, base+"/api/ground"), decoded(t, base+"/api/course")
	if ground["id"] == "" || ground["id"] != course["ground"] || course["epoch"] == nil {
		t.Errorf("ground %v, course of %v from %v", ground["id"], course["ground"], course["epoch"])
	}
	if len(ground["cells"].([]any)) != 2 || len(course["cells"].([]any)) != 2 || len(course["states"].([]any)) != 2 {
		t.Errorf("%d cells, %d with a course, %v", len(ground["cells"].([]any)), len(course["cells"].([]any)), course["states"])
	}
	newer := serve(t, config(source{version: "2"}, io.Discard))
	for path, status := range map[string]int{"/api/ground": http.StatusNotModified, "/api/course": http.StatusOK} {
		etag := ask(t, "GET", base+path).header.Get("ETag")
		if r := ask(t, "GET", newer+path, "If-None-Match", etag); r.status != status {
			t.Errorf("%s of another version on the same ground: %d, want %d", path, r.status, status)
		}
		if r := ask(t, "GET", base+path, "If-None-Match", etag); r.status != http.StatusNotModified {
			t.Errorf("%s again: %d", path, r.status)
		}
	}
	if r := ask(t, "GET", base+"/api/course?without=agency"); !json.Valid([]byte(r.body)) || r.status != http.StatusOK {
		t.Errorf("without the only source: %d %s", r.status, r.body)
	}
	if r := ask(t, "GET", base+"/api/ground?day=2017-08-06"); r.status != http.StatusBadRequest {
		t.Errorf("a ground of a day: %d", r.status)
	}
}

package web_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrongParametersAreNamed(t *testing.T) {
	base := serveWorld(t) + "/api/"
	actors := "unknown, syrian_government, islamic_state"
	kinds := "captured, recaptured, lost, withdrew, handed_over, holds, advanced, besieged, siege_broken, landed, struck, clashed, casualties, distance"
	box := "WEST,SOUTH,EAST,NORTH in degrees"
	for _, c := range []struct{ query, parameter, value, allowed, error string }{
		{"areas", "day", "", "YYYY-MM-DD", "day: missing: want YYYY-MM-DD"},
		{"fronts?day=", "day", "", "YYYY-MM-DD", `day: "" is not a day: want YYYY-MM-DD`},
		{"areas?day=2017-13-01", "day", "2017-13-01", "YYYY-MM-DD", `day: "2017-13-01" is not a day: want YYYY-MM-DD`},
		{"areas?day=2017-08-05&day=2017-08-06", "day", "2017-08-05, 2017-08-06", "YYYY-MM-DD", "day: given 2 times: want it once"},
		{"areas?day=2017-08-05&actor=x", "actor", "x", "day, map, bbox, in, within, as_known_on, reach_km, without",
			"actor: no such parameter: want day, map, bbox, in, within, as_known_on, reach_km, without"},
		{"meta?x=1", "x", "1", "as_known_on, reach_km, without", "x: no such parameter: want as_known_on, reach_km, without"},
		{"days?x=%zz", "query", "x=%zz", "name=value&…, percent-encoded", `query: invalid URL escape "%zz"`},
		{"holdings?day=2017-08-05&bbox=1,2,3", "bbox", "1,2,3", box, `bbox: "1,2,3" has 3 numbers: want WEST,SOUTH,EAST,NORTH in degrees`},
		{"holdings?day=2017-08-05&bbox=3,2,1,4", "bbox", "3,2,1,4", box, `bbox: box "3,2,1,4": want west ≤ east and south ≤ north`},
		{"holdings?day=2017-08-05&actor=x", "actor", "x", actors, `actor: "x" is not known: want one of ` + actors},
		{"claims?kind=captured&kind=x", "kind", "x", kinds, `kind: "x" is not known: want one of ` + kinds},
		{"claims?from=2017-08-05&to=2017-08-05", "to", "2017-08-05", "a day after 2017-08-05", `to: "2017-08-05" is not after from: want a day after 2017-08-05`},
		{"changes?from=yesterday", "from", "yesterday", "YYYY-MM-DD", `from: "yesterday" is not a day: want YYYY-MM-DD`},
		{"changes?until=2017-08-05", "until", "2017-08-05", "from, to, actor, bbox, in, place, as_known_on, reach_km, without",
			"until: no such parameter: want from, to, actor, bbox, in, place, as_known_on, reach_km, without"},
		{"who?day=2017-08-05&as_known_on=today", "as_known_on", "today", "YYYY-MM-DD", `as_known_on: "today" is not a day: want YYYY-MM-DD`},
		{"who?day=2017-08-05", "place", "", "place, or lon and lat", "place: missing: want place, or lon and lat"},
		{"who?day=2017-08-05&place=alpha&lon=1&lat=1", "place", "alpha", "place, or lon and lat",
			"place: given together with lon and lat: want place, or lon and lat"},
		{"who?day=2017-08-05&lon=1", "lat", "", "lon and lat together", "lat: missing: want lon and lat together"},
		{"who?day=2017-08-05&lon=181&lat=1", "lon", "181", "degrees, -180 to 180", `lon: "181": want degrees, -180 to 180`},
		{"who?day=2017-08-05&lon=1&lat=NaN", "lat", "NaN", "degrees, -90 to 90", `lat: "NaN": want degrees, -90 to 90`},
		{"who?place=alpha", "day", "", "YYYY-MM-DD", "day: missing: want YYYY-MM-DD"},
		{"places", "q", "", "a name, or part of one", "q: missing: want a name, or part of one"},
		{"places?q=", "q", "", "1 to 200 bytes of UTF-8", "q: want 1 to 200 bytes of UTF-8"},
		{"places?q=" + strings.Repeat("x", 201), "q", strings.Repeat("x", 201), "1 to 200 bytes of UTF-8", "q: want 1 to 200 bytes of UTF-8"},
		{"places?q=a&limit=0", "limit", "0", "1 to 50", `limit: "0": want 1 to 50`},
		{"places?q=a&limit=51", "limit", "51", "1 to 50", `limit: "51": want 1 to 50`},
		{"places?q=a&limit=many", "limit", "many", "1 to 50", `limit: "many": want 1 to 50`},
		{"reports/r2?text=1", "text", "1", "as_known_on, reach_km, without", "text: no such parameter: want as_known_on, reach_km, without"},
	} {
		t.Run(c.query, func(t *testing.T) {
			r := ask(t, "GET", base+c.query)
			var got map[string]string
			if err := json.Unmarshal([]byte(r.body), &got); err != nil || r.status != 400 {
				t.Fatalf("%d %s", r.status, r.body)
			}
			want := map[string]string{"error": c.error, "parameter": c.parameter, "value": c.value, "allowed": c.allowed}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

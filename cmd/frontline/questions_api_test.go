package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// A place, wherever it is asked for, is known by its p-code and its GeoNames id.
func TestPlacesAreKnownByTheirCodes(t *testing.T) {
	db := fourReportsStored(t)
	address := served(t, "serve", "--db", db)
	for _, code := range []string{"SY04", "c1001", "geonames:170654"} {
		want := decode[chronicle](t, output(t, "history", code, "--db", db, "--format", "json")).Place.ID
		if want == "" || want == code {
			t.Fatalf("%s is %q: want the id of a place", code, want)
		}
		if got := decode[answer](t, output(t, "who", code, "--on", "2017-08-13", "--db", db, "--format", "json")); got.Place.ID != want {
			t.Errorf("who %s: %s, history %s", code, got.Place.ID, want)
		}
		if got := decode[answer](t, get(t, address+"api/who?day=2017-08-13&place="+code)); got.Place.ID != want {
			t.Errorf("/api/who?place=%s: %s, history %s", code, got.Place.ID, want)
		}
		if got := decode[chronicle](t, get(t, address+"api/places/"+strings.ReplaceAll(code, ":", "%3A")+"/history")); got.Place.ID != want {
			t.Errorf("/api/places/%s/history: %s, history %s", code, got.Place.ID, want)
		}
		output(t, "changes", "..", "--place", code, "--db", db)
		output(t, "export", "--place", code, "--db", db)
	}
}

// The command and the API are asked the same and say the same.
func TestServeAnswersLikeTheCommands(t *testing.T) {
	db := fourReportsStored(t)
	address := served(t, "serve", "--db", db)
	without := "&without=" + url.QueryEscape("نشرة الغرب")
	for _, c := range []struct{ command, path string }{
		{"history sy-homs-kadir", "places/sy-homs-kadir/history"},
		{"history المنصورة 2017-08-06..2017-08-20 --actor sdf", "places/sy-raqqa-mansurah/history?actor=sdf&from=2017-08-06&to=2017-08-20"},
		{"held islamic_state --on 2017-08-11 --unconfirmed-for 10", "held?actor=islamic_state&day=2017-08-11&unconfirmed_for=10"},
		{"held islamic_state --on 2017-08-11 --in SY04 --bbox 38,34,39,36", "held?actor=islamic_state&day=2017-08-11&in=SY04&bbox=38,34,39,36"},
		{"contested --on 2017-08-09", "contested?day=2017-08-09"},
		{"changes 2017-08-02.. --actor islamic_state", "changes?from=2017-08-02&actor=islamic_state"},
		{"changes .. --place al-Kadir", "changes?place=al-Kadir"},
		{"changes .. --by actor", "changes/counts?by=actor"},
		{"changes .. --by governorate --in Raqqa", "changes/counts?by=governorate&in=Raqqa"},
		{"series", "series"},
		{"series 2017-08-05..2017-08-14 --in Homs --reach 40", "series?from=2017-08-05&to=2017-08-14&in=Homs&reach_km=40"},
		{"difference 2017-08-02 2017-08-15", "difference?from=2017-08-02&to=2017-08-15"},
		{"difference 2017-08-15 2017-08-02 --actor sdf --bbox 37,35,39,37", "difference?from=2017-08-15&to=2017-08-02&actor=sdf&bbox=37,35,39,37"},
	} {
		joined := "&"
		if !strings.Contains(c.path, "?") {
			joined = "?"
		}
		for _, view := range []struct {
			flags []string
			query string
		}{{nil, ""}, {[]string{"--without", "نشرة الغرب"}, joined + without[1:]}, {[]string{"--as-known-on", "2017-08-11"}, joined + "as_known_on=2017-08-11"}} {
			args := slices.Concat(strings.Fields(c.command), []string{"--db", db, "--format", "json"}, view.flags)
			said := frontline(t, args...)
			status, body := fetch(t, address+"api/"+c.path+view.query)
			if said.status != 0 || status != http.StatusOK {
				t.Errorf("%s: %d %s; %s: %d %s", args, said.status, said.err, c.path+view.query, status, body)
				continue
			}
			if a, b := bare(t, said.out), bare(t, body); a != b {
				t.Errorf("%s says\n%s\nthe API\n%s", args, a, b)
			}
		}
	}
}

// bare is an answer apart from the version of its data, which a command says in it and the API in a header.
func bare(t *testing.T, body string) string {
	t.Helper()
	said := decode[any](t, body)
	if object, is := said.(map[string]any); is {
		delete(object, "data_version")
	}
	b, err := json.Marshal(said)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A file is the same, whoever asks for it.
func TestServeExportsLikeTheCommand(t *testing.T) {
	db := fourReportsStored(t)
	address := served(t, "serve", "--db", db)
	for _, c := range []struct{ command, query string }{
		{"--layer areas,holdings,claims --on 2017-08-11 --in Homs", "layer=areas&layer=holdings&layer=claims&day=2017-08-11&in=Homs"},
		{"--layer difference,claims --from 2017-08-02 --to 2017-08-15 --actor sdf --kind captured", "layer=difference&layer=claims&from=2017-08-02&to=2017-08-15&actor=sdf&kind=captured"},
		{"--layer fronts --on 2017-08-11 --reach 40 --without sohr --bbox 37,35,39,37", "layer=fronts&day=2017-08-11&reach_km=40&without=sohr&bbox=37,35,39,37"},
	} {
		for _, format := range []string{"geojson", "csv", "kml"} { // a GeoPackage says when it was written
			said := output(t, append([]string{"export", "--db", db, "--format", format}, strings.Fields(c.command)...)...)
			if body := get(t, address+"api/export?format="+format+"&"+c.query); body != said {
				t.Errorf("export %s says\n%.500s\nthe API\n%.500s", c.command, said, body)
			}
		}
	}
}

func TestQuestionsRefuseWhatTheyDoNotKnow(t *testing.T) {
	db := fourReportsStored(t)
	for _, c := range []struct {
		args  string
		words []string
	}{
		{"history", []string{"arg"}},
		{"history الكدير 2017-08-01", []string{`"2017-08-01"`, "FROM..TO"}},
		{"history الكدير 2017-08-05..2017-08-01", []string{"2017-08-01 is not after 2017-08-05"}},
		{"history الكدير --actor nobody", []string{`--actor "nobody"`, "islamic_state", "sdf"}},
		{"history الكدير --in Bavaria", []string{`--in "Bavaria"`, "Rif Dimashq"}},
		{"history الكدير --without nobody", []string{`--without "nobody"`, "نشرة الغرب"}},
		{"held sdf", []string{`"on"`}},
		{"held nobody --on 2017-08-01", []string{`ACTOR "nobody"`, "sdf"}},
		{"held sdf --on 2017-08-01 --unconfirmed-for -1", []string{"--unconfirmed-for", "0"}},
		{"held sdf --on 2017-08-01 --bbox 1,2,3", []string{"--bbox", "1,2,3", "WEST,SOUTH,EAST,NORTH"}},
		{"changes", []string{"arg"}},
		{"changes 2017", []string{`"2017"`, "YYYY-MM-DD"}},
		{"changes .. --by day", []string{"--by", `"day"`, "place, actor, governorate"}},
		{"contested", []string{`"on"`}},
		{"contested --on 8.8.2017", []string{"--on", `"8.8.2017"`, "YYYY-MM-DD"}},
	} {
		wantFailure(t, frontline(t, append(strings.Fields(c.args), "--db", db)...), exitFailed, c.words...)
	}
	for _, args := range []string{"history حميمة", "changes .. --place حميمة", "history Kadi"} {
		got := frontline(t, append(strings.Fields(args), "--db", db)...)
		wantFailure(t, got, exitUndecided)
		if !strings.Contains(got.out, "sy-homs-") {
			t.Errorf("%s: %s: want candidates", args, got.out)
		}
	}
	address := served(t, "serve", "--db", db)
	for path, words := range map[string][]string{
		"held?actor=sdf":                                {"day: missing"},
		"held?day=2017-08-01":                           {"actor: missing", "islamic_state"},
		"held?day=2017-08-01&actor=x":                   {`actor: \"x\"`, "islamic_state"},
		"held?day=2017-08-01&actor=sdf&actor=hts":       {"actor: given 2 times"},
		"contested?day=2017-08-01&in=Bavaria":           {`"parameter":"in"`, "Rif Dimashq"},
		"changes/counts":                                {"by: missing", "governorate"},
		"changes/counts?by=day":                         {`by: \"day\"`, "governorate"},
		"changes?without=nobody":                        {`"parameter":"without"`, "nobody", "نشرة الغرب", "sohr"},
		"places/sy-homs-kadir/history?from=x":           {`from: \"x\"`},
		"who?place=al-Kadir&day=2017-08-01&without=now": {`"parameter":"without"`},
	} {
		status, body := fetch(t, address+"api/"+path)
		if status != http.StatusBadRequest {
			t.Errorf("%s: %d %s: want 400", path, status, body)
		}
		for _, w := range words {
			if !strings.Contains(body, w) {
				t.Errorf("%s: %s: want %s in it", path, body, w)
			}
		}
	}
}

func TestSourcesAreListed(t *testing.T) {
	address := served(t, "serve", "--db", fourReportsStored(t))
	type sources struct {
		Sources []struct {
			ID             string
			Weight         float64
			Listed, Counts bool
			Reports        int
		}
	}
	got := map[string]string{}
	for _, s := range decode[sources](t, get(t, address+"api/sources?without="+url.QueryEscape("بريد الجنوب"))).Sources {
		got[s.ID] = fmt.Sprint(s.Listed, s.Reports, s.Counts, s.Weight)
	}
	for id, want := range map[string]string{"sohr": "true 0 true 0.9", "دفتر الشرق": "false 2 true 0.8", "بريد الجنوب": "false 1 false 0.8"} {
		if got[id] != want {
			t.Errorf("%s: %s (listed, reports, counts, weight): want %s", id, got[id], want)
		}
	}
}

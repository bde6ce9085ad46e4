package main

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"frontline/data"
)

// Every answer of the server names the data it is from, and the command line the same.
func TestEveryAnswerNamesItsData(t *testing.T) {
	db := ourReports(t)
	base := served(t, "serve", "--db", db)
	type meta struct {
		Version, Licence, Attribution string
		Data                          string `json:"data_version"`
		Terms                         string `json:"licence_url"`
	}
	get := func(path string, header ...string) (int, http.Header, string) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.TrimSuffix(base, "/")+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, resp.Header, string(b)
	}
	_, _, text := get("/api/meta")
	m := decode[meta](t, text)
	if m.Version == "" || !strings.HasPrefix(m.Version, m.Data+"-") || m.Licence != data.Licence || m.Terms != data.LicenceURL || m.Attribution != data.Attribution {
		t.Errorf("%+v: want versions and terms", m)
	}
	for _, path := range []string{"/api/meta", "/api/who?place=sy-homs-kadir&day=2017-09-12", "/api/holdings?day=2017-09-12", "/api/areas?day=2017-09-12",
		"/api/export?layer=holdings&day=2017-09-12&format=csv", "/tiles.json?day=2017-09-12", "/plain"} {
		status, header, body := get(path)
		if got := header.Get("Frontline-Data-Version"); status != http.StatusOK || got != m.Version {
			t.Errorf("%s: %d, version %q: want %q", path, status, got, m.Version)
		}
		if strings.HasPrefix(body, `{"type":"FeatureCollection"`) && !strings.Contains(body[:200], `"version":"`+m.Version+`"`) {
			t.Errorf("%s: %.200s: want the version in it", path, body)
		}
		status, header, _ = get(path, "If-None-Match", header.Get("ETag"))
		if got := header.Get("Frontline-Data-Version"); status != http.StatusNotModified || got != m.Version {
			t.Errorf("%s: %d, version %q to who has it already", path, status, got)
		}
	}
	_, header, _ := get("/api/areas?day=2017-09-12&as_known_on=2020-01-01")
	if got := header.Get("Frontline-Data-Version"); got == "" || got == m.Version {
		t.Errorf("version %q of another view: want one of its own", got)
	}
	written := output(t, "export", "--layer", "holdings", "--on", "2017-09-12", "--db", db)
	if !strings.Contains(written[:200], `"version":"`+m.Version+`"`) {
		t.Errorf("%.200s: want version %s, as the server has it", written, m.Version)
	}
	for _, question := range []string{"who sy-homs-kadir --on 2017-09-12", "history sy-homs-kadir", "held sdf --on 2017-09-12", "contested --on 2017-09-12",
		"changes 2017-08-01..2017-10-01", "changes 2017-08-01..2017-10-01 --by actor", "series 2017-08-01..2017-10-01"} {
		if got := decode[meta](t, output(t, append(strings.Fields(question), "--format", "json", "--db", db)...)).Data; got != m.Data {
			t.Errorf("%s: from the data %q: want %q", question, got, m.Data)
		}
	}
	if _, _, s := snapped(t, "--on", "2017-09-12", "--db", db); s.Version != m.Version {
		t.Errorf("a snapshot of version %s: want %s", s.Version, m.Version)
	}
}

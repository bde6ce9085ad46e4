package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/client"
	"frontline/timeline/export"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// overheard is an http.RoundTripper that keeps the last question and answer.
type overheard struct {
	question string
	answer   bytes.Buffer
}

func (o *overheard) RoundTrip(r *http.Request) (*http.Response, error) {
	o.question = r.URL.RequestURI()
	o.answer.Reset()
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	_, err = o.answer.ReadFrom(resp.Body)
	resp.Body = io.NopCloser(bytes.NewReader(o.answer.Bytes()))
	return resp, err
}

// asker is a client of a server of the samples, and what it hears.
func asker(t *testing.T) (*client.Client, *overheard) {
	t.Helper()
	heard := &overheard{}
	c, err := client.New(served(t, "serve", "--db", samples(t)), &http.Client{Transport: heard})
	if err != nil {
		t.Fatal(err)
	}
	return c, heard
}

// sameAnswer checks that what the client made of an answer says all that the answer says.
func sameAnswer(t *testing.T, heard *overheard, got any, err error) {
	t.Helper()
	if err != nil {
		t.Errorf("%s: %v", heard.question, err)
		return
	}
	b, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(decode[any](t, heard.answer.String()), decode[any](t, string(b))); diff != "" || heard.answer.Len() < 20 {
		t.Errorf("%s: %.2000s", heard.question, diff)
	}
}

// The client's types are the server's own: nothing is lost on the way.
func TestClientReadsAllThatTheServerSays(t *testing.T) {
	c, heard := asker(t)
	ctx, day := t.Context(), timeline.Date(2017, 9, 12)
	year := atlas.Filter{Span: timeline.Span{From: timeline.Date(2017, 1, 1), To: timeline.Date(2018, 1, 1)}}
	meta, err := c.Meta(ctx)
	sameAnswer(t, heard, meta, err)
	for _, place := range []string{"تدمر", "sy-homs-kadir", "Raqqa"} {
		who, err := c.Who(ctx, place, "", day)
		sameAnswer(t, heard, who, err)
		chronicle, err := c.History(ctx, place, year.Span, timeline.Unknown)
		sameAnswer(t, heard, chronicle, err)
	}
	point, err := c.WhoAt(ctx, orb.Point{38.25, 34.55}, day)
	sameAnswer(t, heard, point, err)
	held, err := c.Held(ctx, "islamic_state", day, atlas.Filter{})
	sameAnswer(t, heard, held, err)
	contested, err := c.Contested(ctx, day, atlas.Filter{Bound: &orb.Bound{Min: orb.Point{35, 32}, Max: orb.Point{43, 38}}})
	sameAnswer(t, heard, contested, err)
	changes, err := c.Changes(ctx, year)
	sameAnswer(t, heard, atlas.Changes{Changes: changes}, err)
	corrections, err := c.Corrections(ctx, atlas.Filter{Admin1: "Homs"})
	sameAnswer(t, heard, map[string]any{"corrections": corrections}, err)
	found, err := c.Places(ctx, "Palm", 5)
	sameAnswer(t, heard, map[string]any{"places": found}, err)
	sources, err := c.Sources(ctx)
	sameAnswer(t, heard, map[string]any{"sources": sources}, err)
	reports, err := c.Reports(ctx, "سيطرت", year, 3, 1)
	sameAnswer(t, heard, reports, err)
	if len(held.Places) == 0 || len(changes) == 0 || len(reports.Reports) != 3 || reports.Reports[0].Snippet == nil || len(found) == 0 {
		t.Errorf("%d places held, %d changes, %d reports, %d found", len(held.Places), len(changes), len(reports.Reports), len(found))
	}
	for _, listed := range reports.Reports {
		report, err := c.Report(ctx, listed.ID)
		sameAnswer(t, heard, report, err)
		for _, claim := range report.Claims {
			if claim.Quote != report.Report.Text[claim.Start:claim.End] {
				t.Errorf("%q: the text has %q there", claim.Quote, report.Report.Text[claim.Start:claim.End])
			}
		}
	}
	for _, layer := range []export.Layer{export.Holdings, export.Areas, export.Cells, export.Fronts, export.Pockets, export.Advances} {
		features, err := c.Layer(ctx, layer, day, atlas.Filter{})
		sameAnswer(t, heard, features, err)
	}
	claims, err := c.Layer(ctx, export.Claims, 0, atlas.Filter{Span: year.Span, Kinds: []timeline.Kind{timeline.Captured, timeline.Struck},
		Modalities: []timeline.Modality{timeline.Asserted}, Sure: 0.5})
	sameAnswer(t, heard, claims, err)
}

func TestClientPagesThroughAllFeatures(t *testing.T) {
	c, heard := asker(t)
	all := func(items client.Items) (ids []any) {
		t.Helper()
		for f, err := range c.Features(t.Context(), export.Claims, items) {
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, f.ID)
		}
		return ids
	}
	whole := all(client.Items{PageSize: 10_000})
	if paged := all(client.Items{PageSize: 7}); len(whole) < 50 || !cmp.Equal(whole, paged) || !strings.Contains(heard.question, "offset=") {
		t.Errorf("%d claims at once, %d in pages: want the same, on several pages", len(whole), len(paged))
	}
	weeks := timeline.Span{From: timeline.Date(2017, 9, 1), To: timeline.Date(2017, 9, 13)}
	claims, err := c.Layer(t.Context(), export.Claims, 0, atlas.Filter{Span: weeks, Kinds: []timeline.Kind{timeline.Captured}})
	if err != nil {
		t.Fatal(err)
	}
	if got := all(client.Items{Span: weeks, Filter: "kind = 'captured'", Properties: []string{"kind"}, PageSize: 3}); len(got) != len(claims.Features) || len(got) == 0 {
		t.Errorf("%d claims in the collection, %d of the API", len(got), len(claims.Features))
	}
	for f := range c.Features(t.Context(), export.Holdings, client.Items{PageSize: 2}) {
		if f.Properties["holder"] == "" {
			t.Error("a holding without a holder")
		}
		break // which asks for no more
	}
	if strings.Contains(heard.question, "offset=") {
		t.Errorf("%s was asked for nobody", heard.question)
	}
}

func TestClientSeesTheDataInAView(t *testing.T) {
	c, heard := asker(t)
	day := timeline.Date(2017, 9, 12)
	none, err := c.As(client.View{KnownOn: timeline.Date(2001, 1, 1), ReachKm: 20}).Held(t.Context(), "islamic_state", day, atlas.Filter{})
	if err != nil || len(none.Places) > 0 || !strings.Contains(heard.question, "as_known_on=2001-01-01&day=2017-09-12&reach_km=20") {
		t.Errorf("%d places, %v by %s: nothing was known then", len(none.Places), err, heard.question)
	}
	now, err := c.Held(t.Context(), "islamic_state", day, atlas.Filter{})
	if err != nil || len(now.Places) == 0 {
		t.Errorf("%d places, %v", len(now.Places), err)
	}
	_, err = c.As(client.View{Without: []string{"nobody"}}).Meta(t.Context())
	if e := refusal(t, err); e.Parameter != "without" || e.Value != "nobody" {
		t.Errorf("%+v", e)
	}
}

func refusal(t *testing.T, err error) *client.Error {
	t.Helper()
	var e *client.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v: want an error of the server", err)
	}
	return e
}

func TestClientSaysWhatIsWrong(t *testing.T) {
	c, _ := asker(t)
	ctx, day := t.Context(), timeline.Date(2017, 9, 12)
	_, err := c.Who(ctx, "الصالحية", "", day)
	if e := refusal(t, err); e.Status != http.StatusMultipleChoices || len(e.Candidates) < 2 || e.Candidates[0].ID == "" || errors.Is(err, timeline.ErrNotFound) {
		t.Errorf("%+v: want candidates", e)
	}
	if e := refusal(t, err); e.Candidates[0].Admin1 != nil {
		if who, err := c.Who(ctx, e.Candidates[0].ID, "", day); err != nil || who.Place.ID != e.Candidates[0].ID {
			t.Errorf("%+v, %v: want who held the candidate", who.Place, err)
		}
	}
	if _, err := c.Who(ctx, "nowhere at all", "", day); !errors.Is(err, timeline.ErrNotFound) {
		t.Errorf("%v: want %v", err, timeline.ErrNotFound)
	}
	if _, err := c.Report(ctx, "no/such report"); !errors.Is(err, timeline.ErrNotFound) {
		t.Errorf("%v: want %v", err, timeline.ErrNotFound)
	}
	_, err = c.Who(ctx, "Homs", "", 0)
	if e := refusal(t, err); e.Status != http.StatusBadRequest || e.Parameter != "day" || e.Allowed != "YYYY-MM-DD" || !strings.Contains(err.Error(), "day") {
		t.Errorf("%+v", e)
	}
	_, err = c.Changes(ctx, atlas.Filter{Sure: 0.5})
	if e := refusal(t, err); e.Parameter != "sure" {
		t.Errorf("%+v: want what a question does not have to be refused", e)
	}
	_, err = c.Contested(ctx, day, atlas.Filter{Near: &atlas.Near{At: orb.Point{38, 35}, Km: 5}})
	if e := refusal(t, err); e.Parameter != "near" {
		t.Errorf("%+v: want what a question does not have to be refused", e)
	}
	for _, err := range c.Features(ctx, "tanks", client.Items{}) {
		if !errors.Is(err, timeline.ErrNotFound) {
			t.Errorf("%v: want %v", err, timeline.ErrNotFound)
		}
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := c.Meta(gone); !errors.Is(err, context.Canceled) {
		t.Errorf("%v: want %v", err, context.Canceled)
	}
}

func TestClientExportsFiles(t *testing.T) {
	c, _ := asker(t)
	square := orb.MultiPolygon{{{{36, 33}, {40, 33}, {40, 37}, {36, 37}, {36, 33}}}}
	file := client.File{Layers: []export.Layer{export.Holdings, export.Claims}, Day: timeline.Date(2017, 9, 12), Filter: atlas.Filter{Within: square}}
	for format, begins := range map[string]string{"": `{"type":"FeatureCollection"`, "csv": "layer,", "gpkg": "SQLite format 3", "kmz": "PK"} {
		var out bytes.Buffer
		file.Format = format
		if err := c.Export(t.Context(), &out, file); err != nil || !strings.HasPrefix(out.String(), begins) {
			t.Errorf("%q: %v, %.100s", format, err, out.String())
		}
		if format != "" {
			continue
		}
		features, err := geojson.UnmarshalFeatureCollection(out.Bytes())
		if err != nil || len(features.Features) == 0 {
			t.Fatalf("%v, %.100s", err, out.String())
		}
		for _, f := range features.Features {
			if f.Geometry != nil && !geo.Meets(square.Bound(), f.Geometry) {
				t.Errorf("%v lies at %v, outside of what was asked for", f.ID, f.Geometry)
			}
		}
	}
	file.Format = "shp"
	if e := refusal(t, c.Export(t.Context(), new(bytes.Buffer), file)); e.Parameter != "format" {
		t.Errorf("%+v", e)
	}
}

package main

import (
	"fmt"
	"net/url"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb/geojson"
)

// The documents of /ogc are what the standard says that they have to be (17-069r4), by
// schemas that are written from it and know nothing of the server.
func TestDocumentsOfTheStandardAreAsItSays(t *testing.T) {
	standard, err := openapi3.NewLoader().LoadFromFile("testdata/ogc_schemas.json")
	if err != nil {
		t.Fatal(err)
	}
	base := served(t, "serve", "--db", samples(t)) + "ogc"
	check := func(name, address string) string {
		t.Helper()
		body := get(t, address)
		if err := standard.Components.Schemas[name].Value.VisitJSON(decode[any](t, body), openapi3.EnableFormatValidation()); err != nil {
			t.Errorf("%s is no %s: %.1500v", address, name, err)
		}
		return body
	}
	check("landingPage", base+"?f=json")
	check("conformance", base+"/conformance")
	collections := decode[ogcCollections](t, check("collections", base+"/collections"))
	for _, c := range collections.Collections {
		at := base + "/collections/" + c.ID
		check("collection", at)
		page, err := geojson.UnmarshalFeatureCollection([]byte(check("page", at+"/items?limit=500")))
		if err != nil || len(page.Features) < 10 {
			t.Fatalf("%s: %v: only %d features", c.ID, err, len(page.Features))
		}
		check("feature", at+"/items/"+url.PathEscape(fmt.Sprint(page.Features[0].ID)))
	}
	if len(collections.Collections) != 6 {
		t.Errorf("%d collections", len(collections.Collections))
	}
	// They can say no.
	for name, wrong := range map[string]string{"landingPage": `{"title":"x"}`, "conformance": `{"conformsTo":[]}`, "collection": `{"id":"x","links":[{"rel":"self"}]}`,
		"page":    `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2]]}}]}`,
		"feature": `{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,2],[2,3],[1,2]]]}}`} {
		if standard.Components.Schemas[name].Value.VisitJSON(decode[any](t, wrong)) == nil {
			t.Errorf("%s is taken for a %s", wrong, name)
		}
	}
}

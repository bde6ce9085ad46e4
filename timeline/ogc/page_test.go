package ogc_test

import (
	"context"
	"errors"
	"testing"

	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/ogc"
)

// Who has gone is answered nothing: half a page would look like all there is.
func TestPagesEndWithWhoAskedForThem(t *testing.T) {
	a, err := atlas.New(atlas.Input{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(t.Context())
	q := ogc.Query{Layer: export.Claims, Limit: 1}
	if p, err := q.Page(ctx, a, nil); err != nil || p.Matched != 0 {
		t.Errorf("%+v, %v: want a page of nothing", p, err)
	}
	leave()
	if _, err := q.Page(ctx, a, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v: want that nobody waits", err)
	}
}

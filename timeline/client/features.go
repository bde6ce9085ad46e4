package client

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// Items narrow the features of a collection. Its zero value lets everything through.
type Items struct {
	Bound      *orb.Bound    // lon, lat; features that meet it, nil is everywhere
	Span       timeline.Span // features that share a day with it; zero is all of time
	Filter     string        // Basic CQL2 as text, as in "confidence > 0.5 AND holder = 'sdf'"; "" is none
	Properties []string      // those that features come with; none is all
	PageSize   int           // how many come at once; 0 is as many as the server gives unasked
}

// ErrChanged says that the data came to another version between two pages: what came
// before and what would follow do not belong together.
var ErrChanged = errors.New("client: the data changed between two pages: ask again")

// Features are the features of a collection of /ogc, page after page: holdings, areas,
// fronts, claims, places or reports. After an error, which comes without a feature,
// nothing follows.
func (c *Client) Features(ctx context.Context, collection export.Layer, items Items) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		path := "/ogc/collections/" + url.PathEscape(string(collection)) + "/items"
		q := items.query()
		for version := ""; q != nil; {
			page, err := askFeatures(ctx, c, path, q)
			if err == nil {
				now := page.ExtraMembers.MustString("version", "")
				if version != "" && now != version {
					err = ErrChanged
				}
				version = now
			}
			if err == nil {
				q, err = next(page)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			for _, f := range page.Features {
				if !yield(f, nil) {
					return
				}
			}
		}
	}
}

// askFeatures asks for features. What has none in their place is no answer.
func askFeatures(ctx context.Context, c *Client, path string, query url.Values) (*geojson.FeatureCollection, error) {
	fc, err := ask[geojson.FeatureCollection](ctx, c, path, query)
	switch {
	case err != nil:
	case fc.Features == nil: // [] would be none of them
		err = fmt.Errorf("client: %s%s: nothing in place of features", c.said, path)
	case slices.Contains(fc.Features, nil):
		err = fmt.Errorf("client: %s%s: null in place of a feature", c.said, path)
	}
	if err != nil {
		return nil, err
	}
	return &fc, nil
}

func (i Items) query() url.Values {
	q := with("f", "json", "limit", count(i.PageSize), "filter", i.Filter, "properties", strings.Join(i.Properties, ","))
	if i.Bound != nil {
		q.Set("bbox", box(*i.Bound))
	}
	if i.Span != (timeline.Span{}) {
		from, to := "..", ".."
		if i.Span.From.Known() {
			from = i.Span.From.String()
		}
		if i.Span.To.Known() {
			to = (i.Span.To - 1).String() // ends are included there
		}
		q.Set("datetime", from+"/"+to)
	}
	return q
}

// next are the parameters of the page after one; nil where it is the last. Where a
// gateway stands before the server its links may name another host, so only their
// parameters count.
func next(page *geojson.FeatureCollection) (url.Values, error) {
	links, _ := page.ExtraMembers["links"].([]any)
	for _, l := range links {
		link, _ := l.(map[string]any)
		if link["rel"] != "next" {
			continue
		}
		href, _ := link["href"].(string)
		u, err := url.Parse(href)
		if err != nil || len(page.Features) == 0 { // which would lead on for ever
			return nil, fmt.Errorf("client: link %q to a next page after %d features", href, len(page.Features))
		}
		return u.Query(), nil
	}
	return nil, nil
}

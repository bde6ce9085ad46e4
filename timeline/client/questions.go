package client

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"strconv"

	"frontline/timeline"
	"frontline/timeline/answer"
	"frontline/timeline/atlas"
	"frontline/timeline/export"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// Meta says what there is to be asked about, and on what terms.
func (c *Client) Meta(ctx context.Context) (answer.Meta, error) {
	return ask[answer.Meta](ctx, c, "/api/meta", url.Values{})
}

// Who says who held a place on a day, since when and because of which words. place is an
// id, a code or a name; in is the governorate that it lies in, which tells places of one
// name apart, or "". A name that several places bear is an *Error with candidates.
func (c *Client) Who(ctx context.Context, place, in string, day timeline.Day) (atlas.Answer, error) {
	return ask[atlas.Answer](ctx, c, "/api/who", with("day", day.String(), "place", place, "in", in))
}

// WhoAt says who held a bare point on a day: longitude and latitude in degrees.
func (c *Client) WhoAt(ctx context.Context, at orb.Point, day timeline.Day) (atlas.Answer, error) {
	return ask[atlas.Answer](ctx, c, "/api/who", with("day", day.String(), "lon", number(at.Lon()), "lat", number(at.Lat())))
}

// Places are the places that a name, or a part of one, may mean, best first. limit is how
// many come at most; 0 is as many as the server gives unasked.
func (c *Client) Places(ctx context.Context, name string, limit int) ([]timeline.RankedView, error) {
	found, err := ask[answer.Places](ctx, c, "/api/places", with("q", name, "limit", count(limit)))
	return found.Places, err
}

// History is what is known of a place on the days of a span, the zero Span for all days;
// where an actor is named, when that actor was in it. place is as in Who.
func (c *Client) History(ctx context.Context, place string, span timeline.Span, actor timeline.Actor) (atlas.Chronicle, error) {
	return ask[atlas.Chronicle](ctx, c, "/api/places/"+url.PathEscape(place)+"/history",
		with("from", span.From.String(), "to", span.To.String(), "actor", string(actor)))
}

// Held are the places that an actor holds or contests on a day. Of the filter, Bound and
// Admin1 can be given.
func (c *Client) Held(ctx context.Context, actor timeline.Actor, day timeline.Day, f atlas.Filter) (atlas.Held, error) {
	q := filtered(f)
	q.Set("actor", string(actor))
	q.Set("day", day.String())
	return ask[atlas.Held](ctx, c, "/api/held", q)
}

// Contested are the places that are contested on a day. Of the filter, Bound and Admin1
// can be given.
func (c *Client) Contested(ctx context.Context, day timeline.Day, f atlas.Filter) (atlas.Contested, error) {
	q := filtered(f)
	q.Set("day", day.String())
	return ask[atlas.Contested](ctx, c, "/api/contested", q)
}

// Changes are what changed hands on the days of the filter's span. Of the rest of the
// filter, Actors, Bound, Admin1 and Place can be given; here and below Place is as in Who.
func (c *Client) Changes(ctx context.Context, f atlas.Filter) ([]atlas.Change, error) {
	found, err := ask[atlas.Changes](ctx, c, "/api/changes", filtered(f))
	return found.Changes, err
}

// Corrections are what the server changed its mind about on the days of the filter's
// span. Of the rest of the filter, Bound, Admin1 and Place can be given.
func (c *Client) Corrections(ctx context.Context, f atlas.Filter) ([]atlas.Correction, error) {
	found, err := ask[answer.Corrections](ctx, c, "/api/corrections", filtered(f))
	return found.Corrections, err
}

// Reports are some of the reports that pass, limit of them at most after offset others;
// of limit, 0 is as many as the server gives unasked. Those in which words are found,
// best match first, where words is not "". The filter's span is of days of publication.
func (c *Client) Reports(ctx context.Context, words string, f atlas.Filter, limit, offset int) (answer.Reports, error) {
	q := filtered(f)
	for name, values := range with("q", words, "limit", count(limit), "offset", count(offset)) {
		q[name] = values
	}
	return ask[answer.Reports](ctx, c, "/api/reports", q)
}

// Report is a report with its text, and all that it says; timeline.ErrNotFound where
// there is none of this id.
func (c *Client) Report(ctx context.Context, id string) (answer.Report, error) {
	return ask[answer.Report](ctx, c, "/api/reports/"+url.PathEscape(id), url.Values{})
}

// Sources are those who publish what is known, by id.
func (c *Client) Sources(ctx context.Context) ([]atlas.SourceCount, error) {
	found, err := ask[answer.Sources](ctx, c, "/api/sources", url.Values{})
	return found.Sources, err
}

// Layer are the features of a layer on a day: holdings, areas, cells, fronts, pockets or
// advances; pockets come with necks. Claims are of the filter's span, whose day plays no
// part. What of the filter a layer knows nothing of, the server refuses.
func (c *Client) Layer(ctx context.Context, layer export.Layer, day timeline.Day, f atlas.Filter) (*geojson.FeatureCollection, error) {
	q := filtered(f)
	if day.Known() {
		q.Set("day", day.String())
	}
	return askFeatures(ctx, c, "/api/"+string(layer), q)
}

// File is what is wanted in one file. What shows how things stood is of Day; claims,
// reports and advances are of the filter's span, or for want of one of the day too.
type File struct {
	Layers []export.Layer
	Day    timeline.Day
	Map    string // the id of a source that draws maps, whose own map areas and differences are of; "" is none
	Format string // geojson, geojsonseq, csv, kml, kmz or gpkg; "" is geojson
	atlas.Filter
}

// Export writes a file to w. Part of it may have been written when an error is returned.
func (c *Client) Export(ctx context.Context, w io.Writer, f File) error {
	q := filtered(f.Filter)
	for name, values := range with("day", f.Day.String(), "map", f.Map, "format", f.Format) {
		q[name] = values
	}
	if len(f.Layers) > 0 {
		q["layer"] = text(f.Layers)
	}
	body, err := c.send(ctx, "/api/export", q)
	if err != nil {
		return err
	}
	defer body.Close()
	if _, err := io.Copy(w, body); err != nil {
		return fmt.Errorf("client: export: %w", err)
	}
	return nil
}

// with are parameters: name, value, name, value. Those without a value are left out.
func with(pairs ...string) url.Values {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	return q
}

// filtered are the parameters of a filter. One that a question does not have is sent all
// the same: the server refuses it, and an answer to another question would be a wrong one.
func filtered(f atlas.Filter) url.Values {
	q := with("from", f.Span.From.String(), "to", f.Span.To.String(), "place", f.Place, "in", f.Admin1)
	for name, values := range map[string][]string{"actor": text(f.Actors), "kind": text(f.Kinds), "modality": text(f.Modalities), "source": f.Sources} {
		if len(values) > 0 {
			q[name] = values
		}
	}
	if f.Bound != nil {
		q.Set("bbox", box(*f.Bound))
	}
	if f.Within != nil && f.Admin1 == "" {
		shape, err := geojson.NewGeometry(f.Within).MarshalJSON()
		if err != nil { // a coordinate is no number, which the server refuses
			shape = []byte(err.Error())
		}
		q.Set("within", string(shape))
	}
	if f.Near != nil {
		q.Set("near", number(f.Near.At.Lon())+","+number(f.Near.At.Lat()))
		q.Set("within_km", number(f.Near.Km))
	}
	if f.Sure != 0 {
		q.Set("sure", number(f.Sure))
	}
	return q
}

func text[T ~string](list []T) (out []string) {
	for _, v := range list {
		out = append(out, string(v))
	}
	return out
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// count is a number, "" for 0.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func box(b orb.Bound) string {
	return number(b.Min.Lon()) + "," + number(b.Min.Lat()) + "," + number(b.Max.Lon()) + "," + number(b.Max.Lat())
}

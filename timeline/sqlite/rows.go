package sqlite

import (
	"errors"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// Each table has a list of columns and a function that gives the fields in the
// same order.

const reportColumns = `id, file, title, source, url, language, published, published_basis, body, form`

func reportFields(r *timeline.Report) []any {
	return []any{&r.ID, &r.File, &r.Title, &r.Source, &r.URL, &r.Language,
		dayColumn{&r.Published}, &r.PublishedBasis, &r.Body, &r.Form}
}

const placeColumns = `id, name_ar, name_en, kind, lon, lat, admin1, admin2, precision`

func placeFields(p *geo.Place) []any {
	return []any{&p.ID, &p.NameAr, &p.NameEn, &p.Kind, &p.At[0], &p.At[1], &p.Admin1, &p.Admin2, &p.Precision}
}

const claimColumns = `id, report, kind, modality, actor, co_actors, from_actor,
	place_surface, place_named, place_start_byte, place_end_byte, place, place_lon, place_lat, place_score,
	place_relation, place_shape,
	extent, count, date, date_basis, distance_km, distance_role, measured_km, measured_between, killed_min, wounded_min,
	claimed_by, quote, start_byte, end_byte, rule, confidence`

func claimFields(c *timeline.Claim, p *spot) []any {
	return []any{&c.ID, &c.Report, &c.Kind, &c.Modality, orNull(&c.Actor), asJSON(&c.CoActors), orNull(&c.From),
		&p.surface, &p.named, &p.start, &p.end, &p.id, &p.lon, &p.lat, &p.score,
		&p.relation, shapeColumn{&p.shape},
		orNull(&c.Extent), orNull(&c.Count), dayColumn{&c.Date}, &c.DateBasis,
		orNull(&c.DistanceKm), orNull(&c.DistanceRole), orNull(&c.MeasuredKm), asJSON(&c.MeasuredBetween), &c.KilledMin, &c.WoundedMin,
		orNull(&c.ClaimedBy), &c.Quote, &c.Start, &c.End, &c.Rule, &c.Confidence}
}

// spot is a claim's place as columns: all nil where it has none.
type spot struct {
	surface         *string
	named           *bool
	start, end      *int
	id              *string
	lon, lat, score *float64
	relation        *timeline.Relation
	shape           *geo.Locus
}

func spotOf(ref *timeline.PlaceRef) spot {
	if ref == nil {
		return spot{}
	}
	p := *ref
	s := spot{surface: &p.Surface, named: &p.Named, start: &p.Start, end: &p.End, score: &p.Score}
	if p.ID != "" {
		s.id = &p.ID
	}
	if p.Relation != "" {
		s.relation = &p.Relation
	}
	s.shape = p.Shape
	if p.At != nil {
		s.lon, s.lat = &p.At[0], &p.At[1]
	}
	return s
}

// ref is the place that the columns are of. Some of them without the others are
// an error: nothing here writes so.
func (s spot) ref() (*timeline.PlaceRef, error) {
	if s.surface == nil {
		return nil, nil
	}
	if s.named == nil || s.start == nil || s.end == nil || s.score == nil || (s.lon == nil) != (s.lat == nil) {
		return nil, errors.New("place_named, place_start_byte, place_end_byte, place_score, place_lon or place_lat is NULL: want all or none")
	}
	p := timeline.PlaceRef{Surface: *s.surface, Named: *s.named, Start: *s.start, End: *s.end, Score: *s.score}
	p.Shape = s.shape
	if s.relation != nil {
		p.Relation = *s.relation
	}
	if s.id != nil {
		p.ID = *s.id
	}
	if s.lon != nil {
		p.At = &orb.Point{*s.lon, *s.lat}
	}
	return &p, nil
}

const mentionColumns = `surface, class, start_byte, end_byte, score, reason, candidates, place`

func mentionFields(m *timeline.Mention, others *[]candidate, place **string) []any {
	return []any{&m.Surface, &m.Class, &m.Start, &m.End, &m.Score, &m.Reason, asJSON(others), place}
}

// candidate is a geo.Ranked as it is written; the names are those in the file
// and outlive any renaming of fields.
type candidate struct {
	Place  candidatePlace `json:"place"`
	Score  float64        `json:"score"`
	Reason string         `json:"reason"`
}

type candidatePlace struct {
	ID        string        `json:"id"`
	NameAr    string        `json:"name_ar"`
	NameEn    string        `json:"name_en"`
	Kind      string        `json:"kind"`
	At        orb.Point     `json:"lon_lat"`
	Admin1    string        `json:"admin1"`
	Admin2    string        `json:"admin2"`
	Precision geo.Precision `json:"precision"`
}

func candidatesOf(ranked []geo.Ranked) (out []candidate) {
	for _, r := range ranked {
		out = append(out, candidate{candidatePlace(r.Place), r.Score, r.Reason})
	}
	return out
}

func rankedOf(candidates []candidate) (out []geo.Ranked) {
	for _, c := range candidates {
		out = append(out, geo.Ranked{Place: geo.Place(c.Place), Score: c.Score, Reason: c.Reason})
	}
	return out
}

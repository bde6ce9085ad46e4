package sqlite_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/sqlite"
	"frontline/timeline/verify"

	"github.com/paulmach/orb"
)

// says is what one sentence says.
type says struct {
	place string // a name, of which told makes the rest
	kind  timeline.Kind
	actor timeline.Actor
	from  timeline.Actor
	day   timeline.Day
}

const (
	army timeline.Actor = "syrian_government"
	isis timeline.Actor = "islamic_state"
)

// told is a reading whose text says so, sentence by sentence: with true spans,
// quotes and ids. No other n gives its text.
func told(n int, sentences ...says) timeline.Reading {
	var text strings.Builder
	fmt.Fprintf(&text, "تقرير %d.\n", n)
	var r timeline.Reading
	for _, s := range sentences {
		start := text.Len()
		fmt.Fprintf(&text, "%s %s ", s.actor, s.kind)
		at := text.Len()
		text.WriteString(s.place)
		end := text.Len()
		fmt.Fprintf(&text, " (%s)", s.day)
		place := geo.Place{ID: "sy-" + s.place, NameAr: s.place, NameEn: s.place, Kind: "town", At: lies(s.place), Admin1: "Homs", Precision: geo.Exact}
		r.Places = append(r.Places, timeline.Mention{Surface: s.place, Start: at, End: end, Place: &place, Score: 1, Reason: "only entry of this name"})
		r.Claims = append(r.Claims, timeline.Claim{Kind: s.kind, Modality: timeline.Asserted, Actor: s.actor, From: s.from, Date: s.day, DateBasis: timeline.Stated,
			Place: &timeline.PlaceRef{Surface: s.place, Named: true, Start: at, End: end, ID: place.ID, At: &place.At, Score: 1},
			Quote: text.String()[start:], Start: start, End: text.Len(), Rule: "control", Confidence: 0.9})
		text.WriteString(".\n")
	}
	r.Report = timeline.Report{ID: timeline.ReportID(text.String()), File: fmt.Sprintf("%d.txt", n), Source: fmt.Sprintf("وكالة %d", n%3), Language: "ar",
		Published: timeline.Date(2017, 8, 13), PublishedBasis: timeline.Given, Text: text.String()}
	for i := range r.Claims {
		r.Claims[i].Report = r.Report.ID
		r.Claims[i].Identify()
	}
	return r
}

// lies is somewhere, for each name elsewhere.
func lies(name string) orb.Point {
	sum := 0
	for _, c := range name {
		sum = (sum*31 + int(c)) % 1000
	}
	return orb.Point{36 + float64(sum)/200, 33 + float64(sum%100)/30}
}

// reread is a reading as another program would read it: the place of one claim
// elsewhere, the last one gone, another day of publication.
func reread(r timeline.Reading) timeline.Reading {
	other := geo.Place{ID: "sy-other", NameAr: "أخرى", NameEn: "Other", Kind: "hill", At: orb.Point{38.5, 34.5}, Precision: geo.Exact}
	out := r
	out.Report.Published++
	out.Places = append([]timeline.Mention{}, r.Places...)
	out.Claims = append([]timeline.Claim{}, r.Claims...)
	if n := len(out.Claims); n > 1 {
		out.Claims = out.Claims[:n-1]
	}
	if len(out.Claims) > 0 {
		out.Places[0].Place = &other
		ref := *out.Claims[0].Place
		ref.ID, ref.At = other.ID, &other.At
		out.Claims[0].Place = &ref
		for _, c := range out.Claims[1:] {
			out.Places = append(out.Places, timeline.Mention{Surface: c.Place.Surface, Start: c.Place.Start, End: c.Place.End, Score: 1,
				Place: &geo.Place{ID: c.Place.ID, At: *c.Place.At, Precision: geo.Exact}})
		}
	}
	return out
}

// law has two sides and a source of its own.
func law() sqlite.Law {
	return sqlite.Law{Actors: []timeline.ActorInfo{{ID: army, Side: "government"}, {ID: isis, Side: "islamic_state"}},
		Sources: []timeline.Source{{ID: "agency", NameAr: "وكالة 0", Side: "government", Weight: 0.6}}}
}

// verified is what verifying finds, with all findings as lines.
func verified(t interface {
	Helper()
	Fatal(...any)
	Context() context.Context
}, s *sqlite.Store) (*verify.Result, string) {
	t.Helper()
	r, err := s.Verify(t.Context(), sqlite.VerifyOptions{Shown: 100, Has: func(place string) bool { return strings.HasPrefix(place, "sy-") }})
	if err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintln(&lines, f)
	}
	return r, lines.String()
}

// holdingsIn are the holdings that a file keeps, a line each.
func holdingsIn(t testing.TB, path string) []string {
	t.Helper()
	return column(t, path, `SELECT place || ' [' || valid_from || ', ' || coalesce(valid_to, '') || ') ' || holder || coalesce(' ' || others, '') FROM holdings ORDER BY place, valid_from`)
}

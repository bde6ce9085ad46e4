package sqlite_test

import (
	"fmt"
	"testing"
	"time"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/sqlite"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// open opens the file and closes it with the test. Its clock stands still at
// noon of the day.
func open(t testing.TB, path string, day timeline.Day) *sqlite.Store {
	t.Helper()
	noon := func() time.Time { return day.Time().Add(12 * time.Hour) }
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func add(t testing.TB, s *sqlite.Store, r timeline.Reading) {
	t.Helper()
	if added, err := s.Add(t.Context(), r); err != nil || !added {
		t.Fatalf("Add %s = %v, %v: want it added", r.Report.ID, added, err)
	}
}

// sample is a reading with the given number of claims, unlike that of any
// other number n.
func sample(n, claims int) timeline.Reading {
	text := fmt.Sprintf("تقرير %d\nسيطر الجيش على السخنة", n)
	at := orb.Point{38.87, 34.89}
	place := geo.Place{ID: "sy-sukhnah", NameAr: "السخنة", NameEn: "Al-Sukhnah", Kind: "town", At: at,
		Admin1: "Homs", Precision: geo.Exact}
	r := timeline.Reading{
		Report: timeline.Report{ID: timeline.ReportID(text), File: fmt.Sprintf("%d.txt", n), Language: "ar",
			Published: timeline.Date(2017, 8, 13), PublishedBasis: timeline.Given, Text: text},
		Places: []timeline.Mention{{Surface: "السخنة", Start: 30, End: 42, Place: &place, Score: 1, Reason: "only entry of this name"}},
	}
	for i := range claims {
		c := timeline.Claim{Report: r.Report.ID, Kind: timeline.Captured, Modality: timeline.Asserted,
			Actor: "syrian_government", Date: timeline.Date(2017, 8, 12), DateBasis: timeline.Relative,
			Place: &timeline.PlaceRef{Surface: "السخنة", Named: true, ID: place.ID, At: &at, Score: 1},
			Quote: "سيطر الجيش", Start: i, End: i + 10, Rule: "capture", Confidence: 0.9}
		c.Identify()
		r.Claims = append(r.Claims, c)
	}
	return r
}

func words() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "السخنة", "شرقيّ حمص ٣٠ كم", "'); DROP TABLE claims; --",
		"<script>alert(1)</script>", "\x00", "\"\\u0000\"", "NULL", "2017-08-13", "1e3", "\r\n", "\u202e\ufeff"}))
}

func days() *rapid.Generator[timeline.Day] {
	return rapid.OneOf(rapid.Just(timeline.Day(0)),
		rapid.Map(rapid.Int32Range(1, int32(timeline.Date(9999, 12, 31))), func(n int32) timeline.Day { return timeline.Day(n) }))
}

func points() *rapid.Generator[orb.Point] {
	return rapid.Custom(func(t *rapid.T) orb.Point {
		return orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
	})
}

func places() *rapid.Generator[geo.Place] {
	return rapid.Custom(func(t *rapid.T) geo.Place {
		return geo.Place{ID: words().Filter(func(s string) bool { return s != "" }).Draw(t, "id"),
			NameAr: words().Draw(t, "ar"), NameEn: words().Draw(t, "en"), Kind: words().Draw(t, "kind"),
			At: points().Draw(t, "at"), Admin1: words().Draw(t, "admin1"), Admin2: words().Draw(t, "admin2"),
			Precision: rapid.SampledFrom([]geo.Precision{geo.Exact, geo.Approximate, geo.Area}).Draw(t, "precision")}
	})
}

func mentions() *rapid.Generator[timeline.Mention] {
	return rapid.Custom(func(t *rapid.T) timeline.Mention {
		m := timeline.Mention{Surface: words().Draw(t, "surface"), Class: words().Draw(t, "class"),
			Start: rapid.Int().Draw(t, "start"), End: rapid.Int().Draw(t, "end"), Reason: words().Draw(t, "reason")}
		if rapid.Bool().Draw(t, "placed") {
			p := places().Draw(t, "place")
			m.Place, m.Score = &p, rapid.Float64Range(0, 1).Draw(t, "score")
		}
		for range rapid.IntRange(0, 2).Draw(t, "others") {
			m.Candidates = append(m.Candidates, geo.Ranked{Place: places().Draw(t, "other"),
				Score: rapid.Float64Range(0, 1).Draw(t, "other score"), Reason: words().Draw(t, "other reason")})
		}
		return m
	})
}

// refs are places of claims: none, words alone, or one of the mentioned.
func refs(mentioned []geo.Place) *rapid.Generator[*timeline.PlaceRef] {
	return rapid.Custom(func(t *rapid.T) *timeline.PlaceRef {
		if rapid.Bool().Draw(t, "none") {
			return nil
		}
		p := &timeline.PlaceRef{Surface: words().Draw(t, "surface"), Named: rapid.Bool().Draw(t, "named"),
			Start: rapid.Int().Draw(t, "start"), End: rapid.Int().Draw(t, "end")}
		if len(mentioned) > 0 && rapid.Bool().Draw(t, "placed") {
			g := rapid.SampledFrom(mentioned).Draw(t, "mentioned")
			p.ID, p.At, p.Score = g.ID, &g.At, rapid.Float64Range(0, 1).Draw(t, "score")
		}
		if rapid.Bool().Draw(t, "told by places") {
			at := points().Draw(t, "locus")
			p.At, p.Relation = &at, timeline.RelBetween
			p.Shape = &geo.Locus{Geometry: orb.LineString{at, points().Draw(t, "other end")}, UncertaintyKm: 2.5, At: at, Reason: words().Draw(t, "reason")}
		}
		return p
	})
}

func claims(report string, mentioned []geo.Place) *rapid.Generator[timeline.Claim] {
	actor := rapid.Map(words(), func(s string) timeline.Actor { return timeline.Actor(s) })
	least := rapid.Ptr(rapid.IntRange(0, 1000), true)
	return rapid.Custom(func(t *rapid.T) timeline.Claim {
		c := timeline.Claim{Report: report, Kind: rapid.SampledFrom(timeline.Kinds).Draw(t, "kind"),
			Modality: rapid.SampledFrom(timeline.Modalities).Draw(t, "modality"), Actor: actor.Draw(t, "actor"),
			From: actor.Draw(t, "from"), Place: refs(mentioned).Draw(t, "place"), Extent: words().Draw(t, "extent"),
			Count: rapid.Int().Draw(t, "count"), Date: days().Draw(t, "date"), DateBasis: timeline.Basis(words().Draw(t, "basis")),
			DistanceKm: rapid.Float64().Draw(t, "km"), DistanceRole: words().Draw(t, "role"),
			MeasuredKm: rapid.Float64().Draw(t, "measured"), MeasuredBetween: rapid.Just([]string{"a", "b"}).Draw(t, "between"), KilledMin: least.Draw(t, "killed"), WoundedMin: least.Draw(t, "wounded"),
			ClaimedBy: actor.Draw(t, "claimed by"), Quote: words().Draw(t, "quote"), Start: rapid.Int().Draw(t, "start"),
			End: rapid.Int().Draw(t, "end"), Rule: words().Draw(t, "rule"), Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence")}
		if rapid.Bool().Draw(t, "shared") {
			c.CoActors = rapid.SliceOfN(actor, 0, 3).Draw(t, "co-actors")
		}
		return c
	})
}

func readings() *rapid.Generator[timeline.Reading] {
	return rapid.Custom(func(t *rapid.T) timeline.Reading {
		text := words().Draw(t, "text")
		r := timeline.Reading{Report: timeline.Report{ID: timeline.ReportID(text), File: words().Draw(t, "file"),
			Title: words().Draw(t, "title"), Source: words().Draw(t, "source"), URL: words().Draw(t, "url"),
			Language: words().Draw(t, "language"), Published: days().Draw(t, "published"),
			PublishedBasis: timeline.Basis(words().Draw(t, "basis")), Text: text, Body: rapid.IntRange(0, len(text)).Draw(t, "body")}}
		seen := map[string]bool{}
		var mentioned []geo.Place
		for range rapid.IntRange(0, 3).Draw(t, "mentions") {
			m := mentions().Draw(t, "mention")
			if m.Place != nil {
				if seen[m.Place.ID] {
					continue
				}
				seen[m.Place.ID] = true
				mentioned = append(mentioned, *m.Place)
			}
			r.Places = append(r.Places, m)
		}
		for range rapid.IntRange(0, 4).Draw(t, "claims") {
			c := claims(r.Report.ID, mentioned).Draw(t, "claim")
			c.ID = fmt.Sprintf("%s-%d", r.Report.ID, len(r.Claims))
			r.Claims = append(r.Claims, c)
		}
		return r
	})
}

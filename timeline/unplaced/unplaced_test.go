package unplaced_test

import (
	"errors"
	"iter"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/unplaced"
)

var sukhnah, kawm = geo.Place{ID: "sukhnah"}, geo.Place{ID: "kawm"}

// mention is a name at a byte; a nil place is one that could not be placed.
func mention(surface string, start int, p *geo.Place) timeline.Mention {
	return timeline.Mention{Surface: surface, Start: start, End: start + len(surface), Place: p, Reason: "why " + surface}
}

// reading is a report with as many claims as there are surfaces.
func reading(id string, mentions []timeline.Mention, surfaces ...string) timeline.Reading {
	r := timeline.Reading{Report: timeline.Report{ID: id}, Places: mentions}
	for _, s := range surfaces {
		r.Claims = append(r.Claims, timeline.Claim{Place: &timeline.PlaceRef{Surface: s, Named: true}})
	}
	return r
}

func all(list ...timeline.Reading) iter.Seq2[timeline.Reading, error] {
	return func(yield func(timeline.Reading, error) bool) {
		for _, r := range list {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func TestListCountsNamesByTheirFoldedSpelling(t *testing.T) {
	hill := mention("الهيل", 100, nil)
	hill.Class = "hill"
	got, err := unplaced.List(all(
		reading("r1", []timeline.Mention{mention("السخنة", 0, &sukhnah), hill, mention("الغدير", 5000, nil)}, "الهيل", "الهيل", "الغدير"),
		reading("r2", []timeline.Mention{mention("هيل", 0, nil), mention("الكوم", 30, &kawm), mention("السخنة", 90, &sukhnah)}, "هيل"),
		reading("r3", []timeline.Mention{mention("الهيل", 0, nil), mention("السخنة", 5000, &sukhnah)})))
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v: want two names", got, err)
	}
	h := got[0]
	if h.Name != "الهيل" || h.Reports != 3 || h.Claims != 3 || h.Reason != "why الهيل" || len(h.Examples) != 3 || h.Examples[1] != (unplaced.Example{Report: "r2", Start: 0, End: 6}) {
		t.Errorf("%+v", h)
	}
	if len(h.Neighbours) != 2 || h.Neighbours[0].Place.ID != "sukhnah" || h.Neighbours[0].Reports != 2 || h.Neighbours[1].Place.ID != "kawm" {
		t.Errorf("neighbours %+v: want السخنة of two reports, الكوم of one, and none from afar", h.Neighbours)
	}
	if g := got[1]; g.Name != "الغدير" || g.Reports != 1 || g.Claims != 1 || len(g.Neighbours) != 0 {
		t.Errorf("%+v", g)
	}
}

func TestNothingUnplaced(t *testing.T) {
	for name, readings := range map[string]iter.Seq2[timeline.Reading, error]{
		"no reports":       all(),
		"all placed":       all(reading("r1", []timeline.Mention{mention("السخنة", 0, &sukhnah)})),
		"a name of marks":  all(reading("r1", []timeline.Mention{mention("«»", 0, nil)})),
		"nothing is named": all(reading("r1", nil)),
	} {
		if got, err := unplaced.List(readings); err != nil || len(got) != 0 {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestAFailureOfTheStoreIsPassedOn(t *testing.T) {
	broken := errors.New("the disk is gone")
	if _, err := unplaced.List(func(yield func(timeline.Reading, error) bool) { yield(timeline.Reading{}, broken) }); !errors.Is(err, broken) {
		t.Errorf("%v: want %v", err, broken)
	}
}

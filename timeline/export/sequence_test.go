package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"frontline/timeline/export"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb/geojson"
)

// A sequence is the collection, cut so that each feature can be read alone.
func TestASequenceHasTheFeaturesOfTheCollection(t *testing.T) {
	var together, apart bytes.Buffer
	for _, err := range []error{export.WriteGeoJSON(&together, everything().Dataset(world(t), nil)), export.WriteSequence(&apart, everything().Dataset(world(t), nil))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	fc, err := geojson.UnmarshalFeatureCollection(together.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	records := strings.SplitAfter(apart.String(), "\n")
	if last := records[len(records)-1]; last != "" || len(records) != len(fc.Features)+1 {
		t.Fatalf("%d records, the last %q: want %d and nothing behind", len(records)-1, last, len(fc.Features))
	}
	for i, want := range fc.Features {
		text, begins := strings.CutPrefix(records[i], "\x1e")
		var got *geojson.Feature
		if err := json.Unmarshal([]byte(text), &got); err != nil || !begins || strings.Contains(text, "\x1e") {
			t.Fatalf("%v in %q", err, records[i])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestACollectionNamesItsDataAndLicence(t *testing.T) {
	for want, d := range map[string]export.Dataset{
		`{"type":"FeatureCollection","features":[` + "\n]}\n":                                             {},
		`{"type":"FeatureCollection","version":"7f-\u003c","licence":"CC \"BY\"","features":[` + "\n]}\n": {Version: "7f-<", Licence: `CC "BY"`},
	} {
		var b bytes.Buffer
		if err := export.WriteGeoJSON(&b, d); err != nil || b.String() != want {
			t.Errorf("%s, %v: want %s", b.String(), err, want)
		}
	}
}

func TestWhoWatchesCanEndAFile(t *testing.T) {
	enough, seen := errors.New("enough"), 0
	d := everything().Dataset(world(t), nil).Watched(func(done int) error {
		if seen = done; done == 3 {
			return enough
		}
		return nil
	})
	var b bytes.Buffer
	if err := export.WriteSequence(&b, d); !errors.Is(err, enough) || seen != 3 {
		t.Errorf("%v after %d: want %v after 3", err, seen, enough)
	}
}

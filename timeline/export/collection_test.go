package export

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func TestRightHandedTurnsACopy(t *testing.T) {
	clockwise := orb.Ring{{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}}
	hole := orb.Ring{{1, 1}, {2.00000049, 1}, {2, 2}, {1, 2}, {1, 1}}
	in := orb.MultiPolygon{{clockwise, hole}}
	before := in.Clone()
	want := orb.MultiPolygon{{
		{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}},
		{{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}},
	}}
	if diff := cmp.Diff(orb.Geometry(want), rightHanded(in)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, in); diff != "" {
		t.Errorf("the input changed: %s", diff)
	}
}

package fold_test

import (
	"fmt"
	"testing"

	"frontline/timeline"
)

// BenchmarkManyClaimsOfOneDay folds a day on which a place changes hands over and
// over, told by one report or by many: what a hostile text can say. Time grows
// with the number of claims, for one report.
func BenchmarkManyClaimsOfOneDay(b *testing.B) {
	for _, told := range []struct {
		by      string
		reports int
	}{{"one report", 1}, {"a hundred", 100}} {
		for _, n := range []int{1_000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", told.by, n), func(b *testing.B) {
				claims := make([]timeline.Claim, n)
				for i := range claims {
					parties := []timeline.Actor{army, isis}
					claims[i] = said(b, "2017-08-05", timeline.Captured, parties[i%2], parties[(i+1)%2])
					claims[i].ID, claims[i].Start, claims[i].Report = fmt.Sprint(i), i, fmt.Sprintf("%d: r-2017-08-05", i%told.reports)
				}
				for b.Loop() {
					folded(claims)
				}
			})
		}
	}
}

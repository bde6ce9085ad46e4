package atlas

import (
	"iter"
	"math"

	"frontline/timeline"
	"frontline/timeline/front"
)

// Period is a span of days through which the shares of the ground stay the same.
type Period struct {
	Start  timeline.Day `json:"start"`
	End    timeline.Day `json:"end"`    // half-open; zero while it lasts
	Shares []Share      `json:"shares"` // held by holder, then contested by parties, then unknown; never nil
}

// Share is how much of the ground is in one state.
type Share struct {
	Holder      *timeline.Actor  `json:"holder"`  // nil where contested; timeline.Unknown where nobody is known to hold it
	Parties     []timeline.Actor `json:"parties"` // who contests it; never nil
	Km2         float64          `json:"km2"`
	Km2Reported float64          `json:"km2_reported"` // around places of which a claim says so; of the rest it is concluded
}

// Series is how much of the ground that passes was in each state, on the days of
// the filter's span.
type Series struct {
	Periods []Period `json:"periods"` // never nil; days before anything is known are left out
}

// Course is who held the ground over time, all of it.
func (a *Atlas) Course() (*front.Course, error) { return a.course() }

// Series is how much of the ground that passes was in each state, over time.
func (a *Atlas) Series(f Filter) (Series, error) {
	course, err := a.course()
	if err != nil {
		return Series{}, err
	}
	if !f.everywhere() {
		ground, err := a.within(f)
		if err != nil {
			return Series{}, err
		}
		course = course.Within(ground)
	}
	return seriesOf(course.Shares(), f.Span), nil
}

// seriesOf are shares on the days of a span.
func seriesOf(all iter.Seq2[timeline.Span, []front.Share], of timeline.Span) Series {
	out := Series{[]Period{}}
	for span, shares := range all {
		if !span.Overlaps(of) {
			continue
		}
		p := Period{Start: max(span.From, of.From), End: span.To, Shares: sharesOf(shares)}
		if of.To.Known() && (!p.End.Known() || p.End > of.To) {
			p.End = of.To
		}
		out.Periods = append(out.Periods, p)
	}
	return out
}

// sharesOf are shares as they are told, km² with three decimals.
func sharesOf(shares []front.Share) []Share {
	out := make([]Share, len(shares))
	for i, s := range shares {
		out[i] = Share{Parties: append([]timeline.Actor{}, s.Parties...), Km2: metres(s.Km2), Km2Reported: metres(s.ReportedKm2)}
		if !s.Contested() {
			out[i].Holder = &shares[i].Holder
		}
	}
	return out
}

// metres rounds square kilometres to a thousandth, and does not go below none.
func metres(km2 float64) float64 { return math.Max(0, math.Round(km2*1000)/1000) }

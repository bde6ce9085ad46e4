package main

import (
	"fmt"
	"io"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"
)

// printAnswer says an answer in words.
func printAnswer(w io.Writer, a atlas.Answer) error {
	var b strings.Builder
	if p := a.Place; p != nil {
		fmt.Fprintf(&b, "%s (%s), %s", p.NameAr, p.NameEn, p.Kind)
		if p.Admin1 != nil {
			fmt.Fprintf(&b, ", %s", *p.Admin1)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "on %s: %s", a.Day, a.Holder)
	if a.Contested {
		fmt.Fprintf(&b, ", contested by %s", joinActors(a.Others))
	}
	b.WriteString("\n")
	if a.SinceBasis != nil {
		fmt.Fprintf(&b, "since %s (%s)", orUnknown(a.Since), *a.SinceBasis)
		if a.LastConfirmed.Known() {
			fmt.Fprintf(&b, ", last confirmed %s", a.LastConfirmed)
		}
		fmt.Fprintf(&b, ", confidence %.2f\n", a.Confidence)
	}
	for _, n := range a.InferredFrom {
		if n.Km > 0 {
			fmt.Fprintf(&b, "inferred from %s, %.1f km away: %s on %s\n", n.Place, n.Km, n.Holder, orUnknown(n.Day))
		} else {
			fmt.Fprintf(&b, "inferred from what was said of it on %s\n", orUnknown(n.Day))
		}
	}
	for _, e := range a.Because {
		printEvidence(&b, e)
	}
	printTenure(&b, "before", a.Before)
	printTenure(&b, "after", a.After)
	_, err := io.WriteString(w, b.String())
	return err
}

func printEvidence(b *strings.Builder, e atlas.Evidence) {
	fmt.Fprintf(b, "  %s %s", orUnknown(e.Claim.Date), e.Claim.Kind)
	if e.Claim.From != "" {
		fmt.Fprintf(b, " from %s", e.Claim.From)
	}
	printSaid(b, e)
}

// printSaid is the clause of a claim, and who published it.
func printSaid(b *strings.Builder, e atlas.Evidence) {
	fmt.Fprintf(b, ": %s\n", strings.Join(strings.Fields(e.Claim.Quote), " "))
	fmt.Fprintf(b, "    %s, published %s, report %s\n", orElse(e.Report.Source, "source not stated"), orUnknown(e.Report.Published), e.Report.ID)
	if e.Report.URL != "" {
		fmt.Fprintf(b, "    %s\n", e.Report.URL)
	}
}

func printTenure(b *strings.Builder, when string, t *atlas.Tenure) {
	if t == nil {
		return
	}
	to := "now"
	if t.To.Known() {
		to = t.To.String()
	}
	fmt.Fprintf(b, "%s: %s [%s, %s)\n", when, t.Holder, orElse(t.From.String(), "…"), to)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func joinActors(actors []timeline.Actor) string {
	out := make([]string, len(actors))
	for i, a := range actors {
		out[i] = string(a)
	}
	return strings.Join(out, ", ")
}

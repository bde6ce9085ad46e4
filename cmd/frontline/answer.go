package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"
)

// printAnswer says an answer in words.
func printAnswer(w io.Writer, a atlas.Answer) error {
	var b strings.Builder
	if a.Place != nil {
		fmt.Fprintln(&b, placeWords(*a.Place))
	}
	fmt.Fprintf(&b, "on %s: %s\n", a.Day, holderWords(a.Holder, a.Others, a.Disputes))
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
	printAgainst(&b, a.Against)
	printTenure(&b, "before", a.Before)
	printTenure(&b, "after", a.After)
	_, err := io.WriteString(w, b.String())
	return err
}

// placeWords is a place by its names, its kind and its governorate.
func placeWords(p timeline.PlaceView) string {
	out := fmt.Sprintf("%s (%s), %s", p.NameAr, p.NameEn, p.Kind)
	if p.Admin1 != nil {
		out += ", " + *p.Admin1
	}
	return out
}

// holderWords is who is in a place, and why nobody has it alone.
func holderWords(holder timeline.Actor, others []timeline.Actor, why []timeline.Dispute) string {
	switch {
	case len(others) == 0:
		return string(holder)
	case len(why) > 0 && !slices.ContainsFunc(why, func(d timeline.Dispute) bool { return d.Why != timeline.Passing }):
		return fmt.Sprintf("%s or %s: it passed from the one to the other, and nobody says when", holder, joinActors(others))
	}
	parties := make([]string, len(others))
	for i, party := range others {
		var causes []string
		for _, d := range why {
			if d.Party == party {
				causes = append(causes, causeWords(d.Why))
			}
		}
		if parties[i] = string(party); causes != nil {
			parties[i] += " (" + strings.Join(causes, "; ") + ")"
		}
	}
	return fmt.Sprintf("%s, contested by %s", holder, strings.Join(parties, ", "))
}

func causeWords(c timeline.Cause) string {
	switch c {
	case timeline.Fighting:
		return "fighting: part of it taken or left"
	case timeline.OwnWord:
		return "its own word"
	case timeline.SourcesDisagree:
		return "sources disagree"
	case timeline.Passing:
		return "it passed about then, nobody says when"
	}
	return string(c)
}

// printAgainst is what was said otherwise, and was outweighed.
func printAgainst(b *strings.Builder, against []atlas.Evidence) {
	if len(against) > 0 {
		b.WriteString("  said otherwise, and outweighed:\n")
	}
	for _, e := range against {
		printEvidence(b, e)
	}
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

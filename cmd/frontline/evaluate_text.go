package main

import (
	"fmt"
	"io"
	"strings"

	"frontline/timeline/evaluate"
)

// Words for the figures and for the groups of phenomena.
var (
	figureWords = map[evaluate.Figure]string{
		evaluate.Holder:    "who holds a place",
		evaluate.Change:    "what changed hands",
		evaluate.Traps:     "tries, plans and ifs not taken for a change",
		evaluate.Quiet:     "texts without a change left so",
		evaluate.Froms:     "holder before, of changes found",
		evaluate.Dates:     "day, of control found",
		evaluate.Places:    "names of places",
		evaluate.Within10:  "names put within 10 km",
		evaluate.Advances:  "advances",
		evaluate.Sieges:    "sieges",
		evaluate.Strikes:   "strikes",
		evaluate.Clashes:   "clashes",
		evaluate.Tolls:     "dead and wounded",
		evaluate.Distances: "numbers of kilometres",
	}
	groupWords = map[string]string{
		"kind":   "who holds a place, by kind of statement",
		"list":   "… by how many are named in one go",
		"day":    "… by day (news: of the report or its eve)",
		"date":   "right day, of control found",
		"extent": "right extent, of control found",
		"trap":   "traps not taken for a change",
	}
)

// printTable is a table for the eyes: what is not right first, if it is asked
// for, then the figures, the phenomena and the languages.
func printTable(w io.Writer, t evaluate.Table) error {
	var b strings.Builder
	printDetails(&b, t.Details)
	fmt.Fprintf(&b, "texts: %d", t.Texts)
	if t.Unread > 0 {
		fmt.Fprintf(&b, ", %d of them could not be read", t.Unread)
	}
	if t.Texts == 0 {
		b.WriteString(", nothing to measure\n")
	} else {
		b.WriteString("\n\n")
		printFigures(&b, t.Figures)
		printPhenomena(&b, t.Phenomena)
		printLanguages(&b, t.Languages)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printFigures(b *strings.Builder, figures []evaluate.Score) {
	fmt.Fprintf(b, "%-9s %6s %6s %6s %6s  %9s  %6s\n", "figure", "value", "right", "missed", "wrong", "precision", "recall")
	for _, s := range figures {
		fmt.Fprintf(b, "%-9s %6s %6d %6d %6s  %9s  %6s  %s\n", s.Figure, valueOf(s), s.Right, s.Missed, number(s.Wrong),
			ratio(s.Precision), ratio(s.Recall), figureWords[s.Figure])
	}
}

func printPhenomena(b *strings.Builder, phenomena []evaluate.Phenomenon) {
	group := ""
	for _, p := range phenomena {
		if p.Group != group {
			group = p.Group
			fmt.Fprintf(b, "\n%-42s %6s %6s %6s %6s\n", groupWords[group], "recall", "right", "missed", "wrong")
		}
		name := strings.ReplaceAll(p.Name, "_", " ")
		fmt.Fprintf(b, "  %-40s %6s %6d %6d %6s\n", name, ratio(p.Recall), p.Right, p.Missed, number(p.Wrong))
	}
}

// printLanguages sets the figures of the languages side by side.
func printLanguages(b *strings.Builder, languages []evaluate.Language) {
	if len(languages) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%-9s", "language")
	for _, l := range languages {
		fmt.Fprintf(b, " %6s", orElse(l.Language, "unread"))
	}
	fmt.Fprintf(b, "\n%-9s", "texts")
	for _, l := range languages {
		fmt.Fprintf(b, " %6d", l.Texts)
	}
	b.WriteString("\n")
	for i, f := range evaluate.Figures {
		fmt.Fprintf(b, "%-9s", f)
		for _, l := range languages {
			fmt.Fprintf(b, " %6s", valueOf(l.Figures[i]))
		}
		b.WriteString("\n")
	}
}

// printDetails lists what is not right, a line each. What holds of a holder and
// of the change that made it one is listed of the holder alone.
func printDetails(b *strings.Builder, details []evaluate.Judgement) {
	type line struct {
		text       string
		verdict    evaluate.Verdict
		gold, read string
	}
	listed := map[line]bool{}
	for _, v := range details {
		l := line{v.Text, v.Verdict, v.Gold, v.Read}
		if v.Figure == evaluate.Change && listed[l] {
			continue
		}
		if v.Figure == evaluate.Holder {
			listed[l] = true
		}
		fmt.Fprintf(b, "%s: %s %s: %s", v.Text, v.Verdict, v.Figure, orElse(v.Gold, v.Read))
		if v.Gold != "" && v.Read != "" {
			fmt.Fprintf(b, "; read: %s", v.Read)
		}
		b.WriteString("\n")
	}
	if len(details) > 0 {
		b.WriteString("\n")
	}
}

// valueOf is the value of a figure; "-" where there was nothing to measure by.
func valueOf(s evaluate.Score) string {
	if !s.Measured() {
		return ratio(nil)
	}
	return ratio(&s.Value)
}

// ratio is a number of 0 to 1 with four decimals; "-" where there is none.
func ratio(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.4f", *v)
}

// number is a number; "-" where there is none.
func number(n *int) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

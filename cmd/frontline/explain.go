package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"frontline/timeline"
	"frontline/timeline/extract"
	"frontline/timeline/ingest"
)

// explain prints clause by clause what was read from a report, by which rule,
// and what was not read, and why.
func explain(w io.Writer, reader *extract.Reader, r timeline.Report) error {
	reading, notes, err := reader.Explain(r)
	if err != nil {
		return err
	}
	printHead(w, reading.Report)
	clause := ""
	for _, n := range notes {
		if text := oneLine(r.Text[n.Start:n.End]); text != clause {
			clause = text
			fmt.Fprintf(w, "\n%d–%d  %s\n", n.Start, n.End, clause)
		}
		if n.Rejected != "" {
			fmt.Fprintf(w, "  - %s: %s\n", n.Rule, n.Rejected)
			continue
		}
		fmt.Fprintf(w, "  + %s: %s\n", n.Rule, n.Made)
	}
	fmt.Fprintf(w, "\n%d claims are left when what is said twice is told once.\n\n", len(reading.Claims))
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// named puts the name of the file before an error that does not say it.
func named(file string, err error) error {
	if f := (ingest.Failure{}); errors.As(err, &f) {
		return err
	}
	return ingest.Failure{File: file, Reason: err.Error()}
}

package main

import (
	"fmt"
	"io"
	"strings"

	"frontline/timeline"
	"frontline/timeline/replay"
)

// Views of a plan, as JSON.
type (
	planJSON struct {
		Reports int              `json:"reports"`
		Changed int              `json:"changed"`
		Stored  bool             `json:"stored"`
		Failed  []failedJSON     `json:"failed"`
		Claims  []claimShiftJSON `json:"claims"`
		Holders []timeline.Shift `json:"holders"`
	}
	failedJSON struct {
		Report string `json:"report"`
		File   string `json:"file"`
		Reason string `json:"reason"`
	}
	claimShiftJSON struct {
		Change string              `json:"change"` // moved, other, new or gone
		Report timeline.ReportView `json:"report"`
		Before *timeline.Claim     `json:"before"`
		After  *timeline.Claim     `json:"after"`
	}
)

func planView(p replay.Plan, holders []timeline.Shift, stored bool) planJSON {
	out := planJSON{p.Reports, p.Changed, stored, []failedJSON{}, []claimShiftJSON{}, append([]timeline.Shift{}, holders...)}
	for _, f := range p.Failed {
		out.Failed = append(out.Failed, failedJSON(f))
	}
	for _, c := range p.Claims {
		out.Claims = append(out.Claims, claimShiftJSON{strings.TrimSpace(howChanged(c)), timeline.ViewReport(c.Report), c.Before, c.After})
	}
	return out
}

// printPlan is what reading again changes, for the eyes.
func printPlan(w io.Writer, p replay.Plan, holders []timeline.Shift) error {
	for _, f := range p.Failed {
		fmt.Fprintf(w, "%s (%s) cannot be read any more, and stays as it is: %s\n", f.Report, f.File, f.Reason)
	}
	for _, c := range p.Claims {
		said := c.After
		if said == nil {
			said = c.Before
		}
		fmt.Fprintf(w, "%s  %s %s  %s: %s\n", howChanged(c), said.Kind, said.Actor, c.Report.File, said.Quote)
		if c.Before != nil && c.After != nil {
			fmt.Fprintf(w, "    %s → %s\n", spot(c.Before.Place), spot(c.After.Place))
		}
	}
	for _, s := range holders {
		fmt.Fprintln(w, shiftWords(s))
	}
	_, err := fmt.Fprintf(w, "%d reports read again, %d read otherwise; %d claims changed, %d spans of days with another holder\n",
		p.Reports, p.Changed, len(p.Claims), len(holders))
	return err
}

func howChanged(c replay.ClaimChange) string {
	switch {
	case c.Before == nil:
		return "new  "
	case c.After == nil:
		return "gone "
	case c.Moved():
		return "moved"
	}
	return "other"
}

// spot is where a claim is put, for the eyes.
func spot(p *timeline.PlaceRef) string {
	switch {
	case p == nil:
		return "no place"
	case !p.Placed():
		return p.Surface + " (nowhere)"
	}
	return fmt.Sprintf("%s (%s, %.4f,%.4f)", p.Surface, p.ID, p.At.Lon(), p.At.Lat())
}

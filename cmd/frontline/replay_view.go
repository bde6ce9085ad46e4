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
		Holders []holderJSON     `json:"holders"`
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
	holderJSON struct {
		Place  timeline.PlaceView `json:"place"`
		From   timeline.Day       `json:"from"`
		To     timeline.Day       `json:"to"`
		Before *heldJSON          `json:"before"`
		After  *heldJSON          `json:"after"`
	}
	heldJSON struct {
		Holder timeline.Actor   `json:"holder"`
		Others []timeline.Actor `json:"others"`
	}
)

func planView(p replay.Plan, stored bool) planJSON {
	out := planJSON{p.Reports, p.Changed, stored, []failedJSON{}, []claimShiftJSON{}, []holderJSON{}}
	for _, f := range p.Failed {
		out.Failed = append(out.Failed, failedJSON(f))
	}
	for _, c := range p.Claims {
		out.Claims = append(out.Claims, claimShiftJSON{strings.TrimSpace(howChanged(c)), timeline.ViewReport(c.Report), c.Before, c.After})
	}
	for _, h := range p.Holders {
		out.Holders = append(out.Holders, holderJSON{timeline.PlaceJSON(h.Place), h.Span.From, h.Span.To, heldView(h.Before), heldView(h.After)})
	}
	return out
}

// heldView is nil where nothing is known.
func heldView(h replay.Held) *heldJSON {
	if h.Holder == "" {
		return nil
	}
	return &heldJSON{h.Holder, append([]timeline.Actor{}, h.Others...)}
}

// printPlan is what reading again changes, for the eyes.
func printPlan(w io.Writer, p replay.Plan) error {
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
	for _, h := range p.Holders {
		fmt.Fprintf(w, "%s (%s)  %s  %s → %s\n", h.Place.NameAr, h.Place.ID, spanWords(h.Span), heldWords(h.Before), heldWords(h.After))
	}
	_, err := fmt.Fprintf(w, "%d reports read again, %d read otherwise; %d claims changed, %d spans of days with another holder\n",
		p.Reports, p.Changed, len(p.Claims), len(p.Holders))
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

func spanWords(s timeline.Span) string {
	if s.To == 0 {
		return s.From.String() + " and on"
	}
	return s.From.String() + " to " + s.To.String()
}

func heldWords(h replay.Held) string {
	if h.Holder == "" {
		return "nothing known"
	}
	out := string(h.Holder)
	for _, o := range h.Others {
		out += " with " + string(o)
	}
	return out
}

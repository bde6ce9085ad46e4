package sqlite

import (
	"context"
	"fmt"

	"frontline/timeline"
	"frontline/timeline/verify"
)

// reports proves every report with all that was ever kept of it, in the order in
// which they came.
func (p *proof) reports(ctx context.Context) error {
	for last := int64(0); ; {
		next, err := p.reportAfter(ctx, last)
		if err != nil || next == nil {
			return err
		}
		if err := p.report(ctx, &next.Record); err != nil {
			return fmt.Errorf("report %s: %w", next.ID, err)
		}
		last = next.seq
		p.step(1)
	}
}

// numbered is a report with its number.
type numbered struct {
	seq int64
	verify.Record
}

// reportAfter is the report behind the one of a number, nil for none. What can
// fail to be read comes behind what the rest is held against.
func (p *proof) reportAfter(ctx context.Context, seq int64) (next *numbered, err error) {
	err = p.each(ctx, func(scan scanner) {
		n := &numbered{}
		var outcome string
		fields := append([]any{&n.seq, &n.ID, &n.Text, &n.Body, &outcome, momentColumn{&n.Recorded}}, reportFields(&n.Report)...)
		err := scan(fields...)
		p.row(verify.About{Report: n.ID}, err)
		n.Unreadable = outcome == "unreadable"
		next = n
	}, `SELECT seq, id, text, body, outcome, recorded_at, `+reportColumns+` FROM reports WHERE seq > ? ORDER BY seq LIMIT 1`, seq)
	return next, err
}

func (p *proof) report(ctx context.Context, r *verify.Record) error {
	err := p.each(ctx, func(scan scanner) {
		var m verify.Mention
		var err error
		m.Mention, err = scanMention(func(dest ...any) error {
			return scan(append([]any{&m.Position}, dest...)...)
		}, nil, spellFields(&m.Spell)...)
		if p.row(verify.About{Report: r.ID, Row: fmt.Sprintf("mention %d", m.Position)}, err) {
			r.Mentions = append(r.Mentions, m)
		}
	}, `SELECT position, `+mentionColumns+`, recorded_at, superseded_at FROM mentions WHERE report = ? ORDER BY position`, r.ID)
	if err != nil {
		return err
	}
	err = p.each(ctx, func(scan scanner) {
		e, err := scanEntry(scan)
		if p.row(verify.About{Report: r.ID, Claim: e.ID}, err) {
			r.Entries = append(r.Entries, e)
		}
	}, `SELECT `+claimColumns+`, recorded_at, superseded_at FROM claims WHERE report = ? ORDER BY position`, r.ID)
	if err != nil {
		return err
	}
	if err := p.datings(ctx, r); err != nil {
		return err
	}
	if err := p.drawing(ctx, r); err != nil {
		return err
	}
	r.Prove(p.found)
	p.result.Reports++
	p.result.Mentions += len(r.Mentions)
	p.result.Claims += len(r.Entries)
	return nil
}

// datings proves that the days that were taken for that of publication can be
// read.
func (p *proof) datings(ctx context.Context, r *verify.Record) error {
	return p.each(ctx, func(scan scanner) {
		var d timeline.Dating
		p.row(verify.About{Report: r.ID, Row: "earlier day of publication"}, scan(dayColumn{&d.Published}, momentColumn{&d.Until}))
	}, `SELECT published, until FROM datings WHERE report = ?`, r.ID)
}

// drawing reads the map that a report was made from.
func (p *proof) drawing(ctx context.Context, r *verify.Record) error {
	err := p.each(ctx, func(scan scanner) {
		d := &timeline.KeptDrawing{}
		if p.row(verify.About{Report: r.ID, Row: "drawing"}, scan(drawingFields(d)...)) {
			r.Drawing = d
		}
	}, `SELECT `+drawingColumns+` FROM drawings WHERE report = ?`, r.ID)
	if err != nil || r.Drawing == nil {
		return err
	}
	return p.each(ctx, func(scan scanner) {
		var s timeline.DrawnShape
		err := scan(drawnFields(&r.Drawing.Report, &s)...)
		if p.row(verify.About{Report: r.ID, Row: fmt.Sprintf("feature %d", s.Feature)}, err) {
			r.Drawing.Shapes = append(r.Drawing.Shapes, s)
		}
	}, `SELECT `+drawnColumns+` FROM drawn_shapes WHERE report = ? ORDER BY feature`, r.ID)
}

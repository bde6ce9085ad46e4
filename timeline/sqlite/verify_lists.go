package sqlite

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"frontline/timeline"
	"frontline/timeline/verify"
)

// lists proves the spells of what is listed beside reports, and that what it
// points to is there.
func (p *proof) lists(ctx context.Context) error {
	for _, list := range []struct{ name, table, thing, end string }{
		{"retraction", "retractions", "report || ' ' || claim", "withdrawn_at"},
		{"source", "sources", "id", "superseded_at"},
		{"decision", "decisions", "seq", "withdrawn_at"},
	} {
		spells := map[string][]timeline.Spell{}
		err := p.each(ctx, func(scan scanner) {
			var seq int64
			var thing string
			var spell timeline.Spell
			err := scan(append([]any{&seq, &thing}, spellFields(&spell)...)...)
			about := verify.About{Row: fmt.Sprintf("%s %d", list.name, seq)}
			if p.row(about, err) {
				verify.Spell(about, spell, p.found)
				spells[thing] = append(spells[thing], spell)
			}
		}, `SELECT seq, `+list.thing+`, recorded_at, `+list.end+` FROM `+list.table+` ORDER BY seq`)
		if err != nil {
			return err
		}
		for _, thing := range slices.Sorted(maps.Keys(spells)) {
			verify.OneAtATime(verify.About{Row: list.name + " of " + thing}, spells[thing], p.found)
		}
	}
	if err := p.retractions(ctx); err != nil {
		return err
	}
	return p.decisions(ctx)
}

// retractions proves that what is retracted is there.
func (p *proof) retractions(ctx context.Context) error {
	return p.each(ctx, func(scan scanner) {
		var seq int64
		var about verify.About
		err := scan(&seq, &about.Report, &about.Claim)
		about.Row = fmt.Sprintf("retraction %d", seq)
		if !p.row(about, err) {
			return
		}
		want := "a report that was read"
		if about.Claim != "" {
			want = "a claim of that report"
		}
		p.found(verify.Finding{Promise: verify.Retractions, About: about, Want: want, Have: "none"})
	}, `SELECT seq, report, claim FROM retractions x WHERE NOT EXISTS (SELECT 1 FROM reports WHERE id = x.report AND outcome = 'read')
		OR claim <> '' AND NOT EXISTS (SELECT 1 FROM claims WHERE report = x.report AND id = x.claim) ORDER BY seq`)
}

// decisions proves that what is decided of is in the gazetteer.
func (p *proof) decisions(ctx context.Context) error {
	if p.o.Has == nil {
		return nil
	}
	return p.each(ctx, func(scan scanner) {
		var seq int64
		var about verify.About
		err := scan(&seq, &about.Place)
		about.Row = fmt.Sprintf("decision %d", seq)
		if p.row(about, err) && !p.o.Has(about.Place) {
			p.found(verify.Finding{Promise: verify.Decisions, About: about, Want: "a place that the gazetteer has", Have: "none of that id"})
		}
	}, `SELECT seq, place FROM decisions WHERE withdrawn_at IS NULL AND place <> '' ORDER BY seq`)
}

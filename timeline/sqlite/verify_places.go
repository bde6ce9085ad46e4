package sqlite

import (
	"context"
	"fmt"

	"frontline/timeline"
	"frontline/timeline/fold"
	"frontline/timeline/verify"
)

// places proves every place that is kept, or held, by id.
func (p *proof) places(ctx context.Context) error {
	x, err := p.store.folding(ctx, p.from)
	if err != nil {
		return err
	}
	same, err := x.keeps(ctx, p.from, p.store.law)
	if err != nil {
		return err
	}
	if !same {
		p.found(verify.Finding{Promise: verify.Fold, About: verify.About{Row: "all holdings"}, Want: "those made by the rules of this program",
			Have: "those made by others: `frontline fold` makes them anew"})
	}
	for last := ""; ; {
		ids, err := query(ctx, p.from, oneString, `SELECT id FROM (SELECT * FROM (SELECT id FROM places WHERE id > ?1 ORDER BY id LIMIT 1)
			UNION SELECT * FROM (SELECT place FROM holdings WHERE place > ?1 ORDER BY place LIMIT 1)) ORDER BY id LIMIT 1`, last)
		if err != nil || len(ids) == 0 {
			return err
		}
		g := verify.Ground{ID: ids[0], Foreign: !same}
		if err := p.ground(ctx, x, &g); err != nil {
			return fmt.Errorf("place %s: %w", g.ID, err)
		}
		last = g.ID
		p.step(1)
	}
}

func (p *proof) ground(ctx context.Context, x *folding, g *verify.Ground) error {
	about := verify.About{Place: g.ID}
	err := p.each(ctx, func(scan scanner) {
		place, err := scanPlace(scan)
		if p.row(about, err) {
			g.Place = &place
			p.result.Places++
		}
	}, `SELECT `+placeColumns+` FROM places WHERE id = ?`, g.ID)
	if err != nil {
		return err
	}
	err = p.each(ctx, func(scan scanner) {
		h, err := scanHolding(scan)
		if !p.row(about, err) {
			g.Foreign = true // not all there is, and told already
			return
		}
		g.Holdings = append(g.Holdings, h)
	}, `SELECT `+holdingColumns+` FROM holdings WHERE place = ? ORDER BY valid_from`, g.ID)
	if err != nil {
		return err
	}
	if err := p.fold(ctx, x, g); err != nil {
		return err
	}
	g.Prove(p.found)
	p.result.Holdings += len(g.Holdings)
	return nil
}

// fold makes the holdings of a place anew, beside those that are kept.
func (p *proof) fold(ctx context.Context, x *folding, g *verify.Ground) error {
	var testimonies []fold.Testimony
	readable := true // where not, that is told with the report
	err := p.each(ctx, func(scan scanner) {
		t, err := x.testimony(scan)
		testimonies = append(testimonies, t)
		readable = readable && err == nil
	}, testimoniesAt, g.ID)
	if err != nil || !readable {
		g.Foreign = true
		return err
	}
	g.Counted = make(map[string]bool, len(testimonies))
	for _, t := range testimonies {
		g.Counted[t.ID] = true
	}
	g.Folded = x.rules.History(testimonies)
	return nil
}

// scanHolding reads the columns of a holding; of its claims only the ID is known.
func scanHolding(scan scanner) (timeline.Holding, error) {
	var h timeline.Holding
	var because, against []string
	err := scan(holdingFields(&h, &because, &against)...)
	for _, id := range because {
		h.Because = append(h.Because, &timeline.Claim{ID: id})
	}
	for _, id := range against {
		h.Against = append(h.Against, &timeline.Claim{ID: id})
	}
	return h, err
}

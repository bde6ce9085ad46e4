package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/front"
	"frontline/timeline/sqlite"
)

func pocketsCommand() *cobra.Command {
	q := pocketsQuestion{inquiry: newInquiry(), neckKm: wholeFlag{atlas.DefaultNeckKm, 1, atlas.MaxNeckKm}}
	c := &cobra.Command{
		Use:   "pockets --on DAY",
		Short: "Say what ground was shut in on a day, since when, and what was about to be",
		Long: `Say what ground of a side was shut in on a day by ground that others hold: since
when, how large it is, which places lie in it, who stands around it, and what closed
it, with the clauses that say so. Ground that is contested, or of which nothing is
known, shuts nobody in.

Then the necks: where ground is nearly cut off, no wider than --neck-km and than a
quarter of the front behind.

--format json writes both as GeoJSON.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, store, places) })
		},
	}
	c.Flags().Var(&q.on, "on", "day asked about (`YYYY-MM-DD`); required")
	c.Flags().StringSliceVar(&q.actors, "actor", nil, "only ground of the sides of these `ACTORS` (ids, or names in Arabic or English)")
	c.Flags().Var(&q.neckKm, "neck-km", "the widest neck that is told, in `KM`")
	q.placeFlag(c, &q.place)
	q.scope.flags(c)
	q.reachFlag(c)
	q.flags(c)
	_ = c.MarkFlagRequired("on") // fails only for a flag that is not there
	return c
}

type pocketsQuestion struct {
	inquiry
	scope  scope
	on     dayFlag
	actors []string
	place  string
	neckKm wholeFlag
}

func (q *pocketsQuestion) answer(c *cobra.Command, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	f, err := q.filterAt(c, q.scope, q.place, places)
	if err != nil {
		return err
	}
	if f.Actors, err = actorsNamed(q.actors); err != nil {
		return err
	}
	a, err := q.atlas(c.Context(), store, nil)
	if err != nil {
		return err
	}
	if q.format.value == "json" {
		f.Span = timeline.Span{From: q.on.Day, To: q.on.Day + 1}
		return writeFeatures(c.OutOrStdout(), a, export.Enclosed(a, f, float64(q.neckKm.value)))
	}
	pockets, err := a.Pockets(q.on.Day, f)
	if err != nil {
		return err
	}
	necks, err := a.Necks(q.on.Day, f, float64(q.neckKm.value))
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "on %s: %s, %s\n", q.on.Day, counted(len(pockets), "pocket"), counted(len(necks), "neck"))
	for _, p := range pockets {
		printPocket(&b, a, p)
	}
	for _, n := range necks {
		printNeck(&b, a, n)
	}
	_, err = io.WriteString(c.OutOrStdout(), b.String())
	return err
}

// printPocket says what is shut in, and because of which words.
func printPocket(b *strings.Builder, a *atlas.Atlas, p atlas.Pocket) {
	fmt.Fprintf(b, "\n%s shut in since %s", p.Side, p.From)
	if p.To.Known() {
		fmt.Fprintf(b, ", until %s", p.To)
	}
	fmt.Fprintf(b, ": %.0f km², %s\n", p.Km2, counted(len(p.Places), "place"))
	if p.ContestedKm2 > 0 {
		fmt.Fprintf(b, "  of it contested: %.0f km²\n", p.ContestedKm2)
	}
	if p.UnknownKm2 > 0 {
		fmt.Fprintf(b, "  of it nothing known: %.0f km²\n", p.UnknownKm2)
	}
	printBorder(b, p.Border)
	for _, g := range p.Gates {
		for _, id := range g.Places {
			fmt.Fprintf(b, "  closed at %s: %s → %s\n", placeOfID(a, id), stateWords(g.From), stateWords(g.To))
		}
		for _, e := range g.Because {
			printEvidence(b, e)
		}
	}
	printNamed(b, a, "  inside:", p.Places)
}

// printNeck says where ground is nearly cut off.
func printNeck(b *strings.Builder, a *atlas.Atlas, n front.Neck) {
	fmt.Fprintf(b, "\n%s nearly cut off: a neck of %.1f km, behind it %.0f km², %s\n", n.Side, n.Km, n.Km2, counted(len(n.Places), "place"))
	if n.OpenKm > 0 {
		fmt.Fprintf(b, "  the way across leads for %.1f km beside ground not known to be its own\n", n.OpenKm)
	}
	printBorder(b, n.Border)
	printNamed(b, a, "  on one side of it:", n.Beside[0])
	printNamed(b, a, "  on the other:", n.Beside[1])
	printNamed(b, a, "  in its mouth:", n.Mouth)
	printNamed(b, a, "  behind it:", n.Places)
}

// printBorder says in whose hands a border is.
func printBorder(b *strings.Builder, border front.Border) {
	var parts []string
	for _, h := range border.Held {
		parts = append(parts, fmt.Sprintf("%s %.0f km", h.Holder, h.Km))
	}
	for _, rest := range []struct {
		km   float64
		what string
	}{{border.ContestedKm, "contested"}, {border.UnknownKm, "nothing known"}, {border.OutlineKm, "the border of the country"}} {
		if rest.km > 0 {
			parts = append(parts, fmt.Sprintf("%s %.0f km", rest.what, rest.km))
		}
	}
	fmt.Fprintf(b, "  around it: %s\n", strings.Join(parts, ", "))
}

// printNamed lists places under a head, a line each.
func printNamed(b *strings.Builder, a *atlas.Atlas, head string, ids []string) {
	if len(ids) > 0 {
		fmt.Fprintln(b, head)
	}
	for _, id := range ids {
		fmt.Fprintf(b, "    %s\n", placeOfID(a, id))
	}
}

func placeOfID(a *atlas.Atlas, id string) string {
	p, _ := a.Place(id)
	return placeAndID(p)
}

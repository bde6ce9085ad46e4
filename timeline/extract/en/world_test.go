package en_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
	"frontline/timeline/extract/en"
)

const shipped = "../../../data"

// sunday is the day on which the sentences of the tests came out.
var sunday = timeline.Date(2017, 8, 20)

// grammar reads with the places, actors and word lists that ship.
func grammar(t testing.TB) *en.Grammar {
	t.Helper()
	g, err := newGrammar(t, os.DirFS(filepath.Join(shipped, "words", "en")))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// newGrammar may fail for the words alone.
func newGrammar(t testing.TB, words fs.FS) (*en.Grammar, error) {
	t.Helper()
	table, err := os.Open(filepath.Join(shipped, "gazetteer", "places.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	places, err := gazetteer.Load(table)
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.Open(filepath.Join(shipped, "actors.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	actors, err := timeline.LoadActors(list)
	if err != nil {
		t.Fatal(err)
	}
	return en.New([]fs.FS{words}, places, actors)
}

// line writes a claim: kind, mode where it is not asserted, actor and place; an
// unnamed place in brackets.
func line(c timeline.Claim) string {
	out := []string{string(c.Kind)}
	if c.Modality != timeline.Asserted {
		out = append(out, string(c.Modality))
	}
	if c.Actor != "" {
		out = append(out, string(c.Actor))
	}
	if p := c.Place; p != nil && p.Named {
		out = append(out, p.Surface)
	} else if p != nil {
		out = append(out, "("+p.Surface+")")
	}
	if c.Extent == timeline.Partial {
		out = append(out, "in part")
	}
	return strings.Join(out, " ")
}

func lines(x draft.Text) []string {
	out := make([]string, len(x.Claims))
	for i, c := range x.Claims {
		out[i] = line(c)
	}
	return out
}

// sentence is one way to say a thing, and the claims it makes, as line writes
// them. Claims of another kind may stand beside them; no other may change a
// map.
type sentence struct {
	how, text string
	claims    []string
}

func checkSentences(t *testing.T, sentences []sentence) {
	t.Helper()
	g := grammar(t)
	for _, c := range sentences {
		t.Run(c.how, func(t *testing.T) {
			x := g.Read(c.text, sunday, timeline.Given, false)
			got := lines(x)
			for _, want := range c.claims {
				if !slices.Contains(got, want) {
					t.Errorf("%s\nlacks %s\nhas   %q", c.text, want, got)
				}
			}
			for i := range x.Claims {
				if _, control := x.Claims[i].Holder(); control && !slices.Contains(c.claims, got[i]) {
					t.Errorf("%s\nshould not say %s", c.text, got[i])
				}
			}
		})
	}
}

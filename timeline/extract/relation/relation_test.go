package relation_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/geo/relative"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
	"frontline/timeline/extract/relation"
	"frontline/timeline/extract/words"
)

func lexicon(t testing.TB, folder fs.FS, stems func(string) []arabic.Stem) (*relation.Lexicon, error) {
	t.Helper()
	fold := strings.ToLower
	if stems != nil {
		fold = arabic.Fold
	}
	l := relation.NewLexicon(fold, stems)
	return l, words.Read([]fs.FS{folder}, []words.List{l.List()})
}

func shipped(t testing.TB, language string) *relation.Lexicon {
	t.Helper()
	var stems func(string) []arabic.Stem
	if language == "ar" {
		stems = arabic.Stems
	}
	l, err := lexicon(t, os.DirFS("../../../data/words/"+language), stems)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestAListThatIsWrongSaysWhere(t *testing.T) {
	for line, want := range map[string]string{
		"north\twind\tUP":       `line 2: direction "UP": want one of [N NNE`,
		"near\tbeside\t":        `line 2: role "beside": want one of wind side`,
		"km\tunit\tfar":         `line 2: value "far" of a unit: want a number above 0`,
		"two\tlength\t-2":       `line 2: value "-2" of a length: want a number above 0`,
		"infinity\tnumber\tInf": `line 2: value "Inf" of a number`,
		"road\troad\tbefore":    `line 2: value "before" of road: want after, or nothing`,
		"road\troad":            "line 2: 2 columns: want 3",
	} {
		_, err := lexicon(t, fstest.MapFS{"relations.tsv": {Data: []byte("# frontline words 1\n" + line + "\n")}}, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v: want %q", line, err, want)
		}
	}
}

// Of two lines with one phrase the first counts, as in all lists.
func TestTheFirstLineOfAPhraseCounts(t *testing.T) {
	l, err := lexicon(t, fstest.MapFS{"relations.tsv": {Data: []byte("# frontline words 1\nyonder\twind\tW\nyonder\twind\tE\n")}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := l.Read("yonder X", []draft.Name{{Surface: "X", Start: 7, End: 8}}, []timeline.Claim{{Kind: timeline.Struck, Place: &timeline.PlaceRef{Start: 0, End: 8}}}, nobody)
	if len(got) != 1 || got[0].Kind != timeline.RelDirection || got[0].Wind != "W" {
		t.Errorf("%+v: want west", got)
	}
}

func nobody(string) []*gazetteer.Entry { return nil }

// soup is words that tell where things lie, names and noise in any order, with
// claims on any of it.
type soup struct {
	text   string
	names  []draft.Name
	claims []timeline.Claim
}

func soups(vocabulary []string) *rapid.Generator[soup] {
	return rapid.Custom(func(t *rapid.T) soup {
		var s soup
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(append(vocabulary, "X", "X", "X", "Y-Z road", ",", ".", "\n", "-", "5", "“", "\xff", "\u200f")), 1, 40).Draw(t, "words") {
			start := len(s.text)
			s.text += w
			if w[0] >= 'X' && w[0] <= 'Z' {
				s.names = append(s.names, draft.Name{Surface: w, Start: start, End: len(s.text)})
			}
			s.text += rapid.SampledFrom([]string{" ", " ", " ", ""}).Draw(t, "space")
		}
		for range rapid.IntRange(1, 5).Draw(t, "claims") {
			p := &timeline.PlaceRef{Named: len(s.names) > 0 && rapid.Bool().Draw(t, "named")}
			if p.Named {
				n := rapid.SampledFrom(s.names).Draw(t, "name")
				p.Start, p.End = n.Start, n.End
			} else {
				p.Start = rapid.IntRange(0, len(s.text)).Draw(t, "start")
				p.End = rapid.IntRange(p.Start, len(s.text)).Draw(t, "end")
			}
			s.claims = append(s.claims, timeline.Claim{Kind: rapid.SampledFrom(timeline.Kinds).Draw(t, "kind"), Place: p, Start: 0, End: len(s.text)})
		}
		return s
	})
}

// Whatever the words, a relation is whole: it has its names, in the text, and
// the direction and distance that belong to it.
func TestARelationIsWhole(t *testing.T) {
	ar := strings.Fields("شمال شرقي الشمالي محيط بين طريق ريف مثلث الحدود كم كيلومترين من إلى و بنحو أقصى خمسة وشمال بريف لمدينة كلمة")
	en := strings.Fields("north north-east northern outskirts between road countryside triangle border km miles of the to by and far five 's word")
	for language, vocabulary := range map[string][]string{"ar": ar, "en": en} {
		l := shipped(t, language)
		t.Run(language, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := soups(vocabulary).Draw(t, "soup")
				all := l.Read(s.text, s.names, s.claims, func(string) []*gazetteer.Entry { return []*gazetteer.Entry{{}} })
				if all != nil && len(all) != len(s.claims) {
					t.Fatalf("%d relations of %d claims", len(all), len(s.claims))
				}
				for i, r := range all {
					whole(t, r)
					if c := s.claims[i]; r.Kind != "" && c.Place.Named && c.Kind.Controls() {
						t.Errorf("%s of a named place is told by others", c.Kind)
					}
					for _, n := range r.Names {
						if n.Start < 0 || n.End > len(s.text) || n.Start >= n.End {
							t.Errorf("name at %d–%d of %d", n.Start, n.End, len(s.text))
						}
					}
				}
			})
		})
	}
}

func whole(t *rapid.T, r draft.Relation) {
	least, most := 1, 1
	switch r.Kind {
	case "":
		least, most = 0, 0
	case timeline.RelBetween, timeline.RelBorder:
		least, most = 2, 2
	case timeline.RelRoad:
		least, most = 2, 100
	case timeline.RelTriangle:
		least, most = 2, 3
	}
	if len(r.Names) < least || len(r.Names) > most {
		t.Errorf("%s by %d names", r.Kind, len(r.Names))
	}
	if wants := r.Kind == timeline.RelOffset || r.Kind == timeline.RelDistance; wants != (r.Km > 0) {
		t.Errorf("%s at %v km", r.Kind, r.Km)
	}
	if wants := r.Kind == timeline.RelOffset || r.Kind == timeline.RelDirection; wants && !slices.Contains(relative.Winds, relative.Wind(r.Wind)) {
		t.Errorf("%s in direction %q", r.Kind, r.Wind)
	}
}

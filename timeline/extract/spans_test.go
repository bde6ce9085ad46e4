package extract_test

import (
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"

	"frontline/timeline"
)

// checkReading says what is wrong with the evidence of a reading: whatever the
// text, spans lie inside its body, and the words quoted stand there.
func checkReading(t *testing.T, r timeline.Reading) {
	t.Helper()
	text := r.Report.Text
	valid := utf8.ValidString(text)
	inside := func(what string, start, end int) bool {
		if start < r.Report.Body || end <= start || end > len(text) {
			t.Errorf("%s: %d–%d is not inside %d–%d", what, start, end, r.Report.Body, len(text))
			return false
		}
		if valid && !(utf8.RuneStart(text[start]) && (end == len(text) || utf8.RuneStart(text[end]))) {
			t.Errorf("%s: %d–%d cuts a letter", what, start, end)
		}
		return true
	}
	for _, m := range r.Places {
		if inside("place "+m.Surface, m.Start, m.End) && !written(text[m.Start:m.End], m.Surface) {
			t.Errorf("place %q stands as %q", m.Surface, text[m.Start:m.End])
		}
		if m.Score < 0 || m.Score > 1 || m.Reason == "" || m.Place == nil && m.Score != 0 {
			t.Errorf("place %q: score %g, reason %q", m.Surface, m.Score, m.Reason)
		}
	}
	for _, c := range r.Claims {
		if inside(brief(c), c.Start, c.End) && text[c.Start:c.End] != c.Quote {
			t.Errorf("%s: quotes %q where %q stands", brief(c), c.Quote, text[c.Start:c.End])
		}
		if c.From != "" && c.From == c.Actor || slices.Contains(c.CoActors, c.Actor) {
			t.Errorf("%s: an actor against or beside itself", brief(c))
		}
		if c.Report != r.Report.ID || c.ID == "" || c.Rule == "" || c.Confidence < 0 || c.Confidence > 1 {
			t.Errorf("%s: report %q, id %q, rule %q, confidence %g", brief(c), c.Report, c.ID, c.Rule, c.Confidence)
		}
		if p := c.Place; p != nil && inside(brief(c), p.Start, p.End) {
			if !written(text[p.Start:p.End], p.Surface) || p.Start > c.End {
				t.Errorf("%s: place %q stands as %q, %d–%d of %d–%d", brief(c), p.Surface, text[p.Start:p.End], p.Start, p.End, c.Start, c.End)
			}
			if (p.Relation == "") != (p.Shape == nil) || p.ID != "" && p.At == nil || p.At != nil && p.ID == "" && p.Shape == nil || (p.At == nil) != (p.Score == 0) {
				t.Errorf("%s: place id %q at %v, score %g", brief(c), p.ID, p.At, p.Score)
			}
		}
	}
}

// written says whether the words of the text are the surface: letter for
// letter, or without the alif that the article loses behind ل.
func written(words, surface string) bool { return surface == words || surface == "ا"+words }

func TestEvidenceOfTheSampleReports(t *testing.T) {
	x := reader(t)
	claims := 0
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			got := read(t, x, s.Report)
			checkReading(t, got)
			claims += len(got.Claims)
			seen := map[string]string{}
			for _, c := range got.Claims {
				if other, twice := seen[c.ID]; twice {
					t.Errorf("%s and %s have one id", brief(c), other)
				}
				seen[c.ID] = brief(c)
			}
			if again := read(t, x, s.Report); !reflect.DeepEqual(got, again) {
				t.Error("a second reading is not the same")
			}
		})
	}
	if claims < 100 {
		t.Errorf("%d claims in all the sample reports", claims)
	}
}

// Front matter moves every span by its length, and changes nothing else.
func TestSpansCountFromTheStartOfTheFile(t *testing.T) {
	x := reader(t)
	const body = "سقوط الطيبة\n\nسيطرت قوات النظام أمس على بلدة الطيبة وقرية الكدير، وقصفت محيط الميادين."
	const front = "---\npublished: 2017-08-20\nsource: راصد الجبهة\n---\n"
	whole := report(front + body)
	whole.Body = len(front)
	plain, moved := read(t, x, report(body)), read(t, x, whole)
	checkReading(t, moved)
	if len(plain.Claims) == 0 || len(plain.Claims) != len(moved.Claims) || len(plain.Places) != len(moved.Places) {
		t.Fatalf("%d claims and %d places, behind front matter %d and %d", len(plain.Claims), len(plain.Places), len(moved.Claims), len(moved.Places))
	}
	for i, c := range plain.Claims {
		m := moved.Claims[i]
		if m.Start != c.Start+len(front) || m.End != c.End+len(front) || m.Place.Start != c.Place.Start+len(front) || m.Quote != c.Quote || brief(m) != brief(c) {
			t.Errorf("%s at %d–%d, behind front matter %s at %d–%d", brief(c), c.Start, c.End, brief(m), m.Start, m.End)
		}
	}
	for i, p := range plain.Places {
		if m := moved.Places[i]; m.Start != p.Start+len(front) || m.Surface != p.Surface {
			t.Errorf("%s at %d, behind front matter %s at %d", p.Surface, p.Start, m.Surface, m.Start)
		}
	}
}

func TestIDsTellReportsApart(t *testing.T) {
	x := reader(t)
	a, b := report("سيطرت قوات النظام على بلدة الطيبة."), report("سيطرت قوات النظام على بلدة الطيبة. ")
	if one, two := read(t, x, a).Claims[0].ID, read(t, x, b).Claims[0].ID; one == two {
		t.Errorf("claims of two reports have one id, %s", one)
	}
}

package extract_test

import (
	"reflect"
	"strings"
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
		if inside(line(c), c.Start, c.End) && text[c.Start:c.End] != c.Quote {
			t.Errorf("%s: quotes %q where %q stands", line(c), c.Quote, text[c.Start:c.End])
		}
		if c.Report != r.Report.ID || c.ID == "" || c.Rule == "" || c.Confidence < 0 || c.Confidence > 1 {
			t.Errorf("%s: report %q, id %q, rule %q, confidence %g", line(c), c.Report, c.ID, c.Rule, c.Confidence)
		}
		if p := c.Place; p != nil && inside(line(c), p.Start, p.End) {
			if !written(text[p.Start:p.End], p.Surface) || p.Start > c.End {
				t.Errorf("%s: place %q stands as %q, %d–%d of %d–%d", line(c), p.Surface, text[p.Start:p.End], p.Start, p.End, c.Start, c.End)
			}
			if (p.ID == "") != (p.At == nil) || (p.ID == "") != (p.Score == 0) {
				t.Errorf("%s: place id %q at %v, score %g", line(c), p.ID, p.At, p.Score)
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
					t.Errorf("%s and %s have one id", line(c), other)
				}
				seen[c.ID] = line(c)
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
		if m.Start != c.Start+len(front) || m.End != c.End+len(front) || m.Place.Start != c.Place.Start+len(front) || m.Quote != c.Quote || line(m) != line(c) {
			t.Errorf("%s at %d–%d, behind front matter %s at %d–%d", line(c), c.Start, c.End, line(m), m.Start, m.End)
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

// What nobody would write is read without harm, and quickly enough to be read
// at all.
func TestHostileTexts(t *testing.T) {
	x := reader(t)
	for name, text := range map[string]string{
		"empty":                    "",
		"blank":                    " \n\r\n\t\u00a0\u200f",
		"one letter":               "و",
		"one clitic":               "ول",
		"marks only":               "،.؛:!؟…«»“”()[]{}<>|/\\-–—",
		"broken bytes":             "سيطرت\xff قوات\xd8 النظام على \xd8\xa7\xd9 السخنة\xc3",
		"cut in a letter":          "سيطرت قوات النظام على السخنة"[:40],
		"a byte order mark inside": "سيطرت\ufeff قوات النظام \ufeffعلى السخنة",
		"direction overrides":      "\u202eسيطرت قوات\u202c \u2067النظام\u2069 على \u200fالسخنة\u200e.",
		"NUL":                      "سيطرت\x00قوات النظام على السخنة",
		"only verbs":               strings.Repeat("سيطرت ", 200),
		"only actors":              strings.Repeat("قوات النظام ", 200),
		"only places":              strings.Repeat("السخنة ", 200),
		"only numbers":             strings.Repeat("12 ", 300) + strings.Repeat("9", 400),
		"only conjunctions":        strings.Repeat("و", 3000),
		"only cues":                strings.Repeat("إذا لم على من التي كانت قد ", 80),
		"a long list":              "سيطرت قوات النظام على قرى " + strings.Repeat("السخنة والطيبة، ", 300) + ".",
		"no end of commas":         "سيطرت قوات النظام" + strings.Repeat("،", 2000) + " على السخنة",
		"nested relatives":         strings.Repeat("السخنة التي سيطر عليها تنظيم داعش الذي ", 100),
		"days off the calendar":    "في الـ 99 من آب 2017 وفي 31 شباط 2017 و0/0/2017 و2017-13-45 سيطرت قوات النظام على السخنة منذ 99999999999 أيام",
		"a distance off the globe": "تقدمت قوات النظام 99999999999999999999 كلم باتجاه السخنة",
		"dead without number":      "قتل 0 عنصراً من تنظيم داعش و99999999999999999999 مدنياً",
		"harakat on everything":    "سَيْطَرَتْ قُوَّاتُ النِّظَامِ عَلَى السُّخْنَةِ",
		"tatweel in everything":    "سيـــطرت قـــوات النـــظام علـــى السخـــنة",
		"another language inside":  "سيطرت Syrian army قوات النظام على al-Sukhnah السخنة 苏赫奈",
	} {
		t.Run(name, func(t *testing.T) { checkReading(t, read(t, x, report(text))) })
	}
}

// However a word is decorated, it is the same word.
func TestDecorationChangesNothing(t *testing.T) {
	x := reader(t)
	want := "captured asserted syrian_government<- [%s] 2017-08-20"
	for text, surface := range map[string]string{
		"سيطرت قوات النظام على السخنة":                     "السخنة",
		"سَيْطَرَتْ قُوَّاتُ النِّظَامِ عَلَى السُّخْنَةِ": "السُّخْنَةِ",
		"سيـــطرت قـــوات النـــظام علـــى السخـــنة":      "السخـــنة",
		"سيطرت «قوات النظام» على “السخنة”":                 "السخنة",
		"سيطرت قوات\nالنظام على السخنه":                    "السخنه",
		"\u200fسيطرت قوات النظام على \u200fالسخنة\u200f":   "السخنة",
	} {
		got := lines(read(t, x, report(text)).Claims)
		if w := strings.Replace(want, "%s", surface, 1); len(got) != 1 || got[0] != w {
			t.Errorf("%s\n%q: want %q", text, got, w)
		}
	}
}

// FuzzRead: no text makes the reader fall over, and its evidence always stands
// in the text.
func FuzzRead(f *testing.F) {
	for _, s := range samples(f) {
		body := strings.TrimSpace(s.Text[s.Body:])
		first, rest, _ := strings.Cut(body, "\n")
		f.Add(first)
		second, _, _ := strings.Cut(strings.TrimSpace(rest), "\n")
		f.Add(second)
	}
	x := reader(f)
	f.Fuzz(func(t *testing.T, text string) { checkReading(t, read(t, x, report(text))) })
}

func BenchmarkRead(b *testing.B) {
	x, reports := reader(b), samples(b)
	bytes := 0
	for _, s := range reports {
		bytes += len(s.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range reports {
			read(b, x, s.Report)
		}
	}
	b.ReportMetric(float64(len(reports)*b.N)/b.Elapsed().Seconds(), "reports/s")
}

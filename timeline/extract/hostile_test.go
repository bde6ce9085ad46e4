package extract_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract"
)

// What nobody would write is read without harm.
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
		t.Run(name, func(t *testing.T) { checkAll(t, x, report(text)) })
	}
}

// However a word is decorated, it is the same word.
func TestDecorationChangesNothing(t *testing.T) {
	x := reader(t)
	want := "captured syrian_government [%s]"
	for text, surface := range map[string]string{
		"سيطرت قوات النظام على السخنة":                     "السخنة",
		"سَيْطَرَتْ قُوَّاتُ النِّظَامِ عَلَى السُّخْنَةِ": "السُّخْنَةِ",
		"سيـــطرت قـــوات النـــظام علـــى السخـــنة":      "السخـــنة",
		"سيطرت «قوات النظام» على “السخنة”":                 "السخنة",
		"سيطرت قوات\nالنظام على السخنه":                    "السخنه",
		"\u200fسيطرت قوات النظام على \u200fالسخنة\u200f":   "السخنة",
	} {
		got := briefs(read(t, x, report(text)).Claims)
		if w := strings.Replace(want, "%s", surface, 1); len(got) != 1 || got[0] != w {
			t.Errorf("%s\n%q: want %q", text, got, w)
		}
	}
}

// checkAll reads a report in both ways, and says what is wrong with what comes
// out: the evidence, the notes, or that the two are not the same.
func checkAll(t *testing.T, x *extract.Reader, r timeline.Report) {
	t.Helper()
	reading := read(t, x, r)
	checkReading(t, reading)
	explained, notes, err := x.Explain(r)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := json.Marshal(reading)
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(explained)
	if err != nil || !bytes.Equal(plain, again) {
		t.Errorf("explained, the report reads otherwise: %s, %v: want %s", again, err, plain)
	}
	if !json.Valid(plain) {
		t.Errorf("no JSON: %s", plain)
	}
	for _, n := range notes {
		if n.Start < r.Body || n.End < n.Start || n.End > len(r.Text) || n.Rule == "" || (n.Made == "") == (n.Rejected == "") {
			t.Errorf("note %+v on %d bytes", n, len(r.Text))
		}
	}
}

// FuzzRead: no bytes make the reader fall over, and its evidence always stands
// in the text. A text of no language it knows is an error, and nothing else is.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"سيطرت قوات النظام على بلدة الطيبة وقرية الكدير، وقصفت محيط الميادين.",
		"# سقوط الطيبة\n1250\n\nأعلن تنظيم «داعش\" انسحابه من خان\nشيخون في الـ 12 من آب 2017",
		"وصلت التعزيزات للسخنة ولدير الزور، 12 كم جنوب الطيبة.. و٢٥ قتيلاً",
		"باتت 3 قرى هي: الكدير، وبئر رحوم وخربة مكمن تحت سيطرة قسد، إن سيطرت على الصور",
		"سيطرت\xff قوات\xd8 النظام على \xd8\xa7\xd9 السخنة\xc3", "\u202eو\u202c لل\ufeffـــ\u200f ", "The army took السخنة on 12 آب.", "؟!.\r\n\r\n::،؛",
	} {
		f.Add(s)
	}
	x := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		r := report(text)
		checkAll(t, x, r)
		r.Published, r.PublishedBasis, r.Language = 0, "", ""
		if _, err := x.Read(r); err == nil {
			checkAll(t, x, r)
		} else if !strings.Contains(err.Error(), "language") {
			t.Error(err)
		}
	})
}

package arabic_test

import (
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"frontline/geo/arabic"
)

var arabicBlock = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x0600, Hi: 0x06FF, Stride: 1}, {Lo: 0x200B, Hi: 0x200F, Stride: 1}}}

func TestTokens(t *testing.T) {
	type token struct {
		class   arabic.Class
		written string // text[Start:End]
		text    string
	}
	for _, c := range []struct {
		phenomenon, in string
		want           []token
	}{
		{"words", "سيطرت على السخنة", []token{{arabic.Word, "سيطرت", "سيطرت"}, {arabic.Word, "على", "علي"}, {arabic.Word, "السخنة", "السخنه"}}},
		{"harakat and tatweel inside", "السُّخنَــة", []token{{arabic.Word, "السُّخنَــة", "السخنه"}}},
		{"stops and commas", "حمص، حماة.", []token{{arabic.Word, "حمص", "حمص"}, {arabic.Mark, "،", "،"}, {arabic.Word, "حماة", "حماه"}, {arabic.Mark, ".", "."}}},
		{"quotes of any kind", "“حمص” «حلب»", []token{{arabic.Quote, "“", `"`}, {arabic.Word, "حمص", "حمص"}, {arabic.Quote, "”", `"`},
			{arabic.Quote, "«", `"`}, {arabic.Word, "حلب", "حلب"}, {arabic.Quote, "»", `"`}}},
		{"a number with separators", "١٬٧٠٠ و2.5", []token{{arabic.Number, "١٬٧٠٠", "1٬700"}, {arabic.Word, "و", "و"}, {arabic.Number, "2.5", "2.5"}}},
		{"a stop behind a number", "12.", []token{{arabic.Number, "12", "12"}, {arabic.Mark, ".", "."}}},
		{"a letter at a number", "T2", []token{{arabic.Word, "T", "t"}, {arabic.Number, "2", "2"}}},
		{"one line break", "حمص \n حلب", []token{{arabic.Word, "حمص", "حمص"}, {arabic.Line, "\n ", "\n"}, {arabic.Word, "حلب", "حلب"}}},
		{"a blank line", "حمص\r\n \r\nحلب", []token{{arabic.Word, "حمص", "حمص"}, {arabic.Line, "\r\n \r\n", "\n\n"}, {arabic.Word, "حلب", "حلب"}}},
		{"a hash tag of two words", "#قوات_النظام", []token{{arabic.Word, "قوات", "قوات"}, {arabic.Word, "النظام", "النظام"}}},
		{"words run together behind a teh marbuta", "بلدةالكوم", []token{{arabic.Word, "بلدة", "بلده"}, {arabic.Word, "الكوم", "الكوم"}}},
		{"words run together behind a final yeh", "علىبلدة", []token{{arabic.Word, "على", "علي"}, {arabic.Word, "بلدة", "بلده"}}},
		{"a final yeh with a mark on it", "علىٰ", []token{{arabic.Word, "علىٰ", "علي"}}},
		{"direction marks stay out", "\u200fحمص\u200e", []token{{arabic.Word, "حمص", "حمص"}}},
		{"a broken byte", "حمص\xd8 حلب", []token{{arabic.Word, "حمص", "حمص"}, {arabic.Mark, "\xd8", "\xd8"}, {arabic.Word, "حلب", "حلب"}}},
		{"tatweel alone", "ــ", nil},
		{"nothing", "", nil},
		{"spaces", " \t\u00a0", nil},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			var got []token
			for _, k := range scanned(c.in) {
				got = append(got, token{k.Class, c.in[k.Start:k.End], k.Text})
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q: %q: want %q", c.in, got, c.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	text := "قرب وَلِلسُّخنة"
	token := scanned(text)[1]
	for n, rest := range []string{"وَلِلسُّخنة", "لِلسُّخنة", "لسُّخنة", "سُّخنة", "خنة", "نة", "ة", "", ""} {
		if got := text[arabic.Cut(text, token, n):token.End]; got != rest {
			t.Errorf("behind %d letters: %q: want %q", n, got, rest)
		}
	}
}

// FuzzTokens: whatever the bytes, spans are in order, inside the text, on the
// borders of runes, and fold to the token's text; nothing but spaces and
// left-out characters lies between them.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"سيطرت قوات النظام على “السخنة” و١٬٧٠٠ كم²", "T2\r\n\r\nـــ\u200fحمص", "a\xd8b\xff", "1.2.3,4٫5", "\u0651\u0651 ّ", "\n"} {
		f.Add(s)
	}
	f.Fuzz(checkTokens[*testing.T])
}

func TestTokensOfAnyArabic(t *testing.T) {
	text := rapid.StringOf(rapid.OneOf(rapid.RuneFrom(nil, arabicBlock), rapid.RuneFrom([]rune(" \n.,،«»123#_"))))
	rapid.Check(t, func(t *rapid.T) { checkTokens(t, text.Draw(t, "text")) })
}

func checkTokens[T interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}](t T, text string) {
	borders := map[int]bool{len(text): true}
	for i := range text {
		borders[i] = true
	}
	at := 0
	for _, k := range scanned(text) {
		if k.Start < at || k.End <= k.Start || k.End > len(text) {
			t.Fatalf("%q: span %d–%d behind %d", text, k.Start, k.End, at)
		}
		if !borders[k.Start] || !borders[k.End] {
			t.Errorf("%q: %d–%d cuts a rune", text, k.Start, k.End)
		}
		for _, r := range text[at:k.Start] {
			if !unicode.IsSpace(r) && arabic.FoldRune(r) >= 0 && r != '#' && r != '_' {
				t.Errorf("%q: %q before byte %d is in no token", text, r, k.Start)
			}
		}
		if k.Text == "" {
			t.Errorf("%q: %d–%d has no text", text, k.Start, k.End)
		}
		written := text[k.Start:k.End]
		if (k.Class == arabic.Word || k.Class == arabic.Number) && arabic.Fold(written) != k.Text {
			t.Errorf("%q folds to %q, the token says %q", written, arabic.Fold(written), k.Text)
		}
		if k.Class == arabic.Word || k.Class == arabic.Number {
			checkCut(t, text, k)
		}
		at = k.End
	}
}

func checkCut[T interface{ Errorf(string, ...any) }](t T, text string, k arabic.Token) {
	last := k.Start
	for n := 0; n <= utf8.RuneCountInString(k.Text)+1; n++ {
		c := arabic.Cut(text, k, n)
		if c < last || c > k.End || c < len(text) && !utf8.RuneStart(text[c]) && utf8.ValidString(text) {
			t.Errorf("%q: %d letters into %d–%d is byte %d, after %d", text, n, k.Start, k.End, c, last)
		}
		last = c
	}
	if last != k.End {
		t.Errorf("%q: all of %d–%d ends at %d", text, k.Start, k.End, last)
	}
}

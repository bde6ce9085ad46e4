package extract_test

import (
	"slices"
	"testing"
)

// As people type: what is meant is read all the same.
func TestRealTyping(t *testing.T) {
	checkSayings(t, []saying{
		{"missing hamzas", "استعادت قوات الاسد مدينه تدمر من تنظيم الدولة الاسلامية امس.", "recaptured syrian_government<islamic_state [تدمر] 2017-08-19"},
		{"hamzas that should not be", "سيطرت قوات النظام علي مدينة تل ابيض.", "captured syrian_government [تل ابيض]"},
		{"yeh without dots", "سيطر تنظيم داعش علي القريتين فى ريف حمص.", "captured islamic_state [القريتين]"},
		{"tatweel", "سيطــرت قوات النظــام على بلدة الطيبــة.", "captured syrian_government [الطيبــة]"},
		{"a doubled preposition", "سيطرت قوات النظام على على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"a doubled conjunction", "ذكرت مصادر أن أن قوات النظام سيطرت على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"double blanks", "سيطرت  قوات   النظام  على  بلدة  الطيبة.", "captured syrian_government [الطيبة]"},
		{"the class noun and the name", "سيطرت قوات النظام على بلدةالطيبة.", "captured syrian_government [الطيبة]"},
		{"words run together", "سيطرت قوات النظام علىبلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"a comma without blanks", "سيطرت قوات النظام على الكدير،والطيبة،وبئر رحوم.",
			"captured syrian_government [الكدير]; captured syrian_government [الطيبة]; captured syrian_government [بئر رحوم]"},
		{"a clitic apart", "سيطرت قوات النظام على بلدة الطيبة و قرية الكدير.", "captured syrian_government [الطيبة]; captured syrian_government [الكدير]"},
		{"a name in one word", "سيطرت قوات سوريا الديمقراطية على بلدة عينعيسى.", "captured sdf [عينعيسى]"},
		{"mixed quotes", "سيطر ”تنظيم الدولة الإسلامية\" على «القريتين\".", "captured islamic_state [القريتين]"},
		{"a quotation mark inside", "سيطرت قوات \"سوريا الديمقراطية\" على بلدة «عين» عيسى.", "captured sdf [عين» عيسى]"},
		{"a line break in an actor", "سيطر تنظيم\nالدولة الإسلامية على القريتين.", "captured islamic_state [القريتين]"},
		{"a line break in a place", "سيطرت قوات النظام على خان\nشيخون.", "captured syrian_government [خان شيخون]"},
		{"lines that end in the middle", "سيطرت قوات النظام\nعلى بلدة\nالطيبة.", "captured syrian_government [الطيبة]"},
		{"Windows line ends", "سيطرت قوات النظام\r\nعلى بلدة الطيبة.\r\n", "captured syrian_government [الطيبة]"},
		{"no full stop", "سيطرت قوات النظام على بلدة الطيبة", "captured syrian_government [الطيبة]"},
		{"broken off behind the fact", "سيطرت قوات النظام على بلدة الطيبة وسط قصف مكثف من الطائ", "captured syrian_government [الطيبة]"},
		{"broken off before it", "سيطرت قوات النظام على", ""},
		{"two colons", "راصد الجبهة:: سيطرت قوات النظام على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"an agency and a place before", "حمص – راصد الجبهة: سيطرت قوات النظام على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"a view count", "# تقدم في البادية\n1250\n\nسيطرت قوات النظام على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"a view count in words", "# تقدم في البادية\n1,250 مشاهدة\n\nسيطرت قوات النظام على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"harakat", "سَيطَرَت قُوّاتُ النِّظامِ عَلى بَلدَةِ الطَّيِّبَةِ.", "captured syrian_government [الطَّيِّبَةِ]"},
		{"marks of direction", "\u200fسيطرت قوات النظام على \u202bبلدة الطيبة\u202c.", "captured syrian_government [الطيبة]"},
		{"hash tags", "سيطرت #قوات_النظام على بلدة #الطيبة.", "captured syrian_government [الطيبة]"},
		{"Persian letters", "سیطرت قوات النظام على بلدة الطیبة.", "captured syrian_government [الطیبة]"},
	})
}

// A name that the gazetteer lacks is found by the class noun before it, and
// stays off the map.
func TestUnknownNames(t *testing.T) {
	x := reader(t)
	for _, c := range []struct{ how, text, surface, class string }{
		{"a village", "سيطرت قوات النظام على قرية الزعفرانة الكبيرة.", "الزعفرانة الكبيرة", "village"},
		{"a town of two words", "سيطرت قوات النظام على بلدة كفر سنجاب بعد قصف.", "كفر سنجاب", "town"},
		{"a hill, whose noun is part of the name", "سيطرت قوات النظام على تل الزعتر شرق السخنة.", "تل الزعتر", ""},
		{"a field", "سيطرت قوات النظام على حقل المرجان شرق السخنة.", "حقل المرجان", "field"},
		{"behind a preposition", "انسحبت قوات النظام من قرية أم الورد باتجاه السخنة.", "أم الورد", "village"},
		{"of two", "سيطرت قوات النظام على قريتي أم الورد والزعفرانة.", "الزعفرانة", "village"},
		{"in quotation marks", "سيطرت قوات النظام على قرية «أم الورد».", "أم الورد", "village"},
	} {
		t.Run(c.how, func(t *testing.T) {
			got := read(t, x, report("نشرة المساء\n\n"+c.text))
			var surfaces []string
			for _, m := range got.Places {
				surfaces = append(surfaces, m.Surface)
				if m.Surface == c.surface && (m.Class != c.class || m.Place != nil) {
					t.Errorf("%s\n%s: class %q, placed %v: want %q, unplaced", c.text, m.Surface, m.Class, m.Place != nil, c.class)
				}
			}
			if !slices.Contains(surfaces, c.surface) {
				t.Errorf("%s\n%q: want %s among them", c.text, surfaces, c.surface)
			}
			claimed := slices.ContainsFunc(briefs(got.Claims), func(l string) bool { return slices.Contains([]string{"captured", "withdrew"}, l[:8]) })
			if !claimed {
				t.Errorf("%s\n%q: want who holds it", c.text, briefs(got.Claims))
			}
		})
	}
}

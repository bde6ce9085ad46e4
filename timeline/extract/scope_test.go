package extract_test

import "testing"

// A class noun, and a verb, hold for the whole list behind them.
func TestListsAreRead(t *testing.T) {
	checkSayings(t, []saying{
		{"villages", "سيطرت قوات النظام على قرى الكدير وبئر رحوم وخربة مكمن.",
			"captured syrian_government [الكدير]; captured syrian_government [بئر رحوم]; captured syrian_government [خربة مكمن]"},
		{"with commas", "سيطرت قوات سوريا الديمقراطية على قرى الكسرة، الصور، الحصين.", "captured sdf [الكسرة]; captured sdf [الصور]; captured sdf [الحصين]"},
		{"of two classes", "سيطرت قوات النظام على بلدة الطيبة وقريتي الكدير وبئر رحوم.",
			"captured syrian_government [الطيبة]; captured syrian_government [الكدير]; captured syrian_government [بئر رحوم]"},
		{"names that no gazetteer has, behind ones it has", "سيطرت قوات النظام على قرى الكدير والزعفرانة وأم الورد.",
			"captured syrian_government [الكدير]; captured syrian_government [الزعفرانة]; captured syrian_government [أم الورد]"},
		{"and also", "سيطرت قوات النظام على بلدة الطيبة، وكذلك على قرية الكدير.", "captured syrian_government [الطيبة]; captured syrian_government [الكدير]"},
		{"and also, without its preposition", "سيطرت قوات النظام على بلدة الطيبة وكذلك قرية الكدير.", "captured syrian_government [الطيبة]; captured syrian_government [الكدير]"},
		{"just as it took", "سيطرت قوات النظام على بلدة الطيبة، كما سيطرت على قرية الكدير.", "captured syrian_government [الطيبة]; captured syrian_government [الكدير]"},
		{"in addition to", "استولى تنظيم داعش على بلدة القريتين بالإضافة إلى قرية الكدير.", "captured islamic_state [القريتين]; captured islamic_state [الكدير]"},
		{"besides", "سيطرت قوات النظام على بلدة الطيبة فضلاً عن قريتي الكدير وبئر رحوم.",
			"captured syrian_government [الطيبة]; captured syrian_government [الكدير]; captured syrian_government [بئر رحوم]"},
		{"among them", "سيطرت قوات سوريا الديمقراطية على سبع قرى منها الكسرة والصور.", "captured sdf ~[سبع قرى] ×7; captured sdf [الكسرة]; captured sdf [الصور]"},
		{"most notably", "سيطرت قوات النظام على عدة قرى أبرزها الكدير وبئر رحوم.", "captured syrian_government [الكدير]; captured syrian_government [بئر رحوم]"},
		{"a colon", "سيطرت قوات النظام على القرى التالية: الكدير وبئر رحوم وخربة مكمن.",
			"captured syrian_government [الكدير]; captured syrian_government [بئر رحوم]; captured syrian_government [خربة مكمن]"},
		{"they are", "سيطرت قوات النظام على ثلاث قرى هي الكدير وبئر رحوم وخربة مكمن.",
			"captured syrian_government ~[ثلاث قرى] ×3; captured syrian_government [الكدير]; captured syrian_government [بئر رحوم]; captured syrian_government [خربة مكمن]"},
		{"losing a list", "انسحب تنظيم داعش من قرى الكدير وبئر رحوم.", "withdrew unknown<islamic_state [الكدير]; withdrew unknown<islamic_state [بئر رحوم]"},
		{"holding a list", "لا تزال بلدات الميادين والقورية والعشارة خاضعة لسيطرة تنظيم داعش.",
			"holds islamic_state [الميادين]; holds islamic_state [القورية]; holds islamic_state [العشارة]"},
		{"a list that only locates", "سيطرت قوات النظام على قرية الكدير الواقعة بين السخنة والطيبة.", "captured syrian_government [الكدير]"},
		{"quarters of a city", "سيطرت قوات النظام على أحياء الجورة والقصور في مدينة دير الزور.", "captured syrian_government [الجورة]; captured syrian_government [القصور]"},
	})
}

// A pronoun, a relative clause and a bare class noun bring the place along.
func TestPronounsBringThePlace(t *testing.T) {
	checkSayings(t, []saying{
		{"which they snatched", "بلدة الطيبة التي انتزعتها قوات النظام من تنظيم داعش أمس تشهد هدوءاً.", "captured syrian_government<islamic_state [الطيبة] 2017-08-19"},
		{"two that were taken", "شهدت قريتا الكدير وخربة مكمن اللتان سيطرت عليهما قوات النظام عودة للأهالي.",
			"captured syrian_government [الكدير]; captured syrian_government [خربة مكمن]"},
		{"both of them", "هاجمت قوات النظام قريتي الكدير وخربة مكمن وسيطرت عليهما.", "captured syrian_government [الكدير]; captured syrian_government [خربة مكمن]"},
		{"all of them", "هاجمت قوات النظام قرى الكدير وخربة مكمن وبئر رحوم وسيطرت عليها.",
			"captured syrian_government [الكدير]; captured syrian_government [خربة مكمن]; captured syrian_government [بئر رحوم]"},
		{"the town, in the next sentence", "دخلت قوات النظام بلدة الطيبة ظهراً. وبعد ساعات بسطت سيطرتها على البلدة.", "captured syrian_government [الطيبة]"},
		{"it, in the next sentence", "اندلعت اشتباكات في قرية الكدير. وانتهت بسيطرة قوات النظام عليها.", "captured syrian_government [الكدير]"},
		{"withdrew from it", "تقدمت قوات النظام إلى بلدة الطيبة بعد أن انسحب منها تنظيم داعش.", "withdrew unknown<islamic_state [الطيبة]"},
		{"a strike on what is held", "استهدفت الطائرات مدينة الرقة التي يسيطر عليها تنظيم داعش.", "holds islamic_state [الرقة]"},
		{"drove them out of it, and has it", "هجّر النظام أهالي داريا وسيطر عليها.", "captured syrian_government [داريا]"},
	})
}

// Who did it may stand clauses away.
func TestSubjectsStandFarAway(t *testing.T) {
	checkSayings(t, []saying{
		{"two clauses back", "شنت قوات النظام هجوماً صباح اليوم، ودارت معارك عنيفة استمرت ساعات، وسيطرت على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"in the headline", "# قوات النظام تواصل عملياتها في البادية\n\nتمت السيطرة اليوم على بلدة الطيبة وقرية الكدير.",
			"captured syrian_government [الطيبة]; captured syrian_government [الكدير]"},
		{"in the sentence before", "واصلت قوات النظام عملياتها في البادية. وتمكنت خلالها من السيطرة على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"behind its place", "سيطرت على مدينة الشدادي قوات سوريا الديمقراطية بعد معارك.", "captured sdf [الشدادي]"},
		{"a verb in the masculine is not that of forces", "اشتبكت قوات النظام مع تنظيم داعش في البادية، ثم سيطر على قرية الكدير.", "captured islamic_state<syrian_government [الكدير]"},
		{"a verb in the feminine is that of forces", "هاجم تنظيم داعش قوات النظام في البادية، لكنها سيطرت على قرية الكدير.", "captured syrian_government<islamic_state [الكدير]"},
		{"after they took it", "تعرضت قوات النظام لهجوم بعد سيطرتها على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"the noun with its subject", "جاءت سيطرة هيئة تحرير الشام على بلدة خلصة بعد يومين من المعارك.", "captured hts [خلصة]"},
		{"an aside between", "تمكنت قوات النظام، وفق مصادر محلية، من السيطرة على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
	})
}

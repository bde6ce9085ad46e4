package extract_test

import "testing"

func TestParts(t *testing.T) {
	checkSayings(t, []saying{
		{"wide parts", "سيطرت قوات النظام على أجزاء واسعة من حي جوبر.", "captured syrian_government [جوبر] partial"},
		{"most of it", "سيطرت قوات سوريا الديمقراطية على معظم مدينة الرقة.", "captured sdf [الرقة] partial"},
		{"the greatest part", "سيطرت قوات سوريا الديمقراطية على القسم الأكبر من مدينة الرقة.", "captured sdf [الرقة] partial"},
		{"nearly wholly", "سيطرت قوات النظام بشكل شبه كامل على مدينة السخنة.", "captured syrian_government [السخنة] partial"},
		{"in per cent", "سيطرت قوات سوريا الديمقراطية على نحو 60% من مدينة الرقة.", "captured sdf [الرقة] partial"},
		{"in per cent, in words", "سيطرت قوات سوريا الديمقراطية على 70 بالمئة من مدينة الرقة.", "captured sdf [الرقة] partial"},
		{"half of it", "سيطرت قوات سوريا الديمقراطية على نصف مدينة الرقة.", "captured sdf [الرقة] partial"},
		{"wholly", "سيطرت قوات النظام على مدينة السخنة بالكامل.", "captured syrian_government [السخنة]"},
		{"entered, no more", "دخلت قوات النظام بلدة الطيبة.", "captured syrian_government [الطيبة] partial"},
		{"entered after they left", "دخلت قوات النظام بلدة الطيبة بعد انسحاب تنظيم داعش منها.", "captured syrian_government<islamic_state [الطيبة]"},
		{"a part beside a whole", "سيطرت قوات النظام على قرية الكدير وأجزاء من بلدة الطيبة.", "captured syrian_government [الكدير]; captured syrian_government [الطيبة] partial"},
	})
}

// What is told twice happened once.
func TestRepeated(t *testing.T) {
	checkSayings(t, []saying{
		{"headline and body", "# قوات النظام تسيطر على السخنة\n\nسيطرت قوات النظام مساء أمس على مدينة السخنة بعد انسحاب تنظيم داعش منها.",
			"captured syrian_government<islamic_state [السخنة] 2017-08-19"},
		{"a body that weakens", "# قوات النظام تسيطر على الطيبة\n\nسيطرت قوات النظام على معظم بلدة الطيبة.", "captured syrian_government [الطيبة] partial"},
		{"a headline alone", "# قوات النظام تسيطر على الطيبة\n\nشهدت المنطقة قصفاً متقطعاً.", "captured syrian_government [الطيبة]"},
		{"as reported before", "سيطرت قوات النظام أمس على بلدة الطيبة. وكانت قوات النظام قد سيطرت أمس على بلدة الطيبة.", "captured syrian_government [الطيبة] 2017-08-19"},
		{"two spellings", "سيطرت قوات النظام على بلدة الطيبة. وجاءت سيطرة قوات النظام على الطيبه بعد قصف.", "captured syrian_government [الطيبة]"},
	})
}

func TestReversed(t *testing.T) {
	checkSayings(t, []saying{
		{"to and fro, no more", "تشهد بلدة الطيبة معارك كر وفر بين قوات النظام وتنظيم داعش.", ""},
		{"control that changed hands, no more", "تبادلت قوات النظام وتنظيم داعش السيطرة على بلدة الطيبة.", ""},
		{"taken, and taken back", "سيطر تنظيم داعش على بلدة الطيبة صباحاً، قبل أن تستعيدها قوات النظام مساءً.",
			"captured islamic_state<syrian_government [الطيبة]; recaptured syrian_government<islamic_state [الطيبة]"},
		{"but did not last", "سيطر تنظيم داعش على بلدة الطيبة، إلا أن سيطرته لم تدم سوى ساعات حيث استعادتها قوات النظام.",
			"captured islamic_state<syrian_government [الطيبة]; recaptured syrian_government<islamic_state [الطيبة]"},
		{"taken again after a loss", "خسرت قوات النظام بلدة الطيبة أول أمس، وعادت وسيطرت عليها اليوم.",
			"lost unknown<syrian_government [الطيبة] 2017-08-18; recaptured syrian_government [الطيبة]"},
		{"resumed its control", "عاودت قوات النظام السيطرة على بلدة الطيبة.", "recaptured syrian_government [الطيبة]"},
		{"resumed its advance", "عاودت قوات النظام تقدمها نحو بلدة الطيبة.", ""},
		{"resumed its attack", "عاودت قوات النظام هجومها على بلدة الطيبة.", ""},
		{"came back under control", "عادت بلدة مورك إلى سيطرة قوات النظام.", "recaptured syrian_government [مورك]"},
		{"control brought back", "أعادت قوات النظام السيطرة على قرية الكدير.", "recaptured syrian_government [الكدير]"},
		{"once more", "سيطر التنظيم مجدداً على قرية الكدير.", "recaptured islamic_state [الكدير]"},
		{"besieged, and taken later", "حاصرت قوات النظام بلدة الطيبة وسيطرت عليها لاحقاً.", "besieged syrian_government [الطيبة]; captured syrian_government [الطيبة]"},
	})
}

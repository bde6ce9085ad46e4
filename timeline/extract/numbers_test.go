package extract_test

import "testing"

func TestCounts(t *testing.T) {
	checkSayings(t, []saying{
		{"Arabic-Indic", "سيطرت قوات النظام على ٧ قرى.", "captured syrian_government ~[٧ قرى] ×7"},
		{"a word", "سيطرت قوات النظام على خمس قرى.", "captured syrian_government ~[خمس قرى] ×5"},
		{"two words", "سيطرت قوات النظام على إحدى عشرة قرية.", "captured syrian_government ~[إحدى عشرة قرية] ×11"},
		{"three words", "سيطرت قوات النظام على خمس وعشرين قرية.", "captured syrian_government ~[خمس وعشرين قرية] ×25"},
		{"the dual", "سيطرت قوات النظام على قريتين.", "captured syrian_government ~[قريتين] ×2"},
		{"at least", "سيطرت قوات النظام على ما لا يقل عن 15 قرية.", "captured syrian_government ~[15 قرية] ×15"},
		{"about", "سيطرت قوات النظام على نحو 90 قرية ومزرعة.", "captured syrian_government ~[90 قرية ومزرعة] ×90"},
		{"more than", "سيطرت قوات النظام على أكثر من 20 موقعاً.", "captured syrian_government ~[20 موقعاً] ×20"},
		{"lost", "خسر تنظيم داعش 4 قرى لصالح قوات النظام.", "captured syrian_government<islamic_state ~[4 قرى] ×4"},
		{"names and their number", "سيطرت قوات النظام على قريتين هما الكدير وبئر رحوم.",
			"captured syrian_government ~[قريتين] ×2; captured syrian_government [الكدير]; captured syrian_government [بئر رحوم]"},
	})
}

func TestTolls(t *testing.T) {
	checkSayings(t, []saying{
		{"Arabic-Indic", "قتل ٢٥ عنصراً من تنظيم داعش.", "casualties islamic_state killed 25"},
		{"in words", "قتل سبعة وعشرون عنصراً من قوات النظام.", "casualties syrian_government killed 27"},
		{"at least", "قتل ما لا يقل عن 14 عنصراً من قوات النظام.", "casualties syrian_government killed 14"},
		{"a range gives its least", "قتل ما بين 12 و15 عنصراً من تنظيم داعش.", "casualties islamic_state killed 12"},
		{"dead and hurt", "قتل 8 عناصر من قوات النظام وأصيب 13 آخرون.", "casualties syrian_government killed 8 wounded 13"},
		{"dozens are no number", "قتل العشرات من عناصر تنظيم داعش.", "casualties islamic_state"},
		{"two", "استشهد مدنيان في قصف على بلدة الطيبة.", "casualties civilians killed 2"},
		{"one", "قتل عنصر من تنظيم داعش.", "casualties islamic_state killed 1"},
	})
}

func TestKilometres(t *testing.T) {
	checkSayings(t, []saying{
		{"Arabic-Indic with a point", "تقدمت قوات النظام مسافة ٢٫٥ كلم باتجاه مدينة السخنة.", "advanced syrian_government [السخنة] 2.5 km penetration"},
		{"in words", "تقدمت قوات النظام خمسة كيلومترات باتجاه مدينة السخنة.", "advanced syrian_government [السخنة] 5 km penetration"},
		{"hundreds of metres", "تقدمت قوات النظام مئات الأمتار باتجاه مدينة السخنة.", "advanced syrian_government [السخنة] 0.5 km penetration"},
		{"metres", "باتت قوات النظام على بعد 700 متر من بلدة الطيبة.", "distance [الطيبة] 0.7 km; advanced syrian_government [الطيبة] 0.7 km remaining"},
	})
}

package extract_test

import "testing"

// What only says where something is, "the town" does not mean.
func TestTheTownIsNoPointOfReference(t *testing.T) {
	checkSayings(t, []saying{
		{"close to another", "هاجمت قوات النظام بلدة دير حافر القريبة من بلدة مسكنة. وسيطرت على البلدة مساءً.", "captured syrian_government [دير حافر]"},
		{"coming from another", "وصلت قوات النظام إلى بلدة أثريا قادمة من بلدة خناصر. وسيطرت على البلدة بعد ساعات.", "captured syrian_government [أثريا]"},
		{"from the side of another", "هاجم تنظيم داعش بلدة الصور من جهة بلدة مركدة، وسيطر على البلدة.", "captured islamic_state [الصور]"},
		{"so far from another", "هاجمت الفصائل بلدة كنسبا على بعد 20 كم عن بلدة سلمى، وسيطرت على البلدة.", "captured opposition [كنسبا]"},
		{"the village, where a town is named too", "هاجمت قوات النظام قرية الكدير انطلاقاً من مدينة السخنة، وسيطرت على القرية.", "captured syrian_government [الكدير]"},
	})
}

// A name that no gazetteer has can be meant as well.
func TestUnknownNamesAreMeant(t *testing.T) {
	checkSayings(t, []saying{
		{"the village", "اندلعت اشتباكات في قرية المرمالة. وانتهت بسيطرة قوات النظام على القرية.", "captured syrian_government [المرمالة]"},
		{"the town", "قصفت الطائرات بلدة العصفورية. ودخلت قوات النظام البلدة بعد ساعات وسيطرت عليها.", "captured syrian_government [العصفورية]"},
		{"of which more is said", "سيطرت قوات النظام على المرمالة، التي تبعد 9 كم عن السخنة.", "captured syrian_government [المرمالة]"},
	})
}

func TestBothOfThem(t *testing.T) {
	checkSayings(t, []saying{
		{"the two fields", "دارت اشتباكات في حقل التيم وحقل الورد، وسيطرت قوات النظام على الحقلين.", "captured syrian_government [حقل التيم]; captured syrian_government [حقل الورد]"},
		{"the two camps", "هاجمت الفصائل معسكر وادي الضيف ومعسكر الحامدية، ثم سيطرت على المعسكرين.", "captured opposition [معسكر وادي الضيف]; captured opposition [معسكر الحامدية]"},
		{"the two towns, no field", "سيطرت قوات النظام على حقل التيم. وهاجمت بلدتي مسكنة ودير حافر وسيطرت على البلدتين.",
			"captured syrian_government [حقل التيم]; captured syrian_government [مسكنة]; captured syrian_government [دير حافر]"},
	})
}

func TestRelativeClausesOfTwoVerbs(t *testing.T) {
	checkSayings(t, []saying{
		{"which it attacked and took", "بلدة كنسبا التي هاجمتها الفصائل وسيطرت عليها أمس تشهد هدوءاً.", "captured opposition [كنسبا] 2017-08-19"},
		{"in which it stands and which is its seat", "قصفت الطائرات بلدة السوسة التي يتمركز فيها تنظيم داعش ويتخذها مقراً له.", "holds islamic_state [السوسة]"},
		{"which it besieges and shells", "نزح المدنيون من بلدة مضايا التي تحاصرها قوات النظام وتقصفها يومياً.", ""},
	})
}

func TestListsBehindAnAside(t *testing.T) {
	checkSayings(t, []saying{
		{"which had a base", "حررت الفصائل بلدة كنسبا، التي كانت تضم مقرات عسكرية، وقرية الكبينة.", "captured opposition [كنسبا]; captured opposition [الكبينة]"},
		{"which it had lost", "استعادت قوات النظام بلدة مسكنة، التي خسرتها العام الماضي، وبلدة دير حافر.",
			"recaptured syrian_government [مسكنة]; lost unknown<syrian_government [مسكنة] -; recaptured syrian_government [دير حافر]"},
		{"the aside itself is no member", "سيطرت قوات النظام على قرية الكدير، التي تقع شرق السخنة، وانسحب تنظيم داعش.", "captured syrian_government<islamic_state [الكدير]"},
	})
}

func TestGapping(t *testing.T) {
	checkSayings(t, []saying{
		{"X took A, and Y B", "سيطر حزب الله على بلدة فليطة وقوات النظام على بلدة يبرود.", "captured hezbollah [فليطة]; captured syrian_government [يبرود]"},
		{"from whom, said before", "خسر تنظيم داعش بلدة الطيبة، إذ سيطرت قوات النظام على بلدة مسكنة وقوات سوريا الديمقراطية على بلدة الصور.",
			"lost unknown<islamic_state [الطيبة]; captured syrian_government<islamic_state [مسكنة]; captured sdf<islamic_state [الصور]"},
		{"with a comma", "سيطرت الفصائل على بلدة كنسبا، وهيئة تحرير الشام على بلدة سلمى.", "captured opposition [كنسبا]; captured hts [سلمى]"},
		{"X and Y took A", "سيطرت الفصائل وهيئة تحرير الشام على بلدة سلمى.", "captured opposition +hts [سلمى]"},
		{"who holds what", "تسيطر قوات النظام على مدينة السخنة وتنظيم داعش على مدينة الميادين.", "holds syrian_government [السخنة]; holds islamic_state [الميادين]"},
	})
}

func TestTheLatter(t *testing.T) {
	checkSayings(t, []saying{
		{"in the feminine", "اشتبك تنظيم داعش مع قوات سوريا الديمقراطية، وسيطرت الأخيرة على بلدة هجين.", "captured sdf<islamic_state [هجين]"},
		{"in the masculine", "اشتبكت قوات سوريا الديمقراطية مع تنظيم داعش، وسيطر الأخير على بلدة هجين.", "captured islamic_state<sdf [هجين]"},
		{"withdrew", "هاجمت قوات النظام تنظيم داعش، وانسحب الأخير من بلدة مسكنة.", "withdrew unknown<islamic_state [مسكنة]"},
	})
}

func TestSpokenFor(t *testing.T) {
	checkSayings(t, []saying{
		{"his fighters", "قال المتحدث باسم جيش الإسلام إن مقاتليه سيطروا على بلدة النشابية.", "captured opposition [النشابية] by opposition"},
		{"its fighters", "أكد الناطق باسم قوات سوريا الديمقراطية أن مقاتليها سيطروا على بلدة الصور.", "captured sdf [الصور] by sdf"},
		{"his fighters withdrew", "أعلن الناطق باسم فيلق الرحمن أن مقاتليه انسحبوا من بلدة زملكا.", "withdrew unknown<opposition [زملكا] by opposition"},
		{"his forces", "قال المتحدث باسم الجيش الحر إن قواته سيطرت على بلدة تادف.", "captured opposition [تادف] by opposition"},
	})
}

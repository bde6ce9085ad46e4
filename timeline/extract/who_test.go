package extract_test

import "testing"

func TestNamesOfActors(t *testing.T) {
	checkSayings(t, []saying{
		{"Daesh", "سيطر داعش على بلدة القريتين.", "captured islamic_state [القريتين]"},
		{"the organisation, by all its names", "سيطر تنظيم الدولة الإسلامية في العراق والشام على بلدة القريتين.", "captured islamic_state [القريتين]"},
		{"its fighters", "سيطر مقاتلو التنظيم على بلدة القريتين.", "captured islamic_state [القريتين]"},
		{"its branch in the south", "سيطر جيش خالد بن الوليد على بلدة جلين.", "captured islamic_state [جلين]"},
		{"an abbreviation", "سيطرت قسد على بلدة الصور.", "captured sdf [الصور]"},
		{"the army by its full name", "استعاد الجيش العربي السوري بلدة مورك.", "recaptured syrian_government [مورك]"},
		{"forces by an adjective", "سيطرت القوات الحكومية على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
		{"fighters by an adjective", "سيطر المقاتلون الأكراد على بلدة تل تمر.", "captured sdf [تل تمر]"},
		{"an army of the rebels", "سيطر جيش الإسلام على مدينة دوما.", "captured opposition [دوما]"},
		{"a legion of the rebels", "سيطر فيلق الرحمن على بلدة زملكا.", "captured opposition [زملكا]"},
		{"the former front", "سيطرت جبهة النصرة على بلدة خلصة.", "captured hts [خلصة]"},
		{"the mobilisation", "سيطر الحشد الشعبي على معبر البوكمال.", "captured iran_backed [معبر البوكمال]"},
		{"a division behind Turkey", "سيطرت فرقة الحمزة على قرية بلبل.", "captured turkey_backed [بلبل]"},
		{"the rebels, any of them", "سيطر الثوار على بلدة تادف.", "captured opposition [تادف]"},
		{"nobody says who", "جرت السيطرة على بلدة الطيبة.", ""},
		{"freed it", "حررت قوات سوريا الديمقراطية مدينة الشدادي من تنظيم داعش.", "captured sdf<islamic_state [الشدادي]"},
		{"tightened its grip", "تمكنت فصائل المعارضة من إحكام قبضتها على بلدة تادف بعد أسبوع من المعارك.", "captured opposition [تادف]"},
		{"spread its influence", "بسط تنظيم داعش نفوذه على قرية الكدير.", "captured islamic_state [الكدير]"},
	})
}

func TestActorsByReference(t *testing.T) {
	checkSayings(t, []saying{
		{"its forces", "أعلنت تركيا أن قواتها سيطرت على قرية بلبل.", "captured turkey [بلبل] by turkey"},
		{"those forces", "اشتبكت قوات النظام مع تنظيم داعش قرب السخنة. وسيطرت تلك القوات على قرية الكدير.", "captured syrian_government<islamic_state [الكدير]"},
		{"the organisation", "تواصل قوات النظام هجومها على تنظيم داعش. وسيطر التنظيم في هجوم معاكس على قرية الكدير.", "captured islamic_state<syrian_government [الكدير]"},
		{"the latter", "هاجمت قوات النظام مواقع تنظيم داعش، لكن الأخير سيطر على قرية الكدير.", "captured islamic_state<syrian_government [الكدير]"},
		{"its fighters, by a pronoun", "قال تنظيم داعش إن مقاتليه سيطروا على قرية الكدير.", "captured islamic_state [الكدير] by islamic_state"},
	})
}

func TestActorsTogether(t *testing.T) {
	checkSayings(t, []saying{
		{"two subjects", "سيطرت هيئة تحرير الشام والفصائل على بلدة خلصة.", "captured hts +opposition [خلصة]"},
		{"two subjects, verb behind", "قوات النظام وحزب الله سيطرا على بلدة القصير.", "captured syrian_government +hezbollah [القصير]"},
		{"with air support", "سيطرت قوات النظام بدعم جوي روسي على بلدة الطيبة.", "captured syrian_government +russia [الطيبة]"},
		{"backed by", "سيطرت قوات سوريا الديمقراطية بإسناد من التحالف الدولي على مدينة الشدادي.", "captured sdf +us_coalition [الشدادي]"},
		{"alongside", "سيطرت قوات النظام إلى جانب حزب الله على جرود القلمون.", "captured syrian_government +hezbollah [جرود القلمون]"},
		{"Turkey and its factions", "سيطرت القوات التركية والفصائل الموالية لها على مدينة جنديرس.", "captured turkey +turkey_backed [جنديرس]"},
		{"the one it was taken from helps nobody", "سيطرت قوات النظام على بلدة الطيبة بعد معارك مع تنظيم داعش.", "captured syrian_government<islamic_state [الطيبة]"},
		{"and its militias", "سيطرت قوات النظام والميليشيات الموالية لإيران على معبر البوكمال.", "captured syrian_government +iran_backed [معبر البوكمال]"},
	})
}

// Inside an operation of Turkey's, rebels are its rebels.
func TestFactionsInsideAnOperation(t *testing.T) {
	checkSayings(t, []saying{
		{"of Olive Branch", "سيطرت فصائل غصن الزيتون على قرية بلبل.", "captured turkey_backed [بلبل]"},
		{"of Euphrates Shield", "سيطر الجيش الحر ضمن عملية درع الفرات على بلدة دابق.", "captured turkey_backed<islamic_state [دابق]"},
		{"of Peace Spring", "سيطر الجيش الوطني على مدينة تل أبيض في إطار عملية نبع السلام.", "captured turkey_backed<sdf [تل أبيض]"},
		{"and outside of one", "سيطر الجيش الحر على بلدة تادف.", "captured opposition [تادف]"},
		{"said in the headline", "# عملية غصن الزيتون تتواصل شمال عفرين\n\nسيطرت الفصائل على قرية بلبل بعد اشتباكات مع الوحدات الكردية.", "captured turkey_backed<sdf [بلبل]"},
	})
}

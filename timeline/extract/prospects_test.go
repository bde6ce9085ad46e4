package extract_test

import "testing"

// Who asks says nothing.
func TestQuestions(t *testing.T) {
	checkSayings(t, []saying{
		{"did they take it", "هل سيطرت قوات النظام على بلدة مسكنة؟", "captured hypothetical syrian_government [مسكنة] -"},
		{"will they leave it, a headline", "# هل تنسحب الفصائل من مدينة الرستن؟\n\nشهدت المنطقة هدوءاً حذراً.", ""},
		{"did they lose it", "هل خسر تنظيم داعش بلدة مسكنة؟", "lost hypothetical unknown<islamic_state [مسكنة] -"},
		{"a question, and then what is so", "هل سيطرت قوات النظام على بلدة مسكنة؟ سيطرت قوات النظام أمس على بلدة دير حافر.",
			"captured hypothetical syrian_government [مسكنة] -; captured syrian_government [دير حافر] 2017-08-19"},
		{"why did they leave it", "# لماذا يصمت التنظيم؟\n\nانسحب تنظيم داعش من بلدة مسكنة.", "withdrew unknown<islamic_state [مسكنة]"},
	})
}

func TestAgreedButNotDone(t *testing.T) {
	checkSayings(t, []saying{
		{"by which they leave", "توصل الجانبان إلى اتفاق تنسحب بموجبه الفصائل من مدينة الرستن.", ""},
		{"by which they receive", "أعلن عن اتفاق تتسلم بموجبه قوات النظام مدينة الرستن من الفصائل.", "handed_over future syrian_government<opposition [الرستن] -"},
		{"which provides for their leaving", "ينص الاتفاق على انسحاب الفصائل من مدينة الرستن.", ""},
		{"which provides for entry", "ينص الاتفاق على دخول قوات النظام إلى مدينة الرستن.", "captured future syrian_government [الرستن] partial -"},
		{"under which it will enter", "سيدخل الجيش السوري بموجب الاتفاق بلدة عين عيسى.", "captured future syrian_government [عين عيسى] partial -"},
		{"which says that they receive", "أعلن عن اتفاق يقضي بأن تتسلم قوات النظام مدينة الرستن.", "handed_over future syrian_government [الرستن] -"},
		{"will leave", "ستنسحب الفصائل من مدينة الرستن بموجب الاتفاق.", ""},
		{"by which they left", "انسحبت الفصائل من مدينة الرستن بموجب اتفاق.", "withdrew unknown<opposition [الرستن]"},
		{"talks of handing over", "تجري مفاوضات بشأن تسليم مدينة الرستن لقوات النظام.", "handed_over future syrian_government [الرستن] -"},
	})
}

func TestPreventedAndRefused(t *testing.T) {
	checkSayings(t, []saying{
		{"prevented from taking", "منعت الفصائل قوات النظام من السيطرة على بلدة كنسبا.", "captured repelled syrian_government<opposition [كنسبا]"},
		{"prevented its recovery", "منعت الفصائل استعادة قوات النظام بلدة كنسبا.", "recaptured repelled syrian_government<opposition [كنسبا]"},
		{"was prevented from taking", "منعت قوات النظام من السيطرة على بلدة كنسبا.", "captured repelled syrian_government [كنسبا]"},
		{"refused to hand over", "رفضت الفصائل تسليم مدينة الرستن لقوات النظام.", "handed_over repelled syrian_government<opposition [الرستن]"},
		{"refused to leave", "رفض جيش الإسلام الانسحاب من مدينة دوما.", ""},
		{"prevents people from leaving", "منع تنظيم داعش المدنيين من مغادرة مدينة الرقة.", ""},
		{"prevents people from leaving what it holds", "يمنع تنظيم داعش المدنيين من الخروج من مدينة الرقة الخاضعة لسيطرته.", "holds islamic_state [الرقة]"},
	})
}

func TestSoonToBe(t *testing.T) {
	checkSayings(t, []saying{
		{"near a withdrawal", "تتحدث مصادر عن قرب انسحاب تنظيم داعش من بلدة مسكنة.", ""},
		{"near a taking", "أكد قائد ميداني قرب سيطرة قوات النظام على بلدة مسكنة.", "captured future syrian_government [مسكنة] -"},
		{"near a place is no prospect", "سيطرت قوات النظام على قرية الكدير قرب السخنة.", "captured syrian_government [الكدير]"},
		{"will raise its flag", "سترفع قوات النظام علمها فوق مدينة الرستن.", "captured future syrian_government [الرستن] -"},
		{"raised its flag", "رفعت قوات النظام علمها فوق مدينة الرستن.", "captured syrian_government [الرستن]"},
		{"getting ready to take", "تعد قوات سوريا الديمقراطية للسيطرة على بلدة هجين.", "captured future sdf [هجين] -"},
	})
}

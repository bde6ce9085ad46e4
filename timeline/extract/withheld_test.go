package extract_test

import "testing"

func TestDenials(t *testing.T) {
	checkSayings(t, []saying{
		{"a source denies", "نفى مصدر عسكري سيطرة تنظيم داعش على بلدة الطيبة.", "captured denied islamic_state [الطيبة]"},
		{"no truth in it", "لا صحة للأنباء عن سيطرة قوات النظام على مدينة الميادين.", "captured denied syrian_government [الميادين]"},
		{"no truth in what is told", "لا صحة لما يشاع عن سيطرة تنظيم داعش على بلدة القريتين.", "captured denied islamic_state [القريتين]"},
		{"one party denies what the narrator says", "سيطر تنظيم داعش على بلدة الطيبة، فيما نفت قوات النظام ذلك.", "captured islamic_state<syrian_government [الطيبة]"},
		{"denied by the party said to have lost", "نفت الفصائل انسحابها من بلدة مورك.", "withdrew denied unknown<opposition [مورك]"},
		{"it is not so, an observer says", "أكد المرصد السوري عدم صحة سيطرة قوات النظام على الطيبة.", "captured denied syrian_government [الطيبة]"},
		{"denies that it left", "تنفي قوات النظام انسحابها من مدينة السخنة.", "withdrew denied unknown<syrian_government [السخنة]"},
		{"no longer subject to", "لم تعد بلدة مورك خاضعة لسيطرة الفصائل.", "holds denied opposition [مورك]"},
		{"no longer under control", "لم تعد بلدة الطيبة تحت سيطرة قوات النظام.", "holds denied syrian_government [الطيبة]"},
		{"nothing any longer but", "لم يعد تحت سيطرة تنظيم داعش سوى بلدة الطيبة.", "holds islamic_state [الطيبة]"},
	})
}

func TestUnconfirmed(t *testing.T) {
	checkSayings(t, []saying{
		{"news of it", "أنباء عن سيطرة تنظيم داعش على بلدة الطيبة.", "captured unconfirmed islamic_state [الطيبة]"},
		{"conflicting news", "تضاربت الأنباء حول سيطرة قوات النظام على بلدة القورية.", "captured unconfirmed syrian_government [القورية]"},
		{"could not be made sure", "لم يتسن التأكد من صحة الأنباء عن سيطرة قوات النظام على الطيبة.", "captured unconfirmed syrian_government [الطيبة]"},
		{"unconfirmed information", "وردت معلومات غير مؤكدة عن سيطرة الفصائل على بلدة تادف.", "captured unconfirmed opposition [تادف]"},
	})
}

// What a party says of itself is so, and is marked as its word.
func TestAnnouncements(t *testing.T) {
	checkSayings(t, []saying{
		{"announced", "أعلن تنظيم داعش سيطرته على بلدة القريتين.", "captured islamic_state [القريتين] by islamic_state"},
		{"said that it", "قالت قوات سوريا الديمقراطية إنها سيطرت على مدينة الشدادي.", "captured sdf [الشدادي] by sdf"},
		{"alleged", "زعمت قوات النظام أنها سيطرت على بلدة الطيبة.", "captured syrian_government [الطيبة] by syrian_government"},
		{"activists are no party", "أفاد ناشطون بأن تنظيم داعش سيطر على بلدة الطيبة.", "captured islamic_state [الطيبة]"},
	})
}

func TestFireControlHoldsNothing(t *testing.T) {
	checkSayings(t, []saying{
		{"under the control of fire", "باتت بلدة الطيبة تحت السيطرة النارية لقوات النظام.", "captured fire_control syrian_government [الطيبة]"},
		{"by fire", "سيطرت قوات النظام بالنار على بلدة الطيبة.", "captured fire_control syrian_government [الطيبة]"},
		{"watched by fire", "تمكنت قوات النظام من رصد بلدة الطيبة نارياً بعد سيطرتها على قرية الكدير.",
			"captured syrian_government [الكدير]; captured fire_control syrian_government [الطيبة]"},
		{"preparatory fire is shelling", "مهدت قوات النظام نارياً على بلدة الطيبة.", ""},
		{"a road cut by fire, which is not the place it leads to", "قطعت قوات النظام طريق السخنة نارياً.", "captured fire_control syrian_government [طريق السخنة]"},
	})
}

func TestRaids(t *testing.T) {
	checkSayings(t, []saying{
		{"entered and left", "دخلت مجموعة من تنظيم داعش قرية الكدير قبل أن تنسحب منها بعد ساعة.", "captured raid islamic_state [الكدير]"},
		{"infiltrated", "تسلل عناصر من تنظيم داعش إلى أطراف قرية الكدير.", ""},
		{"a landing of troops who left again", "نفذت قوات النظام إنزالاً جوياً في قرية الكدير ثم عادت إلى قواعدها.", ""},
	})
}

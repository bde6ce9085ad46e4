package extract_test

import "testing"

func TestLeaving(t *testing.T) {
	checkSayings(t, []saying{
		{"withdrew", "انسحبت قوات سوريا الديمقراطية من مدينة تل أبيض.", "withdrew unknown<sdf [تل أبيض]"},
		{"its withdrawal", "جاء انسحاب الفصائل من بلدة اللطامنة بعد قصف عنيف.", "withdrew unknown<opposition [اللطامنة]"},
		{"was forced to withdraw", "اضطر تنظيم داعش للانسحاب من بلدة الطيبة.", "withdrew unknown<islamic_state [الطيبة]"},
		{"emptied it", "أخلت الفصائل بلدة كفرزيتا ليلاً.", "withdrew unknown<opposition [كفرزيتا]"},
		{"lost", "فقد تنظيم داعش سيطرته على مدينة الميادين.", "lost unknown<islamic_state [الميادين]"},
		{"out of control", "خرجت مدينة خان شيخون عن سيطرة الفصائل.", "lost unknown<opposition [خان شيخون]"},
		{"withdrew from posts near it", "انسحبت قوات النظام من نقاط لها في محيط الطيبة.", "withdrew unknown<syrian_government ~[نقاط]"},
		{"fell back on", "تراجع تنظيم داعش إلى بلدة الطيبة.", "holds islamic_state [الطيبة]"},
		{"went on towards", "توجه رتل لقوات النظام نحو بلدة الطيبة.", ""},
		{"civilians leave", "نزح مئات المدنيين من بلدة الطيبة.", ""},
		{"its fighters leave for elsewhere", "انسحب مقاتلو جيش الإسلام من مدينة دوما إلى الشمال السوري.", "withdrew unknown<opposition [دوما]"},
		{"arms handed over are no place", "سلم تنظيم داعش أسلحته لقوات النظام في قرية الكدير.", ""},
	})
}

func TestLosingTo(t *testing.T) {
	checkSayings(t, []saying{
		{"lost in favour of", "خسر تنظيم داعش بلدة الطيبة لصالح قوات النظام.", "captured syrian_government<islamic_state [الطيبة]"},
		{"lost it, two", "خسرت الفصائل قريتي الهبيط ومورك لصالح قوات النظام.", "captured syrian_government<opposition [الهبيط]; captured syrian_government<opposition [مورك]"},
		{"fell into the hand", "سقطت مدينة تدمر بيد تنظيم داعش.", "captured islamic_state [تدمر]"},
		{"fell at the hand", "سقطت بلدة خلصة على يد هيئة تحرير الشام.", "captured hts [خلصة]"},
		{"after it was taken by", "شهدت بلدة الطيبة هدوءاً بعد سقوطها بيد قوات النظام.", "captured syrian_government [الطيبة]"},
		{"left, and others came", "دخلت قوات النظام مدينة الميادين بعد انسحاب تنظيم داعش منها وسيطرت عليها.", "captured syrian_government<islamic_state [الميادين]"},
		{"forced to give up", "أجبرت قوات سوريا الديمقراطية تنظيم داعش على التخلي عن بلدة الصور.", "captured sdf<islamic_state [الصور]"},
		{"driven out", "طرد تنظيم داعش قوات النظام من بلدة القريتين.", "captured islamic_state<syrian_government [القريتين]"},
		{"its loss, as a noun", "جاءت خسارة الفصائل لبلدة مورك بعد هجوم لقوات النظام.", "captured syrian_government<opposition [مورك]"},
		{"the last of its places", "سيطرت قوات النظام على مدينة السخنة، آخر معاقل تنظيم داعش في ريف حمص.", "captured syrian_government<islamic_state [السخنة]"},
		{"held it until", "كان التنظيم يسيطر على بلدة الطيبة قبل أن تستولي عليها قوات النظام أمس.", "captured syrian_government<islamic_state [الطيبة] 2017-08-19"},
		{"took it, and the other left", "سيطرت قوات النظام على قرية الكدير وانسحب التنظيم منها باتجاه الطيبة.", "captured syrian_government<islamic_state [الكدير]"},
	})
}

func TestHandingOver(t *testing.T) {
	checkSayings(t, []saying{
		{"handed over to", "سلمت قوات سوريا الديمقراطية مدينة منبج لقوات النظام.", "handed_over syrian_government<sdf [منبج]"},
		{"received from", "تسلمت قوات النظام مدينة منبج من قوات سوريا الديمقراطية.", "handed_over syrian_government<sdf [منبج]"},
		{"without a fight", "سيطرت قوات النظام على مدينة نوى دون قتال.", "handed_over syrian_government [نوى]"},
		{"by an agreement", "دخلت قوات النظام مدينة جاسم بموجب اتفاق مصالحة مع الفصائل.", "handed_over syrian_government<opposition [جاسم]"},
		{"a reconciliation", "سيطرت قوات النظام على مدينة طفس عبر مصالحة.", "handed_over syrian_government [طفس]"},
	})
}

package extract_test

import "testing"

func TestGivingUp(t *testing.T) {
	checkSayings(t, []saying{
		{"gave it up", "تخلى تنظيم داعش عن بلدة مسكنة ليلة أمس.", "lost unknown<islamic_state [مسكنة] 2017-08-19"},
		{"gave them up, in the feminine", "تخلت الفصائل عن بلدتي خان طومان والعيس.", "lost unknown<opposition [خان طومان]; lost unknown<opposition [العيس]"},
		{"gave it up in favour of", "تخلت قوات سوريا الديمقراطية عن بلدة العريمة لصالح قوات النظام.", "handed_over syrian_government<sdf [العريمة]"},
		{"renounced it in favour of", "تنازلت الفصائل عن بلدة الحاضر لصالح هيئة تحرير الشام.", "handed_over hts<opposition [الحاضر]"},
		{"renounced it", "تنازل جيش الإسلام عن بلدة المليحة.", "lost unknown<opposition [المليحة]"},
		{"gave up its arms", "تخلى جيش الإسلام عن سلاحه الثقيل في بلدة المليحة.", ""},
		{"gave up what it asked for", "تخلت الفصائل عن مطالبها خلال مفاوضات الرستن.", ""},
		{"clears mines", "تخلي فرق الهندسة بلدة مسكنة من الألغام.", ""},
		{"gave itself up", "استسلم عشرة من عناصر تنظيم داعش قرب بلدة هجين.", ""},
	})
}

func TestForcesPulledOut(t *testing.T) {
	checkSayings(t, []saying{
		{"its forces", "سحبت قوات سوريا الديمقراطية قواتها من بلدة عين عيسى.", "withdrew unknown<sdf [عين عيسى]"},
		{"its fighters", "سحب حزب الله مقاتليه من مدينة القصير قبل يومين.", "withdrew unknown<hezbollah [القصير] 2017-08-18"},
		{"ended its presence", "أنهى حزب الله وجوده في مدينة الزبداني.", "withdrew unknown<hezbollah [الزبداني]"},
		{"ended the presence of another", "أنهت قوات سوريا الديمقراطية وجود تنظيم داعش في بلدة مركدة.", "captured sdf<islamic_state [مركدة]"},
		{"its presence receded from", "انحسر وجود تنظيم داعش عن بلدة هجين.", "withdrew unknown<islamic_state [هجين]"},
		{"the dead are pulled out", "سحبت قوات النظام جثث قتلاها من محيط بلدة خناصر.", ""},
		{"guns are pulled out", "سحبت الفصائل سلاحها الثقيل من بلدة مورك.", ""},
		{"would pull out its forces", "ستسحب قوات سوريا الديمقراطية قواتها من بلدة عين عيسى الأسبوع القادم.", ""},
	})
}

func TestNoLongerItsOwn(t *testing.T) {
	checkSayings(t, []saying{
		{"has no presence any more", "لم يعد لتنظيم داعش وجود في مدينة الباب.", "lost unknown<islamic_state [الباب]"},
		{"has no presence any more, and who fights it", "خاضت الفصائل معارك مع تنظيم داعش، ولم يعد للتنظيم وجود في بلدة بزاعة.", "captured opposition<islamic_state [بزاعة]"},
		{"out of control, a headline", "# الشدادي ومركدة خارج سيطرة تنظيم داعش\n\nحلقت الطائرات في أجواء المنطقة.", "lost unknown<islamic_state [الشدادي]; lost unknown<islamic_state [مركدة]"},
		{"out of control by now", "باتت بلدة مسكنة خارج سيطرة تنظيم داعش.", "lost unknown<islamic_state [مسكنة]"},
		{"out of control, and who fights it", "بعد معارك مع قوات النظام أصبحت بلدة دير حافر خارج سيطرة تنظيم داعش.", "captured syrian_government<islamic_state [دير حافر]"},
		{"fell from its hands", "سقطت بلدة قباسين من أيدي تنظيم داعش.", "lost unknown<islamic_state [قباسين]"},
		{"fell from its hands, and who attacked", "هاجمت الفصائل تنظيم داعش في ريف حلب، وسقطت بلدة قباسين من يد التنظيم.", "captured opposition<islamic_state [قباسين]"},
		{"no longer controls", "لم تعد قوات النظام تسيطر على بلدة خناصر.", "lost unknown<syrian_government [خناصر]"},
		{"no longer controls, the force first", "الفصائل لم تعد تسيطر على مدينة تلبيسة.", "lost unknown<opposition [تلبيسة]"},
		{"no longer controls but one town", "لم تعد الفصائل تسيطر إلا على مدينة تلبيسة.", "holds opposition [تلبيسة]"},
		{"is not out of control", "لا تزال بلدة خناصر تحت سيطرة قوات النظام.", "holds syrian_government [خناصر]"},
		{"prices out of control", "باتت الأسعار خارج السيطرة في مدينة الباب.", ""},
	})
}

// How long ago it was lost is not what the report tells.
func TestLossesThatOnlySayWhen(t *testing.T) {
	checkSayings(t, []saying{
		{"two years after it lost it", "يتوعد تنظيم داعش أهالي مدينة الباب بعد عامين من خسارتها.", ""},
		{"a year since it left", "تحدث تنظيم داعش عن مدينة منبج بعد عام على خروجه منها.", ""},
		{"a month after it withdrew", "نشرت الفصائل صوراً من بلدة مورك بعد شهر من انسحابها منها.", ""},
		{"a week after it entered", "نشرت قوات النظام صوراً من مدينة الصنمين بعد أسبوع على دخولها.", ""},
		{"but after they left it, nothing between", "سيطرت قوات النظام على بلدة مورك بعد انسحاب الفصائل منها.", "captured syrian_government<opposition [مورك]"},
	})
}

func TestGivenBack(t *testing.T) {
	checkSayings(t, []saying{
		{"gave it back to", "أعادت قوات سوريا الديمقراطية بلدة العريمة إلى قوات النظام.", "handed_over syrian_government<sdf [العريمة]"},
		{"gave two back", "أعادت هيئة تحرير الشام بلدتي كنسبا وسلمى إلى الفصائل.", "handed_over opposition<hts [كنسبا]; handed_over opposition<hts [سلمى]"},
		{"gave its people back", "أعادت قوات النظام المهجرين إلى بلدة مورك.", ""},
		{"brought the water back", "أعادت الورشات المياه إلى مدينة الباب.", ""},
	})
}

func TestHandedToThem(t *testing.T) {
	checkSayings(t, []saying{
		{"entered after X handed it to them", "دخلت قوات النظام بلدة العريمة بعد أن سلمتها إليها قوات سوريا الديمقراطية.", "handed_over syrian_government<sdf [العريمة]"},
		{"after X handed it to them", "انتشرت قوات النظام في بلدة العريمة بعد أن سلمتها إليها قوات سوريا الديمقراطية.", "handed_over syrian_government<sdf [العريمة]"},
		{"which X handed to them", "وصلت قوات النظام إلى بلدة العريمة التي سلمتها إليها قوات سوريا الديمقراطية.", "handed_over syrian_government<sdf [العريمة]"},
		{"received it, in the masculine", "تسلّم الجيش السوري بلدة عين عيسى من قوات سوريا الديمقراطية.", "handed_over syrian_government<sdf [عين عيسى]"},
		{"received it, in the feminine", "تسلمت الفصائل بلدة كنسبا من هيئة تحرير الشام.", "handed_over opposition<hts [كنسبا]"},
		{"was handed over", "سُلّمت مدينة نوى إلى قوات النظام.", "handed_over syrian_government [نوى]"},
		{"was handed over, too", "دخلت قوات النظام مدينة نوى بموجب اتفاق. وقال ناشطون إن بلدة تسيل سلّمت هي الأخرى دون قتال.",
			"handed_over syrian_government [نوى]; handed_over syrian_government [تسيل]"},
		{"received weapons", "تسلم جيش الإسلام شحنة أسلحة في بلدة المليحة.", ""},
		{"received bodies", "تسلم الهلال الأحمر عشر جثث من قوات سوريا الديمقراطية في بلدة عين عيسى.", ""},
		{"will hand it over", "ستسلم الفصائل مدينة نوى لقوات النظام.", "handed_over future syrian_government<opposition [نوى] -"},
	})
}

package extract_test

import (
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract"
)

func TestCaptures(t *testing.T) {
	checkSayings(t, []saying{
		{"verb first", "استولت قوات النظام على مدينة السخنة.", "captured syrian_government [السخنة]"},
		{"subject first", "قوات سوريا الديمقراطية سيطرت أمس على بلدة الصور بريف دير الزور.", "captured sdf [الصور] 2017-08-19"},
		{"managed to", "تمكنت قوات سوريا الديمقراطية من السيطرة على بلدة الصور وقرية الكسرة غرب دير الزور.",
			"captured sdf [الصور]; captured sdf [الكسرة]"},
		{"two villages", "سيطرت قوات النظام يوم السبت على قريتي الكدير وبئر رحوم من يد تنظيم داعش.",
			"captured syrian_government<islamic_state [الكدير] 2017-08-19; captured syrian_government<islamic_state [بئر رحوم] 2017-08-19"},
		{"a list of towns", "سيطرت قوات النظام على بلدات السخنة والطيبة والكوم.",
			"captured syrian_government [السخنة]; captured syrian_government [الطيبة]; captured syrian_government [الكوم]"},
		{"a list without class noun", "سيطرت قوات النظام على السخنة والطيبة والكوم بعد معارك.",
			"captured syrian_government [السخنة]; captured syrian_government [الطيبة]; captured syrian_government [الكوم]"},
		{"a number of villages without names", "سيطرت قوات النظام على ثلاث قرى شرق السخنة.",
			"captured syrian_government ~[ثلاث قرى شرق السخنة] ×3"},
		{"after they left", "سيطرت قوات النظام على مدينة السخنة بعد انسحاب تنظيم داعش منها.", "captured syrian_government<islamic_state [السخنة]"},
		{"snatched from", "انتزع تنظيم داعش بلدة السخنة من قوات النظام.", "captured islamic_state<syrian_government [السخنة]"},
		{"took back", "استعادت قوات النظام مدينة السخنة من تنظيم داعش.", "recaptured syrian_government<islamic_state [السخنة]"},
		{"entered, and took it", "دخلت قوات النظام بلدة الطيبة وسيطرت عليها.", "captured syrian_government [الطيبة]"},
		{"drove them out", "طردت قوات سوريا الديمقراطية التنظيم من قرى الكسرة والصور والحصين.",
			"captured sdf<islamic_state [الكسرة]; captured sdf<islamic_state [الصور]; captured sdf<islamic_state [الحصين]"},
		{"by a pronoun in a relative clause", "مدينة السخنة التي سيطرت عليها قوات النظام قبل يومين تعرضت لقصف جوي.", "captured syrian_government [السخنة] 2017-08-18"},
		{"by a pronoun, the place first", "بلدة الطيبة سيطرت عليها قوات النظام أمس.", "captured syrian_government [الطيبة] 2017-08-19"},
		{"a name the gazetteer lacks", "سيطرت قوات النظام على قرية الفلانية.", "captured syrian_government [الفلانية]"},
	})
}

func TestUnderControl(t *testing.T) {
	checkSayings(t, []saying{
		{"came under control", "باتت مدينة السخنة تحت سيطرة قوات النظام.", "captured syrian_government [السخنة]"},
		{"two came under control", "أصبحت قريتا الكدير وخربة مكمن تحت سيطرة قوات النظام.",
			"captured syrian_government [الكدير]; captured syrian_government [خربة مكمن]"},
		{"fell into the hands", "سقطت بلدة الطيبة بيد قوات النظام منذ يومين.", "captured syrian_government [الطيبة] 2017-08-18"},
		{"fell into the grip", "سقطت بلدة الطيبة في قبضة قوات النظام أول أمس.", "captured syrian_government [الطيبة] 2017-08-18"},
		{"is still under control", "لا تزال مدينة الميادين تحت سيطرة تنظيم داعش.", "holds islamic_state [الميادين]"},
		{"are still in the hands", "ما تزال الميادين والقورية بيد تنظيم داعش.",
			"holds islamic_state [الميادين]; holds islamic_state [القورية]"},
		{"is still posted in", "لا يزال تنظيم داعش متمركزاً في مدينة الميادين.", "holds islamic_state [الميادين]"},
		{"subject to the control of", "قصفت طائرات حربية روسية بلدة الطيبة الخاضعة لسيطرة تنظيم داعش.", "holds islamic_state [الطيبة]"},
		{"controls, in the present", "يسيطر تنظيم داعش على مدينة الميادين.", "holds islamic_state [الميادين]"},
		{"one taken, one still held", "سيطرت قوات النظام على السخنة، ولا تزال الطيبة بيد التنظيم.",
			"captured syrian_government<islamic_state [السخنة]; holds islamic_state [الطيبة]"},
	})
}

func TestWhatDidNotHappen(t *testing.T) {
	checkSayings(t, []saying{
		{"tries to", "تحاول قوات النظام السيطرة على مدينة السخنة.", "captured attempt syrian_government [السخنة]"},
		{"with the aim", "شنت قوات النظام هجوماً بهدف السيطرة على بلدة الطيبة.", "captured attempt syrian_government [الطيبة]"},
		{"strives for", "تسعى قوات النظام إلى السيطرة على مدينة دير الزور.", "captured attempt syrian_government [دير الزور]"},
		{"in case", "في حال سيطرت قوات النظام على مدينة السخنة فإنها ستقطع الطريق.", "captured hypothetical syrian_government [السخنة] -"},
		{"if", "إذا ما سيطرت قوات النظام على بلدة الطيبة ستصبح على أبواب دير الزور.", "captured hypothetical syrian_government [الطيبة] -"},
		{"had they", "لو سيطرت قوات النظام على الميادين لانقطع الطريق.", "captured hypothetical syrian_government [الميادين] -"},
		{"prepares to", "تستعد قوات النظام للسيطرة على مدينة دير الزور.", "captured future syrian_government [دير الزور] -"},
		{"could not", "لم تتمكن قوات النظام من السيطرة على بلدة الطيبة.", "captured repelled syrian_government [الطيبة]"},
		{"failed to take back", "فشل تنظيم داعش في استعادة مدينة السخنة.", "recaptured repelled islamic_state [السخنة]"},
		{"an attack was beaten off", "صدت قوات النظام هجوماً لتنظيم داعش على مدينة السخنة.", "captured repelled islamic_state [السخنة]"},
		{"denied", "نفت قوات سوريا الديمقراطية سيطرة قوات النظام على بلدة الصور.", "captured denied syrian_government<sdf [الصور]"},
		{"by fire only", "سيطرت قوات النظام نارياً على بلدة الطيبة.", "captured fire_control syrian_government [الطيبة]"},
		{"storms, nothing more", "اقتحمت قوات النظام مدينة السخنة.", "captured syrian_government [السخنة] partial"},
		{"weather", "هطلت أمطار غزيرة على مدينة السخنة.", ""},
	})
}

func TestLosses(t *testing.T) {
	checkSayings(t, []saying{
		{"withdrew", "انسحب تنظيم داعش من مدينة السخنة أمس.", "withdrew unknown<islamic_state [السخنة] 2017-08-19"},
		{"withdrew towards", "انسحبت قوات النظام من بلدة الطيبة نحو الجنوب.", "withdrew unknown<syrian_government [الطيبة]"},
		{"evacuated on a weekday", "أخلى تنظيم داعش بلدة الطيبة ليل الجمعة.", "withdrew unknown<islamic_state [الطيبة] 2017-08-18"},
		{"lost", "خسر التنظيم الميادين.", "lost unknown<islamic_state [الميادين]"},
		{"lost to", "خسر تنظيم داعش مدينة السخنة لصالح قوات النظام.", "captured syrian_government<islamic_state [السخنة]"},
		{"lost after an attack by", "خسرت قوات النظام بلدة الطيبة بعد هجوم معاكس لتنظيم داعش.", "captured islamic_state<syrian_government [الطيبة]"},
		{"handed over", "سلمت قوات سوريا الديمقراطية قرية الكدير لقوات النظام.", "handed_over syrian_government<sdf [الكدير]"},
	})
}

func TestDates(t *testing.T) {
	on := func(day string) string {
		return strings.TrimSuffix("captured syrian_government [الطيبة] "+day, " 2017-08-20")
	}
	checkSayings(t, []saying{
		{"none said", "سيطرت قوات النظام على بلدة الطيبة.", on("2017-08-20")},
		{"today", "سيطرت قوات النظام اليوم الأحد على بلدة الطيبة.", on("2017-08-20")},
		{"yesterday", "سيطرت قوات النظام أمس على بلدة الطيبة.", on("2017-08-19")},
		{"the day before", "سيطرت قوات النظام أول أمس على بلدة الطيبة.", on("2017-08-18")},
		{"two days ago", "سيطرت قوات النظام قبل يومين على بلدة الطيبة.", on("2017-08-18")},
		{"three days ago", "سيطرت قوات النظام قبل ثلاثة أيام على بلدة الطيبة.", on("2017-08-17")},
		{"Saturday", "سيطرت قوات النظام السبت على بلدة الطيبة.", on("2017-08-19")},
		{"last Thursday", "سيطرت قوات النظام الخميس الماضي على بلدة الطيبة.", on("2017-08-17")},
		{"a month by both its names", "سيطرت قوات النظام في الـ 12 من آب / أغسطس على بلدة الطيبة.", on("2017-08-12")},
		{"of the current month", "سيطرت قوات النظام في الـ 5 من الشهر الجاري على بلدة الطيبة.", on("2017-08-05")},
		{"of the month past", "سيطرت قوات النظام في 28 تموز الفائت على بلدة الطيبة.", on("2017-07-28")},
		{"a month that is yet to come is last year's", "سيطرت قوات النظام في 10 كانون الأول على بلدة الطيبة.", on("2016-12-10")},
		{"with its year", "سيطرت قوات النظام يوم 14 آب 2016 على بلدة الطيبة.", on("2016-08-14")},
		{"an ordinal", "في الثالث من آب الجاري سيطرت قوات النظام على بلدة الطيبة.", on("2017-08-03")},
		{"an ordinal of two words", "سيطرت قوات النظام في الخامس والعشرين من تموز على بلدة الطيبة.", on("2017-07-25")},
		{"in figures", "سيطرت قوات النظام في 2017-08-01 على بلدة الطيبة.", on("2017-08-01")},
		{"in figures, the day first", "سيطرت قوات النظام على بلدة الطيبة في 12/8/2017.", on("2017-08-12")},
		{"in Arabic-Indic figures", "سيطرت قوات النظام في ١٢ آب ٢٠١٧ على بلدة الطيبة.", on("2017-08-12")},
		{"background with a day of its own", "كانت قوات النظام قد سيطرت في الـ 5 من الشهر الجاري على بلدة الطيبة.", on("2017-08-05")},
		{"background without one", "كانت قوات النظام قد سيطرت على بلدة الطيبة في وقت سابق.", on("-")},
		{"a day that does not exist", "سيطرت قوات النظام في 31 حزيران 2017 على بلدة الطيبة.", on("-")},
	})
}

func TestOtherEvents(t *testing.T) {
	checkSayings(t, []saying{
		{"besieged", "حاصرت قوات النظام بلدة عقيربات من جميع الجهات.", "besieged syrian_government [عقيربات]"},
		{"a ring around", "فرضت قوات النظام طوقاً كاملاً على بلدة عقيربات.", "besieged syrian_government [عقيربات]"},
		{"a siege lifted", "فكت قوات النظام الحصار عن مدينة دير الزور.", "siege_broken syrian_government [دير الزور]"},
		{"a ring broken", "كسرت قوات النظام الطوق المفروض على مطار دير الزور العسكري.", "siege_broken syrian_government [مطار دير الزور العسكري]"},
		{"a landing", "نفذت قوات النظام عملية إنزال جوي في قرية الكدير.", "landed syrian_government [الكدير]"},
		{"an air raid", "قصف الطيران الحربي الروسي مدينة الميادين بعدة غارات.", "struck russia [الميادين]"},
		{"fighting", "دارت اشتباكات بين قوات النظام وتنظيم داعش في محيط بلدة الطيبة.", "clashed syrian_government +islamic_state ~[محيط بلدة الطيبة]"},
		{"an advance", "تقدمت قوات النظام نحو 12 كيلومتراً باتجاه مدينة السخنة.", "advanced syrian_government [السخنة] 12 km penetration"},
		{"a distance", "باتت قوات النظام على بعد 40 كلم من مدينة دير الزور.", "distance [دير الزور] 40 km"},
		{"dead of a party", "قتل 25 عنصراً من تنظيم داعش في معارك السخنة.", "casualties islamic_state killed 25"},
		{"dead civilians", "قتل ما لا يقل عن 12 مدنياً خلال يومين.", "casualties civilians killed 12"},
	})
}

// only is the one claim of a kind that the sentence makes.
func only(t *testing.T, x *extract.Reader, text string, kind timeline.Kind) timeline.Claim {
	t.Helper()
	var found []timeline.Claim
	for _, c := range read(t, x, report("نشرة المساء\n\n"+text)).Claims {
		if c.Kind == kind {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%s\n%d claims of kind %s: want 1", text, len(found), kind)
	}
	return found[0]
}

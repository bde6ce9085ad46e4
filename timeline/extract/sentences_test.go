package extract_test

import (
	"slices"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract"
)

// sentence is one way to say a thing, and the claims it makes, as line writes
// them. Claims of another kind may stand beside them; no other may change a
// map.
type sentence struct {
	how, text string
	claims    []string
}

// checkSentences reads each sentence in the body of a report of Sunday, 20
// August 2017.
func checkSentences(t *testing.T, sentences []sentence) {
	t.Helper()
	x := reader(t)
	for _, c := range sentences {
		t.Run(c.how, func(t *testing.T) {
			claims := read(t, x, report("نشرة المساء\n\n"+c.text)).Claims
			got := lines(claims)
			for _, want := range c.claims {
				if !slices.Contains(got, want) {
					t.Errorf("%s\nlacks %s\nhas   %q", c.text, want, got)
				}
			}
			for i := range claims {
				if _, control := claims[i].Holder(); control && !slices.Contains(c.claims, got[i]) {
					t.Errorf("%s\nshould not say %s", c.text, got[i])
				}
			}
		})
	}
}

func TestCaptures(t *testing.T) {
	checkSentences(t, []sentence{
		{"verb first", "استولت قوات النظام على مدينة السخنة.", []string{"captured asserted syrian_government<- [السخنة] 2017-08-20"}},
		{"subject first", "قوات سوريا الديمقراطية سيطرت أمس على بلدة الصور بريف دير الزور.", []string{"captured asserted sdf<- [الصور] 2017-08-19"}},
		{"managed to", "تمكنت قوات سوريا الديمقراطية من السيطرة على بلدة الصور وقرية الكسرة غرب دير الزور.",
			[]string{"captured asserted sdf<- [الصور] 2017-08-20", "captured asserted sdf<- [الكسرة] 2017-08-20"}},
		{"two villages", "سيطرت قوات النظام يوم السبت على قريتي الكدير وبئر رحوم من يد تنظيم داعش.",
			[]string{"captured asserted syrian_government<islamic_state [الكدير] 2017-08-19", "captured asserted syrian_government<islamic_state [بئر رحوم] 2017-08-19"}},
		{"a list of towns", "سيطرت قوات النظام على بلدات السخنة والطيبة والكوم.",
			[]string{"captured asserted syrian_government<- [السخنة] 2017-08-20", "captured asserted syrian_government<- [الطيبة] 2017-08-20", "captured asserted syrian_government<- [الكوم] 2017-08-20"}},
		{"a list without class noun", "سيطرت قوات النظام على السخنة والطيبة والكوم بعد معارك.",
			[]string{"captured asserted syrian_government<- [السخنة] 2017-08-20", "captured asserted syrian_government<- [الطيبة] 2017-08-20", "captured asserted syrian_government<- [الكوم] 2017-08-20"}},
		{"a number of villages without names", "سيطرت قوات النظام على ثلاث قرى شرق السخنة.",
			[]string{"captured asserted syrian_government<- [ثلاث قرى شرق السخنة] 2017-08-20"}},
		{"after they left", "سيطرت قوات النظام على مدينة السخنة بعد انسحاب تنظيم داعش منها.", []string{"captured asserted syrian_government<islamic_state [السخنة] 2017-08-20"}},
		{"snatched from", "انتزع تنظيم داعش بلدة السخنة من قوات النظام.", []string{"captured asserted islamic_state<syrian_government [السخنة] 2017-08-20"}},
		{"took back", "استعادت قوات النظام مدينة السخنة من تنظيم داعش.", []string{"recaptured asserted syrian_government<islamic_state [السخنة] 2017-08-20"}},
		{"entered, and took it", "دخلت قوات النظام بلدة الطيبة وسيطرت عليها.", []string{"captured asserted syrian_government<- [الطيبة] 2017-08-20"}},
		{"drove them out", "طردت قوات سوريا الديمقراطية التنظيم من قرى الكسرة والصور والحصين.",
			[]string{"captured asserted sdf<islamic_state [الكسرة] 2017-08-20", "captured asserted sdf<islamic_state [الصور] 2017-08-20", "captured asserted sdf<islamic_state [الحصين] 2017-08-20"}},
		{"by a pronoun in a relative clause", "مدينة السخنة التي سيطرت عليها قوات النظام قبل يومين تعرضت لقصف جوي.", []string{"captured asserted syrian_government<- [السخنة] 2017-08-18"}},
		{"by a pronoun, the place first", "بلدة الطيبة سيطرت عليها قوات النظام أمس.", []string{"captured asserted syrian_government<- [الطيبة] 2017-08-19"}},
		{"a name the gazetteer lacks", "سيطرت قوات النظام على قرية الفلانية.", []string{"captured asserted syrian_government<- [الفلانية] 2017-08-20"}},
	})
}

func TestUnderControl(t *testing.T) {
	checkSentences(t, []sentence{
		{"came under control", "باتت مدينة السخنة تحت سيطرة قوات النظام.", []string{"captured asserted syrian_government<- [السخنة] 2017-08-20"}},
		{"two came under control", "أصبحت قريتا الكدير وخربة مكمن تحت سيطرة قوات النظام.",
			[]string{"captured asserted syrian_government<- [الكدير] 2017-08-20", "captured asserted syrian_government<- [خربة مكمن] 2017-08-20"}},
		{"fell into the hands", "سقطت بلدة الطيبة بيد قوات النظام منذ يومين.", []string{"captured asserted syrian_government<- [الطيبة] 2017-08-18"}},
		{"fell into the grip", "سقطت بلدة الطيبة في قبضة قوات النظام أول أمس.", []string{"captured asserted syrian_government<- [الطيبة] 2017-08-18"}},
		{"is still under control", "لا تزال مدينة الميادين تحت سيطرة تنظيم داعش.", []string{"holds asserted islamic_state<- [الميادين] 2017-08-20"}},
		{"are still in the hands", "ما تزال الميادين والقورية بيد تنظيم داعش.",
			[]string{"holds asserted islamic_state<- [الميادين] 2017-08-20", "holds asserted islamic_state<- [القورية] 2017-08-20"}},
		{"is still posted in", "لا يزال تنظيم داعش متمركزاً في مدينة الميادين.", []string{"holds asserted islamic_state<- [الميادين] 2017-08-20"}},
		{"subject to the control of", "قصفت طائرات حربية روسية بلدة الطيبة الخاضعة لسيطرة تنظيم داعش.", []string{"holds asserted islamic_state<- [الطيبة] 2017-08-20"}},
		{"controls, in the present", "يسيطر تنظيم داعش على مدينة الميادين.", []string{"holds asserted islamic_state<- [الميادين] 2017-08-20"}},
		{"one taken, one still held", "سيطرت قوات النظام على السخنة، ولا تزال الطيبة بيد التنظيم.",
			[]string{"captured asserted syrian_government<islamic_state [السخنة] 2017-08-20", "holds asserted islamic_state<- [الطيبة] 2017-08-20"}},
	})
}

func TestWhatDidNotHappen(t *testing.T) {
	checkSentences(t, []sentence{
		{"tries to", "تحاول قوات النظام السيطرة على مدينة السخنة.", []string{"captured attempt syrian_government<- [السخنة] 2017-08-20"}},
		{"with the aim", "شنت قوات النظام هجوماً بهدف السيطرة على بلدة الطيبة.", []string{"captured attempt syrian_government<- [الطيبة] 2017-08-20"}},
		{"strives for", "تسعى قوات النظام إلى السيطرة على مدينة دير الزور.", []string{"captured attempt syrian_government<- [دير الزور] 2017-08-20"}},
		{"in case", "في حال سيطرت قوات النظام على مدينة السخنة فإنها ستقطع الطريق.", []string{"captured hypothetical syrian_government<- [السخنة] -"}},
		{"if", "إذا ما سيطرت قوات النظام على بلدة الطيبة ستصبح على أبواب دير الزور.", []string{"captured hypothetical syrian_government<- [الطيبة] -"}},
		{"had they", "لو سيطرت قوات النظام على الميادين لانقطع الطريق.", []string{"captured hypothetical syrian_government<- [الميادين] -"}},
		{"prepares to", "تستعد قوات النظام للسيطرة على مدينة دير الزور.", []string{"captured future syrian_government<- [دير الزور] -"}},
		{"could not", "لم تتمكن قوات النظام من السيطرة على بلدة الطيبة.", []string{"captured repelled syrian_government<- [الطيبة] 2017-08-20"}},
		{"failed to take back", "فشل تنظيم داعش في استعادة مدينة السخنة.", []string{"recaptured repelled islamic_state<- [السخنة] 2017-08-20"}},
		{"an attack was beaten off", "صدت قوات النظام هجوماً لتنظيم داعش على مدينة السخنة.", nil},
		{"denied", "نفت قوات سوريا الديمقراطية سيطرة قوات النظام على بلدة الصور.", []string{"captured denied syrian_government<sdf [الصور] 2017-08-20"}},
		{"by fire only", "سيطرت قوات النظام نارياً على بلدة الطيبة.", []string{"captured fire_control syrian_government<- [الطيبة] 2017-08-20"}},
		{"storms, nothing more", "اقتحمت قوات النظام مدينة السخنة.", nil},
		{"weather", "هطلت أمطار غزيرة على مدينة السخنة.", nil},
	})
}

func TestLosses(t *testing.T) {
	checkSentences(t, []sentence{
		{"withdrew", "انسحب تنظيم داعش من مدينة السخنة أمس.", []string{"withdrew asserted unknown<islamic_state [السخنة] 2017-08-19"}},
		{"withdrew towards", "انسحبت قوات النظام من بلدة الطيبة نحو الجنوب.", []string{"withdrew asserted unknown<syrian_government [الطيبة] 2017-08-20"}},
		{"evacuated on a weekday", "أخلى تنظيم داعش بلدة الطيبة ليل الجمعة.", []string{"withdrew asserted unknown<islamic_state [الطيبة] 2017-08-18"}},
		{"lost", "خسر التنظيم الميادين.", []string{"lost asserted unknown<islamic_state [الميادين] 2017-08-20"}},
		{"lost to", "خسر تنظيم داعش مدينة السخنة لصالح قوات النظام.", []string{"captured asserted syrian_government<islamic_state [السخنة] 2017-08-20"}},
		{"lost after an attack by", "خسرت قوات النظام بلدة الطيبة بعد هجوم معاكس لتنظيم داعش.", []string{"captured asserted islamic_state<syrian_government [الطيبة] 2017-08-20"}},
		{"handed over", "سلمت قوات سوريا الديمقراطية قرية الكدير لقوات النظام.", []string{"handed_over asserted syrian_government<sdf [الكدير] 2017-08-20"}},
	})
}

func TestDates(t *testing.T) {
	on := func(day string) []string {
		return []string{"captured asserted syrian_government<- [الطيبة] " + day}
	}
	checkSentences(t, []sentence{
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
		{"a day that does not exist", "سيطرت قوات النظام في 31 حزيران 2017 على بلدة الطيبة.", on("2017-08-20")},
	})
}

func TestOtherEvents(t *testing.T) {
	checkSentences(t, []sentence{
		{"besieged", "حاصرت قوات النظام بلدة عقيربات من جميع الجهات.", []string{"besieged asserted syrian_government<- [عقيربات] 2017-08-20"}},
		{"a ring around", "فرضت قوات النظام طوقاً كاملاً على بلدة عقيربات.", []string{"besieged asserted syrian_government<- [عقيربات] 2017-08-20"}},
		{"a siege lifted", "فكت قوات النظام الحصار عن مدينة دير الزور.", []string{"siege_broken asserted syrian_government<- [دير الزور] 2017-08-20"}},
		{"a ring broken", "كسرت قوات النظام الطوق المفروض على مطار دير الزور العسكري.", []string{"siege_broken asserted syrian_government<- [مطار دير الزور العسكري] 2017-08-20"}},
		{"a landing", "نفذت قوات النظام عملية إنزال جوي في قرية الكدير.", []string{"landed asserted syrian_government<- [الكدير] 2017-08-20"}},
		{"an air raid", "قصف الطيران الحربي الروسي مدينة الميادين بعدة غارات.", []string{"struck asserted russia<- [الميادين] 2017-08-20"}},
		{"fighting", "دارت اشتباكات بين قوات النظام وتنظيم داعش في محيط بلدة الطيبة.", []string{"clashed asserted syrian_government<- [محيط بلدة الطيبة] 2017-08-20"}},
		{"an advance", "تقدمت قوات النظام نحو 12 كيلومتراً باتجاه مدينة السخنة.", []string{"advanced asserted syrian_government<- [باتجاه مدينة السخنة] 2017-08-20"}},
		{"a distance", "باتت قوات النظام على بعد 40 كلم من مدينة دير الزور.", []string{"distance asserted -<- [دير الزور] 2017-08-20"}},
		{"dead of a party", "قتل 25 عنصراً من تنظيم داعش في معارك السخنة.", []string{"casualties asserted islamic_state<- [-] 2017-08-20"}},
		{"dead civilians", "قتل ما لا يقل عن 12 مدنياً خلال يومين.", []string{"casualties asserted civilians<- [-] 2017-08-20"}},
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

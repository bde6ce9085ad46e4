package extract_test

import "testing"

// What stands between commas does not part a verb from what belongs to it.
func TestDaysBetweenCommas(t *testing.T) {
	checkSayings(t, []saying{
		{"between verb and force", "سيطرت، أمس السبت، قوات النظام على بلدة مسكنة.", "captured syrian_government [مسكنة] 2017-08-19"},
		{"between force and place", "سيطرت قوات النظام، صباح أمس، على بلدة مسكنة.", "captured syrian_government [مسكنة] 2017-08-19"},
		{"a date", "سيطرت قوات سوريا الديمقراطية، في 12 آب، على بلدة الصور.", "captured sdf [الصور] 2017-08-12"},
		{"the day Thursday", "انسحب تنظيم داعش، يوم الخميس، من بلدة مسكنة.", "withdrew unknown<islamic_state [مسكنة] 2017-08-17"},
		{"a weekday", "انسحب تنظيم داعش، الخميس، من بلدة مسكنة.", "withdrew unknown<islamic_state [مسكنة] 2017-08-17"},
		{"a day of its own behind", "سيطرت قوات النظام، أمس، على بلدة مسكنة، وقصفت اليوم بلدة الميادين.", "captured syrian_government [مسكنة] 2017-08-19"},
	})
}

func TestOrdinalsOfTwoWords(t *testing.T) {
	on := func(day string) string { return "captured syrian_government [مسكنة]" + day }
	checkSayings(t, []saying{
		{"the twelfth", "سيطرت قوات النظام في الثاني عشر من آب على بلدة مسكنة.", on(" 2017-08-12")},
		{"the eleventh", "سيطرت قوات النظام في الحادي عشر من آب على بلدة مسكنة.", on(" 2017-08-11")},
		{"the twenty-first", "سيطرت قوات النظام في الحادي والعشرين من تموز على بلدة مسكنة.", on(" 2017-07-21")},
		{"the thirty-first", "سيطرت قوات النظام في الحادي والثلاثين من تموز على بلدة مسكنة.", on(" 2017-07-31")},
		{"with its year", "سيطرت قوات النظام في السابع عشر من آذار عام 2016 على بلدة مسكنة.", on(" 2016-03-17")},
		{"the fourth is one word", "سيطرت قوات النظام في الرابع من آب على بلدة مسكنة.", on(" 2017-08-04")},
		{"of the month that goes on", "سيطرت قوات النظام في الثالث عشر من الشهر الجاري على بلدة مسكنة.", on(" 2017-08-13")},
		{"of last month", "سيطرت قوات النظام في الخامس من الشهر الماضي على بلدة مسكنة.", on(" 2017-07-05")},
		{"of last month, in figures", "سيطرت قوات النظام في 28 من الشهر الماضي على بلدة مسكنة.", on(" 2017-07-28")},
		{"last month is no day", "سيطرت قوات النظام الشهر الماضي على بلدة مسكنة.", on(" -")},
	})
}

func TestTheDayBefore(t *testing.T) {
	checkSayings(t, []saying{
		{"before a day that is told", "سيطرت قوات النظام في 12 آب على بلدة مسكنة، وكانت سيطرت في اليوم السابق على بلدة دير حافر.",
			"captured syrian_government [مسكنة] 2017-08-12; captured syrian_government [دير حافر] 2017-08-11"},
		{"before the report", "سيطرت قوات النظام في اليوم السابق على بلدة مسكنة.", "captured syrian_government [مسكنة] 2017-08-19"},
		{"a day later", "سيطرت قوات النظام في 12 آب على بلدة مسكنة، وبعد ذلك بيوم سيطرت على بلدة دير حافر.",
			"captured syrian_government [مسكنة] 2017-08-12; captured syrian_government [دير حافر] 2017-08-13"},
		{"two days before that", "سيطرت الفصائل في 12 آب على بلدة كنسبا، وقبل ذلك بيومين سيطرت على بلدة سلمى.",
			"captured opposition [كنسبا] 2017-08-12; captured opposition [سلمى] 2017-08-10"},
		{"hours ago", "سيطرت قوات النظام قبل ساعات على بلدة مسكنة.", "captured syrian_government [مسكنة]"},
		{"a little while ago", "سيطرت قوات النظام قبل قليل على بلدة مسكنة.", "captured syrian_government [مسكنة]"},
		{"two weeks ago", "سيطرت قوات النظام قبل أسبوعين على بلدة مسكنة.", "captured syrian_government [مسكنة] 2017-08-06"},
		{"last night", "سيطرت قوات النظام الليلة الماضية على بلدة مسكنة.", "captured syrian_government [مسكنة] 2017-08-19"},
	})
}

// A dateline dates a report that nobody dated.
func TestDatelines(t *testing.T) {
	x := reader(t)
	for _, c := range []struct{ how, text, published string }{
		{"dots", "نشرة المساء\n12.8.2017\n\nسيطرت قوات النظام على بلدة مسكنة.", "2017-08-12"},
		{"an agency, inline", "نشرة المساء\n\nبيروت، 12 آب 2017 (رويترز) – سيطرت قوات النظام على بلدة مسكنة.", "2017-08-12"},
		{"another agency, inline", "نشرة المساء\n\nحلب، 5 كانون الأول 2016 (أ ف ب) - سيطرت قوات النظام على بلدة مسكنة.", "2016-12-05"},
		{"background does not", "نشرة المساء\n\nسيطرت قوات النظام على بلدة مسكنة التي دخلها تنظيم داعش في 12 آب 2014.", ""},
		{"the number of a road does not", "نشرة المساء\n\nسيطرت قوات النظام على النقطة 12.8 قرب بلدة مسكنة.", ""},
	} {
		t.Run(c.how, func(t *testing.T) {
			r := report(c.text)
			r.Published, r.PublishedBasis = 0, ""
			if got := read(t, x, r).Report; got.Published.String() != c.published {
				t.Errorf("%s\npublished %q (%s): want %q", c.text, got.Published, got.PublishedBasis, c.published)
			}
		})
	}
}

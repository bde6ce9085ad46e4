package extract_test

import (
	"testing"

	"frontline/timeline"
)

// TestDaysInWords: the report is of Sunday, 20 August 2017.
func TestDaysInWords(t *testing.T) {
	on := func(day string) string { return "captured syrian_government [الطيبة]" + day }
	checkSayings(t, []saying{
		{"a Levantine month", "سيطرت قوات النظام في 12 آب على بلدة الطيبة.", on(" 2017-08-12")},
		{"a Gregorian month", "سيطرت قوات النظام في 12 أغسطس على بلدة الطيبة.", on(" 2017-08-12")},
		{"both, the other way round", "سيطرت قوات النظام في 12 أغسطس/آب على بلدة الطيبة.", on(" 2017-08-12")},
		{"of this month", "سيطرت قوات النظام في الـ 12 من آب الجاري على بلدة الطيبة.", on(" 2017-08-12")},
		{"with the word month", "سيطرت قوات النظام في الـ 12 من شهر آب الجاري على بلدة الطيبة.", on(" 2017-08-12")},
		{"with its year", "سيطرت قوات النظام في الـ 14 من تموز من العام 2016 على بلدة الطيبة.", on(" 2016-07-14")},
		{"at dawn today", "سيطرت قوات النظام فجر اليوم على بلدة الطيبة.", on("")},
		{"last night", "سيطرت قوات النظام ليلة أمس على بلدة الطيبة.", on(" 2017-08-19")},
		{"yesterday evening, a weekday", "سيطرت قوات النظام مساء أمس السبت على بلدة الطيبة.", on(" 2017-08-19")},
		{"Friday last", "سيطرت قوات النظام يوم الجمعة الفائت على بلدة الطيبة.", on(" 2017-08-18")},
		{"yesterday, at the end", "سيطرت قوات النظام على بلدة الطيبة أمس.", on(" 2017-08-19")},
		{"two days ago, at the start", "قبل يومين سيطرت قوات النظام على بلدة الطيبة.", on(" 2017-08-18")},
		{"four days since", "سيطرت قوات النظام على بلدة الطيبة منذ أربعة أيام.", on(" 2017-08-16")},
		{"a week ago", "سيطرت قوات النظام قبل أسبوع على بلدة الطيبة.", on(" 2017-08-13")},
		{"the beginning of the month is no day", "سيطرت قوات النظام مطلع الشهر الجاري على بلدة الطيبة.", on(" -")},
		{"a month is no day", "سيطرت قوات النظام في تموز الفائت على بلدة الطيبة.", on(" -")},
		{"a year is no day", "سيطرت قوات النظام على بلدة الطيبة عام 2016.", on(" -")},
		{"last year is no day", "سيطرت قوات النظام على بلدة الطيبة العام الماضي.", on(" -")},
		{"weeks ago is no day", "سيطرت قوات النظام على بلدة الطيبة قبل أسابيع.", on(" -")},
		{"during the last days is no day", "سيطرت قوات النظام على بلدة الطيبة خلال الأيام الماضية.", on(" -")},
	})
}

// Each fact has its own day, whatever day the report speaks of first or last.
func TestEachFactItsOwnDay(t *testing.T) {
	checkSayings(t, []saying{
		{"background behind news", "سيطرت قوات النظام اليوم على بلدة الطيبة، بعد أن سيطرت في 10 آب على قرية الكدير.",
			"captured syrian_government [الطيبة]; captured syrian_government [الكدير] 2017-08-10"},
		{"in sentences", "سيطرت قوات النظام أمس على قرية الكدير. وسيطرت اليوم على بلدة الطيبة.",
			"captured syrian_government [الكدير] 2017-08-19; captured syrian_government [الطيبة]"},
		{"the year is said once", "في 3 أيار من العام 2016 سيطر تنظيم داعش على القريتين، وفي 7 أيار سيطر على قرية الكدير.",
			"captured islamic_state [القريتين] 2016-05-03; captured islamic_state [الكدير] 2016-05-07"},
		{"the year is said later", "كان تنظيم داعش سيطر في 3 أيار على القريتين، قبل أن ينسحب منها في 9 حزيران من العام 2016.",
			"captured islamic_state [القريتين] 2016-05-03; withdrew unknown<islamic_state [القريتين] 2016-06-09"},
		{"earlier, without a day", "سيطرت قوات النظام على بلدة الطيبة. وكانت قد سيطرت في وقت سابق على قرية الكدير.",
			"captured syrian_government [الطيبة]; captured syrian_government [الكدير] -"},
		{"on the same day", "سيطرت قوات النظام في 12 آب على قرية الكدير، وفي اليوم ذاته سيطرت على بلدة الطيبة.",
			"captured syrian_government [الكدير] 2017-08-12; captured syrian_government [الطيبة] 2017-08-12"},
		{"had been held before", "استعادت قوات النظام مدينة تدمر التي كان تنظيم داعش قد سيطر عليها في 20 أيار 2015.",
			"recaptured syrian_government<islamic_state [تدمر]; captured islamic_state<syrian_government [تدمر] 2015-05-20"},
		{"the first of a list, then the next", "سيطرت قوات النظام أول أمس الجمعة على الطيبة، ثم على الكدير أمس.",
			"captured syrian_government [الطيبة] 2017-08-18; captured syrian_government [الكدير] 2017-08-19"},
		{"yesterday, and two more today", "أعلن المرصد سيطرة قوات سوريا الديمقراطية أمس السبت على بلدة الصور، وقريتي الكسرة والحصين اليوم.",
			"captured sdf [الصور] 2017-08-19; captured sdf [الكسرة]; captured sdf [الحصين]"},
		{"a relative clause that was left", "انطلقت قوات النظام من قرية الكدير التي كانت أخذتها قبل أربعة أيام، وما لبثت أن سيطرت على بلدة الطيبة.",
			"captured syrian_government [الكدير] 2017-08-16; captured syrian_government [الطيبة]"},
		{"a relative clause beside the front", "دارت معارك قرب الهلبة التي أُخذت من الفصائل في الـ 30 من تموز، وسيطرت قوات النظام على الكوم وعلى الطيبة.",
			"captured syrian_government<opposition [الكوم]; captured syrian_government<opposition [الطيبة]"},
		{"a day after the same forces took", "سيطرت قوات النظام على قرية الكوم بعد يوم من سيطرة القوات نفسها على الكدير.",
			"captured syrian_government [الكوم]; captured syrian_government [الكدير] 2017-08-19"},
		{"days after it was announced", "بعد أربعة أيام على إعلان قوات النظام السيطرة على السخنة، استعاد تنظيم داعش المدينة.",
			"captured syrian_government<islamic_state [السخنة] 2017-08-16; recaptured islamic_state<syrian_government [السخنة]"},
		{"which fell the day before", "أعلن الجيش في بيان السبت سيطرة قوات النظام على بلدتي الطيبة والكوم اللتين سقطتا في اليوم السابق.",
			"captured syrian_government [الطيبة] by syrian_government 2017-08-18; captured syrian_government [الكوم] by syrian_government 2017-08-18"},
		{"since a day, the day when", "طريق السخنة مقطوع منذ 10 آب، يوم طرد تنظيم داعش قوات النظام من بلدة الطيبة.", "captured islamic_state<syrian_government [الطيبة] 2017-08-10"},
		{"the ninth of the month just named", "خلال تموز سيطرت الفصائل على سلمى، وفي التاسع منه على كنسبا.", "captured opposition [سلمى] -; captured opposition [كنسبا] 2017-07-09"},
		{"and the fifteenth of it", "سيطرت قوات النظام على الكوم في 12 آب، ثم خسرتها في 15 منه.", "captured syrian_government [الكوم] 2017-08-12; lost unknown<syrian_government [الكوم] 2017-08-15"},
		{"of the year last", "مدينة القريتين، التي استعادتها قوات النظام في الثالث من نيسان من العام الفائت 2016.", "recaptured syrian_government [القريتين] 2016-04-03"},
		{"the day that followed", "سيطرت قوات النظام على الطيبة الثلاثاء الفائت وعلى الكدير في اليوم الذي يليه.",
			"captured syrian_government [الطيبة] 2017-08-15; captured syrian_government [الكدير] 2017-08-16"},
		{"in the last week is no day", "سيطرت قوات النظام خلال الأسبوع الأخير على الكوم.", "captured syrian_government [الكوم] -"},
	})
}

// A report that nobody dated is dated only by what it says itself.
func TestUndatedReports(t *testing.T) {
	x := reader(t)
	for _, c := range []struct{ how, text, published, day string }{
		{"yesterday of an unknown day", "سيطرت قوات النظام أمس على بلدة الطيبة.", "", ""},
		{"a weekday of an unknown week", "سيطرت قوات النظام يوم السبت على بلدة الطيبة.", "", ""},
		{"a day of an unknown year", "سيطرت قوات النظام في 12 آب على بلدة الطيبة.", "", ""},
		{"a whole day of the past does not date it", "كانت قوات النظام قد سيطرت في 12 آب 2016 على بلدة الطيبة.", "", "2016-08-12"},
		{"today with its date does", "سيطرت قوات النظام اليوم الأحد 20 آب 2017 على بلدة الطيبة.", "2017-08-20", "2017-08-20"},
		{"and with it, yesterday", "قصفت الطائرات مدينة الميادين اليوم الأحد 20 آب 2017. وسيطرت قوات النظام أمس على بلدة الطيبة.", "2017-08-20", "2017-08-19"},
	} {
		t.Run(c.how, func(t *testing.T) {
			r := report("نشرة المساء\n\n" + c.text)
			r.Published, r.PublishedBasis = 0, ""
			got := read(t, x, r)
			if got.Report.Published.String() != c.published {
				t.Errorf("%s\npublished %q (%s): want %q", c.text, got.Report.Published, got.Report.PublishedBasis, c.published)
			}
			for _, claim := range got.Claims {
				if claim.Kind == timeline.Captured && claim.Date.String() != c.day {
					t.Errorf("%s\n%s (%s): want the day %q", c.text, brief(claim), claim.DateBasis, c.day)
				}
			}
		})
	}
}

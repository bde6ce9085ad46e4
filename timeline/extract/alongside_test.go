package extract_test

import "testing"

// What changes hands with something else that was just told of.
func TestWhatGoesAlong(t *testing.T) {
	checkSayings(t, []saying{
		{"falls with it", "سقطت بلدة كنسبا بيد الفصائل وسقطت معها قريتا عين القنطرة والكبينة.",
			"captured opposition [كنسبا]; captured opposition [عين القنطرة]; captured opposition [الكبينة]"},
		{"likewise the field", "آلت مدينة الميادين إلى تنظيم داعش أمس، وكذلك حقل العمر.", "captured islamic_state [الميادين] 2017-08-19; captured islamic_state [حقل العمر] 2017-08-19"},
		{"and before it", "سيطرت قوات النظام على السخنة، وقبلها على الطيبة.", "captured syrian_government [السخنة]; captured syrian_government [الطيبة] -"},
		{"by it is no before", "أصبحت بلدة مضايا محاصرة من قبلها.", ""},
		{"beside the hill", "دخلت الفصائل بلدة سلمى التي سيطرت عليها بالكامل، إلى جانب قرية الكبينة.", "captured opposition [سلمى]; captured opposition [الكبينة]"},
		{"added to itself", "كانت قوات النظام قد ضمت إليها يوم السبت قرية الكدير.", "captured syrian_government [الكدير] 2017-08-19"},
		{"and on Sunday", "استعادت قوات النظام السبت السخنة والأحد قرية الكوم.", "recaptured syrian_government [السخنة] 2017-08-19; recaptured syrian_government [الكوم]"},
		{"three of them", "هاجم تنظيم داعش قرى شرق السخنة سيطر على ثلاث منها هي الطيبة والكوم والكدير.",
			"captured islamic_state [الطيبة]; captured islamic_state [الكوم]; captured islamic_state [الكدير]"},
		{"both, in a region", "استعاد تنظيم داعش في ريف حمص الشرقي كلاً من الطيبة والكوم.", "recaptured islamic_state [الطيبة]; recaptured islamic_state [الكوم]"},
		{"villages in a region", "خسر تنظيم داعش في ريف حمص الشرقي قرى الطيبة والكوم لصالح قوات النظام.",
			"captured syrian_government<islamic_state [الطيبة]; captured syrian_government<islamic_state [الكوم]"},
	})
}

// Ways to say who has a place.
func TestWhoHasIt(t *testing.T) {
	checkSayings(t, []saying{
		{"its share", "كان حقل العمر من نصيب قوات سوريا الديمقراطية.", "captured sdf [حقل العمر] -"},
		{"since a day", "مطار الضمير تحت سيطرة قوات النظام منذ 12 آب.", "captured syrian_government [مطار الضمير] 2017-08-12"},
		{"for years, no more", "دخلت الفصائل بلدة سلمى التي ظلت لسنوات تحت سيطرة قوات النظام.", "captured opposition<syrian_government [سلمى] partial"},
		{"the greatest they hold", "نزح الأهالي عن مدينة الميادين، وهي كبرى المدن التي يسيطر عليها تنظيم داعش.", "holds islamic_state [الميادين]"},
		{"its other half", "بلدة مسكنة التي تسيطر قوات النظام على شطرها الشرقي.", "holds syrian_government [مسكنة] partial"},
		{"most of it", "قصفت الطائرات مدينة الميادين التي لا تزال قوات سوريا الديمقراطية تسيطر على معظمها.", "holds sdf [الميادين] partial"},
		{"dug in inside it", "دارت اشتباكات قرب مطار الضمير الذي تتحصن داخله قوات النظام.", "holds syrian_government [مطار الضمير]"},
		{"all of a list behind a comma", "قصفت الطائرات سلمى وكنسبا والكبينة، التي تسيطر عليها الفصائل.",
			"holds opposition [سلمى]; holds opposition [كنسبا]; holds opposition [الكبينة]"},
		{"still both", "رفضت سلمى وكنسبا الهدنة وما زالتا بيد الفصائل.", "holds opposition [سلمى]; holds opposition [كنسبا]"},
		{"in the attackers' hands", "هاجمت الفصائل بلدة سلمى، وسقطت في يد المهاجمين قريتا كنسبا والكبينة.", "captured opposition [كنسبا]; captured opposition [الكبينة]"},
		{"subject to X and so far away", "مدينة تدمر الخاضعة لسيطرة تنظيم داعش والواقعة على مسافة 60 كلم.", "holds islamic_state [تدمر]"},
	})
}

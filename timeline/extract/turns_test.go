package extract_test

import "testing"

// Turns of phrase that make a thing so, or leave it open.
func TestHasItComeAbout(t *testing.T) {
	checkSayings(t, []saying{
		{"had hardly taken it", "لم تكد قوات النظام تسيطر على السخنة حتى قصفها تنظيم داعش.", "captured syrian_government<islamic_state [السخنة]"},
		{"managed to get hold of parts", "هاجم تنظيم داعش مطار الضمير وتمكن من التحكم بأقسام منه.", "captured islamic_state [مطار الضمير] partial"},
		{"an attack thrown back", "هاجم تنظيم داعش قرية الكوم واشتبك مع الفصائل قبل أن تجبره على التراجع عنها.", ""},
		{"driven from what it had", "دخل تنظيم داعش قرية الكوم ثم أجبرته الفصائل على التراجع عنها.", "captured islamic_state<opposition [الكوم] partial; captured opposition<islamic_state [الكوم]"},
		{"the deal does not take in", "لا يشمل الاتفاق سلمى وكنسبا.", ""},
		{"paved by raids", "مهدت لذلك غارات كثيفة سيطرت قوات النظام بعدها على السخنة.", "captured syrian_government [السخنة]"},
		{"fights hard to", "تستميت قوات النظام في استعادة السخنة.", "recaptured attempt syrian_government [السخنة]"},
		{"warns to storm", "ينذر تنظيم داعش أهالي الكوم باقتحامها.", ""},
		{"the narrator confirms", "أعلن قيادي أن الفصائل سيطرت على سلمى، وأكد المرصد السوري ذلك. ونفت وكالة سانا سقوط سلمى.", "captured opposition<syrian_government [سلمى]"},
		{"nobody confirms", "أعلن قيادي أن الفصائل سيطرت على سلمى. ونفت وكالة سانا سقوط سلمى.", "captured denied opposition<syrian_government [سلمى] -"},
	})
}

// Who is meant by a word that stands for a force.
func TestWhoIsMeant(t *testing.T) {
	checkSayings(t, []saying{
		{"the mercenaries of X", "حررت قوات سوريا الديمقراطية الكوم من مرتزقة داعش. ولا يزال المرتزقة متمسكين بالطيبة.", "captured sdf<islamic_state [الكوم]; holds islamic_state [الطيبة]"},
		{"the militia named so", "انسحبت ميليشيا قسد من الكوم. ولا تزال الميليشيا متمسكة بالطيبة.", "withdrew unknown<sdf [الكوم]; holds sdf [الطيبة]"},
		{"plural verbs have their subject before them", "تسلل عناصر داعش إلى الكوم وباغتوا قوات النظام بالسيطرة على الطيبة.", "captured islamic_state<syrian_government [الطيبة]"},
		{"women who fight are no jets", "سيطرت مقاتلات وحدات حماية المرأة على الطيبة.", "captured sdf [الطيبة]"},
		{"where X took goes on with the story", "تراجعت الفصائل، حيث بسطت قوات النظام سيطرتها على سلمى، بعد أن كانت سيطرت أمس على كنسبا.",
			"captured syrian_government<opposition [سلمى]; captured syrian_government<opposition [كنسبا] 2017-08-19"},
		{"handed it the towns", "بايع وجهاء الكوم والطيبة تنظيم داعش وسلموه البلدتين.", "handed_over islamic_state [الكوم]; handed_over islamic_state [الطيبة]"},
		{"who survived", "انكفأ الناجون من عناصر داعش إلى قرية الكوم.", "holds islamic_state [الكوم]"},
	})
}

// A day reckoned from another, and the year from last year's.
func TestDaysFromDays(t *testing.T) {
	checkSayings(t, []saying{
		{"one day after its taking", "دخلت قوات النظام السخنة أمس، بعد يوم واحد من سيطرتها على الكوم.", "captured syrian_government [السخنة] partial 2017-08-19; captured syrian_government [الكوم] 2017-08-18"},
		{"48 hours after", "دخلت قوات النظام السخنة أمس، بعد 48 ساعة من سيطرتها على الكوم.", "captured syrian_government [السخنة] partial 2017-08-19; captured syrian_government [الكوم] 2017-08-17"},
		{"its seizing, with a hamza that turns", "دخلت قوات النظام السخنة، بعد يومين من استيلائها على الكوم.", "captured syrian_government [السخنة] partial; captured syrian_government [الكوم] 2017-08-18"},
	})
}

// Pronouns choose what agrees.
func TestMasculinePlaces(t *testing.T) {
	checkSayings(t, []saying{
		{"the airport, not the town beside it", "اقتحمت قوات النظام مطار الضمير شرقي السخنة، وباتت تسيطر على أجزاء منه.", "captured syrian_government [مطار الضمير] partial"},
		{"left both of them", "دخلت الفصائل سلمى وكنسبا بعدما أخلاهما الجيش.", "captured opposition<syrian_government [سلمى]; captured opposition<syrian_government [كنسبا]"},
	})
}

// One place by a short and a long name.
func TestNamesInFull(t *testing.T) {
	checkSayings(t, []saying{
		{"a military airport", "هاجم تنظيم داعش مطار منغ، ثم سيطر على مطار منغ العسكري. وسيطر على كامل مطار منغ.", "captured islamic_state [مطار منغ العسكري]"},
		{"a road by its ends", "استعادت قوات النظام السيطرة على الطريق الدولي حمص – حماة.", "recaptured syrian_government [الطريق الدولي حمص – حماة]"},
		{"a field", "سيطرت قسد على حقل الجفرة النفطي.", "captured sdf [حقل الجفرة النفطي]"},
	})
}

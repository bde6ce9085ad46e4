package extract_test

import "testing"

func TestAttempts(t *testing.T) {
	checkSayings(t, []saying{
		{"goes on trying", "تواصل قوات النظام محاولاتها للسيطرة على بلدة الطيبة.", "captured attempt syrian_government [الطيبة]"},
		{"in an endeavour", "هاجمت قوات سوريا الديمقراطية بلدة الصور في مسعى لانتزاعها من تنظيم داعش.", "captured attempt sdf<islamic_state [الصور]"},
		{"in order to take back", "دفعت قوات النظام بتعزيزات كبيرة من أجل استعادة السيطرة على بلدة عقيربات.", "recaptured attempt syrian_government [عقيربات]"},
		{"wishing to", "شن تنظيم داعش هجوماً عنيفاً رغبة منه في استعادة مدينة السخنة.", "recaptured attempt islamic_state [السخنة]"},
		{"seeking through it", "تسعى الفصائل من خلال هجومها إلى السيطرة على بلدة تادف.", "captured attempt opposition [تادف]"},
		{"fighting to", "تقاتل قوات سوريا الديمقراطية للسيطرة على مدينة الشدادي.", "captured attempt sdf [الشدادي]"},
		{"the attempt as a noun", "قتل عشرة من عناصر تنظيم داعش خلال محاولتهم استعادة قرية الكدير.", "recaptured attempt islamic_state [الكدير]"},
		{"an attack to", "بدأت هيئة تحرير الشام هجوماً واسعاً بغية السيطرة على بلدة خلصة.", "captured attempt hts [خلصة]"},
		{"one done, one tried", "سيطرت قوات النظام على قرية الكدير، وتحاول السيطرة على بلدة الطيبة.",
			"captured syrian_government [الكدير]; captured attempt syrian_government [الطيبة]"},
	})
}

func TestHypotheses(t *testing.T) {
	checkSayings(t, []saying{
		{"in with the past", "إن سيطرت قوات النظام على الميادين انقطع طريق الإمداد.", "captured hypothetical syrian_government [الميادين] -"},
		{"in case they manage", "في حال تمكنت قوات النظام من السيطرة على عقيربات ستصبح القرى المجاورة محاصرة.", "captured hypothetical syrian_government [عقيربات] -"},
		{"if they succeed", "إذا ما نجحت قوات سوريا الديمقراطية في انتزاع الصور، فإن الطريق سيكون مفتوحاً.", "captured hypothetical sdf [الصور] -"},
		{"had they taken back", "لو استعادت الفصائل بلدة تادف لانقطعت طرق الإمداد.", "recaptured hypothetical opposition [تادف] -"},
		{"the consequence first", "ستنقطع طرق الإمداد إذا سيطرت قوات النظام على بلدة الطيبة.", "captured hypothetical syrian_government [الطيبة] -"},
		{"in the case of the noun", "وفي حال السيطرة على بلدة الطيبة تكون قوات النظام قد فتحت طريقاً جديداً.", "captured hypothetical syrian_government [الطيبة] -"},
		{"which would enable", "تقدمت قوات النظام شرق السخنة، ما سيمكنها من السيطرة على الطيبة.", "captured hypothetical syrian_government [الطيبة] -"},
		{"a fact beside a condition", "سيطرت قوات النظام على الكدير، وإذا ما سيطرت على الطيبة فإن الطريق سيفتح.",
			"captured syrian_government [الكدير]; captured hypothetical syrian_government [الطيبة] -"},
		{"may", "قد تسيطر قوات النظام على بلدة الطيبة في الأيام القادمة.", "captured hypothetical syrian_government [الطيبة] -"},
		{"inna is no if", "قال ناشطون إن قوات النظام سيطرت على بلدة الطيبة.", "captured syrian_government [الطيبة]"},
	})
}

func TestFuture(t *testing.T) {
	checkSayings(t, []saying{
		{"is expected", "يتوقع أن تسيطر قوات النظام على مدينة الميادين خلال أيام.", "captured future syrian_government [الميادين] -"},
		{"the future particle", "ستسيطر قوات النظام على بلدة الطيبة قريباً.", "captured future syrian_government [الطيبة] -"},
		{"the future word", "سوف تستعيد قوات النظام مدينة السخنة.", "recaptured future syrian_government [السخنة] -"},
		{"paving the way", "حشدت قوات النظام عناصرها تمهيداً للسيطرة على بلدة الطيبة.", "captured future syrian_government [الطيبة] -"},
		{"getting ready", "تستعد قوات سوريا الديمقراطية للسيطرة على مدينة البوكمال.", "captured future sdf [البوكمال] -"},
		{"hopes to", "تأمل قوات النظام السيطرة على مدينة البوكمال.", "captured future syrian_government [البوكمال] -"},
		{"soon to be in hands", "ستصبح بلدة الطيبة تحت سيطرة قوات النظام.", "captured future syrian_government [الطيبة] -"},
		{"came nearer to it", "اقتربت قوات سوريا الديمقراطية من السيطرة الكاملة على مدينة الرقة.", "captured future sdf [الرقة] -"},
	})
}

func TestRepelled(t *testing.T) {
	checkSayings(t, []saying{
		{"fell short", "أخفقت قوات النظام في السيطرة على بلدة الطيبة.", "captured repelled syrian_government [الطيبة]"},
		{"without succeeding", "هاجمت قوات النظام بلدة الطيبة دون أن تفلح في السيطرة عليها.", "captured repelled syrian_government [الطيبة]"},
		{"did not succeed", "لم تنجح الفصائل في استعادة بلدة تادف.", "recaptured repelled opposition [تادف]"},
		{"was unable", "عجزت قوات النظام عن السيطرة على حي جوبر.", "captured repelled syrian_government [جوبر]"},
		{"foiled", "أفشل تنظيم داعش محاولة قوات النظام السيطرة على بلدة الطيبة.", "captured repelled syrian_government<islamic_state [الطيبة]"},
		{"could not, subject first", "قوات سوريا الديمقراطية لم تتمكن من انتزاع مدينة الشدادي.", "captured repelled sdf [الشدادي]"},
		{"tried, and could not", "حاولت قوات النظام التقدم نحو مورك دون أن تحقق أي تقدم.", ""},
		{"the attempts failed", "فشلت محاولات قوات النظام للسيطرة على الطيبة.", "captured repelled syrian_government [الطيبة]"},
	})
}

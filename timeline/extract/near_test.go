package extract_test

import "testing"

// Who is near a place does not have it.
func TestNearIsNotIn(t *testing.T) {
	checkSayings(t, []saying{
		{"west of", "تقدمت قوات النظام غرب السخنة.", "advanced syrian_government ~[غرب السخنة]"},
		{"the surroundings", "سيطرت قوات النظام على محيط بلدة الطيبة.", "advanced syrian_government ~[محيط بلدة الطيبة]"},
		{"the outskirts", "وصلت قوات النظام إلى مشارف بلدة الطيبة.", "advanced syrian_government ~[مشارف بلدة الطيبة]"},
		{"the edges", "سيطرت قوات النظام على أطراف مدينة السخنة.", "advanced syrian_government ~[أطراف مدينة السخنة]"},
		{"fighting in the surroundings", "تدور اشتباكات عنيفة في محيط مدينة الميادين بين قوات النظام وتنظيم داعش.", ""},
		{"on the doorstep", "باتت قوات النظام على أبواب مدينة السخنة.", ""},
		{"the way to a place", "تقدمت قوات النظام على طريق دير الزور.", ""},
		{"how far from it", "أصبحت قوات النظام على مسافة 8 كيلومترات من مدينة الميادين.", "distance [الميادين] 8 km; advanced syrian_government [الميادين] 8 km remaining"},
		{"the country around", "سيطرت قوات النظام على قرية الكدير في ريف حمص الشرقي.", "captured syrian_government [الكدير]"},
		{"south of another place", "سيطرت قوات النظام على قرية الكدير جنوب الطيبة.", "captured syrian_government [الكدير]"},
		{"twelve km from another", "سيطرت قوات النظام على قرية الكدير الواقعة على بعد 12 كم جنوب الطيبة.", "captured syrian_government [الكدير]"},
		{"twelve km, without a preposition", "سيطرت قوات النظام على قرية الكدير 12 كم جنوب الطيبة.", "captured syrian_government [الكدير]"},
		{"villages near", "سيطرت قوات النظام على ثلاث قرى بالقرب من مدينة السخنة.", "captured syrian_government ~[ثلاث قرى بالقرب من مدينة السخنة] ×3"},
		{"a hill to the west of", "سيطرت قوات النظام على تلة إلى الغرب من السخنة.", "captured syrian_government ~[تلة إلى الغرب من السخنة]"},
		{"hills overlooking", "سيطرت قوات النظام على تلال مشرفة على بلدة الطيبة.", "captured syrian_government ~[تلال مشرفة على بلدة الطيبة]"},
		{"points north of", "سيطرت قوات النظام على نقاط شمال مدينة السخنة.", "captured syrian_government ~[نقاط شمال مدينة السخنة]"},
		{"the field near the town", "سيطرت قوات النظام على حقل الهيل قرب السخنة.", "captured syrian_government [حقل الهيل]"},
		{"nearly there", "اقتربت قوات النظام من مدينة السخنة.", ""},
		{"in the direction", "انسحب تنظيم داعش من قرية الكدير باتجاه مدينة الطيبة.", "withdrew unknown<islamic_state [الكدير]"},
		{"the area around", "انسحبت قوات النظام من محيط مدينة السخنة.", ""},
	})
}

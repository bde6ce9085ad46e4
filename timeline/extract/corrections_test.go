package extract_test

import "testing"

// What the text below tells more exactly counts over its headline.
func TestHeadlinesCorrected(t *testing.T) {
	checkSayings(t, []saying{
		{"the rebels, that is", "# المعارضة تسيطر على كفرنبودة\n\nسيطرت هيئة تحرير الشام على بلدة كفرنبودة بعد معارك مع قوات النظام.", "captured hts<syrian_government [كفرنبودة]"},
		{"the army, that is its ally", "# قوات النظام تسيطر على القصير\n\nسيطر حزب الله على مدينة القصير.", "captured hezbollah [القصير]"},
		{"of two places, one", "# المعارضة تسيطر على كفرنبودة والهبيط\n\nسيطرت هيئة تحرير الشام على بلدة كفرنبودة.", "captured opposition [الهبيط]; captured hts [كفرنبودة]"},
		{"of another place", "# المعارضة تسيطر على كفرنبودة\n\nسيطرت هيئة تحرير الشام على بلدة الهبيط.", "captured opposition [كفرنبودة]; captured hts [الهبيط]"},
		{"of another day", "# قوات النظام تسيطر على كفرنبودة\n\nسيطرت هيئة تحرير الشام في 10 آب على بلدة كفرنبودة.", "captured syrian_government<hts [كفرنبودة]; captured hts<syrian_government [كفرنبودة] 2017-08-10"},
	})
}

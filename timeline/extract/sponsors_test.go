package extract_test

import "testing"

// Who fights for somebody is a force of his own.
func TestSponsors(t *testing.T) {
	checkSayings(t, []saying{
		{"armed men loyal to the government", "سيطر مسلحون موالون للنظام على قرية الكدير.", "captured syrian_government [الكدير]"},
		{"men who fight for the government", "سيطر مقاتلون موالون لقوات النظام على بلدة مسكنة.", "captured syrian_government [مسكنة]"},
		{"backed by Turkey", "سيطرت فصائل مدعومة من تركيا على بلدة سلوك.", "captured turkey_backed [سلوك]"},
		{"backed by Turkey, with an article", "انسحبت الفصائل المدعومة من تركيا من بلدة سلوك.", "withdrew unknown<turkey_backed [سلوك]"},
		{"loyal to Ankara", "سيطرت الفصائل الموالية لأنقرة على بلدة بلبل.", "captured turkey_backed [بلبل]"},
		{"loyal to Iran", "انتشرت ميليشيات موالية لإيران في مدينة البوكمال.", "holds iran_backed [البوكمال]"},
		{"Turkey beside those it backs", "سيطرت القوات التركية والفصائل الموالية لها على بلدة بلبل.", "captured turkey +turkey_backed [بلبل]"},
		{"backed from the air", "سيطرت قوات سوريا الديمقراطية المدعومة من التحالف الدولي على بلدة هجين.", "captured sdf +us_coalition [هجين]"},
		{"lost by those it backs", "خسرت الفصائل المدعومة من تركيا بلدة تادف لصالح قوات النظام.", "captured syrian_government<turkey_backed [تادف]"},
		{"loyal to nobody who is named", "سيطر الموالون على قرية الكدير.", ""},
	})
}

// A country that is named for its border takes part in nothing.
func TestNeighbours(t *testing.T) {
	checkSayings(t, []saying{
		{"the crossing with", "سيطرت الفصائل على معبر باب السلامة مع تركيا.", "captured opposition [معبر باب السلامة]"},
		{"on the border with", "سيطرت الفصائل على بلدة الراعي على الحدود مع تركيا.", "captured opposition [الراعي]"},
		{"on the border of two", "سيطر تنظيم داعش على بلدة الراعي الواقعة على الحدود بين سوريا وتركيا.", "captured islamic_state [الراعي]"},
		{"but Turkish forces do", "سيطرت القوات التركية على بلدة الراعي على الحدود.", "captured turkey [الراعي]"},
	})
}

package gazetteer_test

import (
	"strings"
	"testing"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// The spellings of one name share a skeleton, in both scripts.
func TestSkeletonsOfOneNameMeet(t *testing.T) {
	for _, c := range []struct {
		phenomenon string
		spellings  []string
		skeleton   string
	}{
		{"articles and their sun letters", []string{"دير الزور", "Deir ez-Zor", "Dayr al-Zawr", "Dayr az Zawr", "Deir Ezzor", "Deirezzor", "Der Zor"}, "drzr"},
		{"an article written with its word", []string{"الباسطة", "Elbasta", "Albasta", "al-Basita", "El Basta"}, "bst"},
		{"taa marbuta", []string{"السخنة", "السخنه", "Sukhna", "as-Sukhnah", "Sokhneh", "Es Soukhné"}, "sxn"},
		{"taa marbuta before another word", []string{"خربة غزالة", "Khirbet Ghazaleh", "Khirbat Gazala"}, "xrbkzl"},
		{"doubled letters", []string{"الشدّادي", "Ash Shaddādī", "al-Shadadi", "Ech Cheddâdé"}, "cdd"},
		{"hamza and ʿayn", []string{"رأس العين", "Raʾs al-ʿAyn", "Ras al-Ain", "Ra's el `Ein"}, "rsn"},
		{"q, k, g, gh", []string{"سلوق", "Suluq", "Slouk", "Sloug", "Saluq"}, "slk"},
		{"emphatic letters", []string{"الرصافة", "Ruşāfah", "Ruṣāfa", "Resafa"}, "rsf"},
		{"ḩ, ḥ, h", []string{"المحلة", "Al Maḩallah", "al-Maḥalla", "Mhalleh"}, "mhl"},
		{"ḫ, ẖ, kh", []string{"الخابور", "al-Ḫābūr", "H̱abur", "Khabour"}, "xbr"},
		{"sh, š, ch", []string{"الشيخ", "Sheikh", "Šayḫ", "Cheikh"}, "cx"},
		{"Kurdish ş and x", []string{"الشيخ", "Şêx"}, "cx"},
		{"j, ǧ, dj", []string{"جبل", "Jabal", "Ǧabal", "Djebel"}, "jbl"},
		{"ou for w", []string{"وادي", "Wadi", "Ouadi"}, "wd"},
		{"a nasal before b", []string{"منبج", "Manbij", "Mambij", "Membidj"}, "mmbj"},
		{"numbers", []string{"اللواء 137", "لواء ١٣٧", "Liwa 137"}, "l137"},
		{"vowels alone", []string{"أوى", "Awa"}, "a"},
		{"marks alone", []string{"", "؟", "-"}, ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			for _, s := range c.spellings {
				if got := gazetteer.Skeleton(s); got != c.skeleton {
					t.Errorf("%q: %q: want %q", s, got, c.skeleton)
				}
			}
		})
	}
}

// Whatever the bytes, a skeleton is letters and digits of ASCII, and a search
// gives no more than was asked for, best first.
func FuzzSkeletonAndSearch(f *testing.F) {
	g := load(f, "sukhnah, السخنة, Al-Sukhnah, , Sukhna, town, 34.88, 38.87, Homs", "umar, حقل العمر, al-Omar oil field, , , oil_field, 35.10, 40.55, Deir ez-Zor")
	for _, s := range []string{"دير الزور", "Şêx Meqsûd", "ʰسaخbنc", "ʿAyn", "al-", "ال", "(a) b", "x\xff\xfeل", "١٢٣ T4", "e\u0301\u0327", "elelel alal"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if rest := strings.Trim(gazetteer.Skeleton(s), "abcdefhjklmnrstwxyz0123456789"); rest != "" {
			t.Errorf("%q: %q in its skeleton", s, rest)
		}
		for _, got := range [][]geo.Ranked{g.Search(s, 1), g.Similar(s, 1)} {
			if len(got) > 1 || len(got) == 1 && (got[0].Score <= 0 || got[0].Score > 1 || got[0].Reason == "") {
				t.Errorf("%q: %+v", s, got)
			}
		}
	})
}

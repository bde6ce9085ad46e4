package gazetteer

import "strings"

// noun is a word of names that is translated rather than transliterated.
type noun struct {
	words []string // that mean it, folded, in both scripts
	kinds []string // of places it stands beside the name of; nil where it tells none
}

// nouns are the class nouns, and the adjectives that tell places of one name
// apart.
var nouns = []noun{
	{[]string{"village", "قريه"}, []string{"village"}},
	{[]string{"town", "بلده"}, []string{"town", "village"}},
	{[]string{"city", "مدينه"}, []string{"city", "town"}},
	{[]string{"neighbourhood", "neighborhood", "quarter", "حي"}, []string{"neighbourhood"}},
	{[]string{"governorate", "province", "محافظه"}, []string{"governorate"}},
	{[]string{"district", "منطقه", "قضاء"}, []string{"district", "region"}},
	{[]string{"region", "area", "اقليم"}, []string{"region"}},
	{[]string{"countryside", "rural", "ريف"}, []string{"region", "governorate"}},
	{[]string{"airbase", "air base", "airport", "airfield", "مطار"}, []string{"airbase"}},
	{[]string{"base", "barracks", "قاعده", "معسكر", "ثكنه"}, []string{"base", "airbase"}},
	{[]string{"military", "عسكري", "عسكريه"}, []string{"base", "airbase"}},
	{[]string{"field", "حقل"}, []string{"oil_field", "gas_field"}},
	{[]string{"oil", "oil field", "نفط", "نفطي", "للنفط"}, []string{"oil_field"}},
	{[]string{"gas", "gas field", "غاز", "للغاز"}, []string{"gas_field"}},
	{[]string{"brigade", "لواء"}, []string{"base"}},
	{[]string{"regiment", "فوج"}, []string{"base"}},
	{[]string{"division", "فرقه"}, []string{"base"}},
	{[]string{"mountain", "mountains", "mount", "جبل", "جبال"}, []string{"mountain", "hill"}},
	{[]string{"hill", "hills", "تل", "تله", "تلال"}, []string{"hill", "mountain"}},
	{[]string{"well", "wells", "بير", "ابار"}, []string{"well"}},
	{[]string{"oasis", "واحه"}, []string{"oasis"}},
	{[]string{"valley", "وادي"}, []string{"valley"}},
	{[]string{"river", "نهر"}, []string{"river"}},
	{[]string{"lake", "بحيره"}, []string{"lake"}},
	{[]string{"island", "جزيره"}, []string{"island"}},
	{[]string{"dam", "سد"}, []string{"dam"}},
	{[]string{"road", "highway", "طريق"}, []string{"road"}},
	{[]string{"junction", "crossroads", "مفرق"}, []string{"junction"}},
	{[]string{"crossing", "border crossing", "معبر"}, []string{"crossing"}},
	{[]string{"checkpoint", "حاجز"}, []string{"checkpoint"}},
	{[]string{"station", "محطه"}, []string{"station"}},
	{[]string{"camp", "مخيم"}, []string{"camp"}},
	{[]string{"prison", "سجن"}, []string{"prison"}},
	{[]string{"hospital", "مشفي", "مستشفي"}, []string{"hospital"}},
	{[]string{"factory", "plant", "معمل", "مصنع"}, []string{"factory"}},
	{[]string{"silo", "silos", "صوامع"}, []string{"silo"}},
	{[]string{"desert", "باديه", "صحراء"}, []string{"region"}},
	{[]string{"plain", "سهل"}, []string{"region"}},
	{[]string{"castle", "citadel", "fort", "قلعه"}, nil},
	{[]string{"bridge", "جسر"}, nil},
	{[]string{"farm", "farms", "مزرعه", "مزارع"}, nil},
	{[]string{"north", "northern", "شمال", "شمالي", "شماليه"}, nil},
	{[]string{"south", "southern", "جنوب", "جنوبي", "جنوبيه"}, nil},
	{[]string{"east", "eastern", "شرق", "شرقي", "شرقيه"}, nil},
	{[]string{"west", "western", "غرب", "غربي", "غربيه"}, nil},
	{[]string{"upper", "فوقاني", "فوقانيه", "فوقا"}, nil},
	{[]string{"lower", "تحتاني", "تحتانيه", "تحتا"}, nil},
	{[]string{"middle", "central", "وسطي", "وسطاني", "وسطانيه"}, nil},
	{[]string{"big", "large", "great", "greater", "كبير", "كبيره", "كبري"}, nil},
	{[]string{"little", "small", "lesser", "صغير", "صغيره", "صغري"}, nil},
	{[]string{"new", "جديد", "جديده"}, nil},
	{[]string{"old", "قديم", "قديمه"}, nil},
}

// nounsByWord are the nouns by each of their words.
func nounsByWord() map[string]noun {
	by := map[string]noun{}
	for _, n := range nouns {
		for _, w := range n.words {
			by[w] = n
		}
	}
	return by
}

// kindsOf are the kinds that folded words mean; nil for none.
func (x *index) kindsOf(words []string) []string { return x.nouns[strings.Join(words, " ")].kinds }

// withoutClass is the folded name of an administrative unit without what says
// that it is one: "homs" of "homs governorate".
func withoutClass(key string) string {
	for _, noun := range []string{"governorate", "province", "district", "محافظه", "منطقه", "قضاء"} {
		if rest, found := strings.CutPrefix(key, noun+" "); found {
			return rest
		}
		if rest, found := strings.CutSuffix(key, " "+noun); found {
			return rest
		}
	}
	return key
}

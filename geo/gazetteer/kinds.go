package gazetteer

import "strings"

// classNouns are the kinds that a noun, folded, means where it stands beside a
// name. The kinds' own names are theirs too.
var classNouns = map[string][]string{
	"village": {"village"}, "قريه": {"village"}, "بلده": {"town", "village"}, "مدينه": {"city", "town"},
	"neighborhood": {"neighbourhood"}, "quarter": {"neighbourhood"}, "حي": {"neighbourhood"},
	"province": {"governorate"}, "محافظه": {"governorate"}, "قضاء": {"district"}, "منطقه": {"district", "region"},
	"airport": {"airbase"}, "air base": {"airbase"}, "مطار": {"airbase"},
	"military base": {"base"}, "barracks": {"base"}, "قاعده": {"base", "airbase"}, "معسكر": {"base", "camp"}, "لواء": {"base"}, "فوج": {"base"},
	"field": {"oil_field", "gas_field"}, "حقل": {"oil_field", "gas_field"}, "حقل نفط": {"oil_field"}, "حقل غاز": {"gas_field"},
	"mount": {"mountain", "hill"}, "جبل": {"mountain", "hill"}, "تل": {"hill"}, "تله": {"hill"},
	"بير": {"well"}, "واحه": {"oasis"}, "وادي": {"valley"}, "نهر": {"river"}, "بحيره": {"lake"}, "جزيره": {"island"}, "سد": {"dam"},
	"highway": {"road"}, "طريق": {"road"}, "junction": {"junction", "crossing"}, "مفرق": {"junction"}, "معبر": {"crossing"},
	"حاجز": {"checkpoint"}, "محطه": {"station"}, "مخيم": {"camp"}, "سجن": {"prison"}, "مشفي": {"hospital"}, "مستشفي": {"hospital"},
	"plant": {"factory"}, "معمل": {"factory"}, "مصنع": {"factory"}, "صوامع": {"silo"},
}

// kindsOf are the kinds that folded words mean; nil for none.
func (x *index) kindsOf(words []string) []string {
	noun := strings.Join(words, " ")
	if kinds := classNouns[noun]; kinds != nil {
		return kinds
	}
	if kind := strings.ReplaceAll(noun, " ", "_"); x.kinds[kind] {
		return []string{kind}
	}
	return nil
}

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

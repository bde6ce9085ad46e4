package extract_test

import (
	"testing"

	"frontline/timeline"
)

// Who was stopped has fought, and has not come nearer.
func TestThwarted(t *testing.T) {
	checkFights(t, []fight{
		{"beat off an attempt to advance", "أحبطت الفصائل محاولة قوات النظام التقدم نحو بلدة كنسبا.", []string{"syrian_government +opposition [كنسبا]"}},
		{"thwarted an infiltration", "أحبطت قوات النظام محاولة تسلل لهيئة تحرير الشام إلى بلدة سلمى.", []string{"hts +syrian_government [سلمى]"}},
		{"foiled an infiltration, in the masculine", "أفشل جيش الإسلام محاولة تسلل لقوات النظام على بلدة النشابية.", []string{"syrian_government +opposition [النشابية]"}},
		{"repelled an advance", "صدت الفصائل تقدماً لقوات النظام باتجاه بلدة كنسبا.", []string{"syrian_government +opposition [كنسبا]"}},
		{"failed to advance", "فشلت قوات النظام في التقدم نحو بلدة كنسبا التي تسيطر عليها الفصائل.", []string{"syrian_government +opposition [كنسبا]"}},
		{"advanced", "تقدمت قوات النظام نحو بلدة كنسبا.", []string{"syrian_government [كنسبا]"}},
		{"foiled a smuggling", "أحبطت قوات النظام محاولة تهريب مخدرات في بلدة نوى.", nil},
	}, timeline.Clashed, timeline.Advanced)
}

func TestSiegesThatHold(t *testing.T) {
	checkFights(t, []fight{
		{"failed to break it", "فشلت الفصائل في كسر الحصار الذي تفرضه قوات النظام على مدينة داريا.", []string{"syrian_government [داريا]"}},
		{"tries to break it", "تحاول الفصائل فك الحصار الذي تفرضه قوات النظام على مدينة داريا.", []string{"syrian_government [داريا]"}},
		{"could not break it", "لم تتمكن الفصائل من كسر الحصار الذي تفرضه قوات النظام على بلدة مضايا.", []string{"syrian_government [مضايا]"}},
		{"was unable to break what is imposed", "عجزت الفصائل عن كسر الحصار المفروض على مدينة داريا من قبل قوات النظام.", []string{"syrian_government [داريا]"}},
		{"a gap in the ring", "فتحت قوات النظام ثغرة في الحصار الذي يفرضه تنظيم داعش على مدينة دير الزور.", []string{"syrian_government broke islamic_state [دير الزور]"}},
		{"broke it", "فكت الفصائل الحصار الذي تفرضه قوات النظام على مدينة داريا.", []string{"opposition broke syrian_government [داريا]"}},
	}, timeline.Besieged, timeline.SiegeBroken)
}

func TestSoldiersOfNations(t *testing.T) {
	checkFights(t, []fight{
		{"two, by a dual", "قتل جنديان تركيان في بلدة بلبل.", []string{"turkey killed 2 wounded ?"}},
		{"three", "قتل ثلاثة جنود أتراك وأصيب خمسة آخرون قرب مدينة الباب.", []string{"turkey killed 3 wounded 5"}},
		{"Russians", "لقي أربعة عسكريين روس مصرعهم في مدينة تدمر.", []string{"russia killed 4 wounded ?"}},
		{"one American", "قتل جندي أمريكي قرب مدينة منبج.", []string{"us_coalition killed 1 wounded ?"}},
		{"two Syrians", "قتل جنديان سوريان في محيط مدينة تدمر.", []string{"syrian_government killed 2 wounded ?"}},
		{"a soldier of no nation", "أصيب جنديان من قوات النظام في بلدة خناصر.", []string{"syrian_government killed ? wounded 2"}},
	}, timeline.Casualties)
}

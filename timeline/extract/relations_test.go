package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/fold"
)

// told lists what a text tells of ground beside places: kind, relation and
// reason of each claim that has one, with the id in brackets.
func told(claims []timeline.Claim) string {
	var out []string
	for _, c := range claims {
		if p := c.Place; p != nil && p.Relation != "" {
			out = append(out, fmt.Sprintf("%s %s: %s [%s]", c.Kind, p.Relation, p.Shape.Reason, p.ID))
		}
	}
	return strings.Join(out, "; ")
}

// Ground that has no name lies where its words say, beside the places they name.
func TestGroundIsToldByThePlacesBesideIt(t *testing.T) {
	const (
		fight = "اندلعت اشتباكات بين قوات النظام وتنظيم داعش "
		bomb  = "قصفت طائرات حربية مواقع لتنظيم داعش "
		clash = "Clashes erupted between regime forces and ISIS "
	)
	checkTold(t, []toldRow{
		// A distance and a direction.
		{"at a distance to the north", fight + "على بعد 5 كم شمال السخنة.", "clashed offset: 5 km north of al-Sukhnah [sy-homs-sukhnah]"},
		{"to the south-east of", bomb + "على بعد 12 كيلومتراً إلى الجنوب الشرقي من مدينة تدمر.", "struck offset: 12 km south-east of Palmyra [sy-homs-palmyra]"},
		{"the number in a word", "قصفت طائرات حربية مواقع على بعد عشرة كيلومترات غربي الرقة.", "struck offset: 10 km west of Raqqa [sy-raqqa-raqqa]"},
		{"the number behind the name", fight + "شمال السخنة بنحو 20 كيلومتراً.", "clashed offset: 20 km north of al-Sukhnah [sy-homs-sukhnah]"},
		{"kilometres north of", "Clashes broke out between regime forces and ISIS 5 km north of Palmyra.", "clashed offset: 5 km north of Palmyra [sy-homs-palmyra]"},
		{"with a hyphen", "Regime forces clashed with ISIS 12 kilometres south-east of Palmyra.", "clashed offset: 12 km south-east of Palmyra [sy-homs-palmyra]"},
		{"about so many", "Fighting continued between regime forces and ISIS about 20 km to the northeast of Sukhnah.", "clashed offset: 20 km north-east of al-Sukhnah [sy-homs-sukhnah]"},
		{"miles", "Warplanes struck positions six miles west of Raqqa.", "struck offset: 9.7 km west of Raqqa [sy-raqqa-raqqa]"},
		{"how far they went is not how far it is", "تقدمت قوات النظام 5 كم شمال السخنة.", "advanced direction: north of al-Sukhnah, up to 50 km from it [sy-homs-sukhnah]"},
		{"nor in English", "Regime forces advanced 5 km north of Sukhnah.", "advanced direction: north of al-Sukhnah, up to 50 km from it [sy-homs-sukhnah]"},

		// A distance alone.
		{"so far from", "وصلت قوات النظام إلى مسافة 8 كم من مدينة الميادين.", "advanced distance: 8 km from al-Mayadin [sy-deir-ez-zor-mayadin]"},
		{"to within", "Regime forces advanced to within 8 km of Mayadin.", "advanced distance: 8 km from al-Mayadin [sy-deir-ez-zor-mayadin]"},

		// A direction alone.
		{"north of", fight + "شمالي مدينة السخنة.", "clashed direction: north of al-Sukhnah, up to 50 km from it [sy-homs-sukhnah]"},
		{"the country north of it is no countryside", fight + "في البادية الواقعة شمال مدينة السخنة.", "clashed direction: north of al-Sukhnah, up to 50 km from it [sy-homs-sukhnah]"},
		{"east of", "Warplanes struck ISIS positions east of Palmyra.", "struck direction: east of Palmyra, up to 50 km from it [sy-homs-palmyra]"},
		{"one of sixteen winds", "Clashes erupted north-north-east of Palmyra between regime forces and ISIS.", "clashed direction: north-north-east of Palmyra, up to 50 km from it [sy-homs-palmyra]"},
		{"of a village, less far", "تقدمت قوات النظام غرب قرية الكدير.", "advanced direction: west of al-Kadir, up to 15 km from it [sy-homs-kadir]"},

		// Around.
		{"the surroundings", "نفذت طائرات روسية غارات على محيط بلدة الطيبة.", "struck around: near al-Taybah, up to 5 km from it [sy-homs-taybah]"},
		{"the outskirts", "تقدمت قوات النظام إلى مشارف بلدة الطيبة.", "advanced around: near al-Taybah, up to 5 km from it [sy-homs-taybah]"},
		{"the northern edges", fight + "في الأطراف الشمالية لمدينة السخنة.", "clashed around: near al-Sukhnah, up to 5 km from it, north [sy-homs-sukhnah]"},
		{"near", fight + "قرب حقل الهيل.", "clashed around: near al-Hayl gas field, up to 5 km from it [sy-homs-hayl-field]"},
		{"of two, one word for both", fight + "في محيط قريتي الكدير والطيبة.", "clashed around: near al-Kadir, up to 5 km from it [sy-homs-kadir]; clashed around: near al-Taybah, up to 5 km from it [sy-homs-taybah]"},
		{"the outskirts, in English", "Russian jets struck the outskirts of Sukhnah.", "struck around: near al-Sukhnah, up to 5 km from it [sy-homs-sukhnah]"},
		{"whose outskirts", "Clashes between regime forces and ISIS took place in Sukhnah's outskirts.", "clashed around: near al-Sukhnah, up to 5 km from it [sy-homs-sukhnah]"},
		{"the northern outskirts", clash + "in the northern outskirts of Palmyra.", "clashed around: near Palmyra, up to 5 km from it, north [sy-homs-palmyra]"},
		{"near the town of", "Warplanes bombed ISIS positions near the town of Sukhnah.", "struck around: near al-Sukhnah, up to 5 km from it [sy-homs-sukhnah]"},

		// Between.
		{"a landing between", "نفذت قوات النظام إنزالاً جوياً بين الرصافة والسخنة.", "landed between: between al-Resafa and al-Sukhnah, up to 17 km from the straight line []"},
		{"the area that lies between", fight + "في المنطقة الواقعة بين تدمر والسخنة.", strings.Repeat("; clashed between: between Palmyra and al-Sukhnah, up to 13 km from the straight line []", 2)[2:]},
		{"raged between", "Fighting between regime forces and ISIS raged between Palmyra and Sukhnah.", strings.Repeat("; clashed between: between Palmyra and al-Sukhnah, up to 13 km from the straight line []", 2)[2:]},

		// Roads.
		{"called by its ends, with an entry", fight + "على طريق تدمر - دير الزور.", "clashed road: on the road Palmyra–Deir ez-Zor, drawn straight [sy-deir-ez-zor-palmyra-dz-road]"},
		{"over a place between", "استهدفت طائرات حربية رتلاً لتنظيم داعش على طريق تدمر – السخنة – دير الزور.", "struck road: on the road Palmyra–al-Sukhnah–Deir ez-Zor, drawn straight []"},
		{"the road between", "Warplanes struck ISIS on the road between Palmyra and Deir ez-Zor.", "struck road: on the road Palmyra–Deir ez-Zor, drawn straight []"},
		{"the A–B road", clash + "on the Palmyra-Sukhnah road.", "clashed road: on the road Palmyra–al-Sukhnah, drawn straight []"},
		{"from A to B", clash + "on the road from Palmyra to Sukhnah.", "clashed road: on the road Palmyra–al-Sukhnah, drawn straight []"},

		// Countrysides.
		{"of a governorate", bomb + "في ريف حمص الشرقي.", "struck countryside: east of the country of Homs, as far as its places span [sy-homs-governorate]"},
		{"the direction first", bomb + "شمال ريف حماة.", "struck countryside: north of the country of Hama, as far as its places span [sy-hama-governorate]"},
		{"of a town", fight + "في ريف مدينة السلمية.", "clashed countryside: countryside of Salamiyah, up to 15 km from it [sy-hama-salamiyah]"},
		{"the steppe of a town", fight + "في بادية السخنة.", "clashed countryside: countryside of al-Sukhnah, up to 15 km from it [sy-homs-sukhnah]"},
		{"the eastern countryside of", clash + "in the eastern countryside of Homs.", "clashed countryside: east of the country of Homs, as far as its places span [sy-homs-governorate]"},
		{"behind its name", clash + "in the Hama countryside.", "clashed countryside: the country of Hama, as far as its places span [sy-hama-hama]"},

		// Triangles and borders.
		{"a triangle without an entry", fight + "في مثلث الطبقة - الرصافة - أثريا.", "clashed triangle: between Ithriyah, al-Tabqah, al-Resafa []"},
		{"the triangle of", clash + "in the triangle of Tabqa, Resafa and Ithriya.", strings.Repeat("; clashed triangle: between Ithriyah, al-Tabqah, al-Resafa []", 3)[2:]},
		{"the border of two governorates", fight + "عند الحدود الإدارية لمحافظة الرقة مع محافظة حماة.", "clashed border: the border of Hama and Raqqa, half-way between their places []"},
		{"the border between, in English", clash + "on the administrative border between Homs and Deir ez-Zor provinces.", strings.Repeat("; clashed border: the border of Homs and Deir ez-Zor, half-way between their places []", 2)[2:]},

		// Control of such ground belongs to no place.
		{"villages north of", "سيطرت قوات النظام على ثلاث قرى شمال السخنة.", "captured direction: north of al-Sukhnah, up to 50 km from it []"},
		{"hills so far west of", "سيطرت قوات النظام على تلال تبعد 7 كم غرب الطيبة.", "captured offset: 7 km west of al-Taybah []"},
		{"points so far from", "سيطرت قوات النظام على نقاط تبعد 3 كيلومترات عن بلدة الطيبة.", "captured distance: 3 km from al-Taybah []"},
		{"posts near", "سيطرت قوات النظام على 14 موقعاً بالقرب من مدينة السخنة.", "captured around: near al-Sukhnah, up to 5 km from it []"},
		{"villages between", "Regime forces seized several villages between Palmyra and Sukhnah.", "captured between: between Palmyra and al-Sukhnah, up to 13 km from the straight line []"},
		{"hills overlooking", "Regime forces captured hills overlooking Sukhnah.", "captured around: near al-Sukhnah, up to 5 km from it []"},
	})
}

// The name of a place says where it is; what lies beside it is no matter. And
// where the words tell of no ground that could be drawn, none is made up.
func TestNamesDecideWhereThingsAre(t *testing.T) {
	checkTold(t, []toldRow{
		{"a village so far from another", "سيطرت قوات النظام على قرية الكدير الواقعة على بعد 12 كم جنوب الطيبة.", ""},
		{"a city north-east of another", "قصفت طائرات حربية مدينة السخنة الواقعة شمال شرق تدمر.", ""},
		{"a village, comma, so far from another", "Regime forces captured Kadir, 12 km south of Tayyibah.", ""},
		{"a city, comma, a direction", "Warplanes struck Sukhnah, north-east of Palmyra.", ""},
		{"a siege around a town", "تفرض قوات النظام حصاراً على مدينة السخنة.", ""},
		{"a river lies in no one spot", "اندلعت اشتباكات بين قوات النظام وتنظيم داعش شرق نهر الفرات.", ""},
		{"nor in English", "Clashes erupted between regime forces and ISIS west of the Euphrates.", ""},
		{"as far as can be is no distance", "اندلعت اشتباكات بين قوات النظام وتنظيم داعش في أقصى شمال شرق حمص.", ""},
		{"beside a name that is not known", "Clashes erupted between regime forces and ISIS 5 km north of Blorptown.", ""},
		{"a town that fell after ground near another", "قصفت طائرات حربية محيط السخنة قبل السيطرة على الطيبة.", "struck around: near al-Sukhnah, up to 5 km from it [sy-homs-sukhnah]"},
		{"a number that counts villages", "سيطرت قوات النظام على 10 قرى شمال السخنة.", "captured direction: north of al-Sukhnah, up to 50 km from it []"},
		{"a distance no report can mean", "قصفت طائرات حربية مواقع على بعد 5000 كم شمال السخنة.", ""},
	})
}

type toldRow struct{ what, text, want string }

func checkTold(t *testing.T, rows []toldRow) {
	t.Helper()
	x := reader(t)
	for _, c := range rows {
		t.Run(c.what, func(t *testing.T) {
			r := report(c.text)
			if c.text[0] < 0x80 {
				r.Language = "en"
			}
			got := read(t, x, r)
			checkReading(t, got)
			if s := told(got.Claims); s != c.want {
				t.Errorf("%s\ntells %s\nwant  %s\nof %v", c.text, s, c.want, briefs(got.Claims))
			}
		})
	}
}

// Ground without a name is on the map, and makes nobody the holder of anything.
func TestControlOfUnnamedGroundColoursNothing(t *testing.T) {
	got := read(t, reader(t), report("سيطرت قوات النظام على ثلاث قرى شمال السخنة."))
	if len(got.Claims) != 1 || !got.Claims[0].Place.Placed() || got.Claims[0].Place.Listed() {
		t.Fatalf("%v: want one claim, on the map and at no place of the gazetteer", briefs(got.Claims))
	}
	heard := fold.Testimony{Claim: &got.Claims[0], Published: report("").Published, Source: &timeline.Source{Weight: 1}}
	if h := fold.New(nil).History([]fold.Testimony{heard}); len(h) != 0 {
		t.Errorf("makes %+v", h)
	}
}

// A report in which all stands beside something is read all the same, in two
// languages, after front matter.
func TestRelationsOfMixedTexts(t *testing.T) {
	text := "اندلعت اشتباكات بين قوات النظام وتنظيم داعش على بعد 5 كم شمال السخنة.\n\n" +
		"Clashes erupted between regime forces and ISIS 12 kilometres south-east of Palmyra, a long way from the capital of the country.\n\n" +
		"قصفت طائرات حربية مواقع لتنظيم داعش في بادية السخنة، وسط معلومات عن خسائر بشرية في صفوف عناصر التنظيم خلال القصف المكثف الذي طال المنطقة منذ ساعات الصباح."
	r := report("---\n" + text)
	r.Body = len("---\n")
	got := read(t, reader(t), r)
	checkReading(t, got)
	want := "clashed offset: 5 km north of al-Sukhnah [sy-homs-sukhnah]; clashed offset: 12 km south-east of Palmyra [sy-homs-palmyra]; struck countryside: countryside of al-Sukhnah, up to 15 km from it [sy-homs-sukhnah]"
	if s := told(got.Claims); s != want {
		t.Errorf("tells %s\nwant  %s", s, want)
	}
}

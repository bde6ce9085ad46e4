package extract_test

import (
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
)

func TestExtentAndCount(t *testing.T) {
	x := reader(t)
	for _, c := range []struct {
		how, text, extent string
		count             int
	}{
		{"all of it", "سيطرت قوات النظام على مدينة السخنة.", timeline.Full, 0},
		{"fully", "سيطرت قوات النظام على مدينة السخنة بشكل كامل.", timeline.Full, 0},
		{"parts of it", "سيطرت قوات النظام على أجزاء من مدينة السخنة.", timeline.Partial, 0},
		{"most of it", "سيطرت قوات النظام على معظم مدينة السخنة.", timeline.Partial, 0},
		{"villages by number word", "سيطرت قوات النظام على ثلاث قرى شرق السخنة.", timeline.Full, 3},
		{"villages by figure", "سيطرت قوات النظام على ١٢ قرية.", timeline.Full, 12},
	} {
		t.Run(c.how, func(t *testing.T) {
			got := only(t, x, c.text, timeline.Captured)
			if got.Extent != c.extent || got.Count != c.count {
				t.Errorf("%s, %d: want %s, %d", got.Extent, got.Count, c.extent, c.count)
			}
		})
	}
}

func TestDistancesAndTolls(t *testing.T) {
	x := reader(t)
	away := only(t, x, "باتت قوات النظام على بعد 40 كلم من مدينة دير الزور.", timeline.Distance)
	if away.DistanceKm != 40 {
		t.Errorf("%g km: want 40", away.DistanceKm)
	}
	metres := only(t, x, "باتت قوات النظام على بعد 800 متر من مدينة دير الزور.", timeline.Distance)
	if metres.DistanceKm != 0.8 {
		t.Errorf("%g km: want 0.8", metres.DistanceKm)
	}
	left := only(t, x, "لا تفصل قوات النظام عن مدينة دير الزور سوى 35 كيلومتراً.", timeline.Distance)
	if left.DistanceKm != 35 || left.DistanceRole != timeline.Remaining {
		t.Errorf("%g km, %q: want 35, remaining", left.DistanceKm, left.DistanceRole)
	}
	into := only(t, x, "تقدمت قوات النظام 12 كيلومتراً باتجاه مدينة السخنة.", timeline.Advanced)
	if into.DistanceKm != 12 || into.DistanceRole != timeline.Penetration {
		t.Errorf("%g km, %q: want 12, penetration", into.DistanceKm, into.DistanceRole)
	}
	dead := only(t, x, "قتل خمسة وعشرون عنصراً من تنظيم داعش.", timeline.Casualties)
	if dead.KilledMin == nil || *dead.KilledMin != 25 || dead.WoundedMin != nil {
		t.Errorf("killed %v, wounded %v: want 25 and none", dead.KilledMin, dead.WoundedMin)
	}
	hurt := only(t, x, "أصيب سبعة عناصر من قوات النظام.", timeline.Casualties)
	if hurt.WoundedMin == nil || *hurt.WoundedMin != 7 || hurt.KilledMin != nil {
		t.Errorf("wounded %v, killed %v: want 7 and none", hurt.WoundedMin, hurt.KilledMin)
	}
}

func TestHowADayIsKnown(t *testing.T) {
	x := reader(t)
	for text, want := range map[string]timeline.Basis{
		"سيطرت قوات النظام في 12 آب على مدينة السخنة.":              timeline.Stated,
		"سيطرت قوات النظام أمس على مدينة السخنة.":                   timeline.Relative,
		"سيطرت قوات النظام على مدينة السخنة.":                       timeline.Published,
		"كانت قوات النظام قد سيطرت على مدينة السخنة في وقت سابق.":   timeline.BasisUnknown,
		"كانت قوات النظام قد سيطرت في 12 آب 2016 على مدينة السخنة.": timeline.Stated,
	} {
		if got := only(t, x, text, timeline.Captured); got.DateBasis != want {
			t.Errorf("%s\n%s: want %s", text, got.DateBasis, want)
		}
	}
}

func TestWhoTakesPart(t *testing.T) {
	x := reader(t)
	together := only(t, x, "سيطرت قوات النظام بدعم من القوات الروسية على مدينة السخنة.", timeline.Captured)
	if together.Actor != "syrian_government" || !slices.Equal(together.CoActors, []timeline.Actor{"russia"}) {
		t.Errorf("%s with %s: want syrian_government with russia", together.Actor, together.CoActors)
	}
	announced := only(t, x, "أعلنت قوات سوريا الديمقراطية سيطرتها على بلدة الصور.", timeline.Captured)
	if announced.ClaimedBy != "sdf" {
		t.Errorf("announced by %q: want sdf", announced.ClaimedBy)
	}
	plain := only(t, x, "سيطرت قوات سوريا الديمقراطية على بلدة الصور.", timeline.Captured)
	if plain.ClaimedBy != "" || plain.Confidence <= 0 || plain.Confidence > 1 {
		t.Errorf("announced by %q, confidence %g", plain.ClaimedBy, plain.Confidence)
	}
}

func TestMentions(t *testing.T) {
	got := read(t, reader(t), report("نشرة المساء\n\nوصلت التعزيزات للسخنة وبالطيبة وقرية «الكدير» ومحافظة حمص وقرية الفلانية، ثم عادت إلى السُّخنة."))
	written := map[string]timeline.Mention{}
	for _, m := range got.Places {
		written[m.Surface] = m
	}
	for surface, c := range map[string]struct{ class, written, id string }{
		"السخنة":   {"", "لسخنة", "sy-homs-sukhnah"}, // the ل took the article's alef
		"الطيبة":   {"", "الطيبة", "sy-homs-taybah"},
		"الكدير":   {"village", "الكدير", "sy-homs-kadir"},
		"حمص":      {"governorate", "حمص", "sy-homs-governorate"},
		"الفلانية": {"village", "الفلانية", ""},
	} {
		m, there := written[surface]
		if !there {
			t.Errorf("%s is not among the places", surface)
			continue
		}
		if span := got.Report.Text[m.Start:m.End]; span != c.written || m.Class != c.class {
			t.Errorf("%s: class %q, written %q: want %q, %q", surface, m.Class, span, c.class, c.written)
		}
		if id := placeID(m); c.id != "" && id != c.id {
			t.Errorf("%s is put at %q (%s): want %q", surface, id, m.Reason, c.id)
		} else if c.id == "" && (id != "" || m.Reason != "no entry of this name") {
			t.Errorf("%s is put at %q: %s", surface, id, m.Reason)
		}
	}
	if len(got.Places) != 5 {
		t.Errorf("%d places: want 5, each name once", len(got.Places))
	}
}

func placeID(m timeline.Mention) string {
	if m.Place == nil {
		return ""
	}
	return m.Place.ID
}

// A report that does not say when it came out can still say it in its words.
func TestDayOfPublicationFromTheText(t *testing.T) {
	x := reader(t)
	for _, c := range []struct {
		how, text, day string
		basis          timeline.Basis
	}{
		{"a line of its own", "سقوط الطيبة\n12 آب 2017\nسيطرت قوات النظام على بلدة الطيبة.", "2017-08-12", timeline.Stated},
		{"today's date", "نشرة\n\nسيطرت قوات النظام اليوم الـ 12 من آب الجاري من العام 2017 على بلدة الطيبة.", "2017-08-12", timeline.Inferred},
		{"not said", "نشرة\n\nسيطرت قوات النظام على بلدة الطيبة.", "", timeline.BasisUnknown},
	} {
		t.Run(c.how, func(t *testing.T) {
			r := report(c.text)
			r.Published, r.PublishedBasis = 0, ""
			got := read(t, x, r)
			if got.Report.Published.String() != c.day || got.Report.PublishedBasis != c.basis {
				t.Errorf("%q (%s): want %q (%s)", got.Report.Published, got.Report.PublishedBasis, c.day, c.basis)
			}
			if len(got.Claims) == 0 || got.Claims[0].Date.String() != c.day {
				t.Errorf("%v: want a claim of %q", briefs(got.Claims), c.day)
			}
		})
	}
}

func TestOtherLanguagesAreTold(t *testing.T) {
	x := reader(t)
	for text, language := range map[string]string{"": `"und"`, "1234 !?": `"und"`, "Армия взяла город": `"und"`} {
		r := report(text)
		r.Language = ""
		_, err := x.Read(r)
		if err == nil || !strings.Contains(err.Error(), language) {
			t.Errorf("%q: %v: want an error that names the language %s", text, err, language)
		}
	}
	r := report("تقرير قصير من Syria")
	r.Language = ""
	if got := read(t, x, r); got.Report.Language != "ar" || len(got.Claims) != 0 {
		t.Errorf("language %q, %d claims: want ar and none", got.Report.Language, len(got.Claims))
	}
}

// One line alone is a report, not a headline over nothing: what it says is so
// still is so.
func TestOneLineIsNoHeadline(t *testing.T) {
	got := briefs(read(t, reader(t), report("لا تزال بلدة الشعفة خاضعة لتنظيم داعش.")).Claims)
	if len(got) != 1 || got[0] != "holds islamic_state [الشعفة]" {
		t.Errorf("%q: want that it is held", got)
	}
}

// The same thing said twice in one clause is one claim: a report with two
// claims of one id could not be stored.
func TestIdsAreDistinctWhateverIsRepeated(t *testing.T) {
	text := "باتت القوات على بعد 5 كلم شمالاً و 5 كلم جنوباً و 5 كلم شرقاً"
	seen := map[string]bool{}
	for _, c := range read(t, reader(t), report(text)).Claims {
		if seen[c.ID] {
			t.Errorf("%s: id %s is there twice", brief(c), c.ID)
		}
		seen[c.ID] = true
	}
	if len(seen) == 0 {
		t.Error("nothing read")
	}
}

package kml

import (
	"cmp"
	"fmt"
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"
)

// about is what a reader of the file has to know of its days.
const about = export.Validity + " A TimeSpan of this file ends with the last day instead, as KML has it."

// titles are the names of the layers, in English and Arabic.
var titles = map[export.Layer][2]string{
	export.Claims:     {"What reports say", "ما تقوله التقارير"},
	export.Holdings:   {"Places by holder", "الأماكن بحسب المسيطر"},
	export.Areas:      {"Areas of control", "مناطق السيطرة"},
	export.Cells:      {"Ground nearest to each place", "محيط كل مكان"},
	export.Fronts:     {"Front lines", "خطوط التماس"},
	export.Pockets:    {"Pockets", "الجيوب المحاصرة"},
	export.Necks:      {"Necks", "الممرات الضيقة"},
	export.Advances:   {"Advances", "محاور التقدم"},
	export.Difference: {"What changed hands", "ما تبدلت السيطرة عليه"},
	export.Places:     {"Places that reports speak of", "الأماكن المذكورة في التقارير"},
	export.Reports:    {"Reports", "التقارير"},
}

func titleOf(l export.Layer) string { return both(titles[l][0], titles[l][1]) }

// both are a name in English and one in Arabic as one line; either may be empty.
func both(en, ar string) string {
	if en == "" || ar == "" || en == ar {
		return cmp.Or(en, ar)
	}
	return en + " · " + ar
}

// nameOf is what a feature is called, in both scripts.
func (c cast) nameOf(l export.Layer, v values) string {
	switch l {
	case export.Holdings, export.Places:
		return both(wordOf(v["name_en"]), wordOf(v["name_ar"]))
	case export.Claims:
		if name := both(wordOf(v["name_en"]), wordOf(v["name_ar"])); name != "" {
			return name
		}
		return cmp.Or(wordOf(v["surface"]), wordOf(v["kind"]))
	case export.Reports:
		return cmp.Or(wordOf(v["title"]), wordOf(v["source"]), wordOf(v["id"]))
	case export.Fronts:
		return both(c.together([]string{wordOf(v["a"]), wordOf(v["b"])}, " – ", " – "))
	case export.Pockets, export.Necks:
		return both(c.side(wordOf(v["side"])))
	case export.Advances:
		return both(c.names(timeline.Actor(wordOf(v["actor"]))))
	case export.Difference:
		fromEn, fromAr := c.state(v["from"], v["from_parties"])
		toEn, toAr := c.state(v["to"], v["to_parties"])
		return both(fromEn+" → "+toEn, fromAr+" ← "+toAr) // onwards is to the left in Arabic
	}
	return both(c.state(v["holder"], v["parties"]))
}

// state is in whose hands ground is.
func (c cast) state(holder, parties any) (en, ar string) {
	if holder != nil {
		return c.names(timeline.Actor(wordOf(holder)))
	}
	list, _ := parties.([]any)
	ids := make([]string, len(list))
	for i, p := range list {
		ids[i] = wordOf(p)
	}
	en, ar = c.together(ids, ", ", "، ")
	if len(ids) == 1 { // against whom, no report says
		en, ar = en+" and others not known", ar+" وأطراف غير معروفة"
	}
	return "Contested: " + en, "متنازع عليه: " + ar
}

// descriptionOf is what is said of a feature: the words of the report and whose they
// are, or how much ground it is.
func descriptionOf(v values) string {
	var lines []string
	if km2, measured := v["km2"].(float64); measured {
		lines = append(lines, fmt.Sprintf("%.1f km²", km2))
	} else if km, measured := v["km"].(float64); measured {
		lines = append(lines, fmt.Sprintf("%.1f km", km))
	}
	if quote := wordOf(v["quote"]); quote != "" {
		lines = append(lines, "“"+quote+"”")
	}
	var from []string
	for _, field := range []string{"source", "report_title", "published"} {
		if word := wordOf(v[field]); word != "" {
			from = append(from, word)
		}
	}
	lines = append(lines, strings.Join(from, ", "), wordOf(v["url"]))
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// wordOf is a value of a Text or Date; "" for nil.
func wordOf(v any) string {
	word, _ := v.(string)
	return word
}

// escaped is text as it has to stand in a description, which programs take for HTML
// with $[…] for values.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "$[", "&#36;[").Replace(text)
}

package en_test

import (
	"slices"
	"testing"

	"frontline/timeline"
)

func TestPlaces(t *testing.T) {
	g := grammar(t)
	for _, c := range []struct {
		how, text string
		places    []string
	}{
		{"of the gazetteer", "Clashes went on in Saraqib.", []string{"Saraqib"}},
		{"nobody knows it", "The RSF seized the town of Kazgeil.", []string{"Kazgeil"}},
		{"in a list", "The army took Kazgeil, Umm Sumayma and Al-Rahad.", []string{"Kazgeil", "Umm Sumayma", "Al-Rahad"}},
		{"facility", "Jets left Shayrat airbase.", []string{"Shayrat airbase"}},
		{"road of two ends", "A convoy moved along the Palmyra – Sukhnah road.", []string{"Palmyra – Sukhnah road"}},
		{"apostrophes and hyphens", "They took Rufa'a, Ra's al-Ayn and Deir ez-Zor.", []string{"Rufa'a", "Ra's al-Ayn", "Deir ez-Zor"}},
		{"possessive", "Morek's residents fled.", []string{"Morek"}},
		{"province", "Fighting went on in Homs Province.", []string{"Homs"}},
		{"a dateline is none", "BEIRUT, Aug. 5, 2017 (wire) – The army took Morek.", []string{"Morek"}},
		{"a government is none", "Moscow denied the report.", nil},
		{"a person is none", "General Ali Hassan said the army took Morek.", []string{"Morek"}},
		{"a force is none", "Fighters of Euphrates Shield took Morek.", []string{"Morek"}},
		{"behind what is occupied", "A bomb went off in Russian-occupied Kherson.", []string{"Kherson"}},
		{"where", "Singa, where the RSF is in control, was quiet.", []string{"Singa"}},
		{"besieged by", "Mariupol, surrounded by Russian troops, has no water.", []string{"Mariupol"}},
		{"a base by its number", "They overran the 17th Infantry Division base.", []string{"17th Infantry Division base"}},
		{"a mount", "The rebels took Mount Zoran.", []string{"Mount Zoran"}},
		{"a country is none", "Troops came from Turkey into Morek.", []string{"Morek"}},
	} {
		t.Run(c.how, func(t *testing.T) {
			var got []string
			for _, n := range g.Read(c.text, sunday, timeline.Given, false).Names {
				if !slices.Contains(got, n.Surface) {
					got = append(got, n.Surface)
				}
			}
			if !slices.Equal(got, c.places) {
				t.Errorf("%s: %q, want %q", c.text, got, c.places)
			}
		})
	}
}

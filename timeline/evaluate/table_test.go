package evaluate_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"frontline/timeline"
	"frontline/timeline/evaluate"
)

func figure(t *testing.T, table evaluate.Table, f evaluate.Figure) evaluate.Score {
	t.Helper()
	i := slices.IndexFunc(table.Figures, func(s evaluate.Score) bool { return s.Figure == f })
	if i < 0 {
		t.Fatalf("no figure %s", f)
	}
	return table.Figures[i]
}

func TestValuesOfFigures(t *testing.T) {
	g := gold(t, `"control": [{"kind": "captured", "actor": "sdf", "place": "الطبقة"}, {"kind": "captured", "actor": "sdf", "place": "الرقة"},
		{"kind": "holds", "actor": "sdf", "place": "منبج"}],
		"not_control": [{"why": "attempt", "actor": "hts", "place": "إدلب"}, {"why": "future", "actor": "hts", "place": "حارم"}, {"why": "raid", "actor": "hts", "place": "أريحا"}]`)
	table := evaluate.Evaluate(of(evaluate.Text{Gold: g, Reading: &timeline.Reading{Claims: of(
		says(timeline.Captured, "sdf", "الطبقة"), says(timeline.Captured, "hts", "إدلب"))}}))
	holder := figure(t, table, evaluate.Holder)
	if holder.Value != 0.4 || *holder.Precision != 0.5 || *holder.Recall != 0.3333 { // 1 of 2 said, 1 of 3 there
		t.Errorf("holder: %v, precision %v, recall %v: want 0.4, 0.5, 0.3333", holder.Value, *holder.Precision, *holder.Recall)
	}
	if s := figure(t, table, evaluate.Traps); s.Value != 0.6667 || s.Precision != nil || s.Wrong != nil {
		t.Errorf("trap: %+v: want 0.6667, and no number of wrong ones", s)
	}
	for f, want := range map[evaluate.Figure]float64{evaluate.Sieges: 0, evaluate.Quiet: 0, evaluate.Froms: 0} {
		if s := figure(t, table, f); s.Measured() || s.Value != want || s.Recall != nil {
			t.Errorf("%s: %+v: want it not measured", f, s)
		}
	}
}

func TestTextsThatAreNotReadAndSetsWithoutTexts(t *testing.T) {
	g := gold(t, `"control": [{"kind": "captured", "actor": "sdf", "place": "الطبقة"}]`)
	table := evaluate.Evaluate(of(evaluate.Text{Gold: g}))
	if s := figure(t, table, evaluate.Holder); table.Unread != 1 || s.Missed != 1 || s.Value != 0 || *s.Recall != 0 || s.Precision != nil {
		t.Errorf("%d unread, %+v: want all of one text missed, and no precision of what says nothing", table.Unread, s)
	}
	if s := figure(t, table, evaluate.Traps); s.Value != 1 || s.Measured() {
		t.Errorf("%+v: nobody was trapped, for there was no trap", s)
	}
	empty := evaluate.Evaluate(nil)
	if empty.Texts != 0 || len(empty.Figures) != 0 || len(empty.Phenomena) != 0 {
		t.Errorf("%+v: want no figure of a set without texts", empty)
	}
	if raw, err := json.Marshal(empty); err != nil || string(raw) != `{"texts":0,"unread":0,"figures":[],"phenomena":[],"languages":[],"details":[]}` {
		t.Errorf("%s, %v: want lists, empty", raw, err)
	}
}

func TestLanguagesStandBesideEachOtherWhereThereAreTwo(t *testing.T) {
	in := func(language string, claims ...timeline.Claim) evaluate.Text {
		g := gold(t, `"control": [{"kind": "captured", "actor": "sdf", "place": "الطبقة"}]`)
		return evaluate.Text{Gold: g, Reading: &timeline.Reading{Report: timeline.Report{Language: language}, Claims: claims}}
	}
	found := says(timeline.Captured, "sdf", "الطبقة")
	if one := evaluate.Evaluate(of(in("ar", found), in("ar"))); len(one.Languages) != 0 {
		t.Errorf("%+v: want none beside the only one", one.Languages)
	}
	two := evaluate.Evaluate(of(in("en"), in("ar", found), in("en"), evaluate.Text{Gold: in("").Gold}))
	var got []string
	for _, l := range two.Languages {
		got = append(got, fmt.Sprintf("%q %d %v", l.Language, l.Texts, l.Figures[0].Value))
	}
	if want := of(`"" 1 0`, `"ar" 1 1`, `"en" 2 0`); !slices.Equal(got, want) {
		t.Errorf("languages, texts, holder: %v: want %v", got, want)
	}
}

// A text with one of everything that the table by phenomenon tells apart.
const everything = `"control": [
	{"kind": "captured", "actor": "sdf", "place": "أ", "date": "2017-08-12", "extent": "full", "quote": "list"},
	{"kind": "recaptured", "actor": "sdf", "place": "ب", "date": "2017-08-11", "extent": "partial", "quote": "list"},
	{"kind": "handed_over", "actor": "sdf", "place": "ت", "date": "2017-08-10", "quote": "alone 1"},
	{"kind": "lost", "actor": "hts", "place": "ث", "quote": "alone 2"},
	{"kind": "withdrew", "actor": "unknown", "from": "sdf", "place": "ج", "quote": "alone 3"},
	{"kind": "lost", "actor": "unknown", "from": "sdf", "place": "ف", "quote": "alone 4"},
	{"kind": "holds", "actor": "hts", "place": "ح", "quote": "five"}, {"kind": "holds", "actor": "hts", "place": "خ", "quote": "five"},
	{"kind": "holds", "actor": "hts", "place": "د", "quote": "five"}, {"kind": "holds", "actor": "hts", "place": "ذ", "quote": "five"},
	{"kind": "holds", "actor": "hts", "place": "ر", "quote": "five"}, {"kind": "holds", "actor": "hts", "place": "ز", "named": false, "quote": "alone 1"}],
	"not_control": [
	{"why": "attempt", "actor": "hts", "place": "س"}, {"why": "hypothetical", "actor": "hts", "place": "ش"}, {"why": "future", "actor": "hts", "place": "ص"},
	{"why": "repelled", "actor": "hts", "place": "ض"}, {"why": "fire_control", "actor": "hts", "place": "ط"}, {"why": "unconfirmed", "actor": "hts", "place": "ظ"},
	{"why": "raid", "actor": "hts", "place": "ع"}, {"why": "denied", "actor": "hts", "place": "غ"}]`

func TestPhenomena(t *testing.T) {
	g := gold(t, everything)
	g.Published = "2017-08-12"
	trapped := says(timeline.Captured, "hts", "ط")
	dated := but(says(timeline.Captured, "sdf", "أ"), func(c *timeline.Claim) { c.Date = day(t, "2017-08-12") })
	table := evaluate.Evaluate(of(evaluate.Text{Gold: g, Reading: &timeline.Reading{Claims: of(
		dated, says(timeline.Captured, "sdf", "ب"), says(timeline.HandedOver, "sdf", "ت"),
		but(says(timeline.Withdrew, "", "ج"), func(c *timeline.Claim) { c.From = "sdf" }),
		but(says(timeline.Lost, "", "ف"), func(c *timeline.Claim) { c.From = "hts" }),
		says(timeline.Holds, "hts", "ح"), says(timeline.Holds, "hts", "خ"), says(timeline.Holds, "sdf", "د"),
		trapped, says(timeline.Captured, "hts", "غ"),
	)}}))
	got := map[string]string{}
	for _, p := range table.Phenomena {
		wrong := "-"
		if p.Wrong != nil {
			wrong = fmt.Sprint(*p.Wrong)
		}
		got[p.Group+" "+p.Name] = fmt.Sprintf("%d %d %s", p.Right, p.Missed, wrong)
	}
	for name, want := range map[string]string{ // right, missed, wrong
		"kind captured":             "1 0 1",
		"kind recaptured":           "1 0 0", // read as captured, which is the same on a map
		"kind handed_over":          "1 0 0",
		"kind withdrew_or_lost":     "0 1 0",
		"kind left_to_nobody_named": "1 1 -",
		"kind holds":                "2 3 1",
		"list alone":                "1 1 -",
		"list list_of_2_to_4":       "2 0 -",
		"list list_of_5_or_more":    "2 3 -",
		"day news":                  "2 0 -",
		"day background":            "1 0 -",
		"day no_day":                "2 4 -",
		"date news":                 "1 1 -",
		"date background":           "0 1 -",
		"extent full":               "1 0 -",
		"extent partial":            "0 1 -",
		"trap attempt":              "1 0 -",
		"trap hypothetical":         "1 0 -",
		"trap future":               "1 0 -",
		"trap repelled":             "1 0 -",
		"trap fire_control":         "0 1 -",
		"trap unconfirmed":          "1 0 -",
		"trap raid":                 "1 0 -",
		"trap denied":               "0 1 -",
	} {
		if got[name] != want {
			t.Errorf("%s: %s: want %s", name, got[name], want)
		}
		delete(got, name)
	}
	if len(got) > 0 {
		t.Errorf("beyond what is wanted: %v", got)
	}
}

// What is not right is told with the words of both sides.
func TestDetails(t *testing.T) {
	g := gold(t, `"control": [{"kind": "captured", "actor": "sdf", "place": "الطبقة", "date": "2017-05-10", "quote": "سيطرت\n على  الطبقة"},
		{"kind": "holds", "actor": "sdf", "place": "منبج", "quote": "في منبج"}]`)
	g.ID = "tabqa"
	table := evaluate.Evaluate(of(evaluate.Text{Gold: g, Reading: &timeline.Reading{Claims: of(
		but(says(timeline.Captured, "sdf", "الطبقة"), func(c *timeline.Claim) { c.Date, c.Quote = day(t, "2017-05-11"), "سيطرت على الطبقة" }),
		says(timeline.Captured, "hts", "إدلب"),
	)}}))
	var got []string
	for _, v := range table.Details {
		if v.Figure != evaluate.Change {
			got = append(got, fmt.Sprintf("%s %s %s: %s; %s", v.Text, v.Verdict, v.Figure, v.Gold, v.Read))
		}
	}
	want := of(
		"tabqa missed holder: holds sdf @ منبج | في منبج; ",
		"tabqa wrong holder: ; captured hts @ إدلب |",
		"tabqa missed date: 2017-05-10: captured sdf @ الطبقة | سيطرت على الطبقة; 2017-05-11: captured sdf @ الطبقة | سيطرت على الطبقة",
	)
	if !slices.Equal(got, want) {
		t.Errorf("details\n%q\nwant\n%q", got, want)
	}
}

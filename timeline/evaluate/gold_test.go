package evaluate_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"frontline/timeline"
	"frontline/timeline/evaluate"
)

const empty = `{"places": [], "control": [], "not_control": [], "advances": [], "sieges": [], "strikes": [], "clashes": [], "casualties": [], "distances": []}`

func TestLoadingGold(t *testing.T) {
	got, err := evaluate.Load(fstest.MapFS{"b.json": {Data: []byte(empty)}, "a.json": {Data: []byte(empty)}, ".DS_Store": {}})
	if err != nil || len(got) != 2 || got[0].ID != "a" || got[1].ID != "b" {
		t.Errorf("%v, %v: want a and b", got, err)
	}
	if got, err := evaluate.Load(fstest.MapFS{}); err != nil || len(got) != 0 {
		t.Errorf("%v, %v: want no gold from an empty folder", got, err)
	}
}

func TestGoldThatIsNotAsItHasToBe(t *testing.T) {
	const control = `"kind": "captured", "actor": "sdf", "place": "x"`
	for _, c := range []struct{ list, items, want string }{
		{"control", `[{` + control + `}, {"kind": "capturing", "actor": "sdf", "place": "x"}]`, `control[1].kind: "capturing": want captured, recaptured, lost, withdrew, handed_over, holds`},
		{"control", `[{"kind": "advanced", "actor": "sdf", "place": "x"}]`, `control[0].kind: "advanced"`},
		{"control", `[{"kind": "holds", "actor": "sdf"}]`, `control[0].place: empty`},
		{"control", `[{"kind": "holds", "actor": null, "place": "x"}]`, `control[0].actor: empty: want an actor, or unknown`},
		{"control", `[{` + control + `, "extent": "most"}]`, `control[0].extent: "most": want full or partial`},
		{"control", `[{` + control + `, "date": "12.8.2017"}]`, `control[0].date: "12.8.2017" is not a day: want YYYY-MM-DD`},
		{"control", `[{` + control + `, "named": "no"}]`, `control.named: a JSON string: want true or false`},
		{"control", `{}`, `control: a JSON object: want a list`},
		{"control", `null`, `control: not there: want a list`},
		{"not_control", `[{"why": "asserted"}]`, `not_control[0].why: "asserted": want attempt, hypothetical, future, repelled, denied, unconfirmed, raid, fire_control`},
		{"not_control", `[{"why": "tried"}]`, `not_control[0].why: "tried"`},
		{"places", `[{"surface": 7}]`, `places.surface: a JSON number: want text`},
		{"places", `[{"surface": ""}]`, `places[0].surface: empty`},
		{"places", `[{"surface": "x", "approx": [38.9]}]`, `places[0].approx: [38.9]: want [lat, lon] or null`},
		{"places", `[{"surface": "x", "approx": [138.9, 35]}]`, `places[0].approx: [lat, lon]: latitude 138.9`},
		{"clashes", `[{"place": "x"}]`, `clashes[0].actors: none`},
		{"casualties", `[{"killed_min": 1}]`, `casualties[0].side: empty`},
		{"casualties", `[{"side": "sdf", "killed_min": 1.5}]`, `casualties.killed_min: a JSON number 1.5: want a whole number`},
		{"distances", `[{"km": "3"}]`, `distances.km: a JSON string: want a number`},
		{"distances", `[{}]`, `distances[0].km: not there`},
		{"distances", `[{"km": -3}]`, `distances[0].km: -3: want kilometres, 0 or more`},
		{"strikes", `["x"]`, `strikes: a JSON string: want an object`},
		{"sieges", `7`, `sieges: a JSON number: want a list`},
	} {
		text := strings.Replace(empty, `"`+c.list+`": []`, `"`+c.list+`": `+c.items, 1)
		_, err := evaluate.Load(fstest.MapFS{"here.json": {Data: []byte(text)}})
		if err == nil || !strings.HasPrefix(err.Error(), "here.json: "+c.want) {
			t.Errorf("%s: %v: want here.json: %s", c.items, err, c.want)
		}
	}
	for name, want := range map[string]string{
		`{"places": [`: "here.json: not JSON: unexpected end of JSON input",
		`{}`:           "here.json: places: not there",
		`[]`:           "here.json: the whole: a JSON array",
		empty[:1] + `"published": "August", ` + empty[1:]: `here.json: published: "August" is not a day`,
	} {
		if _, err := evaluate.Load(fstest.MapFS{"here.json": {Data: []byte(name)}}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v: want %s", name, err, want)
		}
	}
	if _, err := evaluate.Load(fstest.MapFS{"index.tsv": {}}); err == nil || !strings.Contains(err.Error(), "index.tsv") {
		t.Errorf("%v: want index.tsv named, which is no gold", err)
	}
}

// Two names are one where only their spelling differs, or the words around
// them that say what they are.
func TestNamesThatMeetAndNamesThatDoNot(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"السخنة", "سخنه", true},
		{"أبو كمال", "البوكمال", false},
		{"ابو كمال", "أبوكمال", true},
		{"قرية الشيخ علي", "الشيخ علي", true},
		{"البلدة القديمة", "القديمة", true},
		{"حي", "حى", true},
		{"مدينة", "قرية", false},
		{"دَيْر الزّور", "دير الزور", true},
		{"ديـر الزور", "دير-الزور", true},
		{"«الرقة»", "الرقة", true},
		{"ال", "الا", false},
		{"الخا", "خا", true},
		{"الخ", "خ", false},
		{"رئيس", "رييس", true},
		{"رحمٰن", "رحمن", true},
		{"Deir ez-Zor city", "the city of Deir ez Zor", true},
		{"al-Bab", "BAB", true},
		{"Al Sukhnah", "Sukhnah", true},
		{"Alsukhnah", "Sukhnah", false},
		{"İdlib", "i\u0307dlib", true},
		{"City", "Town", false},
		{"Homs", "Hama", false},
	} {
		g := gold(t, "")
		g.Places = of(evaluate.Place{Surface: c.a})
		table := evaluate.Evaluate(of(evaluate.Text{Gold: g, Reading: &timeline.Reading{Places: of(timeline.Mention{Surface: c.b})}}))
		if same := figure(t, table, evaluate.Places).Right == 1; same != c.same {
			t.Errorf("%s and %s: the same: %v, want %v", c.a, c.b, same, c.same)
		}
	}
}

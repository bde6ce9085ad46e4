package evaluate_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"testing"
	"testing/fstest"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/evaluate"
)

// gold is gold with these lists; the others are empty.
func gold(t *testing.T, lists string) evaluate.Gold {
	t.Helper()
	all := map[string]json.RawMessage{}
	for _, name := range []string{"places", "control", "not_control", "advances", "sieges", "strikes", "clashes", "casualties", "distances"} {
		all[name] = json.RawMessage("[]")
	}
	var some map[string]json.RawMessage
	if err := json.Unmarshal([]byte("{"+lists+"}"), &some); err != nil {
		t.Fatal(err)
	}
	maps.Copy(all, some)
	raw, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := evaluate.Load(fstest.MapFS{"text.json": {Data: raw}})
	if err != nil {
		t.Fatal(err)
	}
	return loaded[0]
}

// says is an asserted claim of something by somebody somewhere.
func says(kind timeline.Kind, actor timeline.Actor, place string) timeline.Claim {
	return timeline.Claim{Kind: kind, Modality: timeline.Asserted, Actor: actor, Extent: timeline.Full,
		Place: &timeline.PlaceRef{Surface: place, Named: true}}
}

// but is a claim that differs in something.
func but(c timeline.Claim, change func(*timeline.Claim)) timeline.Claim {
	if c.Place != nil {
		p := *c.Place
		c.Place = &p
	}
	change(&c)
	return c
}

func of[T any](items ...T) []T { return items }

// counts of a figure: right, missed, wrong.
func counts(t *testing.T, table evaluate.Table, f evaluate.Figure) string {
	t.Helper()
	for _, s := range table.Figures {
		if s.Figure == f {
			wrong := 0
			if s.Wrong != nil {
				wrong = *s.Wrong
			}
			return fmt.Sprintf("%d right, %d missed, %d wrong", s.Right, s.Missed, wrong)
		}
	}
	t.Fatalf("no figure %s", f)
	return ""
}

const (
	sukhnah = `"kind": "captured", "actor": "syrian_government", "place": "السخنة"`
	trap    = `"actor": "sdf", "place": "الطبقة"`
)

func day(t *testing.T, s string) timeline.Day {
	t.Helper()
	d, err := timeline.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFigures(t *testing.T) {
	captured := says(timeline.Captured, "syrian_government", "السخنة")
	partly := but(captured, func(c *timeline.Claim) { c.Place.Named = false })
	tabqa := says(timeline.Captured, "sdf", "الطبقة")
	some := func(n int) *int { return &n }
	for _, c := range []struct {
		name   string
		gold   string
		claims []timeline.Claim
		figure evaluate.Figure
		want   string
	}{
		{"a holder found", `"control": [{` + sukhnah + `}]`, of(captured), evaluate.Holder, "1 right, 0 missed, 0 wrong"},
		{"spelt otherwise, with the noun before it", `"control": [{` + sukhnah + `}]`,
			of(says(timeline.Captured, "syrian_government", "مدينة السُخنه")), evaluate.Holder, "1 right, 0 missed, 0 wrong"},
		{"said twice is said once", `"control": [{` + sukhnah + `}]`, of(captured, captured), evaluate.Holder, "1 right, 0 missed, 0 wrong"},
		{"another holder", `"control": [{` + sukhnah + `}]`, of(says(timeline.Captured, "sdf", "السخنة")), evaluate.Holder, "0 right, 1 missed, 1 wrong"},
		{"one who shares in it", `"control": [{` + sukhnah + `, "co_actors": ["russia"]}]`,
			of(says(timeline.Captured, "russia", "السخنة")), evaluate.Holder, "1 right, 0 missed, 0 wrong"},
		{"one with whom he shares it", `"control": [{` + sukhnah + `}]`,
			of(but(captured, func(c *timeline.Claim) { c.Actor, c.CoActors = "russia", of(c.Actor) })), evaluate.Holder, "1 right, 0 missed, 0 wrong"},
		{"not asserted", `"control": [{` + sukhnah + `}]`,
			of(but(captured, func(c *timeline.Claim) { c.Modality = timeline.Attempt })), evaluate.Holder, "0 right, 1 missed, 0 wrong"},
		{"ground without a name is left out", `"control": [{` + sukhnah + `, "named": false}]`, of(partly), evaluate.Holder, "0 right, 0 missed, 0 wrong"},
		{"nobody is said to hold it", `"control": [{"kind": "withdrew", "actor": "unknown", "from": "sdf", "place": "السخنة"}]`,
			of(says(timeline.Withdrew, timeline.Unknown, "السخنة")), evaluate.Holder, "0 right, 0 missed, 0 wrong"},
		{"what one says and another denies is not wrong", `"not_control": [{"why": "denied", ` + trap + `}]`, of(tabqa), evaluate.Holder, "0 right, 0 missed, 0 wrong"},

		{"holding is no change", `"control": [{"kind": "holds", "actor": "sdf", "place": "الطبقة"}]`,
			of(says(timeline.Holds, "sdf", "الطبقة")), evaluate.Change, "0 right, 0 missed, 0 wrong"},
		{"a change taken for holding", `"control": [{` + sukhnah + `}]`,
			of(says(timeline.Holds, "syrian_government", "السخنة")), evaluate.Change, "0 right, 1 missed, 0 wrong"},

		{"a trap avoided", `"not_control": [{"why": "attempt", ` + trap + `}]`,
			of(but(tabqa, func(c *timeline.Claim) { c.Modality = timeline.Attempt })), evaluate.Traps, "1 right, 0 missed, 0 wrong"},
		{"a trap believed", `"not_control": [{"why": "attempt", ` + trap + `}]`, of(tabqa), evaluate.Traps, "0 right, 1 missed, 0 wrong"},
		{"who holds a place does not capture it", `"not_control": [{"why": "future", ` + trap + `}]`,
			of(says(timeline.Holds, "sdf", "الطبقة")), evaluate.Traps, "1 right, 0 missed, 0 wrong"},
		{"what came true is no trap", `"control": [{"kind": "holds", ` + trap + `}], "not_control": [{"why": "attempt", ` + trap + `}]`,
			of(tabqa), evaluate.Traps, "0 right, 0 missed, 0 wrong"},
		{"a denial is not counted with the traps", `"not_control": [{"why": "denied", ` + trap + `}]`, of(tabqa), evaluate.Traps, "0 right, 0 missed, 0 wrong"},

		{"quiet", ``, of(says(timeline.Holds, "sdf", "الطبقة"), says(timeline.Lost, timeline.Unknown, "الطبقة")), evaluate.Quiet, "1 right, 0 missed, 0 wrong"},
		{"not quiet", ``, of(partly), evaluate.Quiet, "0 right, 1 missed, 0 wrong"},
		{"a text with a change is not asked to be quiet", `"control": [{` + sukhnah + `}]`, nil, evaluate.Quiet, "0 right, 0 missed, 0 wrong"},

		{"from", `"control": [{` + sukhnah + `, "from": "islamic_state"}]`,
			of(but(captured, func(c *timeline.Claim) { c.From = "islamic_state" })), evaluate.Froms, "1 right, 0 missed, 0 wrong"},
		{"from one of two", `"control": [{` + sukhnah + `, "from": "hts", "from_co": ["opposition"]}]`,
			of(but(captured, func(c *timeline.Claim) { c.From = "opposition" })), evaluate.Froms, "1 right, 0 missed, 0 wrong"},
		{"from nobody", `"control": [{` + sukhnah + `, "from": "islamic_state"}]`, of(captured), evaluate.Froms, "0 right, 1 missed, 0 wrong"},
		{"from is asked of what was found", `"control": [{` + sukhnah + `, "from": "islamic_state"}]`, nil, evaluate.Froms, "0 right, 0 missed, 0 wrong"},
		{"from is asked of changes", `"control": [{"kind": "holds", "actor": "sdf", "from": "hts", "place": "الطبقة"}]`,
			of(says(timeline.Holds, "sdf", "الطبقة")), evaluate.Froms, "0 right, 0 missed, 0 wrong"},
		{"from is not asked where it is unknown", `"control": [{` + sukhnah + `, "from": "unknown"}]`, of(captured), evaluate.Froms, "0 right, 0 missed, 0 wrong"},

		{"date", `"control": [{` + sukhnah + `, "date": "2017-08-12"}]`,
			of(but(captured, func(c *timeline.Claim) { c.Date = day(t, "2017-08-12") })), evaluate.Dates, "1 right, 0 missed, 0 wrong"},
		{"another date", `"control": [{` + sukhnah + `, "date": "2017-08-12"}]`,
			of(but(captured, func(c *timeline.Claim) { c.Date = day(t, "2017-08-13") })), evaluate.Dates, "0 right, 1 missed, 0 wrong"},
		{"no date is asked for", `"control": [{` + sukhnah + `, "date": null}]`,
			of(but(captured, func(c *timeline.Claim) { c.Date = day(t, "2017-08-13") })), evaluate.Dates, "0 right, 0 missed, 0 wrong"},

		{"an advance towards a phrase", `"advances": [{"actor": "sdf", "place": "غرب الطبقة"}]`, of(says(timeline.Advanced, "sdf", "الطبقة")), evaluate.Advances, "1 right, 0 missed, 0 wrong"},
		{"an advance to a part of a place", `"advances": [{"actor": "sdf", "place": "الطبقة"}]`, of(says(timeline.Advanced, "sdf", "مطار الطبقة")), evaluate.Advances, "1 right, 0 missed, 0 wrong"},
		{"the advance of another", `"advances": [{"actor": "sdf", "place": "الطبقة"}]`, of(says(timeline.Advanced, "hts", "الطبقة")), evaluate.Advances, "0 right, 1 missed, 1 wrong"},
		{"an advance nowhere", `"advances": [{"actor": "sdf", "place": "الطبقة"}]`, of(says(timeline.Advanced, "sdf", "")), evaluate.Advances, "0 right, 1 missed, 1 wrong"},
		{"each advance once", `"advances": [{"actor": "sdf", "place": "الطبقة"}, {"actor": "sdf", "place": "شمال الطبقة"}]`,
			of(says(timeline.Advanced, "sdf", "الطبقة")), evaluate.Advances, "1 right, 1 missed, 0 wrong"},

		{"a siege", `"sieges": [{"actor": "islamic_state", "place": "دير الزور"}]`, of(says(timeline.Besieged, "islamic_state", "دير الزور")), evaluate.Sieges, "1 right, 0 missed, 0 wrong"},
		{"a siege broken", `"sieges": [{"actor": "islamic_state", "place": "دير الزور"}]`,
			of(but(says(timeline.SiegeBroken, "syrian_government", "دير الزور"), func(c *timeline.Claim) { c.From = "islamic_state" })),
			evaluate.Sieges, "1 right, 0 missed, 0 wrong"},
		{"the besieged", `"sieges": [{"actor": "islamic_state", "place": "دير الزور"}]`, of(says(timeline.Besieged, "syrian_government", "دير الزور")), evaluate.Sieges, "0 right, 1 missed, 1 wrong"},

		{"a strike by nobody named", `"strikes": [{"actor": null, "place": "الميادين"}]`, of(says(timeline.Struck, "russia", "الميادين")), evaluate.Strikes, "1 right, 0 missed, 0 wrong"},
		{"a strike by another", `"strikes": [{"actor": "us_coalition", "place": "الميادين"}]`, of(says(timeline.Struck, "russia", "الميادين")), evaluate.Strikes, "0 right, 1 missed, 1 wrong"},

		{"a clash, in whatever order", `"clashes": [{"actors": ["sdf", "islamic_state"], "place": "الرقة"}]`,
			of(but(says(timeline.Clashed, "islamic_state", "الرقة"), func(c *timeline.Claim) { c.CoActors = of(timeline.Actor("sdf")) })),
			evaluate.Clashes, "1 right, 0 missed, 0 wrong"},
		{"one side of a clash is not enough", `"clashes": [{"actors": ["sdf", "islamic_state"], "place": "الرقة"}]`,
			of(says(timeline.Clashed, "sdf", "الرقة")), evaluate.Clashes, "0 right, 1 missed, 1 wrong"},
		{"a clash within one party", `"clashes": [{"actors": ["local", "local"], "place": "الرقة"}]`,
			of(says(timeline.Clashed, "local", "الرقة")), evaluate.Clashes, "1 right, 0 missed, 0 wrong"},

		{"casualties, wherever", `"casualties": [{"side": "civilians", "killed_min": 3, "wounded_min": null}]`,
			of(but(says(timeline.Casualties, "civilians", "الرقة"), func(c *timeline.Claim) { c.KilledMin = some(3) })), evaluate.Tolls, "1 right, 0 missed, 0 wrong"},
		{"a number of wounded that is not there", `"casualties": [{"side": "civilians", "killed_min": 3, "wounded_min": null}]`,
			of(but(says(timeline.Casualties, "civilians", "الرقة"), func(c *timeline.Claim) { c.KilledMin, c.WoundedMin = some(3), some(0) })),
			evaluate.Tolls, "0 right, 1 missed, 1 wrong"},

		{"a number of kilometres counts once", `"distances": [{"km": 3.22}, {"km": 3.22}, {"km": 7}]`,
			of(timeline.Claim{Kind: timeline.Advanced, Modality: timeline.Attempt, DistanceKm: 3.2187},
				timeline.Claim{Kind: timeline.Distance, Modality: timeline.Asserted, DistanceKm: 3.22}),
			evaluate.Distances, "1 right, 1 missed, 0 wrong"},
		{"another number of kilometres", `"distances": [{"km": 3}]`, of(timeline.Claim{Kind: timeline.Distance, DistanceKm: 3.02}),
			evaluate.Distances, "0 right, 1 missed, 1 wrong"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := evaluate.Text{Gold: gold(t, c.gold), Reading: &timeline.Reading{Claims: c.claims}}
			if got := counts(t, evaluate.Evaluate(of(text)), c.figure); got != c.want {
				t.Errorf("%s: %s: want %s", c.figure, got, c.want)
			}
		})
	}
}

func TestFiguresOfPlaces(t *testing.T) {
	g := gold(t, `"places": [{"surface": "السخنة", "approx": [34.88, 38.87]}, {"surface": "تدمر", "approx": [34.55, 38.27]},
		{"surface": "أراك", "approx": [34.65, 38.57]}, {"surface": "حمص"}, {"surface": "مدينة حمص"}]`)
	at := func(name string, lon, lat float64) timeline.Mention {
		return timeline.Mention{Surface: name, Place: &geo.Place{At: orb.Point{lon, lat}}}
	}
	table := evaluate.Evaluate(of(evaluate.Text{Gold: g, Reading: &timeline.Reading{Places: of(
		at("سخنة", 38.97, 34.88), // 9.1 km to the east
		at("تدمر", 38.38, 34.55), // 10.1 km
		timeline.Mention{Surface: "حمص"}, timeline.Mention{Surface: "حُمص"}, timeline.Mention{Surface: "الرقة"}, timeline.Mention{},
	)}}))
	if got, want := counts(t, table, evaluate.Places), "3 right, 1 missed, 1 wrong"; got != want {
		t.Errorf("names: %s: want %s", got, want)
	}
	if got, want := counts(t, table, evaluate.Within10), "1 right, 2 missed, 0 wrong"; got != want {
		t.Errorf("names within 10 km: %s: want %s", got, want)
	}
}

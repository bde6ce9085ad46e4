package draft_test

import (
	"slices"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// sides of a war of five.
func sides() draft.Sides {
	return draft.SidesOf([]timeline.ActorInfo{
		{ID: "syrian_government", Side: "damascus"}, {ID: "russia", Side: "damascus"}, {ID: "islamic_state", Side: "islamic_state"},
		{ID: "opposition", Side: "opposition"}, {ID: "hts", Side: "opposition"}, {ID: "turkey_backed", Side: "opposition"},
		{ID: "turkey", Side: "opposition"}, {ID: "sdf", Side: "sdf"}, {ID: "israel", Side: "israel"}, {ID: "local", Side: "local"}})
}

func named(actors ...timeline.Actor) draft.Forces {
	var out draft.Forces
	for _, a := range actors {
		out.Count(a)
	}
	out.Sort()
	return out
}

func TestForcesAreCounted(t *testing.T) {
	got := named("sdf", "hts", "sdf", "israel", "hts", "sdf")
	if want := (draft.Forces{{Actor: "sdf", Count: 3}, {Actor: "hts", Count: 2}, {Actor: "israel", Count: 1}}); !slices.Equal(got, want) {
		t.Errorf("%v: want %v", got, want)
	}
	if got := named("sdf", "hts"); got[0].Actor != "hts" {
		t.Errorf("%v: want equals by id", got)
	}
	if named() != nil {
		t.Error("nobody named gives forces")
	}
}

func TestOpponent(t *testing.T) {
	nobody := func(a, b timeline.Actor) bool { return false }
	for _, c := range []struct {
		how            string
		sentence, text draft.Forces
		of, want       timeline.Actor
	}{
		{"the only other", named("sdf", "islamic_state"), nil, "sdf", "islamic_state"},
		{"none of its own side", named("syrian_government", "russia"), nil, "syrian_government", ""},
		{"nobody", nil, nil, "sdf", ""},
		{"of an unknown actor", named("sdf", "islamic_state"), nil, "", ""},
		{"of the text, where the sentence has none", named("sdf"), named("sdf", "islamic_state"), "sdf", "islamic_state"},
		{"the sentence before the text", named("syrian_government", "islamic_state"), named("syrian_government", "opposition", "opposition"), "syrian_government", "islamic_state"},
		{"the enemy, not the bystander", named("syrian_government", "sdf", "sdf", "islamic_state"), nil, "syrian_government", "islamic_state"},
		{"a bystander where there is no enemy", named("syrian_government", "sdf"), nil, "syrian_government", "sdf"},
		{"the enemy of the text before the bystander of the sentence", named("syrian_government", "sdf"), named("syrian_government", "sdf", "islamic_state"), "syrian_government", "islamic_state"},
		{"Turkey's factions against the Kurds", named("turkey_backed", "syrian_government", "syrian_government", "sdf"), nil, "turkey_backed", "sdf"},
		{"of two enemies, the one named more", named("syrian_government", "islamic_state", "opposition", "islamic_state"), nil, "syrian_government", "islamic_state"},
		{"of two enemies named as often, neither", named("syrian_government", "islamic_state", "opposition"), nil, "syrian_government", ""},
		{"of one side, the one named more", named("syrian_government", "hts", "hts", "turkey_backed"), nil, "syrian_government", "hts"},
		{"of one side, the name for all of it", named("syrian_government", "hts", "hts", "opposition"), nil, "syrian_government", "opposition"},
	} {
		t.Run(c.how, func(t *testing.T) {
			if got := sides().Opponent(c.sentence, c.text, c.of, nobody); got != c.want {
				t.Errorf("%q: want %q", got, c.want)
			}
		})
	}
}

// Who is named together with an actor is not against it.
func TestAlliesAreNoOpponents(t *testing.T) {
	together := func(a, b timeline.Actor) bool {
		return a == "sdf" && b == "opposition" || a == "opposition" && b == "sdf"
	}
	if got := sides().Opponent(named("sdf", "opposition", "opposition", "islamic_state"), nil, "opposition", together); got != "islamic_state" {
		t.Errorf("%q: want islamic_state", got)
	}
	if got := sides().Opponent(named("sdf", "opposition"), nil, "opposition", together); got != "" {
		t.Errorf("%q: want nobody", got)
	}
}

func TestRivals(t *testing.T) {
	for _, c := range []struct {
		how  string
		text draft.Forces
		want []timeline.Actor
	}{
		{"two", named("sdf", "islamic_state", "sdf"), []timeline.Actor{"sdf", "islamic_state"}},
		{"not two of one side", named("russia", "syrian_government", "syrian_government", "hts"), []timeline.Actor{"syrian_government", "hts"}},
		{"the two named most", named("sdf", "sdf", "sdf", "israel", "hts", "hts"), []timeline.Actor{"sdf", "hts"}},
		{"one side alone", named("russia", "syrian_government"), nil},
		{"nobody", nil, nil},
	} {
		if got := sides().Rivals(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v: want %v", c.how, got, c.want)
		}
	}
}

func TestFoe(t *testing.T) {
	spoken := func(actors ...timeline.Actor) map[timeline.Actor]bool {
		out := map[timeline.Actor]bool{}
		for _, a := range actors {
			out[a] = true
		}
		return out
	}
	for _, c := range []struct {
		how      string
		of, want timeline.Actor
		spoken   map[timeline.Actor]bool
	}{
		{"of two sides, the other", "rsf", "saf", spoken("rsf")},
		{"Russia, where nobody else is named", "russia", "ukraine", spoken("russia", "civilians")},
		{"Russia in Syria", "russia", "", spoken("russia", "syrian_government")},
		{"Russia against others", "russia", "", spoken("russia", "hts")},
		{"a war of many sides", "sdf", "", spoken("sdf")},
	} {
		if got := sides().Foe(c.of, c.spoken); got != c.want {
			t.Errorf("%s: %q: want %q", c.how, got, c.want)
		}
	}
}

package timeline_test

import (
	"os"
	"strings"
	"testing"

	"frontline/timeline"
)

const actorsHead = "id\tname_en\tname_ar\tside\tcolour\n"

func TestLoadActors(t *testing.T) {
	got, err := timeline.LoadActors(strings.NewReader(actorsHead + "tribes\tTribal forces\tقوات العشائر\tlocals\t#00ff7f\n" +
		"guard\tThe \"Guard\"\tالحرس\tlocals\t#123456\n"))
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if want := (timeline.ActorInfo{ID: "tribes", NameEn: "Tribal forces", NameAr: "قوات العشائر", Side: "locals", Colour: "#00ff7f"}); got[0] != want {
		t.Errorf("%+v: want %+v", got[0], want)
	}
	if got[1].NameEn != `The "Guard"` {
		t.Errorf("quotes in a name: %q", got[1].NameEn)
	}
}

func TestWrongActorsAreNamed(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		says       []string
	}{
		{"a short row", "a\tA\tأ\ts\n", []string{"line 2"}},
		{"no id", "\tA\tأ\ts\t#000000\n", []string{"line 2", `""`}},
		{"the same id twice", "a\tA\tأ\ts\t#000000\na\tB\tب\ts\t#000000\n", []string{"line 3", `"a"`, "twice"}},
		{"a colour by name", "a\tA\tأ\ts\tred\n", []string{"line 2", `"red"`, "#rrggbb"}},
		{"a short colour", "a\tA\tأ\ts\t#fff\n", []string{"line 2", `"#fff"`, "#rrggbb"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := timeline.LoadActors(strings.NewReader(actorsHead + c.rows))
			if err == nil {
				t.Fatal("was loaded")
			}
			for _, s := range append(c.says, "actors") {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
		})
	}
}

func TestShippedActors(t *testing.T) {
	f, err := os.Open("../data/actors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	actors, err := timeline.LoadActors(f)
	if err != nil {
		t.Fatal(err)
	}
	colours := map[string]timeline.Actor{}
	for _, a := range actors {
		if a.NameEn == "" || a.NameAr == "" || a.Side == "" {
			t.Errorf("%+v lacks a name or a side", a)
		}
		if other, taken := colours[a.Colour]; taken {
			t.Errorf("%s and %s are drawn in one colour, %s", a.ID, other, a.Colour)
		}
		colours[a.Colour] = a.ID
	}
}

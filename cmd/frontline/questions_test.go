package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// Four reports of August 2017: who holds three places; then one has passed at
// some time, part of another is taken, and of the third only its taker says so;
// then all of the second is taken.
func fourReportsStored(t *testing.T) (db string) {
	t.Helper()
	dir := folder(t, map[string]string{
		"a.txt": "---\npublished: 2017-08-01\nsource: دفتر الشرق\n---\nيسيطر تنظيم الدولة الإسلامية على قرية الكدير وبلدة المنصورة ومدينة السخنة.\n",
		"b.txt": "---\npublished: 2017-08-10\nsource: نشرة الغرب\n---\nوكانت قوات النظام قد سيطرت على قرية الكدير.\n\n" +
			"سيطرت قوات سوريا الديمقراطية يوم 8 آب على أجزاء من بلدة المنصورة.\n",
		"c.txt": "---\npublished: 2017-08-12\nsource: بريد الجنوب\n---\nأعلنت قوات النظام أنها سيطرت اليوم على مدينة السخنة.\n",
		"d.txt": "---\npublished: 2017-08-15\nsource: دفتر الشرق\n---\nسيطرت قوات سوريا الديمقراطية أمس على كامل بلدة المنصورة.\n",
	})
	db = filepath.Join(t.TempDir(), "four.db")
	output(t, "ingest", dir, "--db", db)
	return db
}

// span is a holding or a stay, as far as these tests read it.
type span struct {
	Holder, From, To, How string
	Others                []string
	Disputes              []dispute
	Uncertain             bool
	SinceBasis            string `json:"since_basis"`
	LastConfirmed         string `json:"last_confirmed"`
	Days                  int
	Because               []evidence
}

type dispute struct{ Party, Why string }

type chronicle struct {
	Place        struct{ ID string }
	ChangedHands int `json:"changed_hands"`
	Holdings     []span
	Stays        *struct {
		Actor         string
		Days          int
		ContestedDays int `json:"contested_days"`
		UncertainDays int `json:"uncertain_days"`
		Spans         []span
	}
}

func (s span) String() string {
	return fmt.Sprintf("[%s, %s) %s%s %v %v", s.From, s.To, s.Holder, s.How, s.Others, s.Disputes)
}

func lines[T fmt.Stringer](list []T) string {
	var b strings.Builder
	for _, x := range list {
		fmt.Fprintln(&b, x)
	}
	return b.String()
}

func TestHistoryTellsTheHoldingsInOrder(t *testing.T) {
	db := fourReportsStored(t)
	for _, name := range []string{"الكدير", "al-Kadir", "sy-homs-kadir"} {
		got := decode[chronicle](t, output(t, "history", name, "--db", db, "--format", "json"))
		want := "[2017-08-01, 2017-08-02) islamic_state [] []\n" +
			"[2017-08-02, 2017-08-10) islamic_state [syrian_government] [{syrian_government passing}]\n" +
			"[2017-08-10, ) syrian_government [] []\n"
		if lines(got.Holdings) != want || got.ChangedHands != 1 || got.Stays != nil {
			t.Fatalf("%s: changed hands %d times, of an actor %v:\n%swant once, and\n%s", name, got.ChangedHands, got.Stays, lines(got.Holdings), want)
		}
		if h := got.Holdings[1]; !h.Uncertain || h.LastConfirmed != "" || h.SinceBasis != "inferred" || len(h.Because) != 1 {
			t.Errorf("%s: %+v: want an uncertain span that nobody confirmed, with what it is concluded from", name, h)
		}
		if h := got.Holdings[0]; h.LastConfirmed != "2017-08-01" || h.SinceBasis != "baseline" {
			t.Errorf("%s: %+v: want it confirmed on 2017-08-01, by who said how it was", name, h)
		}
	}
	text := output(t, "history", "الكدير", "--db", db)
	for _, want := range []string{"changed hands: 1", "[2017-08-02, 2017-08-10)  islamic_state or syrian_government", "nobody says when",
		"since 2017-08-01 (baseline), last confirmed 2017-08-01", "قرية الكدير", "نشرة الغرب"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
	if text := output(t, "history", "تدمر", "--db", db); !strings.Contains(text, "nothing is known") {
		t.Errorf("%s: want nothing known", text)
	}
}

func TestHistoryOfOneActorCountsItsDays(t *testing.T) {
	db := fourReportsStored(t)
	ask := func(args ...string) chronicle {
		return decode[chronicle](t, output(t, append([]string{"history", "--db", db, "--format", "json"}, args...)...))
	}
	got := ask("المنصورة", "--actor", "islamic_state")
	if want := "[2017-08-01, 2017-08-08) holds [] []\n[2017-08-08, 2017-08-14) contests [] []\n"; lines(got.Stays.Spans) != want {
		t.Errorf("got\n%swant\n%s", lines(got.Stays.Spans), want)
	}
	if s := got.Stays; s.Days != 7 || s.ContestedDays != 6 || s.UncertainDays != 0 || len(got.Holdings) != 2 {
		t.Errorf("%+v: want 7 days, 6 contested, and the two holdings it was in", s)
	}
	if s := ask("الكدير", "--actor", "syrian_government").Stays; s.Days != 1 || s.UncertainDays != 8 {
		t.Errorf("%+v: want the one day of which a report says so, and 8 that are uncertain", s)
	}
	got = ask("المنصورة", "2017-08-06..2017-08-20", "--actor", "قوات سوريا الديمقراطيه")
	if s := got.Stays; s.Actor != "sdf" || s.Days != 6 || s.ContestedDays != 6 || got.ChangedHands != 1 {
		t.Errorf("%+v: want the days of the range: 6 contested, then 6 alone", got)
	}
	if got = ask("المنصورة", "..2017-08-08", "--actor", "sdf"); len(got.Stays.Spans) != 0 || got.ChangedHands != 0 {
		t.Errorf("%+v: want nothing before it came", got)
	}
}

// place is an answer of one place of a list.
type listed struct {
	Place         struct{ ID string }
	Holder        string
	Contested     bool
	Others        []string
	Disputes      []dispute
	Since         string
	ContestedFrom string `json:"contested_from"`
	LastConfirmed string `json:"last_confirmed"`
	AgeDays       *int   `json:"age_days"`
	Because       []evidence
}

func (l listed) String() string {
	return fmt.Sprint(l.Place.ID, " ", l.Holder, " ", l.Others, " ", l.Disputes)
}

type listing struct{ Places []listed }

func TestHeldListsThePlacesOfAnActor(t *testing.T) {
	db := fourReportsStored(t)
	ask := func(args ...string) []listed {
		return decode[listing](t, output(t, append([]string{"held", "--db", db, "--format", "json"}, args...)...)).Places
	}
	got := ask("islamic_state", "--on", "2017-08-11")
	want := "sy-raqqa-mansurah islamic_state [sdf] [{sdf fighting}]\nsy-homs-sukhnah islamic_state [] []\n"
	if lines(got) != want {
		t.Fatalf("got\n%swant\n%s", lines(got), want)
	}
	if s := got[1]; s.Since != "2017-08-01" || s.LastConfirmed != "2017-08-01" || s.AgeDays == nil || *s.AgeDays != 10 || len(s.Because) != 1 {
		t.Errorf("%+v: want it since 2017-08-01, confirmed 10 days before, with the words", s)
	}
	for _, c := range []struct {
		how  string
		args []string
		want string
	}{
		{"a governorate by its Arabic name", []string{"--in", "الرقة"}, "sy-raqqa-mansurah "},
		{"in English", []string{"--in", "homs"}, "sy-homs-sukhnah "},
		{"by its p-code", []string{"--in", "SY04"}, "sy-homs-sukhnah "},
		{"a box", []string{"--bbox", "38,34,39.5,35.5"}, "sy-homs-sukhnah "},
		{"nobody confirmed it lately", []string{"--unconfirmed-for", "10"}, "sy-homs-sukhnah "},
		{"for longer than that", []string{"--unconfirmed-for", "11"}, ""},
		{"as known before", []string{"--as-known-on", "2017-08-11"}, ""},
		{"without who said so", []string{"--without", "دفتر الشرق"}, ""},
	} {
		ids := ""
		for _, l := range ask(append([]string{"islamic_state", "--on", "2017-08-11"}, c.args...)...) {
			ids += l.Place.ID + " "
		}
		if ids != c.want {
			t.Errorf("%s: got %q, want %q", c.how, ids, c.want)
		}
	}
	text := output(t, "held", "تنظيم الدولة الإسلامية", "--on", "2017-08-11", "--db", db)
	for _, want := range []string{"islamic_state on 2017-08-11: 2 places, 1 of them contested", "last confirmed 2017-08-01, 10 days before", "fighting"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
}

func TestContestedSaysWhy(t *testing.T) {
	db := fourReportsStored(t)
	for on, want := range map[string]string{
		"2017-08-01": "",
		"2017-08-05": "sy-homs-kadir islamic_state [syrian_government] [{syrian_government passing}]\n",
		"2017-08-09": "sy-homs-kadir islamic_state [syrian_government] [{syrian_government passing}]\nsy-raqqa-mansurah islamic_state [sdf] [{sdf fighting}]\n",
		"2017-08-13": "sy-raqqa-mansurah islamic_state [sdf] [{sdf fighting}]\nsy-homs-sukhnah islamic_state [syrian_government] [{syrian_government own_word}]\n",
		"2018-01-01": "sy-homs-sukhnah islamic_state [syrian_government] [{syrian_government own_word}]\n",
	} {
		got := decode[listing](t, output(t, "contested", "--on", on, "--db", db, "--format", "json")).Places
		if lines(got) != want {
			t.Errorf("%s: got\n%swant\n%s", on, lines(got), want)
		}
		for _, l := range got {
			if !l.Contested || l.ContestedFrom == "" || len(l.Because) == 0 {
				t.Errorf("%s: %+v: want since when, and because of which words", on, l)
			}
		}
	}
	text := output(t, "contested", "--on", "2017-08-13", "--in", "Homs", "--db", db)
	if !strings.Contains(text, "1 place contested") || !strings.Contains(text, "its own word), contested since 2017-08-12") {
		t.Errorf("%s: want al-Sukhnah alone, since 2017-08-12, by its taker's own word", text)
	}
}

type moves struct {
	Changes []struct {
		Day       string
		Place     struct{ ID string }
		From, To  string
		Others    []string
		Uncertain bool
		ByThen    bool `json:"by_then"`
		Because   []evidence
	}
}

func TestChangesTellWhatMoved(t *testing.T) {
	db := fourReportsStored(t)
	ask := func(args ...string) string {
		var b strings.Builder
		for _, c := range decode[moves](t, output(t, append([]string{"changes", "--db", db, "--format", "json"}, args...)...)).Changes {
			fmt.Fprintln(&b, c.Day, c.Place.ID, c.From, c.To, c.Others, c.Uncertain, c.ByThen)
			if len(c.Because) == 0 {
				t.Errorf("%+v: because of nothing", c)
			}
		}
		return b.String()
	}
	kadir := "2017-08-02 sy-homs-kadir islamic_state islamic_state [syrian_government] true false\n"
	taken := "2017-08-10 sy-homs-kadir islamic_state syrian_government [] false true\n"
	entered := "2017-08-08 sy-raqqa-mansurah islamic_state islamic_state [sdf] false false\n"
	fell := "2017-08-14 sy-raqqa-mansurah islamic_state sdf [] false false\n"
	sukhnah := "2017-08-12 sy-homs-sukhnah islamic_state islamic_state [syrian_government] false false\n"
	for _, c := range []struct {
		how  string
		args []string
		want string
	}{
		{"all", []string{".."}, kadir + entered + taken + sukhnah + fell},
		{"half-open", []string{"2017-08-08..2017-08-14"}, entered + taken + sukhnah},
		{"who came or was there", []string{"..", "--actor", "sdf"}, entered + fell},
		{"one place", []string{"..", "--place", "المنصورة"}, entered + fell},
		{"a governorate", []string{"..", "--in", "Raqqa"}, entered + fell},
		{"a box", []string{"..", "--bbox", "38.5,34.5,39,35.1"}, sukhnah},
		{"without a source", []string{"..", "--without", "نشرة الغرب"}, sukhnah + fell},
	} {
		if got := ask(c.args...); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.how, got, c.want)
		}
	}
	text := output(t, "changes", "2017-08-08..2017-08-15", "--db", db)
	for _, want := range []string{"2017-08-08\n", "islamic_state → sdf", "islamic_state → syrian_government, by then: nobody says since when", "على كامل بلدة المنصورة"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
}

func TestChangesOfHandsAreCounted(t *testing.T) {
	db := fourReportsStored(t)
	for by, want := range map[string]string{
		"place":       "    1  الكدير (al-Kadir), village, Homs  sy-homs-kadir  (2017-08-10 to 2017-08-10)\n    1  المنصورة (al-Mansurah), town, Raqqa  sy-raqqa-mansurah  (2017-08-14 to 2017-08-14)\n",
		"governorate": "    1  Homs  (2017-08-10 to 2017-08-10)\n    1  Raqqa  (2017-08-14 to 2017-08-14)\n",
		"actor": "    2  islamic_state: gained 0, lost 2  (2017-08-10 to 2017-08-14)\n" +
			"    1  sdf: gained 1, lost 0  (2017-08-14 to 2017-08-14)\n    1  syrian_government: gained 1, lost 0  (2017-08-10 to 2017-08-10)\n",
	} {
		if got := output(t, "changes", "..", "--by", by, "--db", db); got != want {
			t.Errorf("by %s: got\n%swant\n%s", by, got, want)
		}
	}
}

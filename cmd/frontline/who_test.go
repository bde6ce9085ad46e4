package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// answer is what `who --format json` says, as far as tests read it.
type answer struct {
	Place *struct {
		ID string `json:"id"`
	} `json:"place"`
	Day, Holder, Since string
	SinceBasis         string `json:"since_basis"`
	Inferred           bool
	Because            []evidence
	Before, After      *struct{ Holder, From, To string }
}

type evidence struct {
	Claim  struct{ Quote string }
	Report struct{ Source, URL string }
}

// undecided is what it says of a name that is none, or several.
type undecided struct {
	Error      string
	Candidates []candidate
}

type candidate struct{ ID, Reason string }

// twoReportsStored is a database with the two reports of these tests.
func twoReportsStored(t *testing.T) (db string) {
	t.Helper()
	kadir, mansurah := twoReports(t)
	db = filepath.Join(t.TempDir(), "two.db")
	output(t, "ingest", kadir, mansurah, "--db", db, "--published", "2017-08-13")
	return db
}

func TestWhoKnowsAPlaceByEitherNameAndById(t *testing.T) {
	db := twoReportsStored(t)
	for _, name := range []string{"الكدير", "al-Kadir", "AL KADIR", "القديرة", "sy-homs-kadir"} {
		got := decode[answer](t, output(t, "who", name, "--on", "2017-08-20", "--db", db, "--format", "json"))
		if got.Place == nil || got.Place.ID != "sy-homs-kadir" || got.Holder != "syrian_government" {
			t.Errorf("%s: %+v: want al-Kadir, held by the government", name, got)
		}
		if got.Since != "2017-08-12" || got.SinceBasis != "relative" || got.Day != "2017-08-20" {
			t.Errorf("%s: since %s (%s) on %s: want 2017-08-12, the day before publication", name, got.Since, got.SinceBasis, got.Day)
		}
		if len(got.Because) != 1 || !strings.Contains(got.Because[0].Claim.Quote, "الكدير") {
			t.Errorf("%s: because %+v: want the clause that says so", name, got.Because)
		}
		if got.Before == nil || got.Before.Holder != "islamic_state" || got.Before.To != "2017-08-12" || got.After != nil {
			t.Errorf("%s: before %+v, after %+v: want the Islamic State until 2017-08-12, and nothing", name, got.Before, got.After)
		}
	}
	text := output(t, "who", "الكدير", "--on", "2017-08-20", "--db", db)
	for _, want := range []string{"al-Kadir", "on 2017-08-20: syrian_government", "since 2017-08-12", "قرية الكدير", "before: islamic_state"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: want %q in it", text, want)
		}
	}
}

// Scripts rely on these names; none may go, and a new one is added on purpose.
func TestWhoHasTheKeysOfTheContract(t *testing.T) {
	db := twoReportsStored(t)
	type object = map[string]any
	got := decode[object](t, output(t, "who", "sy-homs-kadir", "--on", "2017-08-20", "--db", db, "--format", "json"))
	evidence := got["because"].([]any)[0].(object)
	for _, c := range []struct {
		name string
		got  object
		want string
	}{
		{"answer", got, "after because before confidence contested day holder inferred inferred_from last_confirmed others place since since_basis"},
		{"place", got["place"].(object), "admin1 id kind lat lon name_ar name_en"},
		{"because", evidence, "claim report"},
		{"report", evidence["report"].(object), "id published source title url"},
		{"before", got["before"].(object), "from holder to"},
	} {
		for _, want := range strings.Fields(c.want) { // more may be there
			if _, there := c.got[want]; !there {
				t.Errorf("%s has %v: want %s too", c.name, keys(c.got), want)
			}
		}
	}
	point := decode[object](t, output(t, "who", "--at", "38.846,35.274", "--on", "2017-08-20", "--db", db, "--format", "json"))
	inferred := point["inferred_from"].([]any)[0].(object)
	if want := strings.Fields("day holder km place"); !slices.Equal(keys(inferred), want) {
		t.Errorf("inferred_from has %v: want %v", keys(inferred), want)
	}
}

func TestWhoAnswersForAPointFromThePlacesAround(t *testing.T) {
	db := twoReportsStored(t)
	near := decode[answer](t, output(t, "who", "--at", "38.85,35.28", "--on", "2017-08-20", "--db", db, "--format", "json"))
	if near.Place != nil || near.Holder != "syrian_government" || !near.Inferred {
		t.Errorf("%+v: want the government, inferred, and no place", near)
	}
	far := decode[answer](t, output(t, "who", "--at", "36.3,33.5", "--on", "2017-08-20", "--db", db, "--format", "json"))
	if far.Holder != "unknown" || len(far.Because) > 0 {
		t.Errorf("%+v: want unknown, far from all that is known", far)
	}
}

func TestWhoSaysUnknownWhereNothingIsKnown(t *testing.T) {
	db := twoReportsStored(t)
	got := decode[answer](t, output(t, "who", "تدمر", "--on", "2017-08-20", "--db", db, "--format", "json"))
	if got.Holder != "unknown" || len(got.Because) > 0 || got.Since != "" {
		t.Errorf("%+v: want unknown, because of nothing", got)
	}
	if text := output(t, "who", "تدمر", "--on", "2017-08-20", "--db", db); !strings.Contains(text, "on 2017-08-20: unknown") {
		t.Errorf("%s: want unknown", text)
	}
}

func TestWhoListsCandidatesWhereItCannotDecide(t *testing.T) {
	db := twoReportsStored(t)
	for _, c := range []struct {
		name, says, candidate string
	}{
		{"Kadi", "no place", "sy-homs-kadir"},
		{"حميمة", "2 places", "sy-homs-humaymah"},
	} {
		got := frontline(t, "who", c.name, "--on", "2017-08-20", "--db", db, "--format", "json")
		wantFailure(t, got, exitUndecided)
		said := decode[undecided](t, got.out)
		if !strings.Contains(said.Error, c.says) || !strings.Contains(said.Error, c.name) {
			t.Errorf("error %q: want %q and the name", said.Error, c.says)
		}
		if !slices.ContainsFunc(said.Candidates, func(k candidate) bool { return k.ID == c.candidate && k.Reason != "" }) {
			t.Errorf("%s: candidates %+v: want %s among them, with a reason", c.name, said.Candidates, c.candidate)
		}
		got = frontline(t, "who", c.name, "--on", "2017-08-20", "--db", db)
		wantFailure(t, got, exitUndecided)
		if !strings.Contains(got.out, c.candidate) {
			t.Errorf("%s: want %s among the candidates", got.out, c.candidate)
		}
	}
	if got := frontline(t, "who", "قصر الحمراء البعيد", "--on", "2017-08-20", "--db", db); got.status != exitUndecided {
		t.Errorf("exit status %d: want %d for a name like no other", got.status, exitUndecided)
	}
}

func TestWhoAnswersAsItWasKnown(t *testing.T) {
	db := twoReportsStored(t)
	got := decode[answer](t, output(t, "who", "الكدير", "--on", "2017-08-20", "--as-known-on", "2017-08-21", "--db", db, "--format", "json"))
	if got.Holder != "unknown" {
		t.Errorf("%+v: want unknown: nothing was stored by then", got)
	}
}

func TestWhoRefusesWhatItDoesNotKnow(t *testing.T) {
	db := twoReportsStored(t)
	missing := filepath.Join(t.TempDir(), "missing.db")
	wantFailure(t, frontline(t, "who", "الكدير", "--on", "2017-08-20", "--db", missing), 1, "--db", missing, "no such file")
	if _, err := os.Stat(missing); !os.IsNotExist(err) {
		t.Errorf("%v: want no database made by a question", err)
	}
	wantFailure(t, frontline(t, "who", "الكدير", "--db", db), 1, `"on"`)
	wantFailure(t, frontline(t, "who", "الكدير", "--on", "", "--db", db), 1, "--on", `""`, "YYYY-MM-DD")
	wantFailure(t, frontline(t, "who", "الكدير", "--on", "20.8.2017", "--db", db), 1, "--on", `"20.8.2017"`, "YYYY-MM-DD")
	wantFailure(t, frontline(t, "who", "الكدير", "--on", "2017-08-20", "--as-known-on", "now", "--db", db), 1, "--as-known-on", `"now"`)
	wantFailure(t, frontline(t, "who", "--on", "2017-08-20", "--db", db), 1, "PLACE", "--at")
	wantFailure(t, frontline(t, "who", "الكدير", "--at", "38,35", "--on", "2017-08-20", "--db", db), 1, "either")
	wantFailure(t, frontline(t, "who", "--at", "38;35", "--on", "2017-08-20", "--db", db), 1, "--at", `"38;35"`, "LON,LAT")
	wantFailure(t, frontline(t, "who", "--at", "238,35", "--on", "2017-08-20", "--db", db), 1, "--at", "238", "-180 to 180")
}

func TestWhoInAGovernorate(t *testing.T) {
	db := twoReportsStored(t)
	ask := func(in string) outcome {
		return frontline(t, "who", "الصناعة", "--in", in, "--on", "2017-08-20", "--db", db, "--format", "json")
	}
	for in, want := range map[string]string{"Raqqa": "sy-raqqa-raqqa-sinaa", "الرقة": "sy-raqqa-raqqa-sinaa", "Deir-ez-Zor": "sy-deir-ez-zor-dz-sinaa"} {
		if got := decode[answer](t, ask(in).out); got.Place == nil || got.Place.ID != want {
			t.Errorf("in %s: %+v: want %s", in, got, want)
		}
	}
	wantFailure(t, ask("Bavaria"), 1, "--in", "Bavaria", "Raqqa")
}

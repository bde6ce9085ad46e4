package timeline_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"frontline/timeline"
)

const sourcesHead = "id\tname_en\tname_ar\tsigns\tside\tlanguages\tweight\tlicence\n"

func loadSources(table string, known ...timeline.Source) ([]timeline.Source, error) {
	return timeline.LoadSources(strings.NewReader(table), []string{"damascus", "sdf"}, timeline.NewRegistry(known).Sources())
}

func TestSourcesAreRead(t *testing.T) {
	want := []timeline.Source{
		{ID: "wire", NameEn: "The \"Wire\"", NameAr: "السلك", Signs: []string{"Wire", "wire.example"}, Side: "sdf", Languages: []string{"ar", "en"}, Weight: 0.5, Licence: "CC0"},
		{ID: "desk", NameEn: "Desk", Signs: []string{}, Languages: []string{}, Weight: 1},
	}
	rows := "wire\tThe \"Wire\"\tالسلك\tWire | wire.example\tsdf\tar|en\t0.5\tCC0\n\ndesk\tDesk\t\t\t\t\t1\t"
	for name, table := range map[string]string{
		"plain":                           sourcesHead + rows,
		"with the line ends of Windows":   strings.ReplaceAll(sourcesHead+rows, "\n", "\r\n"),
		"with the mark of a spreadsheet":  "\ufeff" + sourcesHead + rows,
		"with an empty line at the end":   sourcesHead + rows + "\n\n",
		"over one of the same id, listed": sourcesHead + rows,
	} {
		got, err := loadSources(table, timeline.Source{ID: "wire", NameEn: "Wire before"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if got, err := loadSources(sourcesHead); err != nil || len(got) != 0 {
		t.Errorf("a head line alone: %v, %v", got, err)
	}
}

func TestWrongSourcesAreNamedByLineAndField(t *testing.T) {
	const good = "wire\tWire\t\tW\t\t\t0.5\t\n"
	for _, c := range []struct{ phenomenon, rows, want string }{
		{"no head", "", "line 1: want the head line"},
		{"a field too few", good + "desk\tDesk\t\t\t\t\t0.5\n", "line 3: 7 fields: want 8"},
		{"spaces for tabs", "desk Desk      0.5 \n", "line 2: 1 fields: want 8"},
		{"an empty line before", "\n\ndesk\t\t\t\t\t\tx\t\n", `line 4: desk: weight "x"`},
		{"no id", "\tDesk\t\t\t\t\t0.5\t\n", `line 2: id ""`},
		{"an id of two words", "the desk\tDesk\t\t\t\t\t0.5\t\n", `line 2: id "the desk"`},
		{"the id of those who are not named", "unnamed\t\t\t\t\t\t0.5\t\n", `line 2: id "unnamed"`},
		{"an id twice", good + "\n" + good, `line 4: id "wire" is in line 2 already`},
		{"a side nobody is on", "desk\t\t\t\tmoon\t\t0.5\t\n", `line 2: desk: side "moon": want one of damascus, sdf`},
		{"no weight", "desk\t\t\t\t\t\t\t\n", `line 2: desk: weight ""`},
		{"a weight above 1", "desk\t\t\t\t\t\t1.01\t\n", "line 2: desk: weight 1.01: want a number from 0 to 1"},
		{"a weight below 0", "desk\t\t\t\t\t\t-0.1\t\n", "line 2: desk: weight -0.1"},
		{"a weight that is no number", "desk\t\t\t\t\t\tNaN\t\n", "line 2: desk: weight NaN"},
		{"a bar in a name", "desk\tA|B\t\t\t\t\t0.5\t\n", `line 2: desk: "A|B"`},
		{"a name of another line", good + "desk\tDesk\t\tw\t\t\t0.5\t\n", `line 3: desk: "w" is a name of wire already`},
		{"an id that is a name of another line", good + "w\tDesk\t\t\t\t\t0.5\t\n", `line 3: w: "w" is a name of wire already`},
		{"a name of one that is listed", "desk\tThe  ECHO\t\t\t\t\t0.5\t\n", `line 2: desk: "the echo" is a name of echo already`},
	} {
		head := sourcesHead
		if c.rows == "" {
			head = ""
		}
		_, err := loadSources(head+c.rows, timeline.Source{ID: "echo", NameEn: "The Echo"})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v: want %s", c.phenomenon, err, c.want)
		}
	}
}

// A name that one source gives up in a table another may take in it.
func TestANameCanPassFromOneSourceToAnother(t *testing.T) {
	known := []timeline.Source{{ID: "wire", Signs: []string{"W"}}, {ID: "desk"}}
	if _, err := loadSources(sourcesHead+"desk\t\t\tW\t\t\t0.5\t\nwire\t\t\t\t\t\t0.5\t\n", known...); err != nil {
		t.Error(err)
	}
	if _, err := loadSources(sourcesHead+"desk\t\t\tW\t\t\t0.5\t\n", known...); err == nil {
		t.Error("a name of a source that stays was given to another")
	}
}

func TestTheSourceOfAReport(t *testing.T) {
	r := timeline.NewRegistry([]timeline.Source{
		{ID: "wire", NameEn: "The Wire", NameAr: "السلك", Signs: []string{"TW", "wire.example"}, Side: "sdf", Weight: 0.5},
		{ID: "desk", NameEn: "Desk", Weight: 1},
	})
	for _, c := range []struct {
		phenomenon, source, url, id, side string
		weight                            float64
	}{
		{"its id", "wire", "", "wire", "sdf", 0.5},
		{"its name, in any case and spacing", " the  WIRE ", "", "wire", "sdf", 0.5},
		{"its name in Arabic", "السلك", "", "wire", "sdf", 0.5},
		{"another name", "tw", "", "wire", "sdf", 0.5},
		{"its host, where no name is stated", "", "https://www.Wire.example/2017/1", "wire", "sdf", 0.5},
		{"the name before the host", "Desk", "https://wire.example/1", "desk", "", 1},
		{"a name that is not listed, though the host is", "Someone", "https://wire.example/1", "someone", "", timeline.UnlistedWeight},
		{"a host that is not listed", "", "https://news.example/1", "news.example", "", timeline.UnlistedWeight},
		{"nobody", "", "", timeline.Unnamed, "", timeline.UnlistedWeight},
		{"an address that is none", "", "://", timeline.Unnamed, "", timeline.UnlistedWeight},
	} {
		s := r.Of(timeline.Report{Source: c.source, URL: c.url})
		if s.ID != c.id || s.Side != c.side || s.Weight != c.weight {
			t.Errorf("%s: %+v: want %s of side %q and weight %g", c.phenomenon, s, c.id, c.side, c.weight)
		}
	}
}

// What was listed of a source before is gone with all its names.
func TestALaterEntryTakesThePlaceOfTheEarlier(t *testing.T) {
	shipped := []timeline.Source{{ID: "wire", NameEn: "The Wire", Signs: []string{"TW"}, Weight: 0.5}, {ID: "desk", Signs: []string{"D"}}}
	r := timeline.NewRegistry(shipped, []timeline.Source{{ID: "wire", NameEn: "The Wire", Weight: 0.9}, {ID: "news", Signs: []string{"D"}}})
	if s, listed := r.Get("wire"); !listed || s.Weight != 0.9 || len(r.Sources()) != 3 {
		t.Errorf("%+v, %v of %d", s, listed, len(r.Sources()))
	}
	for name, want := range map[string]string{"The Wire": "wire 0.9", "wire": "wire 0.9", "TW": "tw 0.8", "D": "news 0"} {
		if s := r.Of(timeline.Report{Source: name}); want != s.ID+" "+trim(s.Weight) {
			t.Errorf("%s is %s %g: want %s", name, s.ID, s.Weight, want)
		}
	}
	if _, listed := r.Get("TW"); listed {
		t.Error("a name is taken for an id")
	}
}

func TestRegistryOfADay(t *testing.T) {
	before, after := timeline.Source{ID: "wire", Weight: 0.5}, timeline.Source{ID: "wire", Weight: 0.9}
	listings := []timeline.Listing{{Source: timeline.Source{ID: "wire", Weight: 0.1}},
		{Source: before, Spell: timeline.Spell{Recorded: 10, Superseded: 20}}, {Source: after, Spell: timeline.Spell{Recorded: 20}}}
	for at, want := range map[timeline.Moment]float64{1: 0.1, 10: 0.1, 11: 0.5, 20: 0.5, 21: 0.9, 0: 0.9} {
		if s := timeline.RegistryAt(listings, at).Of(timeline.Report{Source: "wire"}); s.Weight != want {
			t.Errorf("just before %d: weight %g: want %g", at, s.Weight, want)
		}
	}
}

func trim(weight float64) string { return strconv.FormatFloat(weight, 'g', -1, 64) }

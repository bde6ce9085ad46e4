package baseline_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/baseline"
	"frontline/timeline/fold"
)

const (
	army = timeline.Actor("syrian_government")
	sdf  = timeline.Actor("sdf")
	isis = timeline.Actor("islamic_state")
)

var actors = []timeline.ActorInfo{
	{ID: army, NameEn: "Syrian government forces", NameAr: "قوات النظام السوري", Side: "damascus"},
	{ID: sdf, NameEn: "Syrian Democratic Forces", NameAr: "قوات سوريا الديمقراطية", Side: "sdf"},
	{ID: isis, NameEn: "Islamic State", NameAr: "تنظيم الدولة الإسلامية", Side: "islamic_state"},
	{ID: timeline.Unknown, NameEn: "Unknown", NameAr: "غير معروف", Side: "unknown"},
}

// row is a gazetteer of villages p0, p1 … on a parallel, a degree apart from
// longitude 30, and of a mountain.
func row(n int) *gazetteer.Gazetteer {
	entries := []gazetteer.Entry{{Place: geo.Place{ID: "mountain", NameAr: "جبل البشري", NameEn: "Jabal Bishri", Kind: "mountain", At: orb.Point{30, 35}, Precision: geo.Area}}}
	letters := []rune("ابتثجحخدذرزسشصضطظعغف")
	for i := range n {
		entries = append(entries, gazetteer.Entry{PCode: fmt.Sprint("C", 100+i), Place: geo.Place{ID: fmt.Sprint("p", i), NameAr: "قرية" + string(letters[i%20]),
			NameEn: "Village " + string(rune('A'+i)), Kind: "village", At: orb.Point{30 + float64(i), 35}, Precision: geo.Exact}})
	}
	return gazetteer.New(entries)
}

// over is a square of one degree around village n.
func over(n int) orb.Polygon {
	lon := 30 + float64(n)
	return orb.Bound{Min: orb.Point{lon - 0.5, 34.5}, Max: orb.Point{lon + 0.5, 35.5}}.ToPolygon()
}

// ground is a map: a feature for each village, in order, held by an actor.
func ground(held map[int]timeline.Actor) string {
	fc := geojson.NewFeatureCollection()
	for n := range 20 {
		if a, ok := held[n]; ok {
			f := geojson.NewFeature(over(n))
			f.Properties["who"] = string(a)
			fc.Append(f)
		}
	}
	if len(held) == 0 { // the sea
		f := geojson.NewFeature(over(-20))
		f.Properties["who"] = string(army)
		fc.Append(f)
	}
	b, err := json.Marshal(fc)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// desk is the folder that the files of tests lie in, each in one of its own.
var desk string

func TestMain(m *testing.M) {
	var err error
	if desk, err = os.MkdirTemp("", "frontline-baseline-*"); err != nil {
		panic(err)
	}
	status := m.Run()
	_ = os.RemoveAll(desk)
	os.Exit(status)
}

// file writes a file, and gives its path.
func file(name, text string) string {
	dir, err := os.MkdirTemp(desk, "")
	if err == nil {
		name = filepath.Join(dir, name)
		err = os.MkdirAll(filepath.Dir(name), 0o700)
	}
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o600)
	}
	if err != nil {
		panic(err)
	}
	return name
}

// options are those of maps that say who holds what in the property who.
func options(n int) baseline.Options {
	return baseline.Options{Places: row(n), Actors: actors, Property: "who", Origin: baseline.Origin{Source: "A map", URL: "https://map.example/1", Licence: "CC0"}}
}

func read(t testing.TB, o baseline.Options, files ...string) *baseline.Series {
	t.Helper()
	s, err := baseline.Read(files, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// claimsOf are the claims of all readings of a series, each as it must be to be
// stored: its quote is letter for letter in its report, and its place a mention.
func claimsOf(t interface {
	Helper()
	Errorf(string, ...any)
}, s *baseline.Series) []timeline.Claim {
	t.Helper()
	var out []timeline.Claim
	for r := range s.Readings() {
		if r.Report.Form != timeline.Table || r.Report.ID != timeline.ReportID(r.Report.Text) {
			t.Errorf("report %s: form %q", r.Report.ID, r.Report.Form)
		}
		for _, c := range r.Claims {
			mentioned := slices.ContainsFunc(r.Places, func(m timeline.Mention) bool { return m.Place != nil && m.Place.ID == c.Place.ID })
			if c.Quote == "" || c.Quote != r.Report.Text[c.Start:c.End] || r.Report.Text[c.Place.Start:c.Place.End] != c.Place.Surface || !mentioned ||
				c.Report != r.Report.ID || c.DateBasis != timeline.Baseline || c.Date != r.Report.Published {
				t.Errorf("claim %+v of %q", c, r.Report.Text)
			}
		}
		out = append(out, r.Claims...)
	}
	return out
}

// told is what claims say, a line each.
func told(claims []timeline.Claim) string {
	var b strings.Builder
	for _, c := range claims {
		fmt.Fprintf(&b, "%s %s %s %s%s %s\n", c.Date, c.Place.ID, c.Kind, c.Actor, c.From, c.Extent)
	}
	return b.String()
}

// heldBy is the history of a place, by claims of one source and those of others.
func heldBy(place string, claims []timeline.Claim, source *timeline.Source, others ...fold.Testimony) string {
	all := slices.Clone(others)
	for i := range claims {
		if claims[i].Place.ID == place {
			all = append(all, fold.Testimony{Claim: &claims[i], Published: claims[i].Date, Source: source})
		}
	}
	s := ""
	for _, h := range fold.New(actors).History(all) {
		s += fmt.Sprintf("[%s, %s) %s", h.From, h.To, h.Holder)
		for _, o := range h.Others {
			s += " +" + string(o)
		}
		if h.Uncertain {
			s += " uncertain"
		}
		s += "\n"
	}
	return s
}

// mapmaker is on no side.
var mapmaker = &timeline.Source{ID: "a map", Weight: 0.8}

func wantText(t testing.TB, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func wantError(t testing.TB, err error, is error, words ...string) {
	t.Helper()
	if err == nil || is != nil && !errors.Is(err, is) {
		t.Errorf("error %v: want %v", err, is)
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q: want %q in it", err, w)
		}
	}
}

package extract_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract"
)

// spot is a place of a made-up country.
type spot struct {
	id, ar, en, kind, admin1 string
	lon, lat                 float64
}

func countryOf(spots ...spot) *gazetteer.Gazetteer {
	var entries []gazetteer.Entry
	for _, s := range spots {
		entries = append(entries, gazetteer.Entry{Place: geo.Place{ID: s.id, NameAr: s.ar, NameEn: s.en, Kind: s.kind, Admin1: s.admin1, At: orb.Point{s.lon, s.lat}}})
	}
	return gazetteer.New(entries)
}

// twins: villages called الرحمانية and الخالدية, of each one in the west and one
// in the east; a town in each; a quarter; and a hamlet with a common word for
// its name.
func twins() *gazetteer.Gazetteer {
	return countryOf(
		spot{"rahmaniyah-west", "الرحمانية", "Rahmaniyah", "village", "West", 36.10, 35.00},
		spot{"rahmaniyah-east", "الرحمانية", "Rahmaniyah", "village", "East", 40.10, 35.00},
		spot{"khalidiyah-west", "الخالدية", "Khalidiyah", "village", "West", 37.30, 36.20},
		spot{"khalidiyah-east", "الخالدية", "Khalidiyah", "village", "East", 40.15, 35.05},
		spot{"sarmin", "سرمين", "Sarmin", "town", "West", 36.12, 35.03},
		spot{"husaybah", "حصيبة", "Husaybah", "town", "East", 40.12, 35.03},
		spot{"zahra", "الزهراء", "Zahra", "neighbourhood", "West", 36.20, 35.10},
		spot{"askari", "عسكري", "Askari", "village", "West", 36.15, 35.02},
		spot{"bidaya", "بداية", "Bidaya", "village", "West", 36.16, 35.02},
		spot{"tuwal", "الطوال", "Tuwal", "village", "East", 44.00, 32.00},
		spot{"west", "محافظة الغرب", "West Governorate", "governorate", "West", 36.50, 35.50},
	)
}

// put is where each name of a text is put, "?" where it is declined, "-" where
// no entry is so called.
func put(t *testing.T, x *extract.Reader, r timeline.Report) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, m := range read(t, x, r).Places {
		switch {
		case m.Place != nil:
			out[m.Surface] = m.Place.ID
		case len(m.Candidates) > 0:
			out[m.Surface] = "?"
		default:
			out[m.Surface] = "-"
		}
	}
	return out
}

func TestHomonyms(t *testing.T) {
	x := readerOf(t, twins())
	for _, c := range []struct{ phenomenon, text, want string }{
		{"nothing to tell two apart", "سيطرت قوات النظام على قرية الرحمانية.", "الرحمانية ?"},
		{"a town beside it", "سيطرت قوات النظام على قرية الرحمانية قرب سرمين.", "الرحمانية rahmaniyah-west"},
		{"the other town", "سيطرت قوات النظام على قرية الرحمانية قرب حصيبة.", "الرحمانية rahmaniyah-east"},
		{"two of two help each other", "سيطرت قوات النظام على قريتي الرحمانية والخالدية.", "الرحمانية rahmaniyah-east، الخالدية khalidiyah-east"},
		{"in the other order", "سيطرت قوات النظام على قريتي الخالدية والرحمانية.", "الرحمانية rahmaniyah-east، الخالدية khalidiyah-east"},
		{"a town outweighs the other homonym", "سيطرت قوات النظام على قريتي الرحمانية والخالدية قرب سرمين.", "الرحمانية rahmaniyah-west"},
		{"no village for a governorate", "تقدمت قوات النظام في محافظة الرحمانية.", "الرحمانية ?"},
		{"no quarter for a village, where its city is not named", "سيطرت قوات النظام على قرية الزهراء.", "الزهراء ?"},
		{"the quarter that the text says", "سيطرت قوات النظام على حي الزهراء قرب سرمين.", "الزهراء zahra"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			got := put(t, x, report(c.text))
			for pair := range strings.SplitSeq(c.want, "، ") {
				name, id, _ := strings.Cut(pair, " ")
				if got[name] != id {
					t.Errorf("%s is %q in %q: want %q", name, got[name], got, id)
				}
			}
		})
	}
}

// A bare village of a text about another country is not one of this.
func TestForeignTextsNameNoVillages(t *testing.T) {
	x := readerOf(t, twins())
	r := report("The army took Rahmaniyah after clashes near Bakhmut, Kupiansk, Lyman, Avdiivka, Soledar and Marinka.")
	r.Language = "en"
	if got := put(t, x, r); got["Rahmaniyah"] == "rahmaniyah-west" || got["Rahmaniyah"] == "rahmaniyah-east" {
		t.Errorf("%q: want Rahmaniyah declined", got)
	}
}

// Several readings stay several, with scores that add up to no more than 1.
func TestWhatIsDeclinedKeepsItsReadings(t *testing.T) {
	for _, m := range read(t, readerOf(t, twins()), report("سيطرت قوات النظام على قرية الرحمانية.")).Places {
		if len(m.Candidates) != 2 || m.Candidates[0].Score+m.Candidates[1].Score > 1.01 || !strings.HasPrefix(m.Reason, "declined: 2 entries of this name") {
			t.Errorf("%s: %q, %+v: want two readings", m.Surface, m.Reason, m.Candidates)
		}
	}
}

func TestOrdinaryWordsAreNamesWhereTheTextSaysSo(t *testing.T) {
	x := readerOf(t, twins())
	for _, c := range []struct{ phenomenon, text, named string }{
		{"an adjective", "قال مصدر عسكري إن قوات النظام سيطرت على سرمين.", "سرمين"},
		{"a noun behind a preposition", "سيطرت قوات النظام على سرمين في بداية الهجوم.", "سرمين"},
		{"behind a class noun", "سيطرت قوات النظام على قرية بداية.", "بداية"},
		{"behind a word of place", "تدور اشتباكات شمال بداية بين قوات النظام وتنظيم داعش.", "بداية"},
		{"joined to a name", "سيطرت قوات النظام على سرمين وبداية.", "سرمين بداية"},
		{"once a name, always one", "سيطرت قوات النظام على قرية بداية. ثم انسحبت من بداية.", "بداية"},
		{"no ordinary word, and far away", "قصفت قوات النظام سرمين خلال الساعات الطوال الماضية.", "سرمين"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			var got []string
			for _, m := range read(t, x, report(c.text)).Places {
				got = append(got, m.Surface)
			}
			if want := strings.Fields(c.named); !slices.Equal(got, want) {
				t.Errorf("%q: want %q", got, want)
			}
		})
	}
}

// held is ground that actors held, whatever the day.
type held map[timeline.Actor][]orb.Point

func (h held) NearestKm(a timeline.Actor, _ timeline.Day, at orb.Point) (float64, bool) {
	km := math.Inf(1)
	for _, p := range h[a] {
		km = min(km, geo.DistanceKm(p, at))
	}
	return km, len(h[a]) > 0
}

func TestGroundSettlesHomonyms(t *testing.T) {
	x := readerOf(t, twins())
	const text = "سيطرت قوات النظام على قرية الرحمانية بعد اشتباكات مع تنظيم داعش."
	east, west := orb.Point{40.0, 35.0}, orb.Point{36.0, 35.0}
	for _, c := range []struct {
		phenomenon string
		ground     extract.Ground
		id, says   string
	}{
		{"both were in the east", held{"syrian_government": {east}, "islamic_state": {east}}, "rahmaniyah-east", "9 km from the front of syrian_government and islamic_state that day"},
		{"both were in the west", held{"syrian_government": {west}, "islamic_state": {west}}, "rahmaniyah-west", "km from the front"},
		{"one was in both, the other in the west", held{"syrian_government": {east, west}, "islamic_state": {west}}, "rahmaniyah-west", "km from the front"},
		{"of one alone anything is known", held{"islamic_state": {east}}, "rahmaniyah-east", "km from the front"},
		{"both were in both", held{"syrian_government": {east, west}, "islamic_state": {east, west}}, "", "km from the front"},
		{"nothing is known of either", held{"sdf": {east}}, "", "2 entries"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			got, err := x.ReadOn(c.ground, report(text))
			if err != nil {
				t.Fatal(err)
			}
			id := ""
			if m := got.Places[0]; m.Place != nil {
				id = m.Place.ID
			}
			if id != c.id || !strings.Contains(got.Places[0].Reason, c.says) {
				t.Errorf("%q, %s: want %q, and %q said", id, got.Places[0].Reason, c.id, c.says)
			}
		})
	}
}

// sampled is the ground of the sample reports: who was said to hold what, up to
// a month before a day.
type sampled []timeline.Claim

func (s sampled) NearestKm(a timeline.Actor, day timeline.Day, at orb.Point) (km float64, known bool) {
	km = math.Inf(1)
	for _, c := range s {
		if holder, ok := c.Holder(); ok && holder == a && c.Date != 0 && c.Date <= day && c.Date > day-30 && c.Place.Placed() {
			km, known = min(km, geo.DistanceKm(*c.Place.At, at)), true
		}
	}
	return km, known
}

// What is surely placed in other reports settles a name that one report alone
// leaves open.
func TestGroundOfTheSampleReports(t *testing.T) {
	x := reader(t)
	var ground sampled
	for _, s := range samples(t) {
		ground = append(ground, read(t, x, s.Report).Claims...)
	}
	r := report("سيطرت قوات النظام على بلدة الصالحية بعد اشتباكات مع تنظيم داعش.")
	r.Published = timeline.Date(2017, 11, 20)
	alone := read(t, x, r).Places[0]
	got, err := x.ReadOn(ground, r)
	if err != nil {
		t.Fatal(err)
	}
	with := got.Places[0]
	if alone.Place != nil {
		t.Fatalf("%s alone is put at %s: want it open", alone.Surface, alone.Place.ID)
	}
	if with.Place == nil || with.Place.Admin1 != "Deir ez-Zor" {
		t.Errorf("%+v, %s: want one in Deir ez-Zor", with.Place, with.Reason)
	}
}

package en_test

import (
	"testing"

	"frontline/timeline"
)

func TestWhatChangesNoHolder(t *testing.T) {
	checkSentences(t, []sentence{
		{"advance with its extent", "Russian troops advanced two kilometres into Toretsk.", []string{"advanced russia Toretsk"}},
		{"advance near a place", "Ukrainian forces gained ground west of Robotyne.", []string{"advanced ukraine (west of Robotyne)"}},
		{"a road cut", "Rebels cut the Damascus-Homs highway on Sunday.", []string{"advanced opposition Damascus-Homs highway"}},
		{"siege imposed", "The army imposed a siege on Daraya.", []string{"besieged syrian_government Daraya"}},
		{"besieged by", "Babanusa has been besieged by the RSF for months.", []string{"besieged rsf Babanusa"}},
		{"under siege", "Madaya is under siege by Hezbollah.", []string{"besieged hezbollah Madaya"}},
		{"nearly surrounded is no siege", "Avdiivka is almost completely encircled by Russian forces.", nil},
		{"siege broken", "Sudan's army broke the siege of El Obeid.", []string{"siege_broken saf El Obeid"}},
		{"strike", "Israeli jets bombed Shayrat airbase.", []string{"struck israel Shayrat airbase"}},
		{"strike, noun", "Russian air strikes on Saraqib killed three people.", []string{"struck russia Saraqib"}},
		{"strike by nobody named", "Shelling hit Atarib overnight.", []string{"struck Atarib"}},
		{"under fire", "Beryslav came under Russian artillery fire.", []string{"struck russia Beryslav"}},
		{"clash between", "Clashes broke out between the SDF and the Syrian army near Khasham.", []string{"clashed sdf Khasham"}},
		{"an assault is a fight", "RSF fighters attacked the Sudanese army in Al-Nahud at dawn.", []string{"clashed rsf Al-Nahud"}},
	})
}

func TestTolls(t *testing.T) {
	g := grammar(t)
	for _, c := range []struct {
		how, text      string
		side           timeline.Actor
		killed, wounds int
	}{
		{"killed and wounded", "At least 12 soldiers of the Syrian army were killed and 5 wounded in Morek.", "syrian_government", 12, 5},
		{"civilians", "The strike on Atarib killed at least six civilians and injured 12.", "civilians", 6, 12},
		{"in words", "Three SDF fighters were killed near Tabqa.", "sdf", 3, 0},
		{"the dead of somebody", "The monitor put the army's dead at 50.", "syrian_government", 50, 0},
	} {
		t.Run(c.how, func(t *testing.T) {
			for _, x := range g.Read(c.text, sunday, timeline.Given, false).Claims {
				if x.Kind == timeline.Casualties && x.Actor == c.side && number(x.KilledMin) == c.killed && number(x.WoundedMin) == c.wounds {
					return
				}
			}
			t.Errorf("%s: no toll of %d and %d on the side of %s", c.text, c.killed, c.wounds, c.side)
		})
	}
}

func number(p *int) int {
	if p == nil {
		return 0
	}
	return *p
}

func TestDays(t *testing.T) {
	g := grammar(t)
	for _, c := range []struct{ how, text, day string }{
		{"day and month", "The army captured Morek on 5 August.", "2017-08-05"},
		{"month and day", "The army captured Morek on August 5.", "2017-08-05"},
		{"abbreviated", "The army captured Morek on Aug. 5, 2016.", "2016-08-05"},
		{"ordinal", "The army captured Morek on the 5th of August 2016.", "2016-08-05"},
		{"figures", "The army captured Morek on 5/8/2016.", "2016-08-05"},
		{"a month to come is last year's", "The army captured Morek on 3 October.", "2016-10-03"},
		{"weekday", "The army captured Morek on Thursday.", "2017-08-17"},
		{"yesterday", "Yesterday the army captured Morek.", "2017-08-19"},
		{"days ago", "Three days ago the army captured Morek.", "2017-08-17"},
		{"no day is the day of the report", "The army captured Morek.", "2017-08-20"},
		{"the month alone is no day", "The army captured Morek in May.", ""},
		{"overnight is no day", "The army captured Morek overnight.", ""},
		{"what had been before", "The army, which had captured Morek, advanced.", ""},
		{"the day of a statement", "The army said on Friday it had captured Morek.", "2017-08-20"},
		{"the day behind the second verb", "The army stormed Lataminah and captured Morek on Friday.", "2017-08-18"},
	} {
		t.Run(c.how, func(t *testing.T) {
			for _, x := range g.Read(c.text, sunday, timeline.Given, false).Claims {
				if x.Kind == timeline.Captured && x.Place.Surface == "Morek" {
					if got := x.Date.String(); got != c.day {
						t.Errorf("%s: %q, want %q", c.text, got, c.day)
					}
					return
				}
			}
			t.Errorf("%s: no capture", c.text)
		})
	}
}

func TestThePublishedDayIsInferred(t *testing.T) {
	g := grammar(t)
	for _, c := range []struct{ how, text, day string }{
		{"dateline", "DAMASCUS, Aug 5, 2017 (Agency) – The army captured Morek on Thursday.", "2017-08-05"},
		{"date first", "August 5, 2017 (DAMASCUS) – The army captured Morek.", "2017-08-05"},
		{"today", "The army captured Morek today, Saturday the 5th of August 2017.", "2017-08-05"},
		{"nothing says", "The army captured Morek.", ""},
	} {
		t.Run(c.how, func(t *testing.T) {
			if got := g.Read(c.text, 0, timeline.BasisUnknown, false).Published.String(); got != c.day {
				t.Errorf("%s: %q, want %q", c.text, got, c.day)
			}
		})
	}
}

func TestDistances(t *testing.T) {
	g := grammar(t)
	for text, km := range map[string]float64{
		"The village lies 12 km from Homs.":                           12,
		"Rebels are still two miles from Hama.":                       3.22,
		"The army advanced five kilometres into Toretsk.":             5,
		"Troops came within 10 kilometers (6 miles) of Hama.":         10,
		"The front line is 800 metres from Chasiv Yar.":               0.8,
		"The army holds an area of 17 square kilometres near Palmyra": 0,
	} {
		got := 0.0
		for _, c := range g.Read(text, sunday, timeline.Given, false).Claims {
			got = max(got, c.DistanceKm)
		}
		if got != km {
			t.Errorf("%s: %g km, want %g", text, got, km)
		}
	}
}

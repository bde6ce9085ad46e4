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
		{"gains by a noun", "Russian forces made marginal gains near Toretsk.", []string{"advanced russia (near Toretsk)"}},
		{"at the gates", "The army is at the gates of Saraqib.", []string{"advanced syrian_government (the gates of Saraqib)"}},
		{"noose", "The army tightened the noose around Saraqib.", []string{"besieged syrian_government Saraqib"}},
		{"those in it are ringed in", "The army has surrounded the rebels in Saraqib.", []string{"besieged syrian_government Saraqib"}},
		{"a siege of so long", "The RSF's 18-month siege of El Fasher goes on.", []string{"besieged rsf El Fasher"}},
		{"where people are besieged", "Aid reached Madaya, where many are besieged by government forces.", []string{"besieged syrian_government Madaya"}},
		{"a siege to be lifted", "The Sudanese army wants to lift the RSF siege of Kadugli.", []string{"besieged rsf Kadugli"}},
		{"whose siege is lifted", "Sudan's army lifted the RSF siege of El Obeid.", []string{"siege_broken saf El Obeid"}},
		{"fired at", "Russia launched 40 drones at Odesa overnight.", []string{"struck russia Odesa"}},
		{"shells fell", "Shells fell on Saraqib while rebels met.", []string{"struck Saraqib"}},
		{"a strike that hits", "An RSF drone strike hit a hospital in El Obeid.", []string{"struck rsf El Obeid"}},
		{"attacked with drones", "Ukraine attacked an oil depot in Feodosia with drones.", []string{"struck ukraine Feodosia"}},
		{"accused of", "The RSF accused the Sudanese army of bombing a market in Kuma.", []string{"struck saf Kuma"}},
		{"exchange of fire", "The army and the rebels exchanged artillery fire in Saraqib.", []string{"clashed syrian_government Saraqib"}},
		{"each other", "Druze fighters and Bedouin tribes fought each other in Suwayda.", []string{"clashed local Suwayda"}},
		{"north of X near Y", "Russian forces attacked north of Toretsk near Dyliivka.", []string{"clashed russia Dyliivka"}},
		{"semicolons of a list", "Russian forces attacked near Dachne; south of Toretsk near Krymske; and in Druzhba.", []string{"clashed russia Dachne", "clashed russia Krymske"}},
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
		{"left dead", "The strike left six dead and 12 injured.", "unknown", 6, 12},
		{"lost", "The army lost 20 soldiers in Morek.", "syrian_government", 20, 0},
		{"lost their lives", "Nine rebel fighters lost their lives.", "opposition", 9, 0},
		{"each its own", "The battle killed 9 fighters of Tahrir al-Sham and 23 members of the regime forces.", "hts", 9, 0},
		{"whoever kills loses none", "Islamic State attacked government positions near Sukhna, killing 11 soldiers.", "syrian_government", 11, 0},
		{"with something put in", "At least 11 people, including two children, were killed in Kharkiv.", "civilians", 11, 0},
		{"in two words", "Sixty-two Turkish soldiers were killed.", "turkey", 62, 0},
		{"its own", "Five of its fighters were killed, the SDF said.", "sdf", 5, 0},
		{"nouns", "The shelling caused the death of 7 people and the injury of 20 others.", "civilians", 7, 20},
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

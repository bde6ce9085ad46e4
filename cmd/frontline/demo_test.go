package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The demonstration is the first thing that anybody sees: on 12 August 2017
// troops landed behind the lines and took al-Kadir.
func TestDemoShowsTheLandingAtKadir(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Run("while it runs", func(t *testing.T) {
		address := served(t, "demo")
		if got := decode[meta](t, get(t, address+"api/meta")); got.Reports < 50 || got.Claims < got.Reports {
			t.Errorf("%+v: want the sample reports, and what they claim", got)
		}
		day := decode[answer](t, get(t, address+"api/who?place=sy-homs-kadir&day=2017-08-13"))
		if day.Holder != "syrian_government" {
			t.Errorf("on the day after the landing al-Kadir is held by %s: want syrian_government", day.Holder)
		}
		if !slices.ContainsFunc(day.Because, func(e evidence) bool {
			return strings.Contains(e.Claim.Quote, "الكدير") && e.Report.Source != "" && e.Report.URL != ""
		}) {
			t.Errorf("because %+v: want a quote with the name الكدير, its source and its address", day.Because)
		}
		eve := decode[answer](t, get(t, address+"api/who?place=sy-homs-kadir&day=2017-08-11"))
		if eve.Holder != "islamic_state" && eve.Holder != "unknown" {
			t.Errorf("on the eve of the landing al-Kadir is held by %s: want islamic_state or unknown", eve.Holder)
		}
		if left, err := os.ReadDir(temp); err != nil || len(left) != 1 {
			t.Errorf("%v, %v: want the database in a temporary folder", left, err)
		}
	})
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// Package verify states what a store of reports, claims and holdings promises,
// as proofs over values: of a report with all that was ever kept of it, of a
// place with its holdings, of a span of moments. It knows no store; whoever walks
// one hands in what it finds.
package verify

import (
	"fmt"

	"frontline/timeline"
)

// Promise is something that always holds of a store.
type Promise string

// The promises.
const (
	File        Promise = "file"        // SQLite finds the file sound
	Schema      Promise = "schema"      // tables and indexes are those of this program
	References  Promise = "references"  // what a row points to is there
	Rows        Promise = "rows"        // every row can be read: days are days, points have two numbers
	ReportIDs   Promise = "report-ids"  // the id of a report is the digest of its text
	Spans       Promise = "spans"       // a span lies in its text, between characters
	Quotes      Promise = "quotes"      // a quote is the text at its span
	ClaimIDs    Promise = "claim-ids"   // the id of a claim is the digest of what it says
	Points      Promise = "points"      // a place has a point on the globe
	Spells      Promise = "spells"      // nothing ends before it begins, and of one thing one row holds at a time
	Retractions Promise = "retractions" // what is retracted is there
	Drawings    Promise = "drawings"    // a map is of a table and a day, its shapes valid ground in somebody's hands
	Holdings    Promise = "holdings"    // they follow each other, the last one open, each with its evidence
	Fold        Promise = "fold"        // they are what the claims come to by the rules
	Decisions   Promise = "decisions"   // what is decided of is in the gazetteer
	Words       Promise = "words"       // every report that was read is found by its words
)

// Promises are all of them, in the order in which they are told.
var Promises = []Promise{File, Schema, References, Rows, ReportIDs, Spans, Quotes, ClaimIDs, Points, Spells, Retractions, Drawings, Holdings, Fold, Decisions, Words}

// Finding is a promise that is not kept, of what, and how.
type Finding struct {
	Promise Promise
	About   About
	Want    string // what is expected, in words
	Have    string // what is there
}

// About is what a finding is about: ids, "" for none.
type About struct {
	Report, Claim, Place string
	Row                  string // what else it is, or which of several: "mention 3", "retraction 2"
}

// String is the narrowest of it first: "claim c of report r".
func (a About) String() string {
	out := a.Row
	add := func(what, id, sep string) {
		if id == "" {
			return
		}
		if out != "" {
			out += sep
		}
		out += what + " " + id
	}
	add("claim", a.Claim, ", ")
	add("report", a.Report, " of ")
	add("place", a.Place, ", ")
	return out
}

// String is a finding in a line.
func (f Finding) String() string {
	return fmt.Sprintf("%s: %s: want %s, have %s", f.Promise, f.About, f.Want, f.Have)
}

// Result is what a walk through a store found.
type Result struct {
	Reports, Mentions, Claims, Places, Holdings int // that were looked at

	Findings []Finding       // the first of each promise, at most as many as were asked for
	Broken   map[Promise]int // how often each was found not to be kept

	shown int
}

// NewResult is a result that keeps so many findings of each promise.
func NewResult(shown int) *Result {
	return &Result{Broken: map[Promise]int{}, shown: shown}
}

// Note counts a finding, and keeps it if it is among the first.
func (r *Result) Note(f Finding) {
	r.Broken[f.Promise]++
	if r.Broken[f.Promise] <= r.shown {
		r.Findings = append(r.Findings, f)
	}
}

// Kept says whether every promise is.
func (r *Result) Kept() bool { return len(r.Broken) == 0 }

// Spell proves that what lasted through a spell did not end before it began.
func Spell(about About, s timeline.Spell, found func(Finding)) {
	if s.Superseded.Known() && s.Superseded < s.Recorded {
		found(Finding{Spells, about, "an end at or after " + s.Recorded.String(), s.Superseded.String()})
	}
}

// Package answer has the forms of the answers of the API that belong to no other
// package: what the server says of itself, lists of what others have, and failures. The
// server writes them and clients read them, as JSON; what is not known is null.
package answer

import (
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/fulltext"
)

// Meta is what there is to be asked about, and on what terms.
type Meta struct {
	Version string               `json:"version"`      // of all that answers come from
	Data    string               `json:"data_version"` // of the claims alone
	Licence string               `json:"licence"`
	Terms   string               `json:"licence_url"`
	Credits string               `json:"attribution"` // what whoever passes the data on has to say
	First   timeline.Day         `json:"first"`       // the day of the first claim; zero where none has a day
	Last    timeline.Day         `json:"last"`        // and of the last
	Actors  []timeline.ActorInfo `json:"actors"`      // never nil
	Kinds   []timeline.Kind      `json:"kinds"`
	Reports int                  `json:"reports"`
	Claims  int                  `json:"claims"`
	Places  int                  `json:"places"`
}

// Days say how much is claimed of each day.
type Days struct {
	Days []atlas.DayCount `json:"days"`
}

// Places are the places that a name may mean, best first.
type Places struct {
	Places []timeline.RankedView `json:"places"` // never nil
}

// Sources are those who publish what is known, by id.
type Sources struct {
	Sources []atlas.SourceCount `json:"sources"` // never nil
}

// Corrections are what we changed our mind about, by moment, place and day.
type Corrections struct {
	Corrections []atlas.Correction `json:"corrections"` // never nil
}

// Reports are some of the reports that were asked for: Limit of them at most, after
// Offset others, of Total.
type Reports struct {
	Total   int            `json:"total"`
	Limit   int            `json:"limit"`
	Offset  int            `json:"offset"`
	Reports []ListedReport `json:"reports"` // never nil
}

// ListedReport is a report in a list.
type ListedReport struct {
	atlas.Told
	Snippet *fulltext.Snippet `json:"snippet"` // nil where no words were looked for
}

// Report is a report with its text, and all that it says. The spans of claims and
// places are bytes of the text.
type Report struct {
	Report ReportText             `json:"report"`
	Claims []timeline.Claim       `json:"claims"` // never nil
	Places []timeline.MentionView `json:"places"` // never nil
}

// ReportText is a report with its text.
type ReportText struct {
	timeline.ReportView
	SourceID string `json:"source_id"` // in the registry; timeline.Unnamed where it names none
	Text     string `json:"text"`
	Body     int    `json:"body"` // the byte of the text at which the report begins, after what stands before it
}

// Failure says why there is no answer.
type Failure struct {
	Error string `json:"error"` // in English
}

// ParameterFailure is a parameter that cannot be understood.
type ParameterFailure struct {
	Failure
	Parameter string `json:"parameter"`
	Value     string `json:"value"`   // as it came
	Allowed   string `json:"allowed"` // in words, or values with a comma between
}

// PlaceFailure is a name that is not the name of one place.
type PlaceFailure struct {
	Failure
	Candidates []timeline.RankedView `json:"candidates"` // that may be meant, best first; never nil
}

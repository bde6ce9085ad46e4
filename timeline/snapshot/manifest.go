package snapshot

import (
	"encoding/json"

	"frontline/timeline"
	"frontline/timeline/export"
)

// A bundle of another format or version is not read.
const (
	formatName    = "frontline snapshot"
	formatVersion = 1
)

const howToVerify = "In the folder of the bundle: sha256sum -c SHA256SUMS. Or: frontline snapshot verify FILE. " +
	"The id of the snapshot is the SHA-256 of manifest.json; CITATION.cff has it as version."

// Manifest says what a bundle holds and what it was made from. Days that were not asked
// for are null.
type Manifest struct {
	Format        string          `json:"format"`
	FormatVersion int             `json:"format_version"`
	Title         string          `json:"title"` // and the folder in the zip
	Version       string          `json:"version"`
	DataVersion   string          `json:"data_version"`
	Program       string          `json:"program"`   // the commit it was built from
	Rules         string          `json:"rules"`     // by which claims become holdings
	Gazetteer     string          `json:"gazetteer"` // of the places
	On            timeline.Day    `json:"on"`
	From          timeline.Day    `json:"from"`
	To            timeline.Day    `json:"to"` // not included
	AsKnownOn     timeline.Day    `json:"as_known_on"`
	Without       []string        `json:"without"` // ids of sources
	ReachKm       float64         `json:"reach_km"`
	Recorded      *string         `json:"recorded"` // the last time that anything was recorded, RFC 3339 in UTC; null for never
	Counts        Counts          `json:"known_on_all_days"`
	Licence       Licence         `json:"licence"`
	Attribution   string          `json:"attribution"`
	Sources       []Source        `json:"sources"`
	Accuracy      json.RawMessage `json:"accuracy"` // see extract.Accuracy
	Validity      string          `json:"validity"` // what start and end of features mean
	Verify        string          `json:"verify"`
	Files         []File          `json:"files"`
}

// Counts say how much is known, on all days, in the view of the bundle.
type Counts struct {
	Reports int `json:"reports"`
	Claims  int `json:"claims"`
	Places  int `json:"places"` // that were ever held by anyone
}

// Licence is under what the data may be used, but for what is not ours.
type Licence struct {
	ID   string `json:"id"` // of SPDX
	Name string `json:"name"`
	URL  string `json:"url"`
}

// Source is one whose reports count.
type Source struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Licence string `json:"licence"` // on what terms its texts may be had, as the registry has it; "" for not known
	Reports int    `json:"reports"`
}

// File is one of the bundle, but for the manifest, the sums and the citation.
type File struct {
	Name      string        `json:"name"`
	MediaType string        `json:"media_type"`
	Layer     *export.Layer `json:"layer"`    // null of papers
	Features  *int          `json:"features"` // likewise
	Bytes     int64         `json:"bytes"`
	SHA256    string        `json:"sha256"`
}

package timeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"frontline/geo"
)

// Report is one document as it came.
type Report struct {
	ID             string // digest of Text
	File           string // where it was read from
	Title          string // its headline; "" if it has none
	Source         string // who published it; "" where unknown
	URL            string // where; "" where unknown
	Language       string // ISO 639-1 of the text
	Published      Day    // zero where unknown
	PublishedBasis Basis  // given, stated, inferred or unknown
	Text           string // exactly the bytes of the file
	Body           int    // byte at which the report begins, after any front matter
	Form           Form
}

// Form is how a report says what it says.
type Form string

// The forms of reports.
const (
	Words Form = ""      // text, read by the rules of its language
	Table Form = "table" // a list or a map of who held what on a day
)

// ReportID is the id of a report with this text: the first 16 hex digits of
// its SHA-256.
func ReportID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// Mention is a place named in a report.
type Mention struct {
	Surface    string       // without clitics, with its own article
	Class      string       // class noun before it, in English; "" if none
	Start, End int          // bytes of the report
	Place      *geo.Place   // nil where it could not be placed
	Score      float64      // 0 where Place is nil
	Reason     string       // why this place, or why none
	Candidates []geo.Ranked // the others considered, best first
}

// MentionView is a place named in a report, as answers show it: what is not known is
// null.
type MentionView struct {
	Surface    string          `json:"surface"`
	Class      *string         `json:"class"`
	Start      int             `json:"start"` // bytes of the report, half-open
	End        int             `json:"end"`
	Place      *PlaceView      `json:"place"`
	Score      *float64        `json:"score"`
	Reason     string          `json:"reason"`
	Candidates []CandidateView `json:"candidates"` // never nil
}

// CandidateView is a place that was considered for a name.
type CandidateView struct {
	ID     string  `json:"id"`
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
}

// ViewMention is m as answers show it.
func ViewMention(m Mention) MentionView {
	out := MentionView{m.Surface, orNull(m.Class), m.Start, m.End, nil, nil, m.Reason, []CandidateView{}}
	if m.Place != nil {
		place := PlaceJSON(*m.Place)
		out.Place, out.Score = &place, &m.Score
	}
	for _, c := range m.Candidates {
		out.Candidates = append(out.Candidates, CandidateView{c.Place.ID, c.Score, c.Reason})
	}
	return out
}

// MarshalJSON writes the mention as the contract says.
func (m Mention) MarshalJSON() ([]byte, error) { return json.Marshal(ViewMention(m)) }

// PlaceView is a place as answers show it.
type PlaceView struct {
	ID     string  `json:"id"`
	NameAr string  `json:"name_ar"`
	NameEn string  `json:"name_en"`
	Kind   string  `json:"kind"`
	Lat    float64 `json:"lat"`
	Lon    float64 `json:"lon"`
	Admin1 *string `json:"admin1"`
}

// PlaceJSON is p as answers show it.
func PlaceJSON(p geo.Place) PlaceView {
	return PlaceView{p.ID, p.NameAr, p.NameEn, p.Kind, p.At.Lat(), p.At.Lon(), orNull(p.Admin1)}
}

// RankedView is a place that a name may mean, as answers show it.
type RankedView struct {
	PlaceView
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
}

// RankedJSON are ranked places as answers show them; never nil.
func RankedJSON(ranked []geo.Ranked) []RankedView {
	out := make([]RankedView, len(ranked))
	for i, r := range ranked {
		out[i] = RankedView{PlaceJSON(r.Place), r.Score, r.Reason}
	}
	return out
}

// Reading is all that one report says.
type Reading struct {
	Report  Report
	Places  []Mention
	Claims  []Claim
	Drawing *Drawing // the map that a table was made from; nil where it was none
}

// MarshalJSON writes the reading as the contract of `frontline extract` says:
// the report without its text, then places and claims.
func (r Reading) MarshalJSON() ([]byte, error) {
	places, claims := r.Places, r.Claims
	if places == nil {
		places = []Mention{}
	}
	if claims == nil {
		claims = []Claim{}
	}
	return json.Marshal(struct {
		Report ReportView `json:"report"`
		Places []Mention  `json:"places"`
		Claims []Claim    `json:"claims"`
	}{ViewReport(r.Report), places, claims})
}

// ReportView is a report as answers show it: without its text.
type ReportView struct {
	File           string `json:"file"`
	ID             string `json:"id"`
	Title          string `json:"title"`
	Source         string `json:"source"`
	URL            string `json:"url"`
	Language       string `json:"language"`
	Published      Day    `json:"published"`
	PublishedBasis Basis  `json:"published_basis"`
}

// ViewReport is r as answers show it.
func ViewReport(r Report) ReportView {
	return ReportView{r.File, r.ID, r.Title, r.Source, r.URL, r.Language, r.Published, r.PublishedBasis}
}

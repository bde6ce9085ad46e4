package evaluate

import "slices"

// Figure is a number that says how well one thing is read.
type Figure string

// The figures that count what was said beside what is there: distinct pairs of
// a named place and who holds it, distinct names, distinct numbers of
// kilometres, and the items of the other kinds one by one. A holder that is read
// of a place of which gold has a denial is not wrong: some say so.
const (
	Holder    Figure = "holder"               // who holds a place
	Change    Figure = "change"               // what changed hands: the same without holds
	Places    Figure = "place"                // names of places
	Advances  Figure = "advance"              // by whom and where
	Sieges    Figure = "siege"                // by whom and where, laid or broken
	Strikes   Figure = "strike"               // where, and by whom if gold says so
	Clashes   Figure = "clash"                // where, and between which two
	Tolls     Figure = "casualty"             // whose, and the least number of dead and of wounded
	Distances Figure = "distance"             // to 10 m
	Traps     Figure = "trap"                 // what only might be, or nearly was, and was not taken for a change
	Quiet     Figure = "quiet"                // texts without a change in which none was claimed
	Froms     Figure = "from"                 // of the changes found, the holder before
	Dates     Figure = "date"                 // of the control found, the day
	Within10  Figure = "km10"                 // of the names whose place is known, those found and put within 10 km
	Denials   Figure = "denied"               // what is denied and was not taken for a change
	Extents   Figure = "extent"               // of the control found, whether all of a place or part
	LeftOpen  Figure = "left_to_nobody_named" // places left to nobody named
)

// Figures are those that a set is known by, in the order in which they are
// shown. Denials, Extents and LeftOpen only tell where reading is weak.
var Figures = []Figure{Holder, Change, Traps, Quiet, Froms, Dates, Places, Within10,
	Advances, Sieges, Strikes, Clashes, Tolls, Distances}

// said says whether the figure counts what was said without being there.
// Those that don't are shares of gold.
func (f Figure) said() bool {
	return slices.Contains([]Figure{Holder, Change, Places, Advances, Sieges, Strikes, Clashes, Tolls, Distances}, f)
}

// Verdict is what became of one item.
type Verdict string

// The verdicts. Missed: gold has it, and it was not read or was read
// otherwise. Wrong: it was read, and gold does not have it.
const (
	Right  Verdict = "right"
	Missed Verdict = "missed"
	Wrong  Verdict = "wrong"
)

// Judgement is the verdict on one item of one text.
type Judgement struct {
	Text    string   `json:"text"`
	Figure  Figure   `json:"figure"`
	Verdict Verdict  `json:"verdict"`
	Gold    string   `json:"gold,omitempty"` // what is there, in words; "" where Wrong
	Read    string   `json:"read,omitempty"` // what was read, in words; "" where nothing was
	traits  []string // of the item: rows of the table by phenomenon
}

package evaluate

import (
	"maps"
	"slices"
	"strconv"
)

// Table says how well a set of texts is read. Without texts there is nothing to
// say: there are no figures then, and no phenomena.
type Table struct {
	Texts     int          `json:"texts"`
	Unread    int          `json:"unread"`    // of them: could not be read
	Figures   []Score      `json:"figures"`   // one each of Figures
	Phenomena []Phenomenon `json:"phenomena"` // where reading is strong, and where it is weak
	Languages []Language   `json:"languages"` // [] unless the texts are in two or more
	Details   []Judgement  `json:"details"`   // what is not right, text by text
}

// Language is the texts of one language among others.
type Language struct {
	Language string  `json:"language"` // ISO 639-1; "" of texts that could not be read
	Texts    int     `json:"texts"`
	Figures  []Score `json:"figures"` // one each of Figures
}

// Score is a figure and what it is made of. Numbers are 0…1 with four decimals.
type Score struct {
	Figure    Figure   `json:"figure"`
	Value     float64  `json:"value"`     // F1 or, where nothing counts as wrong, recall; without any item 0, of traps 1
	Precision *float64 `json:"precision"` // of what was said, the share that is there; null where nothing was
	Recall    *float64 `json:"recall"`    // of what is there, the share that is right; null where nothing is
	Right     int      `json:"right"`
	Missed    int      `json:"missed"`
	Wrong     *int     `json:"wrong"` // null where nothing counts as wrong
}

// Measured says whether there was any item to measure by.
func (s Score) Measured() bool { return s.Precision != nil || s.Recall != nil }

// Evaluate makes the table of a set of texts. It does not change them.
func Evaluate(texts []Text) Table {
	out := Table{Texts: len(texts), Figures: []Score{}, Phenomena: []Phenomenon{}, Languages: []Language{}, Details: []Judgement{}}
	if len(texts) == 0 {
		return out
	}
	var all []Judgement
	byLanguage := map[string][]Judgement{}
	count := map[string]int{}
	for _, t := range texts {
		language := ""
		if t.Reading == nil {
			out.Unread++
		} else {
			language = t.Reading.Report.Language
		}
		judged := t.judgements()
		all = append(all, judged...)
		byLanguage[language] = append(byLanguage[language], judged...)
		count[language]++
	}
	out.Figures, out.Phenomena = figures(all), byPhenomenon(all)
	if len(byLanguage) > 1 {
		for _, l := range slices.Sorted(maps.Keys(byLanguage)) {
			out.Languages = append(out.Languages, Language{l, count[l], figures(byLanguage[l])})
		}
	}
	for _, v := range all {
		if v.Verdict != Right {
			out.Details = append(out.Details, v)
		}
	}
	return out
}

func figures(judged []Judgement) []Score {
	out := make([]Score, len(Figures))
	for i, f := range Figures {
		out[i] = score(f, count(judged, func(v Judgement) bool { return v.Figure == f }))
	}
	return out
}

// tally is how many items got each verdict.
type tally struct{ right, wrong, missed int }

func count(judged []Judgement, of func(Judgement) bool) (t tally) {
	for _, v := range judged {
		if !of(v) {
			continue
		}
		switch v.Verdict {
		case Right:
			t.right++
		case Wrong:
			t.wrong++
		case Missed:
			t.missed++
		}
	}
	return t
}

func score(f Figure, t tally) Score {
	s := Score{Figure: f, Right: t.right, Missed: t.missed, Recall: ratio(t.right, t.missed)}
	recall := share(t.right, t.missed)
	switch {
	case f.said():
		s.Wrong, s.Precision = &t.wrong, ratio(t.right, t.wrong)
		if precision := share(t.right, t.wrong); precision+recall > 0 {
			s.Value = rounded(2 * precision * recall / (precision + recall))
		}
	case f == Traps: // what is counted is what was missed
		s.Value = rounded(1 - share(t.missed, t.right))
	default:
		s.Value = rounded(recall)
	}
	return s
}

// share is the part that a is of a and b together; 0 of nothing.
func share(a, b int) float64 {
	if a+b == 0 {
		return 0
	}
	return float64(a) / float64(a+b)
}

// ratio is share as it is shown: rounded, and nil of nothing.
func ratio(a, b int) *float64 {
	if a+b == 0 {
		return nil
	}
	return new(rounded(share(a, b)))
}

// rounded is v with four decimals, halves to the even.
func rounded(v float64) float64 {
	out, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 4, 64), 64) // what FormatFloat writes can be read
	return out
}

package arabic_test

import "frontline/geo/arabic"

// scanned are the tokens of a text with their words folded, but for those that
// nothing is left of.
func scanned(text string) []arabic.Token {
	out := arabic.Scan(nil, text)
	kept := out[:0]
	for _, t := range out {
		if t.Class == arabic.Word {
			t.Text = arabic.Fold(text[t.Start:t.End])
		}
		if t.Text != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

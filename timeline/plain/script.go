package plain

import "unicode"

// Wording is words that others wrote, and how they are to be set.
type Wording struct {
	Text string
	Lang string // BCP 47; und where it is not known, "" where it is that of the page
	Dir  string // ltr, rtl or auto
}

// Set is a text as its script, that of most of its letters, wants it.
func (p *page) Set(text string) Wording {
	arabic, latin, other := 0, 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			other++
		}
	}
	out := Wording{text, "und", "auto"}
	switch {
	case arabic > latin && arabic > other:
		out.Lang, out.Dir = "ar", "rtl"
	case latin > 0 && latin >= other:
		out.Lang, out.Dir = "en", "ltr"
	}
	if out.Lang == p.Lang {
		out.Lang = ""
	}
	return out
}

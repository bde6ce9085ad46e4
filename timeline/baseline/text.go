package baseline

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

const wanted = "want GeoJSON or a GeoPackage with polygons or points, or a table with a head line"

// plain is a text without a byte order mark and the space around it.
func plain(text []byte) ([]byte, error) {
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return nil, errors.New("is in UTF-16: want UTF-8")
	}
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	if len(text) == 0 {
		return nil, errors.New("is empty: " + wanted)
	}
	if i := bytes.IndexByte(text, 0); i >= 0 || !utf8.Valid(text) {
		return nil, errors.New("is no text in UTF-8: " + wanted)
	}
	return text, nil
}

// cell is s as it can stand in a line of a table: on one line, without what
// controls how text runs.
func cell(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// key is the name of a column as it is looked up: its letters and digits, in
// lower case.
func key(column string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, column)
}

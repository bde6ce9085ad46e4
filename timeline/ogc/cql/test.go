package cql

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"unicode/utf8"

	"frontline/timeline"
	"frontline/timeline/export"
)

// truth is one of three: what is not known makes most of what is said of it unknown.
type truth int

const (
	isFalse truth = iota
	isUnknown
	isTrue
)

func truthOf(b bool) truth {
	if b {
		return isTrue
	}
	return isFalse
}

func all(parts []test) test {
	return func(row []any) truth {
		worst := isTrue
		for _, part := range parts {
			worst = min(worst, part(row))
		}
		return worst
	}
}

func anyOf(parts []test) test {
	return func(row []any) truth {
		best := isFalse
		for _, part := range parts {
			best = max(best, part(row))
		}
		return best
	}
}

func negated(not bool, t test) test {
	if !not {
		return t
	}
	return func(row []any) truth { return isTrue - t(row) }
}

// at is the value of a field.
func at(i int) value {
	return func(row []any) any {
		if n, whole := row[i].(int64); whole {
			return float64(n)
		}
		return row[i]
	}
}

// compared are two values of one type. Days are compared as texts, which for ISO dates
// is the same.
func compared(left value, operator string, right value) test {
	return func(row []any) truth {
		order, known := compare(left(row), right(row))
		if !known {
			return isUnknown
		}
		switch operator {
		case "=":
			return truthOf(order == 0)
		case "<>":
			return truthOf(order != 0)
		case "<":
			return truthOf(order < 0)
		case "<=":
			return truthOf(order <= 0)
		case ">":
			return truthOf(order > 0)
		}
		return truthOf(order >= 0)
	}
}

// compare is the order of two values; false where one of them is not known, or they
// are of different types.
func compare(x, y any) (order int, known bool) {
	switch x := x.(type) {
	case string:
		y, ok := y.(string)
		return cmp.Compare(x, y), ok
	case float64:
		y, ok := y.(float64)
		return cmp.Compare(x, y), ok
	case bool:
		y, ok := y.(bool)
		switch {
		case x == y:
			return 0, ok
		case y:
			return -1, ok
		}
		return 1, ok
	}
	return 0, false
}

// matching are texts like a pattern, in which % stands for any text, _ for any letter,
// and a backslash before one of them, or itself, for that.
func matching(left value, pattern string) test {
	like := lettersOf(pattern)
	return func(row []any) truth {
		text, known := left(row).(string)
		if !known {
			return isUnknown
		}
		return truthOf(isLike(text, like))
	}
}

// What a pattern has instead of letters.
const (
	anyText   rune = -1
	anyLetter rune = -2
)

func lettersOf(pattern string) (out []rune) {
	escaped := false
	for _, r := range pattern {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == '%':
			if r = anyText; len(out) > 0 && out[len(out)-1] == anyText {
				continue
			}
		case !escaped && r == '_':
			r = anyLetter
		}
		escaped = false
		out = append(out, r)
	}
	return out
}

// isLike says whether a text is like a pattern. It takes each any text as short as it
// can, and goes back to the last one alone: a shorter one before it would change nothing.
func isLike(text string, pattern []rune) bool {
	at, next := 0, 0
	back, from := -1, 0 // the place in the pattern after the last any text, and where in the text that ends
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case next < len(pattern) && pattern[next] == anyText:
			next++
			back, from = next, at
		case next < len(pattern) && (pattern[next] == anyLetter || pattern[next] == r):
			next++
			at += size
		case back >= 0:
			_, size = utf8.DecodeRuneInString(text[from:])
			from += size
			at, next = from, back
		default:
			return false
		}
	}
	return next == len(pattern) || next == len(pattern)-1 && pattern[next] == anyText
}

// readAs is a value of a type, read from text.
func readAs(t export.Type, text string) (any, error) {
	switch t {
	case export.Date:
		day, err := timeline.ParseDayAt(text)
		return day.String(), err
	case export.Integer:
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, fmt.Errorf("%q: want a whole number", text)
		}
		return float64(n), nil
	case export.Real:
		var n float64
		if err := json.Unmarshal([]byte(text), &n); err != nil { // NaN and 0x1p-1 are none
			return nil, fmt.Errorf("%q: want a number", text)
		}
		return n, nil
	case export.Boolean:
		if text != "true" && text != "false" {
			return nil, fmt.Errorf("%q: want true or false", text)
		}
		return text == "true", nil
	}
	return text, nil
}

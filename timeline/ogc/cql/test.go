package cql

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

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
	var b strings.Builder
	escaped := false
	for _, r := range pattern {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == '%':
			b.WriteString(".*")
		case !escaped && r == '_':
			b.WriteString(".")
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
		escaped = false
	}
	like := regexp.MustCompile(`(?s)^` + b.String() + `$`)
	return func(row []any) truth {
		text, known := left(row).(string)
		if !known {
			return isUnknown
		}
		return truthOf(like.MatchString(text))
	}
}

// readAs is a value of a type, read from text.
func readAs(t export.Type, text string) (any, error) {
	switch t {
	case export.Date:
		day, err := timeline.ParseDayAt(text)
		return day.String(), err
	case export.Integer, export.Real:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
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

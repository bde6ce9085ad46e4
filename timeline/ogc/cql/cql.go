package cql

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"frontline/timeline/export"

	"github.com/alecthomas/participle/v2"
)

// maxDepth is how deep brackets may stand in each other, and maxLength how long a
// filter may be, in bytes: what is asked is not to cost more than the answer.
const (
	maxDepth  = 50
	maxLength = 4000
)

// Filter is a filter of features that have certain fields. Its zero value lets
// everything through.
type Filter struct {
	passes test
	equal  map[string]string
}

// Parse reads a filter of features with these fields. What is no CQL2, names no field,
// one that has no plain value, or compares it with what it can never be, is an error
// that says where.
func Parse(text string, fields []export.Field) (Filter, error) {
	if len(text) > maxLength {
		return Filter{}, fmt.Errorf("%d bytes: want at most %d", len(text), maxLength)
	}
	if depth := deepest(text); depth > maxDepth {
		return Filter{}, fmt.Errorf("brackets stand %d deep in each other: want at most %d", depth, maxDepth)
	}
	parsed, err := parser.ParseString("", text)
	if err != nil {
		var at participle.Error
		if errors.As(err, &at) {
			return Filter{}, fmt.Errorf("at byte %d: %s", at.Position().Offset+1, at.Message())
		}
		return Filter{}, err
	}
	c := compiler{fields}
	passes, err := c.expression(parsed)
	return Filter{passes, equalities(parsed)}, err
}

// Equal is the filter that features pass whose field has this value, as text writes
// it: of a number, truth or day one that reads as such, or it is an error.
func Equal(name, value string, fields []export.Field) (Filter, error) {
	c := compiler{fields}
	i, err := c.field(name)
	if err != nil {
		return Filter{}, err
	}
	want, err := readAs(fields[i].Type, value)
	if err != nil {
		return Filter{}, err
	}
	f := Filter{passes: compared(at(i), "=", func([]any) any { return want })}
	if fields[i].Type == export.Text {
		f.equal = map[string]string{name: value}
	}
	return f, nil
}

// IsZero says whether the filter lets everything through.
func (f Filter) IsZero() bool { return f.passes == nil }

// Passes says whether a feature passes: its values of the fields, as export.Schema.Row
// gives them.
func (f Filter) Passes(row []any) bool { return f.passes == nil || f.passes(row) == isTrue }

// Equalities are the texts that features must have to pass, by name of the field: what
// the filter asks beside these goes unsaid.
func (f Filter) Equalities() map[string]string { return f.equal }

// And is a filter that lets through what both do.
func (f Filter) And(g Filter) Filter {
	switch {
	case f.passes == nil:
		return g
	case g.passes == nil:
		return f
	}
	equal := maps.Clone(f.equal)
	if equal == nil {
		equal = map[string]string{}
	}
	maps.Copy(equal, g.equal)
	return Filter{all([]test{f.passes, g.passes}), equal}
}

// Queryable says whether filters can ask for a field: one with a plain value.
func Queryable(f export.Field) bool { return f.Type != export.List && f.Type != export.Object }

// deepest is how deep brackets stand in each other, but for those in quotation marks.
func deepest(text string) (most int) {
	depth, quoted, before := 0, rune(0), rune(0)
	for _, c := range text {
		last := before
		before = c
		switch {
		case quoted != 0:
			if c == quoted && (c == '"' || last != '\\') {
				quoted = 0
			}
		case c == '\'' || c == '"':
			quoted = c
		case c == '(':
			depth++
			most = max(most, depth)
		case c == ')':
			depth--
		}
	}
	return most
}

// equalities are the comparisons of fields with texts that an expression is the
// conjunction of, with or without more.
func equalities(e *expression) map[string]string {
	out := map[string]string{}
	if len(e.Or) != 1 {
		return out
	}
	for _, t := range e.Or[0].And {
		if t.Not || t.Predicate == nil || t.Predicate.Compare == nil || t.Predicate.Compare.Operator != "=" {
			continue
		}
		left, right := t.Predicate.Left, t.Predicate.Compare.Right
		if left.Name != nil && right.Text != nil {
			out[unquoted(*left.Name)] = unquoted(*right.Text)
		}
	}
	return out
}

// unquoted is what stands between quotation marks, which are doubled inside; those of
// texts may have a backslash before them instead.
func unquoted(s string) string {
	if len(s) < 2 || s[0] != '\'' && s[0] != '"' {
		return s
	}
	if s, mark := s[1:len(s)-1], s[:1]; mark == `"` {
		return strings.ReplaceAll(s, `""`, mark)
	}
	return strings.NewReplacer(`\'`, `'`, `''`, `'`).Replace(s[1 : len(s)-1])
}

// names are those of the fields that can be asked for.
func names(fields []export.Field) string {
	var out []string
	for _, f := range fields {
		if Queryable(f) {
			out = append(out, f.Name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

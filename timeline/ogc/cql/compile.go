package cql

import (
	"fmt"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"
)

type (
	test  func(row []any) truth
	value func(row []any) any // nil, string, float64 or bool
)

// compiler makes tests of parsed filters.
type compiler struct{ fields []export.Field }

func (c compiler) expression(e *expression) (test, error) {
	var parts []test
	for _, and := range e.Or {
		part, err := c.conjunction(and)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return anyOf(parts), nil
}

func (c compiler) conjunction(e *conjunction) (test, error) {
	var parts []test
	for _, t := range e.And {
		part, err := c.term(t)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return all(parts), nil
}

func (c compiler) term(t *term) (inner test, err error) {
	if t.Brackets != nil {
		inner, err = c.expression(t.Brackets)
	} else {
		inner, err = c.predicate(t.Predicate)
	}
	return negated(t.Not, inner), err
}

func (c compiler) predicate(p *predicate) (test, error) {
	left, kind, err := c.operand(p.Left)
	if err == nil && p.Compare != nil && p.Left.Text != nil { // which may be a day
		var right export.Type
		if _, right, err = c.operand(p.Compare.Right); err == nil && right == export.Date {
			kind = right
			left, err = c.like(p.Left, right, p.Left)
		}
	}
	switch {
	case err != nil:
		return nil, err
	case p.Compare != nil:
		right, err := c.like(p.Compare.Right, kind, p.Left)
		return compared(left, p.Compare.Operator, right), err
	case p.Null != nil:
		return negated(p.Null.Not, func(row []any) truth { return truthOf(left(row) == nil) }), nil
	case p.Like != nil:
		if kind != export.Text {
			return nil, fmt.Errorf("at byte %d: LIKE compares texts alone", p.Pos.Offset+1)
		}
		return negated(p.Not, matching(left, unquoted(*p.Like))), nil
	case p.Between != nil:
		low, err := c.like(p.Between.Low, kind, p.Left)
		if err != nil {
			return nil, err
		}
		high, err := c.like(p.Between.High, kind, p.Left)
		return negated(p.Not, all([]test{compared(left, ">=", low), compared(left, "<=", high)})), err
	case p.In != nil:
		return c.among(p, left, kind)
	case kind != export.Boolean:
		return nil, fmt.Errorf("at byte %d: is neither true nor false: want a comparison", p.Pos.Offset+1)
	}
	return compared(left, "=", func([]any) any { return true }), nil
}

func (c compiler) among(p *predicate, left value, kind export.Type) (test, error) {
	var each []test
	for _, o := range p.In {
		one, err := c.like(o, kind, p.Left)
		if err != nil {
			return nil, err
		}
		each = append(each, compared(left, "=", one))
	}
	return negated(p.Not, anyOf(each)), nil
}

// operand is what an operand stands for, and of what type that is.
func (c compiler) operand(o *operand) (value, export.Type, error) {
	constant := func(v any, t export.Type) (value, export.Type, error) { return func([]any) any { return v }, t, nil }
	switch {
	case o.Name != nil:
		i, err := c.field(unquoted(*o.Name))
		if err != nil {
			return nil, 0, fmt.Errorf("at byte %d: %w", o.Pos.Offset+1, err)
		}
		t := c.fields[i].Type
		if t == export.Integer {
			t = export.Real
		}
		return at(i), t, nil
	case o.Text != nil:
		return constant(unquoted(*o.Text), export.Text)
	case o.Number != nil:
		return constant(*o.Number, export.Real)
	case o.Truth != nil:
		return constant(strings.EqualFold(*o.Truth, "true"), export.Boolean)
	}
	text := o.Day
	if text == nil {
		text = o.Moment
	}
	day, err := timeline.ParseDayAt(unquoted(*text))
	if err != nil {
		return nil, 0, fmt.Errorf("at byte %d: %w", o.Pos.Offset+1, err)
	}
	return constant(day.String(), export.Date)
}

// like is an operand that can be compared with one of a type. A text beside a day is
// read as one.
func (c compiler) like(o *operand, kind export.Type, beside *operand) (value, error) {
	v, t, err := c.operand(o)
	switch {
	case err != nil || t == kind:
		return v, err
	case kind == export.Date && o.Text != nil:
		day, err := timeline.ParseDayAt(unquoted(*o.Text))
		if err != nil {
			return nil, fmt.Errorf("at byte %d: %w", o.Pos.Offset+1, err)
		}
		return func([]any) any { return day.String() }, nil
	}
	return nil, fmt.Errorf("at byte %d: %s cannot be compared with %s", beside.Pos.Offset+1, kinds[kind], kinds[t])
}

// kinds are the types in words.
var kinds = map[export.Type]string{export.Text: "a text", export.Date: "a day", export.Real: "a number", export.Boolean: "a truth"}

func (c compiler) field(name string) (int, error) {
	i := slices.IndexFunc(c.fields, func(f export.Field) bool { return f.Name == name })
	if i < 0 || !Queryable(c.fields[i]) {
		return 0, fmt.Errorf("no property %q to ask for: want one of %s", name, names(c.fields))
	}
	return i, nil
}

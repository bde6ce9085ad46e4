// Package cql reads filters in Basic CQL2 as text (OGC 21-065r2): comparisons of
// properties with values, IS NULL, AND, OR, NOT and brackets; and LIKE, BETWEEN and IN
// of the advanced comparison operators.
//
// As in SQL, what is not known is neither equal to anything nor different from it: a
// feature passes only where the filter is true of it.
package cql

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The grammar, loosest binding first.
type (
	expression struct {
		Or []*conjunction `parser:"@@ ('OR' @@)*"`
	}
	conjunction struct {
		And []*term `parser:"@@ ('AND' @@)*"`
	}
	term struct {
		Not       bool        `parser:"@'NOT'?"`
		Brackets  *expression `parser:"( '(' @@ ')'"`
		Predicate *predicate  `parser:"| @@ )"`
	}
	predicate struct {
		Pos     lexer.Position
		Left    *operand    `parser:"@@"`
		Compare *comparison `parser:"( @@"`
		Null    *nullity    `parser:"| @@"`
		Not     bool        `parser:"| @'NOT'?"`
		Like    *string     `parser:"  ( 'LIKE' @String"`
		Between *between    `parser:"  | 'BETWEEN' @@"`
		In      []*operand  `parser:"  | 'IN' '(' @@ (',' @@)* ')' ) )?"`
	}
	comparison struct {
		Operator string   `parser:"@('=' | '<>' | '<=' | '>=' | '<' | '>')"`
		Right    *operand `parser:"@@"`
	}
	nullity struct {
		Not bool `parser:"'IS' @'NOT'? 'NULL'"`
	}
	between struct {
		Low  *operand `parser:"@@ 'AND'"`
		High *operand `parser:"@@"`
	}
	operand struct {
		Pos    lexer.Position
		Day    *string  `parser:"  DateOf @String ')'"`
		Moment *string  `parser:"| MomentOf @String ')'"`
		Truth  *string  `parser:"| @('TRUE' | 'FALSE')"`
		Text   *string  `parser:"| @String"`
		Number *float64 `parser:"| @Number"`
		Name   *string  `parser:"| @(Name | Quoted)"`
	}
)

//nolint:gochecknoglobals // made once of the types above; it never changes
var parser = participle.MustBuild[expression](
	participle.Lexer(lexer.MustSimple([]lexer.SimpleRule{
		{Name: "DateOf", Pattern: `(?i)DATE\s*\(`}, // else a name: claims have a date
		{Name: "MomentOf", Pattern: `(?i)TIMESTAMP\s*\(`},
		{Name: "Keyword", Pattern: `(?i)\b(?:AND|OR|NOT|IS|NULL|LIKE|BETWEEN|IN|TRUE|FALSE)\b`},
		{Name: "Name", Pattern: `[A-Za-z_][A-Za-z0-9_.:]*`},
		{Name: "Quoted", Pattern: `"(?:[^"]|"")*"`},
		{Name: "String", Pattern: `'(?:\\'|''|[^'])*'`},
		{Name: "Number", Pattern: `[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`},
		{Name: "Sign", Pattern: `<>|<=|>=|[=<>(),]`},
		{Name: "Space", Pattern: `\s+`},
	})),
	participle.Elide("Space"),
	participle.CaseInsensitive("Keyword"),
	participle.UseLookahead(2),
)

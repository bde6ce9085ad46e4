package features

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// next gives a row of the layer as a feature.
func (p *pkg) next() (Feature, error) {
	p.alarm.Reset(p.patience)
	defer p.alarm.Stop() // who asks may take as long as he likes
	if !p.rows.Next() {
		if err := p.reason(p.rows.Err()); err != nil {
			return Feature{}, err
		}
		return Feature{}, io.EOF
	}
	if p.read++; p.read > maxRows {
		return Feature{}, fmt.Errorf("layer %q: more than %d features", p.layer.name, maxRows)
	}
	values := make([]any, len(p.names)+1)
	into := make([]any, len(values))
	for i := range values {
		into[i] = &values[i]
	}
	if err := p.rows.Scan(into...); err != nil {
		return Feature{}, err
	}
	f := Feature{Names: p.names, Values: make([]string, len(p.names))}
	for i, column := range p.column {
		text, ok := textOf(values[column])
		if !ok {
			return Feature{}, Fault{What: fmt.Sprintf("property %q is not UTF-8", p.names[i])}
		}
		f.Values[i] = text
	}
	switch blob := values[0].(type) {
	case nil:
	case []byte:
		var err error
		if f.Geometry, err = geometryOf(blob, p.layer.srs); err != nil {
			return Feature{}, Fault{What: fmt.Sprintf("geometry %v", err)}
		}
	default:
		return Feature{}, Fault{What: fmt.Sprintf("geometry is a %T: want a blob", blob)}
	}
	return f, nil
}

// textOf is a value as text, a list of strings in JSON as GeoJSON's are: programs
// write them so. Blobs are "". It is false for text that is not UTF-8.
func textOf(v any) (string, bool) {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10), true
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), true
	case string:
		if strings.HasPrefix(v, "[") && strings.HasSuffix(v, "]") {
			if list, is := listOf([]byte(v)); is {
				return list, true
			}
		}
		return v, utf8.ValidString(v)
	}
	return "", true
}

package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// valueOf is a property as a value of a type, as Row says.
func valueOf(v any, t Type) (any, error) {
	plain, err := plainOf(v)
	if err != nil || plain == nil {
		return nil, err
	}
	ok := false
	switch t {
	case Text, Date:
		_, ok = plain.(string)
	case Boolean:
		_, ok = plain.(bool)
	case Real:
		_, ok = plain.(float64)
	case List:
		_, ok = plain.([]any)
	case Object:
		ok = true
	case Integer:
		n, is := plain.(float64)
		if ok = is && n == math.Trunc(n); ok {
			return int64(n), nil
		}
	}
	if !ok {
		return nil, fmt.Errorf("%v is of another type than its field", plain)
	}
	return plain, nil
}

// plainOf is a value as it comes back from GeoJSON.
func plainOf(v any) (any, error) {
	switch v := v.(type) {
	case nil, string, bool, float64:
		return v, nil
	case int:
		return float64(v), nil
	}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var plain any
	err = json.Unmarshal(b, &plain)
	return plain, err
}

// Words is a value of Row as text to be read: "" for nil, the words of a list with
// semicolons between them and those of its rows with dashes, and what has more
// structure than that as JSON.
func Words(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case bool:
		return strconv.FormatBool(v), nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	case []any:
		if text, flat := joined(v, "; ", " – "); flat {
			return text, nil
		}
	}
	return JSON(v)
}

// joined are the words of a list; false where something in it is neither a word nor
// a row of words.
func joined(list []any, separators ...string) (string, bool) {
	words := make([]string, len(list))
	for i, v := range list {
		switch v := v.(type) {
		case string:
			words[i] = v
		case []any:
			var flat bool
			if len(separators) > 1 {
				words[i], flat = joined(v, separators[1:]...)
			}
			if !flat {
				return "", false
			}
		default:
			return "", false
		}
	}
	return strings.Join(words, separators[0]), true
}

// JSON is a value of Row as JSON on one line, with its words as they are: nothing is
// escaped for HTML.
func JSON(v any) (string, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	err := out.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

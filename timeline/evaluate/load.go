package evaluate

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"
)

// Load reads the gold of a folder, one <id>.json a text, by name; what begins
// with a dot is passed over. An empty folder gives none. What is not gold is an
// error that names the file, the field, its value and what is allowed.
func Load(folder fs.FS) ([]Gold, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	var out []Gold
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		if path.Ext(name) != ".json" {
			return nil, fmt.Errorf("%s: want files <id>.json alone", name)
		}
		raw, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		g, err := parse(raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		g.ID = strings.TrimSuffix(name, ".json")
		out = append(out, g)
	}
	return out, nil
}

// parse reads the gold of one text, but for its ID.
func parse(raw []byte) (g Gold, err error) {
	err = json.Unmarshal(raw, &g)
	if t := (*json.UnmarshalTypeError)(nil); errors.As(err, &t) {
		return g, fmt.Errorf("%s: a JSON %s: want %s", cmp.Or(t.Field, "the whole"), t.Value, inWords(t.Type.Kind()))
	}
	if err != nil {
		return g, fmt.Errorf("not JSON: %w", err)
	}
	return g, g.check()
}

// inWords is what a field has to be, in words of JSON.
func inWords(k reflect.Kind) string {
	switch k {
	case reflect.Bool:
		return "true or false"
	case reflect.Float64:
		return "a number"
	case reflect.Int:
		return "a whole number"
	case reflect.Slice:
		return "a list"
	case reflect.String:
		return "text"
	}
	return "an object"
}

package features

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// objects are features in the list of a collection, or one behind the other.
type objects struct {
	dec        *json.Decoder
	in         *Pieces
	collection bool // inside the list of one
	begun      bool
	several    bool // no collection, and more than one
	list       []object
}

func (f *objects) Close() error { return nil }

func (f *objects) format() (Format, string) {
	if f.several {
		return Sequence, ""
	}
	return GeoJSON, ""
}

func (f *objects) next() (Feature, error) {
	for len(f.list) == 0 {
		f.in.Begin()
		first := !f.begun
		o, err := f.read()
		switch {
		case errors.Is(err, io.EOF):
			return Feature{}, io.EOF
		case err != nil:
			return Feature{}, damaged(err, f.dec.InputOffset())
		}
		f.several = f.several || !first && !f.collection
		f.list = o.parts()
	}
	o := f.list[0]
	f.list = f.list[1:]
	return o.feature()
}

// read gives the next object, io.EOF behind the last.
func (f *objects) read() (o object, err error) {
	if !f.begun {
		f.begun = true
		if o, err = f.begin(); err != nil || !f.collection {
			return o, err
		}
	}
	if !f.collection {
		if err := f.dec.Decode(&o); err != nil {
			return o, err
		}
		return o, checkCRS(o.CRS)
	}
	if f.dec.More() {
		return o, noEOF(f.dec.Decode(&o))
	}
	if _, err := f.members(); err != nil { // behind the list
		return o, noEOF(err)
	}
	if _, err := f.dec.Token(); err != io.EOF {
		return o, errors.New("more behind the end of the collection")
	}
	return o, io.EOF
}

// noEOF is an error where the end of the file is one.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// begin reads up to the list of a collection, or the first object of many.
func (f *objects) begin() (o object, err error) {
	t, err := f.dec.Token()
	if err != nil {
		return o, err
	}
	if t != json.Delim('{') {
		return o, fmt.Errorf("begins with %v: want GeoJSON, a FeatureCollection or Features", t)
	}
	members, err := f.members()
	if err != nil || f.collection {
		return o, noEOF(err)
	}
	whole, err := json.Marshal(members)
	if err != nil {
		return o, err
	}
	return o, json.Unmarshal(whole, &o)
}

// members reads members of the outer object until its end, or that of the list
// of features before which it stops.
func (f *objects) members() (map[string]json.RawMessage, error) {
	out := map[string]json.RawMessage{}
	if f.collection {
		if _, err := f.dec.Token(); err != nil { // the list's end
			return nil, err
		}
	}
	for f.dec.More() {
		name, err := f.dec.Token()
		if err != nil {
			return nil, err
		}
		if name == "features" && !f.collection {
			f.collection = true
			if t, err := f.dec.Token(); err != nil || t != json.Delim('[') {
				return nil, cmp.Or(err, errors.New("features: want a list"))
			}
			return out, nil
		}
		var raw json.RawMessage
		if err := f.dec.Decode(&raw); err != nil {
			return nil, err
		}
		if name == "crs" {
			if err := checkCRS(raw); err != nil {
				return nil, err
			}
		}
		out[fmt.Sprint(name)] = raw
	}
	_, err := f.dec.Token() // the object's end
	return out, err
}

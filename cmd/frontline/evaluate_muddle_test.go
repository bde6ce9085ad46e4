package main

import (
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/timeline"
)

// muddler gets things wrong, the same things for the same seed.
type muddler struct {
	*rand.Rand
	rate   float64 // 0…1: how often
	actors []timeline.Actor
	names  []string
}

// muddled is what the oracle says, and what was read of the same text if
// anything was, with part of it wrong. At rate 0 nothing is, and nothing added.
func muddled(all timeline.Reading, read *timeline.Reading, rate float64, seed uint64) timeline.Reading {
	m := muddler{Rand: rand.New(rand.NewPCG(seed, 0)), rate: rate}
	for _, c := range all.Claims {
		m.actors = append(m.actors, c.Actor, c.From)
	}
	for _, p := range all.Places {
		m.names = append(m.names, p.Surface)
	}
	if rate == 0 {
		return all
	}
	if read != nil {
		all.Claims = append(all.Claims, read.Claims...)
		all.Places = append(all.Places, read.Places...)
	}
	out := timeline.Reading{Report: all.Report}
	for _, c := range all.Claims {
		for range m.copies() {
			out.Claims = append(out.Claims, m.claim(c))
		}
	}
	for _, p := range all.Places {
		for range m.copies() {
			out.Places = append(out.Places, m.mention(p))
		}
	}
	m.Shuffle(int(float64(len(out.Claims))*rate), func(i, k int) { out.Claims[i], out.Claims[k] = out.Claims[k], out.Claims[i] })
	return out
}

// muddledGold is a folder with a copy of the gold in another, part of it
// changed; what it says is still gold.
func muddledGold(t *testing.T, dir string, rate float64, seed uint64) (copied string) {
	t.Helper()
	copied = t.TempDir()
	m := muddler{Rand: rand.New(rand.NewPCG(seed, 1)), rate: rate, actors: []timeline.Actor{"sdf", "hts", "russia", "unknown"}}
	tree := os.DirFS(dir)
	files, err := fs.Glob(tree, "gold/*.json")
	if err == nil {
		err = os.Mkdir(filepath.Join(copied, "gold"), 0o700)
	}
	for _, file := range files {
		var raw []byte
		if raw, err = fs.ReadFile(tree, file); err != nil {
			break
		}
		all := decode[map[string]any](t, string(raw))
		m.names = nil
		for _, p := range all["places"].([]any) {
			m.names = append(m.names, p.(map[string]any)["surface"].(string))
		}
		for _, list := range keys(all) {
			if items, is := all[list].([]any); is {
				all[list] = m.items(items)
			}
		}
		if raw, err = json.Marshal(all); err == nil {
			err = os.WriteFile(filepath.Join(copied, file), raw, 0o600)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

// items are a list of gold with some left out, some there twice, and some of
// the fields changed to others that they may have.
func (m muddler) items(list []any) []any {
	out := []any{}
	for _, item := range list {
		for range m.copies() {
			changed := map[string]any{}
			for _, field := range keys(item.(map[string]any)) {
				changed[field] = item.(map[string]any)[field]
				if values := m.field(field, changed[field]); m.now() && values != nil {
					changed[field] = one(m, values)
				}
			}
			out = append(out, changed)
		}
	}
	return out
}

// field lists what a field of gold may be instead.
func (m muddler) field(name string, value any) []any {
	actor := one(m, m.actors)
	switch name {
	case "place":
		return []any{m.spelling(one(m, m.names)), "غرب " + one(m, m.names)}
	case "kind":
		return []any{"captured", "recaptured", "handed_over", "lost", "withdrew", "holds"}
	case "why":
		return []any{"attempt", "denied", "raid"}
	case "actor", "side":
		return []any{actor}
	case "from":
		return []any{actor, nil, "unknown"}
	case "co_actors", "from_co", "actors":
		return []any{[]any{actor}, []any{actor, one(m, m.actors), one(m, m.actors)}}
	case "named":
		return []any{true, false}
	case "date":
		return []any{nil, "2017-08-12"}
	case "km":
		return []any{value.(float64) + 0.01, value.(float64) + 0.015, 3}
	case "killed_min", "wounded_min":
		return []any{nil, 0, 3}
	}
	return nil
}

// now says whether to get something wrong now.
func (m muddler) now() bool { return m.Float64() < m.rate }

// copies is mostly 1; what is left out has none.
func (m muddler) copies() int {
	if m.now() {
		return m.IntN(3)
	}
	return 1
}

func (m muddler) claim(c timeline.Claim) timeline.Claim {
	c.Quote = strings.Join(strings.Fields(c.Quote), " ")
	c.Quote = string([]rune(c.Quote)[:min(40, len([]rune(c.Quote)))]) // as long as the scorer shows them
	if m.now() {
		c.Actor = one(m, m.actors)
	}
	if m.now() {
		c.CoActors = []timeline.Actor{c.Actor, one(m, m.actors)}
		c.Actor = one(m, m.actors)
	}
	if m.now() {
		c.CoActors = nil
	}
	if m.now() {
		c.From = one(m, m.actors)
	}
	if m.now() {
		c.Kind = one(m, timeline.Kinds)
	}
	if m.now() {
		c.Modality = one(m, []timeline.Modality{timeline.Asserted, timeline.Asserted, timeline.Denied, timeline.Attempt})
	}
	if m.now() {
		c.Date += timeline.Day(m.IntN(3))
	}
	if m.now() {
		c.DistanceKm = float64(m.IntN(4)) + one(m, []float64{0, 0.005, 0.01, 0.015, 3.219})
	}
	if m.now() {
		c.KilledMin, c.WoundedMin = c.WoundedMin, one(m, []*int{nil, c.KilledMin})
	}
	c.Place = m.place(c.Place)
	return c
}

func (m muddler) place(p *timeline.PlaceRef) *timeline.PlaceRef {
	if p == nil && m.now() {
		p = &timeline.PlaceRef{}
	}
	if p == nil || m.Float64() < m.rate/4 {
		return nil
	}
	out := *p
	if m.now() {
		out.Surface = one(m, m.names)
	}
	out.Surface = m.spelling(out.Surface)
	if m.now() {
		out.Named = !out.Named
	}
	return &out
}

func (m muddler) mention(p timeline.Mention) timeline.Mention {
	if m.now() {
		p.Surface = one(m, m.names)
	}
	p.Surface = m.spelling(p.Surface)
	if p.Place != nil && m.now() {
		moved := *p.Place
		moved.At = orb.Point{moved.At.Lon() + m.Float64()/4 - 0.125, moved.At.Lat() + m.Float64()/4 - 0.125}
		p.Place = &moved
	}
	if m.now() {
		p.Place = nil
	}
	return p
}

// spelling is another way to write a name, the same name to the eye or not.
func (m muddler) spelling(s string) string {
	if !m.now() {
		return s
	}
	return one(m, []func(string) string{
		func(s string) string { return "قرية " + s },
		func(s string) string { return "القريتين " + s },
		func(s string) string { return "بلدات المدينة" + s },
		func(s string) string { return "ال" + s },
		func(s string) string { return strings.ReplaceAll(s, "ال", "") },
		func(s string) string {
			return strings.NewReplacer("أ", "ا", "ة", "ه", "ى", "ئ", "ي", "ى").Replace(s)
		},
		func(s string) string { return strings.Join(strings.Split(s, ""), "ـ") },
		func(s string) string { return s + "\u064e\u0651" },
		func(s string) string { return strings.NewReplacer(" ", "-", "-", "", "'", "’").Replace(s) },
		func(s string) string { return "«" + s + "» (" + s + ")" },
		func(s string) string { return "The Town of al-" + strings.ToUpper(s) + " City District" },
		func(s string) string { return "İ " + s },
		func(s string) string { return " " },
		func(s string) string { return s + "\n" + s },
		func(s string) string { return "city" },
	})(s)
}

func one[T any](m muddler, values []T) T {
	if len(values) == 0 {
		return *new(T)
	}
	return values[m.IntN(len(values))]
}

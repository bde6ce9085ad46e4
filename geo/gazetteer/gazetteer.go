// Package gazetteer knows the named places: it loads them from a table, finds
// their names in a text, and says which place a name means, how surely, and
// why.
package gazetteer

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"frontline/geo"
	"frontline/geo/arabic"
	"frontline/geo/trie"
)

// Entry is one row of a gazetteer.
type Entry struct {
	geo.Place
	AltAr, AltEn []string // other spellings
	Population   int      // 0 where unknown
	GeoNames     string   // GeoNames id; "" where unknown
	PCode        string   // OCHA p-code; "" where unknown

	key string // of NameAr, as arabic.Key
}

// Gazetteer is an immutable set of entries with an index of their names. It is
// safe for concurrent use.
type Gazetteer struct {
	entries   []Entry
	byID      map[string]int32
	names     *trie.Trie[[]*Entry]
	latin     map[string][]*Entry // folded Latin name → entries
	provinces map[string]string   // folded name, id or p-code of a governorate → its name
	areas     areas
	forbidden []Decision    // that names mean places
	index     func() *index // made when something is searched for first
	version   func() string // likewise, when it is asked for
}

// New indexes entries under all their names. It keeps the slice.
func New(entries []Entry) *Gazetteer {
	g := &Gazetteer{entries: entries, byID: make(map[string]int32, len(entries)),
		names: trie.New[[]*Entry](), latin: make(map[string][]*Entry, 2*len(entries)), provinces: map[string]string{}}
	for i := range entries {
		e := &entries[i]
		e.key = arabic.Key(e.NameAr)
		g.byID[e.ID] = int32(i)
		for _, n := range append([]string{e.NameAr}, e.AltAr...) {
			g.addName(arabic.Key(n), e)
		}
		for _, n := range append([]string{e.NameEn}, e.AltEn...) {
			if key := LatinKey(n); key != "" {
				g.latin[key] = appendNew(g.latin[key], e)
			}
		}
		if e.Kind == "governorate" && e.Admin1 != "" {
			g.addProvince(e)
		}
	}
	g.index = sync.OnceValue(func() *index { return newIndex(entries) })
	g.version = sync.OnceValue(func() string { return digest(entries, Additions{}) })
	return g
}

// digest is a short digest of all that entries say, and of additions of which
// they say nothing: outlines, and what a name means no more.
func digest(entries []Entry, more Additions) string {
	sum := sha256.New()
	for i := range entries {
		e := &entries[i]
		fmt.Fprintln(sum, e.ID, e.Names(), e.Kind, e.At, e.Admin1)
	}
	fmt.Fprintln(sum, more.Areas)
	for _, d := range more.Decisions {
		fmt.Fprintln(sum, d.Kind, d.Name, d.Admin1, d.Place)
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

func (g *Gazetteer) addName(key string, e *Entry) {
	named := g.names.Value(strings.Fields(key))
	if *named == nil {
		*named = new([]*Entry)
	}
	**named = appendNew(**named, e)
}

func appendNew(entries []*Entry, e *Entry) []*Entry {
	if slices.Contains(entries, e) {
		return entries
	}
	return append(entries, e)
}

// Len is the number of places.
func (g *Gazetteer) Len() int { return len(g.entries) }

// Version is a short digest of all names and ids, and of where places lie.
func (g *Gazetteer) Version() string { return g.version() }

// Get is the place of an id.
func (g *Gazetteer) Get(id string) (geo.Place, bool) {
	i, ok := g.byID[id]
	if !ok {
		return geo.Place{}, false
	}
	return g.entries[i].Place, true
}

// Labels are the places a map of the country names: governorates' seats,
// cities and towns, in the order of the table.
func (g *Gazetteer) Labels() []geo.Place {
	var out []geo.Place
	for _, e := range g.entries {
		if e.Kind == "city" || e.Kind == "town" {
			out = append(out, e.Place)
		}
	}
	return out
}

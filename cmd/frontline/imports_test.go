package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// root is the top of the repository, seen from this package.
const root = "../.."

// arrows says which packages of the house a package may import. It says no
// more than is so: an arrow that nobody uses has to go.
func arrows() map[string][]string {
	return map[string][]string{
		"geo":                    {},
		"geo/arabic":             {},
		"geo/trie":               {},
		"geo/download":           {},
		"geo/memo":               {},
		"geo/vocabulary":         {},
		"geo/gazetteer":          {"geo", "geo/arabic", "geo/memo", "geo/trie", "geo/vocabulary"},
		"geo/gazetteer/check":    {"geo", "geo/gazetteer", "geo/gazetteer/link"},
		"geo/gazetteer/link":     {"geo", "geo/gazetteer"},
		"geo/features":           {"geo"},
		"geo/gazetteer/source":   {"geo", "geo/features", "geo/gazetteer", "geo/overlay"},
		"geo/partition":          {"geo"},
		"geo/overlay":            {},
		"geo/relative":           {"geo", "geo/overlay", "geo/partition"},
		"timeline":               {"geo"},
		"timeline/extract/words": {},
		"timeline/extract/draft": {"timeline", "geo/gazetteer"},
		"timeline/extract/relation": {"timeline", "timeline/extract/draft", "timeline/extract/words",
			"geo/arabic", "geo/gazetteer", "geo/memo", "geo/relative", "geo/trie"},
		"timeline/extract/ar": {"timeline", "timeline/extract/draft", "timeline/extract/relation", "timeline/extract/words",
			"geo", "geo/arabic", "geo/gazetteer", "geo/memo", "geo/trie"},
		"timeline/extract/en": {"timeline", "timeline/extract/draft", "timeline/extract/relation", "timeline/extract/words",
			"geo/gazetteer", "geo/memo", "geo/trie"},
		"timeline/extract": {"timeline", "timeline/extract/draft", "timeline/extract/ar", "timeline/extract/en",
			"geo", "geo/arabic", "geo/gazetteer", "geo/relative"},
		"timeline/fold":          {"timeline"},
		"timeline/baseline":      {"timeline", "geo", "geo/features", "geo/gazetteer", "geo/overlay"},
		"timeline/drawn":         {"timeline", "timeline/front", "geo", "geo/overlay"},
		"timeline/front":         {"timeline", "timeline/fold", "geo", "geo/overlay", "geo/partition"},
		"timeline/atlas":         {"timeline", "timeline/drawn", "timeline/fold", "timeline/front", "geo", "geo/overlay"},
		"timeline/answer":        {"timeline", "timeline/atlas", "timeline/fulltext"},
		"timeline/client":        {"timeline", "timeline/answer", "timeline/atlas", "timeline/export"},
		"timeline/openapi":       {"timeline", "timeline/answer", "timeline/atlas", "timeline/export"},
		"timeline/compact":       {"timeline", "timeline/front"},
		"timeline/tile":          {"timeline", "timeline/front"},
		"timeline/evaluate":      {"timeline", "geo"},
		"timeline/fulltext":      {"geo/arabic", "geo/gazetteer"},
		"timeline/ingest":        {"timeline"},
		"timeline/replay":        {"timeline", "timeline/fold", "geo"},
		"timeline/sqlite":        {"timeline", "timeline/fold", "timeline/fulltext", "timeline/verify", "timeline/watch", "timeline/webhook", "geo", "geo/gazetteer", "geo/gazetteer/link", "geo/overlay"},
		"timeline/unplaced":      {"timeline", "geo", "geo/gazetteer"},
		"timeline/feed":          {"timeline"},
		"timeline/watch":         {"timeline", "timeline/atlas", "timeline/webhook"},
		"timeline/webhook":       {},
		"timeline/verify":        {"timeline", "geo", "geo/overlay"},
		"timeline/export":        {"timeline", "timeline/front", "timeline/atlas", "geo"},
		"timeline/ogc":           {"timeline", "timeline/atlas", "timeline/export", "timeline/ogc/cql", "geo"},
		"timeline/ogc/cql":       {"timeline", "timeline/export"},
		"timeline/export/csv":    {"timeline/export"},
		"timeline/export/gpkg":   {"timeline", "timeline/export"},
		"timeline/export/kml":    {"timeline", "timeline/export"},
		"timeline/export/format": {"timeline/export", "timeline/export/csv", "timeline/export/gpkg", "timeline/export/kml"},
		"timeline/snapshot":      {"timeline", "timeline/export"},
		"timeline/web": {"timeline", "timeline/answer", "timeline/atlas", "timeline/compact", "timeline/export", "timeline/export/format", "timeline/front",
			"timeline/feed", "timeline/fulltext", "timeline/ogc", "timeline/ogc/cql", "timeline/openapi", "timeline/picture", "timeline/picture/sheet", "timeline/plain", "timeline/plate",
			"timeline/tile", "timeline/watch", "geo"},
		"data":   {},
		"static": {},
		"timeline/picture": {"timeline", "timeline/front", "timeline/picture/lettering", "timeline/picture/sheet",
			"geo"},
		"timeline/plate":             {"timeline", "timeline/atlas", "timeline/picture"},
		"timeline/plain":             {"timeline", "timeline/atlas", "timeline/front", "timeline/fulltext", "geo"},
		"timeline/picture/lettering": {"timeline/picture/sheet"},
		"timeline/picture/sheet":     {},
		"cmd/frontline": {"data", "static", "geo", "geo/download", "geo/overlay", "geo/partition", "geo/gazetteer", "geo/gazetteer/check", "geo/gazetteer/link",
			"geo/gazetteer/source", "timeline", "timeline/atlas", "timeline/baseline", "timeline/evaluate", "timeline/export", "timeline/export/format", "timeline/extract",
			"timeline/fold", "timeline/front", "timeline/fulltext", "timeline/ingest", "timeline/picture", "timeline/picture/sheet", "timeline/plate", "timeline/replay", "timeline/snapshot", "timeline/sqlite", "timeline/unplaced", "timeline/verify",
			"timeline/watch", "timeline/webhook",
			"timeline/web"},
	}
}

// alone says which packages are the only ones to know a library: what begins
// so is imported there and nowhere else.
func alone() map[string][]string {
	return map[string][]string{
		"database/sql":                          {"timeline/sqlite", "timeline/export/gpkg", "geo/features"}, // the store, and a format that is a database, out and in
		"github.com/mattn/go-sqlite3":           {"timeline/sqlite", "timeline/export/gpkg", "geo/features"},
		"github.com/pressly/goose":              {"timeline/sqlite"},
		"net/http":                              {"timeline/web", "timeline/webhook", "timeline/client", "geo/download"}, // it serves, it tells, it asks, it fetches
		"github.com/labstack/echo":              {"timeline/web"},
		"github.com/getkin/kin-openapi":         {"timeline/openapi", "timeline/web"},
		"github.com/CAFxX/httpcompression":      {"timeline/web"},
		"github.com/elnormous/contenttype":      {"timeline/web"},
		"github.com/alecthomas/participle":      {"timeline/ogc/cql"},
		"github.com/hashicorp/go-retryablehttp": {"geo/download", "timeline/webhook"},
		"github.com/standard-webhooks":          {"timeline/webhook"},
		"github.com/tmaxmax/go-sse":             {"timeline/web"},
		"github.com/adrg/frontmatter":           {"timeline/ingest"},
		"gopkg.in/yaml":                         {"timeline/ingest"},
		"golang.org/x/text":                     {"geo/gazetteer", "geo/gazetteer/source", "timeline/plain"}, // normal forms, codes of countries, languages
		"github.com/blevesearch/vellum":         {"geo/vocabulary"},
		"github.com/peterstace/simplefeatures":  {"geo/overlay"},
		"git.sr.ht/~sbinet/gg":                  {"timeline/picture/sheet"},
		"github.com/go-text/typesetting":        {"timeline/picture/lettering"},
		"codeberg.org/go-fonts/dejavu":          {"timeline/picture/lettering"},
		"golang.org/x/image":                    {"timeline/picture/lettering"}, // the numbers that typesetting counts in
		"github.com/spf13/cobra":                {"cmd/frontline"},
		"github.com/schollz/progressbar":        {"cmd/frontline"},
		"golang.org/x/term":                     {"cmd/frontline"},
		"github.com/paulmach/orb/encoding":      {"timeline/sqlite", "geo/features", "timeline/tile", "timeline/export", "timeline/export/csv", "timeline/export/gpkg"}, // geometry as bytes, in tiles, and as text
		"github.com/twpayne/go-kml":             {"timeline/export/kml"},
		"github.com/paulmach/orb/maptile":       {"timeline/atlas", "timeline/tile"},
	}
}

func TestPackagesImportOnlyWhatTheTableAllows(t *testing.T) {
	allowed, found := arrows(), imports(t)
	for _, from := range slices.Sorted(maps.Keys(found)) {
		may, listed := allowed[from]
		if !listed {
			t.Errorf("package %s is not in the table: a new room is added there on purpose", from)
			continue
		}
		for _, to := range found[from] {
			if inside, ours := strings.CutPrefix(to, "frontline/"); ours && !slices.Contains(may, inside) {
				t.Errorf("%s imports %s: want only %v", from, inside, may)
			}
		}
	}
	for _, from := range slices.Sorted(maps.Keys(allowed)) {
		if _, there := found[from]; !there {
			t.Errorf("package %s is in the table and nowhere else", from)
			continue
		}
		for _, to := range allowed[from] {
			if !slices.Contains(found[from], "frontline/"+to) {
				t.Errorf("%s may import %s and does not: the table says more than is so", from, to)
			}
		}
	}
}

func TestLibrariesAreKnownToTheirPackages(t *testing.T) {
	used := map[string][]string{}
	for from, list := range imports(t) {
		for _, to := range list {
			for library, owners := range alone() {
				if !strings.HasPrefix(to, library) {
					continue
				}
				used[library] = append(used[library], from)
				if !slices.Contains(owners, from) {
					t.Errorf("%s imports %s: want it in %v alone", from, to, owners)
				}
			}
		}
	}
	for library, owners := range alone() {
		for _, owner := range owners {
			if !slices.Contains(used[library], owner) {
				t.Errorf("%s is to be known to %s, which does not import it", library, owner)
			}
		}
	}
}

// The top level is what a newcomer sees first.
func TestTopLevelHoldsTheRoomsAndNothingElse(t *testing.T) {
	rooms := []string{"cmd", "geo", "timeline", "data", "static"}
	papers := []string{"go.mod", "go.sum", "README.md", "LICENSE", "CHANGELOG.md", "DESIGN.md", "Makefile"}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
		want := papers
		if e.IsDir() {
			want = rooms
		}
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(want, e.Name()) && !ignored(t, e.Name()) {
			t.Errorf("%s lies at the top level: want only %v and %v", e.Name(), rooms, papers)
		}
	}
	for _, want := range slices.Concat(rooms, papers) {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not at the top level", want)
		}
	}
}

// ignored says whether version control passes over a name at the top level.
func ignored(t *testing.T, name string) bool {
	list, err := os.ReadFile(root + "/.gitignore")
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(strings.Fields(string(list)), func(pattern string) bool {
		match, err := path.Match(strings.Trim(pattern, "/"), name)
		if err != nil {
			t.Fatal(err)
		}
		return match
	})
}

// imports are the import paths of every package's files that are not tests, by
// the package's folder.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); d.IsDir() && name != "." && (strings.HasPrefix(base, ".") || base == "node_modules") {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), root+"/"+name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := path.Dir(name)
		out[folder] = append(out[folder], "") // a package that imports nothing is one too
		for _, i := range file.Imports {
			out[folder] = append(out[folder], strings.Trim(i.Path.Value, `"`))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

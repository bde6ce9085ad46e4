package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v2"

	"frontline/data"
)

// manifest is what a snapshot says of itself, as far as tests read it.
type manifest struct {
	Version, Title, Recorded string
	AsKnownOn                *string                       `json:"as_known_on"`
	Counts                   struct{ Reports, Claims int } `json:"known_on_all_days"`
	Sources                  []struct{ ID, Licence string }
	Accuracy                 []struct {
		Set     string
		Figures []struct {
			Figure string
			Value  float64
		}
	}
	Files []struct {
		Name     string
		Features *int
		Bytes    int64
		SHA256   string
	}
}

// snapped writes a snapshot, and gives its path, its id and its manifest.
func snapped(t *testing.T, args ...string) (path, id string, m manifest) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "s.zip")
	said := output(t, append([]string{"snapshot", "--out", path}, args...)...)
	id = strings.TrimSpace(said[strings.LastIndex(strings.TrimSpace(said), " ")+1:])
	text := member(t, path, "manifest.json")
	if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != id {
		t.Errorf("%s: want the sum of the manifest, %x", said, sum)
	}
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	return path, id, m
}

// member is a file of a zip.
func member(t *testing.T, path, name string) []byte {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		if filepath.Base(f.Name) != name {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	t.Fatalf("%s: no %s", path, name)
	return nil
}

func TestASnapshotIsTheSameEveryTime(t *testing.T) {
	db := ourReports(t)
	path, id, m := snapped(t, "--on", "2017-09-12", "--db", db)
	again, sameID, _ := snapped(t, "--on", "2017-09-12", "--db", db)
	a, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(again)
	if err != nil || !bytes.Equal(a, b) || id != sameID {
		t.Errorf("%v: %d and %d bytes, %s and %s: want the same", err, len(a), len(b), id, sameID)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o444 {
		t.Errorf("%v, %v: want a file to read alone", info, err)
	}
	wantFailure(t, frontline(t, "snapshot", "--out", path, "--db", db), 1, path, "never written over")
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(a, b) {
		t.Errorf("%v: the refused one changed the file", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%v, %v: want nothing beside it", left, err)
	}
	if m.Counts.Reports != 150 || m.Counts.Claims < 1000 || len(m.Sources) < 10 || m.Title != "frontline-2017-09-12" || m.Recorded == "" {
		t.Errorf("%+v", m)
	}
	if len(m.Accuracy) != 5 || m.Accuracy[4].Set != "held out, English" || m.Accuracy[4].Figures[0].Value < 0.5 {
		t.Errorf("accuracy %+v: want that of five sets", m.Accuracy)
	}
	if _, other, _ := snapped(t, "--on", "2017-09-13", "--db", db); other == id {
		t.Error("another day has the same id")
	}
	output(t, "retract", "0853e8288e653087", "--reason", "a hoax", "--author", "Rima", "--db", db)
	if _, other, now := snapped(t, "--on", "2017-09-12", "--db", db); other == id || now.Version == m.Version || now.Counts.Reports > m.Counts.Reports {
		t.Errorf("%+v: want another version after a retraction", now.Counts)
	}
}

// Anybody can check and read a snapshot, without this program.
func TestASnapshotIsReadByOthers(t *testing.T) {
	db := ourReports(t)
	path, id, m := snapped(t, "--from", "2017-08-01", "--to", "2017-09-01", "--db", db)
	dir := t.TempDir()
	run := func(in, program string, args ...string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), program, args...)
		c.Dir = in
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v: %s", program, err, out)
		}
		return string(out)
	}
	unpacked(t, path, dir)
	folder := filepath.Join(dir, m.Title)
	if said := run(folder, "sha256sum", "-c", "--strict", "SHA256SUMS"); strings.Count(said, ": OK\n") != len(m.Files)+2 {
		t.Errorf("%s: want %d files found right", said, len(m.Files)+2)
	}
	layers := 0
	for _, f := range m.Files {
		if f.Features == nil {
			continue
		}
		layers++
		if said := string(gdal(t, "ogrinfo", "-so", "-al", filepath.Join(folder, f.Name))); !strings.Contains(said, "Feature Count: "+strconv.Itoa(*f.Features)+"\n") || *f.Features == 0 {
			t.Errorf("%s: %s: want %d features", f.Name, said, *f.Features)
		}
	}
	if layers != 6 {
		t.Errorf("%d layers: want 6", layers)
	}
	cff := citationOf(t, member(t, path, "CITATION.cff"))
	if cff.Version != id || cff.License != data.LicenceID || cff.Type != "dataset" || cff.Released != m.Recorded[:10] {
		t.Errorf("%+v: want the snapshot cited", cff)
	}
	for _, f := range m.Files {
		if f.Name == "claims.geojson" && !strings.Contains(cff.Abstract, fmt.Sprint(*f.Features, " claims")) {
			t.Errorf("%s: want the %d claims of the bundle", cff.Abstract, *f.Features)
		}
	}
	readme := string(member(t, path, "README.txt"))
	for _, want := range []string{"half-open", "holdings.geojson", "2017-08-01", data.Attribution, "sha256sum -c"} {
		if !strings.Contains(readme, want) {
			t.Errorf("%s: want %q", readme, want)
		}
	}
}

// unpacked writes the files of a zip to a folder.
func unpacked(t *testing.T, path, dir string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if err := os.CopyFS(dir, z); err != nil {
		t.Fatal(err)
	}
}

func TestVerifyingASnapshotFindsWhatDiffers(t *testing.T) {
	path, id, m := snapped(t, "--on", "2017-09-12", "--db", ourReports(t))
	if said := output(t, "snapshot", "verify", path); !strings.Contains(said, id+": 10 files, all as made") {
		t.Errorf("%s: want nothing found", said)
	}
	for name, c := range map[string]struct {
		change func(files map[string][]byte, folder string)
		says   []string
	}{
		"a byte": {func(f map[string][]byte, dir string) { f[dir+"holdings.geojson"][100] ^= 1 }, []string{"holdings.geojson: differs: sha256 "}},
		"a sum":  {func(f map[string][]byte, dir string) { f[dir+"SHA256SUMS"][0] ^= 1 }, []string{"claims.geojson: ", "SHA256SUMS"}},
		"a line of sums": {func(f map[string][]byte, dir string) {
			f[dir+"SHA256SUMS"] = append([]byte("0000  claims.geojson\n"), f[dir+"SHA256SUMS"]...)
		}, []string{"SHA256SUMS: has the line \"0000  claims.geojson\""}},
		"a line twice": {func(f map[string][]byte, dir string) {
			f[dir+"SHA256SUMS"] = append(f[dir+"SHA256SUMS"], f[dir+"SHA256SUMS"]...)
		}, []string{"SHA256SUMS: has the line"}},
		"an order of sums": {func(f map[string][]byte, dir string) {
			lines := slices.Sorted(strings.Lines(string(f[dir+"SHA256SUMS"])))
			f[dir+"SHA256SUMS"] = []byte(strings.Join(lines, ""))
		}, []string{"SHA256SUMS: has the sums of these files in other lines"}},
		"an end of sums": {func(f map[string][]byte, dir string) {
			f[dir+"SHA256SUMS"] = bytes.TrimSpace(f[dir+"SHA256SUMS"])
		}, []string{"SHA256SUMS: has the sums of these files in other lines"}},
		"a citation":  {func(f map[string][]byte, dir string) { f[dir+"CITATION.cff"] = []byte("cff-version: 1.2.0\n") }, []string{"CITATION.cff: differs", "cites another snapshot"}},
		"a file more": {func(f map[string][]byte, dir string) { f[dir+"virus.exe"] = []byte("x") }, []string{"virus.exe: does not belong"}},
		"outside":     {func(f map[string][]byte, _ string) { f["../up"] = []byte("x") }, []string{"../up: does not belong"}},
		"a file less": {func(f map[string][]byte, dir string) { delete(f, dir+"areas.geojson") }, []string{"areas.geojson: is missing"}},
		"no sums":     {func(f map[string][]byte, dir string) { delete(f, dir+"SHA256SUMS") }, []string{"SHA256SUMS: is missing", "claims.geojson: is not in SHA256SUMS"}},
		"the manifest": {func(f map[string][]byte, dir string) {
			f[dir+"manifest.json"] = bytes.Replace(f[dir+"manifest.json"], []byte(`"rules": "`), []byte(`"rules": "9`), 1)
		}, []string{"manifest.json: differs", "CITATION.cff: cites another snapshot"}},
	} {
		t.Run(name, func(t *testing.T) {
			wantFailure(t, frontline(t, "snapshot", "verify", changed(t, path, c.change)), 1)
			got := frontline(t, "snapshot", "verify", changed(t, path, c.change))
			for _, want := range c.says {
				if !strings.Contains(got.out, want) {
					t.Errorf("%s: want %q", got.out, want)
				}
			}
		})
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"cut.zip": string(whole[:len(whole)/2]), "flipped.zip": string(flipped(whole)), "no.zip": "nothing"})
	wantFailure(t, frontline(t, "snapshot", "verify", filepath.Join(dir, "cut.zip")), 1, "cut.zip", "cut off or damaged")
	wantFailure(t, frontline(t, "snapshot", "verify", filepath.Join(dir, "no.zip")), 1, "no.zip", "is no zip")
	if got := frontline(t, "snapshot", "verify", filepath.Join(dir, "flipped.zip")); got.status != 1 || !strings.Contains(got.out, m.Files[0].Name) {
		t.Errorf("%+v: want a damaged byte found", got)
	}
	packed := changed(t, path, func(f map[string][]byte, dir string) { f[dir] = nil }) // as by zip -r
	if said := output(t, "snapshot", "verify", packed); !strings.Contains(said, id+": 10 files, all as made") {
		t.Errorf("%s: want nothing found in what was packed again", said)
	}
	empty := changed(t, path, func(f map[string][]byte, dir string) { delete(f, dir+"manifest.json") })
	wantFailure(t, frontline(t, "snapshot", "verify", empty), 1, "is no snapshot")
}

// flipped is a zip with a byte of its first file changed.
func flipped(whole []byte) []byte {
	out := bytes.Clone(whole)
	out[5000] ^= 0xff
	return out
}

// changed is a copy of a zip after a change of its files.
func changed(t *testing.T, path string, change func(files map[string][]byte, folder string)) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	files, dir := map[string][]byte{}, ""
	for _, f := range z.File {
		dir = filepath.Dir(f.Name) + "/"
		files[f.Name] = member(t, path, filepath.Base(f.Name))
	}
	change(files, dir)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range keys(files) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(files[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(folder(t, map[string]string{"changed.zip": b.String()}), "changed.zip")
}

// What was recorded later plays no part in what was known then.
func TestASnapshotOfWhatWasKnown(t *testing.T) {
	db := ourReports(t)
	yesterday := time.Now().UTC().AddDate(0, 0, -1).Format("2006-01-02")
	_, _, now := snapped(t, "--db", db)
	_, _, then := snapped(t, "--as-known-on", yesterday, "--db", db)
	if then.Counts.Reports != 0 || then.Counts.Claims != 0 || then.Recorded != "" || then.AsKnownOn == nil || *then.AsKnownOn != yesterday || then.Version == now.Version {
		t.Errorf("%+v: want nothing known yet", then)
	}
	for _, f := range then.Files {
		if f.Features != nil && *f.Features > 0 {
			t.Errorf("%s: %d features: want none", f.Name, *f.Features)
		}
	}
	_, _, without := snapped(t, "--without", "sample-desert", "--db", db)
	if slices.ContainsFunc(without.Sources, func(s struct{ ID, Licence string }) bool { return s.ID == "sample-desert" }) || without.Counts.Reports >= now.Counts.Reports {
		t.Errorf("%+v: want nothing of the source", without.Counts)
	}
}

func TestSnapshotsThatCannotBe(t *testing.T) {
	db := emptyStore(t)
	wantFailure(t, frontline(t, "snapshot", "--db", db), 1, "--out", "want a FILE.zip")
	wantFailure(t, frontline(t, "snapshot", "--db", db, "--out", "-"), 1, "--out", "want a FILE.zip")
	wantFailure(t, frontline(t, "snapshot", "--db", db, "--on", "2017-08-01", "--from", "2017-08-01", "--out", "x.zip"), 1, "--on")
	wantFailure(t, frontline(t, "snapshot", "--db", db, "--out", filepath.Join(t.TempDir(), "none", "x.zip")), 1, "--out", "no such file")
	_, _, m := snapped(t, "--db", db) // of nothing
	if m.Counts.Claims != 0 {
		t.Errorf("%+v: want nothing", m)
	}
}

// citation is a file in the Citation File Format, as far as tests read it.
type citation struct {
	CFF      string `yaml:"cff-version"`
	Message  string
	Abstract string
	Title    string
	Type     string
	Version  string
	License  string
	Released string `yaml:"date-released"`
	Authors  []struct{ Name string }
}

func citationOf(t *testing.T, text []byte) (c citation) {
	t.Helper()
	if err := yaml.Unmarshal(text, &c); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	if c.CFF != "1.2.0" || c.Message == "" || c.Title == "" || len(c.Authors) == 0 || c.Authors[0].Name == "" {
		t.Errorf("%+v: want what version 1.2.0 requires", c)
	}
	return c
}

// How the program is cited agrees with its licence and its changelog.
func TestTheProgramCanBeCited(t *testing.T) {
	read := func(name string) string {
		b, err := os.ReadFile(root + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	c := citationOf(t, []byte(read("data/CITATION.cff")))
	if !strings.Contains(read("LICENSE"), "Apache License") || !strings.Contains(read("LICENSE"), "Version 2.0") || c.License != "Apache-2.0" || c.Type != "software" {
		t.Errorf("%+v: want the licence of the program", c)
	}
	_, after, _ := strings.Cut(read("CHANGELOG.md"), "\n## ")
	if heading, _, _ := strings.Cut(after, "\n"); !strings.EqualFold(strings.Fields(heading)[0], c.Version) {
		t.Errorf("version %s: want that of the changelog, %s", c.Version, heading)
	}
	terms := data.LicenceText()
	for _, want := range []string{data.Licence, data.LicenceURL, "OCHA Syria (CC BY 3.0 IGO)", "CC BY-SA 4.0", "ODbL"} {
		if !strings.Contains(terms, want) {
			t.Errorf("LICENCE.md: want %q", want)
		}
	}
	for _, row := range []string{"OCHA Syria", "GeoNames", "Who's On First", "Global Energy Monitor", "Wikipedia", "Natural Earth"} {
		for where, text := range map[string]string{"the attribution": data.Attribution, "SOURCES.md": read("data/SOURCES.md")} {
			if !strings.Contains(text, row) {
				t.Errorf("%s is not named in %s", row, where)
			}
		}
	}
}

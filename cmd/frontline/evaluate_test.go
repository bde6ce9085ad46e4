package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontline/timeline/evaluate"
)

// goldOfKadir has what kadirReport says, and a town that it does not.
const goldOfKadir = `{"published": "2017-08-13",
	"places": [{"surface": "الكدير", "approx": [35.265, 38.9]}, {"surface": "الطيبة"}],
	"control": [{"kind": "captured", "actor": "syrian_government", "from": "islamic_state", "place": "الكدير", "extent": "full",
		"quote": "سيطرت أمس على قرية الكدير"}, {"kind": "holds", "actor": "sdf", "place": "الطيبة", "quote": "في الطيبة"}],
	"not_control": [], "advances": [], "sieges": [], "strikes": [], "casualties": [], "distances": [],
	"clashes": [{"actors": ["syrian_government", "islamic_state"], "place": "الكدير", "quote": "بعد اشتباكات"}]}`

// annotated is a folder of gold and texts by id.
func annotated(t *testing.T, gold, texts map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, files := range map[string]map[string]string{"gold": gold, "texts": texts} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
		for file, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name, file), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func kadir(t *testing.T) (dir string) {
	return annotated(t, map[string]string{"kadir.json": goldOfKadir}, map[string]string{"kadir.txt": kadirReport, "without-gold.txt": "…"})
}

func line(t *testing.T, table, begins string) string {
	t.Helper()
	for l := range strings.Lines(table) {
		if fields := strings.Join(strings.Fields(l), " "); strings.HasPrefix(fields, begins+" ") {
			return fields
		}
	}
	t.Errorf("no line begins with %q in %s", begins, table)
	return ""
}

func TestEvaluatePrintsFiguresAndPhenomena(t *testing.T) {
	got := output(t, "evaluate", "--gold", kadir(t))
	for begins, want := range map[string]string{
		"texts:":   "texts: 1",
		"figure":   "figure value right missed wrong precision recall",
		"holder":   "holder 0.6667 1 1 0 1.0000 0.5000 who holds a place",
		"from":     "from 1.0000 1 0 - - 1.0000 holder before, of changes found",
		"siege":    "siege - 0 0 0 - - sieges",
		"captured": "captured 1.0000 1 0 0",
		"holds":    "holds 0.0000 0 1 0",
		"raid":     "raid - 0 0 -",
	} {
		if l := line(t, got, begins); l != want {
			t.Errorf("%q: want %q", l, want)
		}
	}
	if strings.Contains(got, "missed holder") || strings.Contains(got, "language") {
		t.Errorf("%s: want no details, which nobody asked for, and no languages, for there is one", got)
	}
}

func TestEvaluateListsWhatIsNotRightWhenAsked(t *testing.T) {
	got := output(t, "evaluate", "--gold", kadir(t), "--details")
	for _, want := range []string{"kadir: missed holder: holds sdf @ الطيبة | في الطيبة\n", "kadir: missed place: الطيبة\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: want %q in it", got, want)
		}
	}
	wrong := strings.ReplaceAll(goldOfKadir, `"from": "islamic_state"`, `"from": "hts", "date": "2017-08-01"`)
	wrong = strings.ReplaceAll(wrong, `"actor": "syrian_government"`, `"actor": "syrian_government", "co_actors": ["russia"]`)
	dir := annotated(t, map[string]string{"kadir.json": wrong}, map[string]string{"kadir.txt": kadirReport})
	got = output(t, "evaluate", "--gold", dir, "--details")
	if !strings.Contains(got, "kadir: missed from: hts: captured syrian_government @ الكدير") || !strings.Contains(got, "; read: islamic_state: captured") {
		t.Errorf("%s: want both sides of what differs", got)
	}
	other := strings.ReplaceAll(goldOfKadir, `"captured", "actor": "syrian_government"`, `"captured", "actor": "sdf"`)
	dir = annotated(t, map[string]string{"kadir.json": other}, map[string]string{"kadir.txt": kadirReport})
	got = output(t, "evaluate", "--gold", dir, "--details")
	if n := strings.Count(got, "captured sdf @ الكدير"); n != 1 {
		t.Errorf("%s: the holder and the change are one and the same, listed %d times", got, n)
	}
}

func TestEvaluateAsJSONHasAllThatTheTextHas(t *testing.T) {
	type object = map[string]any
	got := decode[object](t, output(t, "evaluate", "--gold", kadir(t), "--format", "json", "--details"))
	if want := "details figures languages phenomena texts unread"; strings.Join(keys(got), " ") != want {
		t.Errorf("%v: want %s", keys(got), want)
	}
	holder := got["figures"].([]any)[0].(object)
	if holder["figure"] != "holder" || holder["value"] != 0.6667 || holder["precision"] != 1.0 || holder["recall"] != 0.5 || holder["missed"] != 1.0 {
		t.Errorf("%v: want the holder, two thirds", holder)
	}
	if n := len(got["details"].([]any)); n != 2+len(decode[object](t, output(t, "evaluate", "--gold", kadir(t), "--format", "json"))["details"].([]any)) {
		t.Errorf("%d details: want what is missed, and none where nobody asks", n)
	}
}

func TestEvaluateReadsTextsFromAnotherFolder(t *testing.T) {
	dir := kadir(t)
	want := output(t, "evaluate", "--gold", dir)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.Rename(filepath.Join(dir, "texts"), elsewhere); err != nil {
		t.Fatal(err)
	}
	if got := output(t, "evaluate", "--gold", dir, "--texts", elsewhere); got != want {
		t.Errorf("%s: want %s", got, want)
	}
	wantFailure(t, frontline(t, "evaluate", "--gold", dir), 1, filepath.Join(dir, "gold", "kadir.json"), "no text", "kadir.txt")
}

func TestEvaluateHoldsFiguresToTheirFloors(t *testing.T) {
	dir := kadir(t)
	output(t, "evaluate", "--gold", dir, "--floor", "holder=0.6", "--floor", "holder.precision=1", "--floor", "from=1.0")
	got := frontline(t, "evaluate", "--gold", dir, "--floor", "holder=0.6667", "--floor", "holder.recall=0.51", "--floor", "place=0.9", "--floor", "siege=0")
	wantFailure(t, got, 1, "below the floor: holder.recall is 0.5, want 0.51; place is 0.6667, want 0.9; siege: nothing to measure, want 0")
	if !strings.Contains(got.out, "who holds a place") {
		t.Errorf("%s: want the table all the same", got.out)
	}
}

func TestEvaluateCountsATextThatCannotBeReadAsEmpty(t *testing.T) {
	dir := annotated(t, map[string]string{"bytes.json": goldOfKadir, "kadir.json": goldOfKadir, "latin.json": goldOfKadir},
		map[string]string{"bytes.txt": "d\xe9j\xe0 vu", "kadir.txt": kadirReport, "latin.txt": "Ὁ πόλεμος"})
	got := frontline(t, "evaluate", "--gold", dir)
	wantFailure(t, got, 0, filepath.Join(dir, "texts", "bytes.txt")+": byte", filepath.Join(dir, "texts", "latin.txt")+": ", "counts as read empty")
	if first, _, _ := strings.Cut(got.out, "\n"); first != "texts: 3, 2 of them could not be read" {
		t.Errorf("%s: want the unread counted", first)
	}
	if l := line(t, got.out, "holder"); !strings.HasPrefix(l, "holder 0.2857 1 5 0") {
		t.Errorf("%s: want everything missed in what could not be read", l)
	}
	if l := line(t, got.out, "language"); l != "language unread ar" {
		t.Errorf("%s: want the unread beside what was read", l)
	}
}

func TestEvaluateOfNoTextsSaysSo(t *testing.T) {
	dir := annotated(t, nil, nil)
	if got := output(t, "evaluate", "--gold", dir); got != "texts: 0, nothing to measure\n" {
		t.Errorf("%s: want no figures", got)
	}
	if got := decode[evaluate.Table](t, output(t, "evaluate", "--gold", dir, "--format", "json")); len(got.Figures) != 0 {
		t.Errorf("%+v: want no figures", got)
	}
	wantFailure(t, frontline(t, "evaluate", "--gold", dir, "--floor", "trap=0"), 1, "trap: nothing to measure")
}

func TestEvaluateNamesWhatIsWrongWithGold(t *testing.T) {
	bad := func(gold string) string {
		return annotated(t, map[string]string{"here.json": gold}, map[string]string{"here.txt": kadirReport})
	}
	dir := bad(strings.Replace(goldOfKadir, `"holds"`, `"hold"`, 1))
	wantFailure(t, frontline(t, "evaluate", "--gold", dir), 1, "--gold", filepath.Join(dir, "gold", "here.json"), `control[1].kind: "hold"`, "holds")
	dir = bad("no gold")
	wantFailure(t, frontline(t, "evaluate", "--gold", dir), 1, filepath.Join(dir, "gold", "here.json"), "not JSON")
	nowhere := filepath.Join(t.TempDir(), "nowhere")
	wantFailure(t, frontline(t, "evaluate", "--gold", nowhere), 1, "--gold", filepath.Join(nowhere, "gold"), "no such file")
}

func TestEvaluateRefusesWhatItDoesNotKnow(t *testing.T) {
	dir := kadir(t)
	wantFailure(t, frontline(t, "evaluate"), 1, "gold", "required")
	wantFailure(t, frontline(t, "evaluate", dir), 1, "unknown command")
	wantFailure(t, frontline(t, "evaluate", "--gold", dir, "--format", "xml"), 1, "--format", `"xml"`, "text, json")
	for _, floor := range []string{"holder", "holder=", "holder=x", "holder=NaN", "holder=1.5", "holder=-0.1"} {
		wantFailure(t, frontline(t, "evaluate", "--gold", dir, "--floor", floor), 1, "--floor", floor, "holder=VALUE", "0 to 1")
	}
	for _, floor := range []string{"owner=0.5", "holder.f1=0.5", "holder.=0.5", "=0.5", "denied=0.5"} {
		wantFailure(t, frontline(t, "evaluate", "--gold", dir, "--floor", floor), 1, "--floor", floor, "holder change trap")
	}
}

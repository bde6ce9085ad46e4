package extract

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/evaluate"
	"frontline/timeline/extract/draft"
	"frontline/timeline/ingest"
)

var (
	fit   = flag.Bool("fit", false, "fit the weights of the gazetteer to the practice texts, and print them; with -v")
	table = flag.String("table", "", "another gazetteer `FILE` to read the practice texts with, in the form of data/gazetteer/places.tsv")
)

// exercise is a practice text whose names are not on the ground yet, and where
// gold has them.
type exercise struct {
	reader *Reader
	text   draft.Text
	gold   map[string]orb.Point // by folded name
}

// rightKm is how far a name may be put from where gold has it.
const rightKm = 10

// exercises are the practice texts of both languages, read with a gazetteer.
func exercises(t *testing.T, file string) (out []exercise) {
	t.Helper()
	x := readerOfTable(t, file)
	for _, dir := range []string{"testdata/practice/ar", "testdata/practice/en"} {
		golds, err := evaluate.Load(os.DirFS(dir + "/gold"))
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range golds {
			raw, err := os.ReadFile(filepath.Join(dir, "texts", g.ID+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			r, err := ingest.ReadReport(g.ID, raw)
			if err != nil {
				t.Fatal(err)
			}
			body := r.Text[r.Body:]
			code, foreign := language(body)
			e := exercise{x, x.whole(passages(body, code, foreign), r, false), map[string]orb.Point{}}
			for _, p := range g.Places {
				if p.Approx != nil {
					e.gold[gazetteer.NameKey(p.Surface)] = orb.Point{p.Approx[1], p.Approx[0]}
				}
			}
			out = append(out, e)
		}
	}
	return out
}

func readerOfTable(t *testing.T, file string) *Reader {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	places, err := gazetteer.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.Open("../../data/actors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	actors, err := timeline.LoadActors(list)
	if err != nil {
		t.Fatal(err)
	}
	x, err := New([]fs.FS{os.DirFS("../../data/words")}, places, actors)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// settled are the names of an exercise, each with what it can mean.
func (e *exercise) settled(w gazetteer.Weights) (*located, *together) {
	l := &located{names: slices.Clone(e.text.Names), mention: make([]int, len(e.text.Names)), weights: w}
	first := l.group()
	t := l.together(first, e.reader.places)
	t.settle()
	l.mentions = make([]timeline.Mention, len(first))
	for i, n := range first {
		l.mentions[i] = mentionOf(&l.names[n])
	}
	return l, t
}

// ofProvince says whether the text speaks of a governorate: gold has its city.
func (q *question) ofProvince() bool { return slices.Contains(q.hints.Kinds, "governorate") }

// surprise is how much less than sure the weights are, in nats, of where gold
// has the names, and of how many names: 0 would be right and sure of each.
func surprise(all []exercise, w gazetteer.Weights) (sum float64, names int) {
	for _, e := range all {
		l, t := e.settled(w)
		for i, m := range l.mentions {
			at, known := e.gold[gazetteer.NameKey(m.Surface)]
			if q := &t.questions[i]; known && len(q.entries) > 0 && !q.ofProvince() {
				sum -= math.Log(max(1e-4, q.given(at)))
				names++
			}
		}
	}
	return sum, names
}

// given is the share of belief in what is right: the entries near a point or,
// where there is none, that the name means none of them.
func (q *question) given(at orb.Point) float64 {
	all, right, there := 0.0, 0.0, false
	for i, e := range q.entries {
		all += q.scores[i]
		if geo.DistanceKm(e.At, at) <= rightKm {
			right, there = right+q.scores[i], true
		}
	}
	if !there {
		return 1 - all
	}
	return right
}

// said is a name that is put somewhere with some score.
type said struct {
	score float64
	right bool
}

// answers are what is said of the names whose place gold knows, and how many
// they are.
func answers(all []exercise, w gazetteer.Weights) (out []said, names int) {
	for _, e := range all {
		l, t := e.settled(w)
		for i := range l.mentions {
			m := &l.mentions[i]
			at, known := e.gold[gazetteer.NameKey(m.Surface)]
			if !known || t.questions[i].ofProvince() {
				continue
			}
			names++
			t.answer(i, m)
			best := geo.Ranked{Score: m.Score}
			if m.Place != nil {
				best.Place = *m.Place
			} else if len(m.Candidates) > 0 {
				best = m.Candidates[0]
			} else {
				continue
			}
			out = append(out, said{best.Score, geo.DistanceKm(best.Place.At, at) <= rightKm})
		}
	}
	return out, names
}

// The weights that ship are about as good as any for the practice texts, their
// scores are the shares that are right, and what reaches the threshold is.
func TestWeights(t *testing.T) {
	all := exercises(t, "../../data/gazetteer/places.tsv")
	if *table != "" {
		all = append(all, exercises(t, *table)...)
	}
	w := gazetteer.Learned()
	sum, names := surprise(all, w)
	t.Logf("mean surprise %.4f over %d names", sum/float64(names), names)
	if *fit {
		w = fitted(t, all, w)
	}
	list, names := answers(all, w)
	t.Log(sweep(list, names))
	t.Log(reliability(list))
	right, placed := count(list, gazetteer.Surely, 1)
	if precision := float64(right) / float64(placed); precision < 0.975 {
		t.Errorf("%d of %d that are put on the ground are right, %.3f: want 0.975", right, placed, precision)
	}
	if recall := float64(right) / float64(names); recall < 0.8 {
		t.Errorf("%d of %d names are put where they are, %.3f: want 0.80", right, names, recall)
	}
	for low := 0.0; low < 1; low += 0.2 {
		right, n := count(list, low, low+0.199)
		mid := low + 0.1
		if share := float64(right) / float64(n); n >= 20 && math.Abs(share-mid) > 0.2 {
			t.Errorf("of %d names said with about %.1f, %.2f are right", n, mid, share)
		}
	}
}

// count is how many of those with a score from low to high are right, and how
// many they are.
func count(list []said, low, high float64) (right, all int) {
	for _, s := range list {
		if s.score >= low && s.score <= high {
			all++
			if s.right {
				right++
			}
		}
	}
	return right, all
}

// sweep is what each threshold would give.
func sweep(list []said, names int) string {
	var b strings.Builder
	b.WriteString("\nthreshold  placed  right of these  right of all\n")
	for k := range 14 {
		threshold := 0.25 + 0.05*float64(k)
		right, placed := count(list, threshold-1e-9, 1)
		fmt.Fprintf(&b, "%9.2f %7.3f %15.4f %13.4f\n", threshold, float64(placed)/float64(names), float64(right)/float64(placed), float64(right)/float64(names))
	}
	return b.String()
}

// reliability is what share of the names is right, by score.
func reliability(list []said) string {
	var b strings.Builder
	b.WriteString("\nscore  names  right\n")
	for k := range 10 {
		low := float64(k) / 10
		right, n := count(list, low-1e-9, low+0.0999)
		if k == 9 {
			right, n = count(list, low-1e-9, 1)
		}
		fmt.Fprintf(&b, "%.1f… %7d  %.3f\n", low, n, float64(right)/float64(max(1, n)))
	}
	return b.String()
}

// tie is how strongly fitted weights are drawn to those they began with: a
// weight of which the texts say little stays where it is.
const tie = 0.25

// fitted climbs from w to the weights that are surprised least.
func fitted(t *testing.T, all []exercise, w gazetteer.Weights) gazetteer.Weights {
	t.Helper()
	w.Standing = maps.Clone(w.Standing)
	begun := map[string]float64{}
	for name, at := range dials(&w) {
		begun[name] = *at()
	}
	cost := func(name string, by float64) float64 {
		at := dials(&w)[name]()
		*at += by
		set(&w, name, *at)
		sum, _ := surprise(all, w)
		for name, at := range dials(&w) {
			sum += tie * (*at() - begun[name]) * (*at() - begun[name])
		}
		return sum
	}
	names := slices.Sorted(maps.Keys(begun))
	best := cost(names[0], 0)
	for step := 0.8; step > 0.06; step /= 2 {
		for better := true; better; {
			better = false
			for _, name := range names {
				for _, by := range []float64{step, -step} {
					if c := cost(name, by); c < best-1e-6 {
						best, better = c, true
						break
					}
					set(&w, name, *dials(&w)[name]()-by)
				}
			}
		}
		t.Logf("steps of %.1f: %.2f", step, best)
	}
	for _, name := range names {
		t.Logf("%-22s %6.1f, was %.1f", name, *dials(&w)[name](), begun[name])
	}
	return w
}

// dials are the weights by name, those of kinds behind "Standing".
func dials(w *gazetteer.Weights) map[string]func() *float64 {
	out := map[string]func() *float64{}
	for name, at := range map[string]*float64{"Entry": &w.Entry, "Differs": &w.Differs, "Quarter": &w.Quarter, "Admin1": &w.Admin1,
		"Elsewhere": &w.Elsewhere, "Near": &w.Near, "Far": &w.Far, "Exact": &w.Exact, "Alternate": &w.Alternate, "Respelt": &w.Respelt,
		"Unlike": &w.Unlike, "Stranger": &w.Stranger} {
		out[name] = func() *float64 { return at }
	}
	for kind := range w.Standing {
		out["Standing "+kind] = func() *float64 { return new(w.Standing[kind]) }
	}
	return out
}

func set(w *gazetteer.Weights, name string, value float64) {
	if kind, ok := strings.CutPrefix(name, "Standing "); ok {
		w.Standing[kind] = value
		return
	}
	*dials(w)[name]() = value
}

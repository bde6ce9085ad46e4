package ar

import (
	"fmt"
	"io/fs"
	"os"
	"testing"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

func TestDump(t *testing.T) {
	f, _ := os.Open("/work/main/data/gazetteer/places.tsv")
	places, err := gazetteer.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := os.Open("/work/main/data/actors.tsv")
	actors, err := timeline.LoadActors(a)
	if err != nil {
		t.Fatal(err)
	}
	g, err := New([]fs.FS{os.DirFS("/work/main/data/words/ar")}, places, actors)
	if err != nil {
		t.Fatal(err)
	}
	raw, _ := os.ReadFile("/tmp/mine/in.txt")
	m := borrow(); d := &document{scratch: m, g: g, text: string(raw)}
	d.nodes = g.tag(m, d.text, g.tokens(m, d.text)); d.place()
	d.years = statedYears(d.nodes)
	d.forces = forcesIn(d.nodes)
	names := []string{"word", "cue", "verb", "force", "ground", "it", "hands", "when", "number", "comma", "strong", "rel"}
	d.split(); ss := d.sentences
	for si := range ss { s := &ss[si]
		s.parse()
	}
	fmt.Println("parties", d.parties, "forces", d.forces)
	for si := range ss { s := &ss[si]
		s.read()
		fmt.Println("--- sentence")
		for i, p := range s.p {
			x := ""
			if p.kind == partForce || p.kind == partHands {
				x = fmt.Sprint(p.force)
			}
			for _, o := range p.objects {
				n := "-"
				if o.place != nil {
					n = o.place.surface(d.text)
				}
				x += fmt.Sprintf("[%s near=%v partial=%v n=%d]", n, o.near, o.partial, o.count)
			}
			fmt.Printf("%2d %-6s %-10s %-14s before=%s and=%v mode=%s form=%d agree=%c told=%v %q %s\n", i, names[p.kind], p.role, p.value, p.before, p.and, s.mode[i], p.form, p.agree, p.told, d.text[s.n[p.from].start:s.n[p.to-1].end], x)
		}
		for _, sub := range s.subjects {
			fmt.Println("  subject", sub.at, sub.actor, string(rune(sub.agree)), sub.linked)
		}
	}
}

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/evaluate"
	"frontline/timeline/extract"
	"frontline/timeline/ingest"
)

func evaluateCommand() *cobra.Command {
	e := evaluation{format: formatFlag{value: "text", allowed: []string{"text", "json"}}}
	c := &cobra.Command{
		Use:   "evaluate",
		Short: "Say how well texts are read, against gold",
		Long: `Read the texts that a person has annotated, hold what is read beside what the
person found, and print how much of it is right: figure by figure, and by
phenomenon. Nothing is stored.

The gold of a text is DIR/gold/<id>.json, the text DIR/texts/<id>.txt, or
<id>.txt in the folder of --texts. Texts without gold are left out. A text that
cannot be read counts as read empty, with a warning.

The exit status is 1 where a figure is below its floor.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return e.run(c.Context(), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().StringVar(&e.gold, "gold", "", "folder `DIR` with gold/<id>.json; required")
	c.Flags().StringVar(&e.texts, "texts", "", "folder `DIR` with <id>.txt (default: texts beside gold)")
	c.Flags().Var(&e.format, "format", "output: `text|json`")
	c.Flags().BoolVar(&e.details, "details", false, "list what is missed and what is wrong, text by text")
	c.Flags().Var(&e.floors, "floor", "least value of a figure (`NAME=VALUE`, 0 to 1); may be repeated")
	placesFlag(c, &e.db)
	lexiconFlag(c, &e.lexicon)
	_ = c.MarkFlagRequired("gold") // fails only for a flag that is not there
	return c
}

// evaluation is a question how well reading goes.
type evaluation struct {
	gold, texts, db, lexicon string
	format                   formatFlag
	details                  bool
	floors                   floorsFlag
}

func (e evaluation) run(ctx context.Context, out, status io.Writer) error {
	texts, err := e.read(ctx, status)
	if err != nil {
		return err
	}
	table := evaluate.Evaluate(texts)
	if !e.details {
		table.Details = []evaluate.Judgement{}
	}
	if e.format.value == "json" {
		err = printJSON(out, table)
	} else {
		err = printTable(out, table)
	}
	if err != nil {
		return err
	}
	return e.floors.check(table.Figures)
}

// read reads the texts that have gold.
func (e evaluation) read(ctx context.Context, status io.Writer) ([]evaluate.Text, error) {
	texts, err := e.open()
	if err != nil {
		return nil, err
	}
	places, err := placesOf(ctx, e.db)
	if err != nil {
		return nil, err
	}
	reader, err := readerWith(places, e.lexicon)
	if err != nil {
		return nil, err
	}
	show, done := progress(status, "reading")
	defer done()
	for i, t := range texts {
		if reading, err := readText(reader, e.file(t.Gold)); err != nil {
			fmt.Fprintf(status, "frontline: %v; it counts as read empty\n", err)
		} else {
			texts[i].Reading = &reading
		}
		if show != nil {
			show(i+1, len(texts))
		}
	}
	return texts, nil
}

// readText reads one file, as extract does where nobody says when it came out.
func readText(reader *extract.Reader, file string) (timeline.Reading, error) {
	source := ingest.Source{Name: file, Open: func() (io.ReadCloser, error) { return os.Open(file) }}
	r, err := source.Report(0)
	if err != nil {
		return timeline.Reading{}, err
	}
	reading, err := reader.Read(r)
	if err != nil {
		err = ingest.Failure{File: file, Reason: err.Error()}
	}
	return reading, err
}

// open loads the gold, and sees to it that there is a text to each.
func (e evaluation) open() ([]evaluate.Text, error) {
	dir := filepath.Join(e.gold, "gold")
	gold, err := evaluate.Load(os.DirFS(dir))
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return nil, fmt.Errorf("--gold: %s: %w", filepath.Join(dir, p.Path), p.Err)
	}
	if err != nil {
		return nil, fmt.Errorf("--gold: %s/%w", dir, err)
	}
	out := make([]evaluate.Text, len(gold))
	for i, g := range gold {
		if _, err := os.Stat(e.file(g)); err != nil {
			return nil, fmt.Errorf("--gold: %s has no text: %w", filepath.Join(dir, g.ID+".json"), err)
		}
		out[i].Gold = g
	}
	return out, nil
}

// file is the text that g is the gold of.
func (e evaluation) file(g evaluate.Gold) string {
	return filepath.Join(cmp.Or(e.texts, filepath.Join(e.gold, "texts")), g.ID+".txt")
}

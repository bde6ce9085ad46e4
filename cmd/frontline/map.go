package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline/picture"
	"frontline/timeline/picture/sheet"
	"frontline/timeline/sqlite"
)

func mapCommand() *cobra.Command {
	m := mapQuestion{width: wholeFlag{1600, picture.MinWidth, picture.MaxWidth}, lang: formatFlag{value: string(picture.English), allowed: []string{string(picture.Arabic), string(picture.English)}}}
	c := &cobra.Command{
		Use:   "map --on DAY --out FILE.svg|FILE.png",
		Short: "Draw the map of a day as a picture, with legend, figures and sources",
		Long: `Draw the map of a day as a picture to print or post: who held what, the fronts,
the main places, a legend with each holder's ground and its share, a scale, and how
many reports and sources it rests on. The ending of the file says the format; both
look the same on every machine and need no font. Figures are of the ground shown.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			write, err := pictureFormat(m.out)
			if err != nil {
				return err
			}
			return m.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error {
				p, err := m.picture(c.Context(), store, places)
				if err != nil {
					return err
				}
				s, err := picture.Draw(p)
				if err != nil {
					return err
				}
				return toFile(m.out, c.OutOrStdout(), func(w io.Writer) error { return write(s, w) })
			})
		},
	}
	fl := c.Flags()
	fl.Var(&m.on, "on", "day of the map (`YYYY-MM-DD`); required")
	fl.StringVarP(&m.out, "out", "o", "", "write to `FILE`, whole or not at all; it ends in .svg or .png; required")
	fl.Var(&m.width, "width", fmt.Sprintf("width in `PIXELS`, %d to %d; one for a telephone (600) is laid out for it", picture.MinWidth, picture.MaxWidth))
	fl.Var(&m.lang, "lang", "language of words and names: `ar|en`")
	fl.StringVar(&m.title, "title", "", "`TITLE` of the picture, for the usual one")
	fl.BoolVar(&m.bare, "bare", false, "the map alone, without title, legend and notes")
	m.scope.flags(c)
	m.reachFlag(c)
	m.viewFlags(c)
	_ = c.MarkFlagRequired("on") // fails only for a flag that is not there
	_ = c.MarkFlagRequired("out")
	return c
}

type mapQuestion struct {
	inquiry
	scope      scope
	on         dayFlag
	lang       formatFlag
	out, title string
	width      wholeFlag
	bare       bool
}

// pictureFormat is how a file is written, by its ending.
func pictureFormat(name string) (func(*sheet.Sheet, io.Writer) error, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".svg":
		return (*sheet.Sheet).WriteSVG, nil
	case ".png":
		return (*sheet.Sheet).WritePNG, nil
	}
	return nil, fmt.Errorf("--out %q: want a file that ends in .svg or .png", name)
}

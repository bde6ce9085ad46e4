package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far long work is, on a terminal; elsewhere it is quiet.
func progress(w io.Writer, what string) (show func(done, total int), end func()) {
	bar := newBar(w, what, progressbar.OptionShowCount())
	if bar == nil {
		return nil, func() {}
	}
	return func(done, total int) { bar.at(int64(done), int64(total)) }, bar.end
}

// progressBytes is progress in bytes; a total of -1 is unknown.
func progressBytes(w io.Writer, what string) (show func(done, total int64), end func()) {
	bar := newBar(w, what, progressbar.OptionShowBytes(true))
	if bar == nil {
		return nil, func() {}
	}
	return bar.at, bar.end
}

// bar is a progress bar that is drawn once there is something to show.
type bar struct {
	w     *os.File
	what  string
	count progressbar.Option
	drawn *progressbar.ProgressBar
}

// newBar is nil where w is no terminal.
func newBar(w io.Writer, what string, count progressbar.Option) *bar {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return &bar{w: f, what: what, count: count}
}

func (b *bar) at(done, total int64) {
	if b.drawn == nil {
		b.drawn = progressbar.NewOptions64(total, progressbar.OptionSetWriter(b.w), progressbar.OptionSetDescription(b.what),
			b.count, progressbar.OptionClearOnFinish())
	}
	_ = b.drawn.Set64(done) // a bar that cannot be drawn must not stop the work
}

func (b *bar) end() {
	if b.drawn != nil {
		_ = b.drawn.Finish()
	}
}

package sqlite

import (
	"os"
	"sync"
	"time"
)

// glance remembers a Mark and what the file looked like when it was read: as long as
// it looks so, the Mark is the same, and nobody has to ask SQLite. Every write changes
// the file, or the log of writes beside it.
type glance struct {
	path string
	mu   sync.Mutex
	mark Mark
	seen look
	at   time.Time // when; zero for never
}

// look is what a file and its log look like from outside.
type look [2]struct {
	size    int64
	changed time.Time
}

// coarsest is how far apart two changes may lie and still bear the same time, on the
// coarsest file systems.
const coarsest = 2500 * time.Millisecond

func lookAt(path string) (l look) {
	for i, name := range []string{path, path + "-wal"} {
		if info, err := os.Stat(name); err == nil { // what is not there looks like nothing
			l[i].size, l[i].changed = info.Size(), info.ModTime()
		}
	}
	return l
}

// last is the mark that was read last, if it is the file's still: the file looks as it
// did, and had not changed for so long before it was read that no change could bear
// the same time.
func (g *glance) last(now look) (Mark, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	settled := g.at.Add(-coarsest)
	for i, file := range now {
		if file != g.seen[i] || !file.changed.Before(settled) {
			return Mark{}, false
		}
	}
	return g.mark, true
}

// keep remembers a mark that was read at a moment, of a file that looked so before.
func (g *glance) keep(m Mark, seen look, at time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.mark, g.seen, g.at = m, seen, at
}

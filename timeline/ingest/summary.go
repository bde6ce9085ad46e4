package ingest

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"frontline/timeline"
)

// Failure is a report that could not be read.
type Failure struct{ File, Reason string }

// Error is "file: reason".
func (f Failure) Error() string { return f.File + ": " + f.Reason }

// Surface is a name that could not be placed, as written, and in how many
// mentions.
type Surface struct {
	Name  string
	Count int
}

// Summary says what became of the sources. Claims, Changes and Unplaced count
// the reports that were added, not those there already.
type Summary struct {
	Reports    int // dealt with; the sum of the next three
	Added      int
	Already    int
	Unreadable []Failure
	Claims     map[timeline.Kind]int
	Changes    int       // claims by which a place changes hands
	Unplaced   []Surface // most frequent first
	Settled    int       // names that were not placed at first, and are: by where the forces were
}

// store keeps the result and counts it.
func (s *Summary) store(ctx context.Context, store Store, res result) error {
	added := false
	err := res.err
	switch {
	case err != nil || res.known:
	case res.reason != "":
		_, err = store.AddUnreadable(ctx, res.report.File, res.report.ID, res.reason)
	default:
		added, err = store.Add(ctx, res.reading)
	}
	if err != nil {
		return err
	}
	s.Reports++
	switch {
	case res.reason != "":
		s.Unreadable = append(s.Unreadable, Failure{res.report.File, res.reason})
	case added:
		s.count(res.reading)
	default:
		s.Already++
	}
	return nil
}

func (s *Summary) count(r timeline.Reading) {
	s.Added++
	for _, c := range r.Claims {
		s.Claims[c.Kind]++
		if c.Modality == timeline.Asserted && c.Kind.Changes() {
			s.Changes++
		}
	}
	for _, m := range r.Places {
		if m.Place != nil {
			continue
		}
		i := slices.IndexFunc(s.Unplaced, func(u Surface) bool { return u.Name == m.Surface })
		if i < 0 {
			i = len(s.Unplaced)
			s.Unplaced = append(s.Unplaced, Surface{Name: m.Surface})
		}
		s.Unplaced[i].Count++
	}
}

// Settle counts names as placed that were not when their report was read, in
// this intake or an earlier one.
func (s *Summary) Settle(names []string) {
	s.Settled += len(names)
	for _, n := range names {
		if i := slices.IndexFunc(s.Unplaced, func(u Surface) bool { return u.Name == n }); i >= 0 {
			if s.Unplaced[i].Count--; s.Unplaced[i].Count == 0 {
				s.Unplaced = slices.Delete(s.Unplaced, i, i+1)
			}
		}
	}
}

func (s Summary) sorted() Summary {
	slices.SortFunc(s.Unplaced, func(a, b Surface) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return s
}

// WriteTo writes the summary as plain text, a line for each thing to know.
func (s Summary) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "reports: %d added, %d already there, %d unreadable\n", s.Added, s.Already, len(s.Unreadable))
	for _, f := range s.Unreadable {
		fmt.Fprintf(&b, "  unreadable: %v\n", f)
	}
	total := 0
	var kinds []string
	for _, k := range timeline.Kinds {
		if n := s.Claims[k]; n > 0 {
			total += n
			kinds = append(kinds, fmt.Sprintf("%d %s", n, k))
		}
	}
	fmt.Fprintf(&b, "claims added: %d, of which %d change who holds a place\n", total, s.Changes)
	if total > 0 {
		fmt.Fprintf(&b, "  %s\n", strings.Join(kinds, ", "))
	}
	fmt.Fprintf(&b, "names not placed: %d\n", len(s.Unplaced))
	for _, u := range s.Unplaced {
		fmt.Fprintf(&b, "  %s (%d)\n", u.Name, u.Count)
	}
	if s.Settled > 0 {
		fmt.Fprintf(&b, "names settled by where the forces were: %d\n", s.Settled)
	}
	return b.WriteTo(w)
}

// Package ingest takes reports in: it opens files, has them read, and stores
// what they say. A report that was taken in before changes nothing, and one
// that cannot be read is recorded with the reason.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"frontline/timeline"
)

// Store keeps what reports say. Its methods may be called by several
// goroutines at once.
type Store interface {
	// Has says whether the report has been read and stored.
	Has(ctx context.Context, id string) (bool, error)
	// Add stores a reading, whole or not at all. False: it was there.
	Add(ctx context.Context, r timeline.Reading) (added bool, err error)
	// AddUnreadable records why a file could not be read. False: the id was
	// there, read or not.
	AddUnreadable(ctx context.Context, file, id, reason string) (added bool, err error)
}

// Reader finds what a report says. Read may be called by several goroutines at
// once; an error is about the report, and others may still be read.
type Reader interface {
	Read(timeline.Report) (timeline.Reading, error)
}

// Options change how reports are taken in. The zero value is valid.
type Options struct {
	Published timeline.Day          // of reports that state no day; zero: none is assumed
	Progress  func(done, total int) // called after each report, in order; nil: nobody asks
}

// Ingest reads the sources, several at once, and stores what they say one
// after the other, in their order and each in a transaction. Reports that
// cannot be read do not stop the others: the summary names them.
//
// An error is about the store, or says that ctx was cancelled. What was stored
// until then stays, and the summary counts it; running again goes on from
// there.
func Ingest(ctx context.Context, store Store, reader Reader, sources []Source, o Options) (Summary, error) {
	sum := Summary{Claims: map[timeline.Kind]int{}}
	read := func(s Source) result { return readOne(ctx, store, reader, s, o.Published) }
	for res := range inOrder(sources, runtime.GOMAXPROCS(0), read) {
		if err := ctx.Err(); err != nil {
			return sum.sorted(), fmt.Errorf("stopped after %d of %d reports: %w", sum.Reports, len(sources), err)
		}
		if err := sum.store(ctx, store, res); err != nil {
			return sum.sorted(), fmt.Errorf("stopped at %s: %w", res.report.File, err)
		}
		if o.Progress != nil {
			o.Progress(sum.Reports, len(sources))
		}
	}
	return sum.sorted(), nil
}

// result is what became of a source. At most one of its last three is set.
type result struct {
	report  timeline.Report
	reading timeline.Reading
	known   bool   // was stored before
	reason  string // why it is unreadable
	err     error  // of the store
}

func readOne(ctx context.Context, store Store, reader Reader, s Source, assume timeline.Day) result {
	report, err := s.Report(assume)
	if err != nil {
		return result{report: report, reason: reasonOf(err)}
	}
	known, err := store.Has(ctx, report.ID)
	if err != nil || known {
		return result{report: report, known: known, err: err}
	}
	reading, err := reader.Read(report)
	if err == nil {
		err = checkReading(report, reading)
	}
	if err != nil {
		return result{report: report, reason: err.Error()}
	}
	return result{report: report, reading: reading}
}

// checkReading says how a reading contradicts itself, if it does. Such a
// report is unreadable, for no store could keep it.
func checkReading(report timeline.Report, r timeline.Reading) error {
	if r.Report.ID != report.ID {
		return fmt.Errorf("reading is of report %q, not %q", r.Report.ID, report.ID)
	}
	mentioned, seen := map[string]bool{}, map[string]bool{}
	for _, m := range r.Places {
		if m.Place != nil {
			mentioned[m.Place.ID] = true
		}
	}
	for i, c := range r.Claims {
		if c.ID == "" || seen[c.ID] {
			return fmt.Errorf("claim %d (%q): id %q is empty or there twice", i, c.Quote, c.ID)
		}
		seen[c.ID] = true
		if c.Report != report.ID {
			return fmt.Errorf("claim %d (%q): is of report %q", i, c.Quote, c.Report)
		}
		if c.Place != nil && c.Place.ID != "" && !mentioned[c.Place.ID] {
			return fmt.Errorf("claim %d (%q): place %q is in no mention", i, c.Quote, c.Place.ID)
		}
	}
	return nil
}

// reasonOf is why a report could not be read, without the name of its file.
func reasonOf(err error) string {
	if f := (Failure{}); errors.As(err, &f) {
		return f.Reason
	}
	return err.Error()
}

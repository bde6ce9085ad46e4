package ingest

import (
	"iter"
	"sync"
)

// inOrder yields do of each item in the order of the items, while up to ahead
// others are being done. When the loop over it ends, nothing is running any
// more.
func inOrder[T, R any](items []T, ahead int, do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		var running sync.WaitGroup
		defer running.Wait()
		stop := make(chan struct{})
		defer close(stop)
		slots := make(chan chan R, ahead)
		running.Go(func() {
			defer close(slots)
			for _, item := range items {
				slot := make(chan R, 1)
				select {
				case slots <- slot:
				case <-stop:
					return
				}
				running.Go(func() { slot <- do(item) })
			}
		})
		for slot := range slots {
			if !yield(<-slot) {
				return
			}
		}
	}
}

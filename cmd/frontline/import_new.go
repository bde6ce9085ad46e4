package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"frontline/timeline/sqlite"
)

// editWhole is editStore, but that a database that is not there yet comes to be whole or
// not at all: it is made beside its place, and gets its name when nothing was refused.
func editWhole(c *cobra.Command, db string, do func(*sqlite.Store) error) error {
	_, there := os.Lstat(db)
	_, folder := os.Stat(filepath.Dir(db))
	if db == "" || !errors.Is(there, fs.ErrNotExist) || folder != nil {
		return editStore(c, db, do) // which says what is wrong with the name, if anything is
	}
	made := filepath.Join(filepath.Dir(db), ".frontline-"+rand.Text())
	defer func() {
		for _, end := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(made + end) // there only where something went wrong, but for the first
		}
	}()
	if err := editStore(c, made, do); err != nil {
		return err
	}
	if log, err := os.Stat(made + "-wal"); err == nil && log.Size() > 0 {
		return fmt.Errorf("--db %s: the disk did not take all of it: nothing was taken in", db)
	}
	err := os.Link(made, db) // fails where somebody was faster, as renaming would not
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("--db %s: somebody else has made it meanwhile: nothing was taken in; import again", db)
	}
	if err != nil {
		return fmt.Errorf("--db: %w", err)
	}
	return nil
}

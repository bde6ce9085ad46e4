package main

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// toFile writes to a file, which is there whole or as it was; or to std where
// no file is named. What is there and is no file, as a pipe, is written into.
func toFile(name string, std io.Writer, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(std)
	}
	was, err := os.Stat(name)
	switch {
	case err == nil && !was.Mode().IsRegular():
		err = into(name, write)
	case err == nil || errors.Is(err, fs.ErrNotExist):
		err = instead(behind(name), was, write)
	}
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return nil
}

// behind is the file that a link stands for, which is written rather than the link.
func behind(name string) string {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		return target
	}
	if target, err := os.Readlink(name); err == nil { // to what is not there yet
		if filepath.IsAbs(target) {
			return target
		}
		return filepath.Join(filepath.Dir(name), target)
	}
	return name
}

// into writes into what is there.
func into(name string, write func(io.Writer) error) error {
	file, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(buffered(file, write), file.Close())
}

// instead writes a file in place of one that was there, whose mode it gets; was is nil
// where there was none.
func instead(name string, was fs.FileInfo, write func(io.Writer) error) error {
	tmp, err := beside(name, 0o666)
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // gone already once it has been renamed
	err = buffered(tmp, write)
	if err == nil && was != nil {
		err = tmp.Chmod(was.Mode().Perm())
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// newFile writes a file that is not there yet, whole or not at all, and that nobody is
// meant to write to again.
func newFile(name string, write func(io.Writer) error) error {
	tmp, err := beside(name, 0o444)
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	defer os.Remove(tmp.Name())
	err = errors.Join(write(tmp), tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Link(tmp.Name(), name) // fails where somebody was faster, as renaming would not
	}
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("--out %s: is there already: a snapshot is never written over", name)
	}
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return nil
}

// beside is a new file in the folder of another, of a mode as the user's umask narrows it.
func beside(name string, mode fs.FileMode) (*os.File, error) {
	return os.OpenFile(filepath.Join(filepath.Dir(name), ".frontline-"+rand.Text()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// Package words reads the word lists of a language and remembers what its
// grammar made of single words.
package words

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Version is the version of the format of word lists. Every list begins with
// the line "# frontline words 1".
const Version = 1

// List is one word list of a language: a file of lines of tab-separated
// columns. Add enters a line; its error is told with the file and line.
type List struct {
	Name    string
	Columns int
	Add     func(fields []string) error
}

// Read reads the lists from each folder in turn, so that what an earlier
// folder says of a form counts over what a later one says. Lines that begin
// with # are comments. Only the last folder must have all the lists; a file of
// another name in an earlier one is an error, for it would be overlooked.
func Read(folders []fs.FS, lists []List) error {
	said := vocabulary{}
	for i, folder := range folders {
		own := i < len(folders)-1
		if own {
			if err := onlyLists(folder, lists); err != nil {
				return err
			}
		}
		for _, l := range lists {
			if err := l.read(folder, said); err != nil && !(own && errors.Is(err, fs.ErrNotExist)) {
				return fmt.Errorf("word list %w", err)
			}
		}
	}
	return nil
}

// vocabulary is what the columns behind the forms say. Its words are few, and
// stand in memory once: rules compare them all the time.
type vocabulary map[string]string

// the is the copy of the word that all lists share.
func (v vocabulary) the(word string) string {
	if shared, ok := v[word]; ok {
		return shared
	}
	word = strings.Clone(word) // without its line
	v[word] = word
	return word
}

func onlyLists(folder fs.FS, lists []List) error {
	files, err := fs.ReadDir(folder, ".")
	if err != nil {
		return fmt.Errorf("word lists: %w", err)
	}
	for _, f := range files {
		if !slices.ContainsFunc(lists, func(l List) bool { return l.Name == f.Name() }) {
			return fmt.Errorf("word list %s: no list of this name: want %s", f.Name(), names(lists))
		}
	}
	return nil
}

func names(lists []List) string {
	out := make([]string, len(lists))
	for i, l := range lists {
		out[i] = l.Name
	}
	return strings.Join(out, ", ")
}

func (l List) read(folder fs.FS, said vocabulary) error {
	file, err := folder.Open(l.Name)
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	line := 1
	for ; in.Scan(); line++ {
		text := in.Text()
		if line == 1 {
			if want := fmt.Sprintf("# frontline words %d", Version); text != want {
				return fmt.Errorf("%s: line 1: %q: want %q, the version of the format", l.Name, text, want)
			}
			continue
		}
		if text == "" || text[0] == '#' {
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) != l.Columns || f[0] == "" {
			return fmt.Errorf("%s: line %d: %d columns: want %d, the first not empty", l.Name, line, len(f), l.Columns)
		}
		for i, column := range f[1:] {
			f[i+1] = said.the(column)
		}
		if err := l.Add(f); err != nil {
			return fmt.Errorf("%s: line %d: %w", l.Name, line, err)
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("%s: line %d: %w", l.Name, line, err)
	}
	return nil
}

// Among says what is wrong with a word that has to be one of a vocabulary
// (words with spaces between); nil where it is one.
func Among(what, word, vocabulary string) error {
	if slices.Contains(strings.Fields(vocabulary), word) {
		return nil
	}
	return fmt.Errorf("%s %q: want one of %s", what, word, vocabulary)
}

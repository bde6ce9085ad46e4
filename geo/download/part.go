package download

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

// part is what has arrived of a file, beside it.
type part struct {
	path    string // of the file
	address string
}

func (p part) name() string { return p.path + ".part" }

// note is the file that says what the part is of: its address and validator,
// a line each.
func (p part) note() string { return p.name() + ".from" }

// size is how many bytes have arrived; 0 where there is no part.
func (p part) size() int64 {
	info, err := os.Stat(p.name())
	if err != nil {
		return 0
	}
	return info.Size()
}

// resumable is how many bytes are there of which version. Where nobody can say
// the version they count as none.
func (p part) resumable() (int64, string) {
	note, err := os.ReadFile(p.note())
	if err != nil {
		return 0, ""
	}
	address, validator, _ := strings.Cut(string(note), "\n")
	if validator = strings.TrimSpace(validator); address != p.address || validator == "" {
		return 0, ""
	}
	return p.size(), validator
}

// begin makes an empty part of a version.
func (p part) begin(validator string) error {
	return errors.Join(os.WriteFile(p.name(), nil, 0o666), os.WriteFile(p.note(), []byte(p.address+"\n"+validator+"\n"), 0o666))
}

func (p part) open() (*os.File, error) { return os.OpenFile(p.name(), os.O_WRONLY|os.O_APPEND, 0) }

func (p part) discard() error {
	if err := os.Remove(p.name()); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := os.Remove(p.note()); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}

// finish makes the part the file. What the server has packed on its own account
// is unpacked, unless the file is to be a packed one.
func (p part) finish(packed bool) error {
	if packed && !strings.HasSuffix(p.path, ".gz") {
		if err := p.unpack(); err != nil {
			return errors.Join(fmt.Errorf("Content-Encoding gzip: %w", err), p.discard())
		}
	}
	if err := p.isData(); err != nil {
		return errors.Join(err, p.discard())
	}
	if err := os.Rename(p.name(), p.path); err != nil {
		return err
	}
	return p.discard()
}

func (p part) unpack() (err error) {
	in, err := os.Open(p.name())
	if err != nil {
		return err
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	out, err := os.Create(p.name() + ".unpacked")
	if err != nil {
		return err
	}
	_, err = io.Copy(out, z)
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(err, os.Remove(out.Name()))
	}
	return os.Rename(out.Name(), p.name())
}

// isData says why what has arrived is none: it is empty, or a page.
func (p part) isData() error {
	in, err := os.Open(p.name())
	if err != nil {
		return err
	}
	defer in.Close()
	start := make([]byte, 512)
	n, err := io.ReadFull(in, start)
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("the answer is empty: want a file of data")
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return err
	case strings.HasPrefix(http.DetectContentType(start[:n]), "text/html"):
		return fmt.Errorf("the answer is a page of HTML (%.40q): want a file of data", start[:n])
	default:
		return nil
	}
}

package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"frontline/timeline"

	"github.com/adrg/frontmatter"
	"gopkg.in/yaml.v2"
)

const (
	byteOrderMark = "\uFEFF"
	fence         = "---"
	maxTitle      = 200 // runes; a longer first line is a paragraph, not a headline
)

// ReadReport makes a report of the bytes of a file. Its Text is raw, byte for
// byte, and its Body the offset behind a byte order mark and front matter.
//
// Front matter is YAML between lines of three dashes at the very start, with
// the keys published (YYYY-MM-DD), source, url and title, all optional.
// Without a title there, the first line is the headline if it is a short one
// and text follows. Language is left to whoever reads the words.
//
// Text that is empty, binary or not UTF-8, and front matter that is not as
// said above, is an error of type Failure. The report then still has its ID
// and File, so that the failure can be recorded under them.
func ReadReport(name string, raw []byte) (timeline.Report, error) {
	text := string(raw)
	bare := timeline.Report{ID: timeline.ReportID(text), File: name, Text: text}
	if err := checkText(text); err != nil {
		return bare, Failure{name, err.Error()}
	}
	head, body, err := splitFront(text)
	if err != nil {
		return bare, Failure{name, "front matter: " + err.Error()}
	}
	r := bare
	if r.Body = body; strings.TrimSpace(text[body:]) == "" {
		return bare, Failure{name, "no text after the front matter"}
	}
	if err := applyFront(&r, head); err != nil {
		return bare, Failure{name, "front matter: " + err.Error()}
	}
	if r.Title == "" {
		r.Title = headline(text[body:])
	}
	return r, nil
}

// checkText says why text cannot be a report, if it cannot.
func checkText(text string) error {
	if strings.TrimSpace(strings.TrimPrefix(text, byteOrderMark)) == "" {
		return errors.New("no text")
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return fmt.Errorf("byte %d is NUL: want text, not binary", i)
	}
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
			return fmt.Errorf("byte %d (%#02x) is not UTF-8: want text in UTF-8", i, text[i])
		}
	}
	return nil
}

// splitFront gives what the front matter says, and the byte at which the body
// begins. No front matter gives nothing, and the byte behind the byte order
// mark if there is one.
func splitFront(text string) (head map[string]string, body int, err error) {
	rest := strings.TrimPrefix(text, byteOrderMark)
	first, _, _ := strings.Cut(rest, "\n")
	if strings.TrimRight(first, " \t\r") != fence {
		return nil, len(text) - len(rest), nil
	}
	after, err := frontmatter.MustParse(strings.NewReader(rest), &head, frontmatter.NewFormat(fence, fence, unmarshal))
	if errors.Is(err, frontmatter.ErrNotFound) {
		err = fmt.Errorf("begins on line 1 and does not end: want a second line %q", fence)
	}
	return head, len(text) - len(after), err
}

// unmarshal reads YAML. The empty line stands for the fence, so that errors
// count lines as the file does.
func unmarshal(data []byte, into any) error {
	return yaml.UnmarshalStrict(bytes.Join([][]byte{nil, data}, []byte("\n")), into)
}

// applyFront puts what the front matter says where it belongs.
func applyFront(r *timeline.Report, head map[string]string) (err error) {
	r.PublishedBasis = timeline.BasisUnknown
	for _, key := range slices.Sorted(maps.Keys(head)) {
		value := strings.TrimSpace(head[key])
		switch key {
		case "published":
			if r.Published, err = timeline.ParseDay(value); err != nil {
				return fmt.Errorf("published: %w", err)
			}
			r.PublishedBasis = timeline.Given
		case "source":
			r.Source = value
		case "url":
			r.URL = value
		case "title":
			r.Title = value
		default:
			return fmt.Errorf("key %q (%q) is not known: want published, source, url or title", key, value)
		}
	}
	return nil
}

// headline is the first line that is not blank, if it is short and another
// follows; else "".
func headline(body string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(body), "\n")
	line = strings.TrimSpace(line)
	if rest == "" || utf8.RuneCountInString(line) >= maxTitle {
		return ""
	}
	return line
}

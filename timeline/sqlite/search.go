package sqlite

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"frontline/timeline/fulltext"
)

// Matches are the reports in which all parts of a query are found, in the title or
// in the text, best first: by BM25, where a title counts for more than a text, and a
// word that stands there as it was typed for more than one that goes on.
func (s *Store) Matches(ctx context.Context, q fulltext.Query) ([]fulltext.Match, error) {
	var found []fulltext.Match
	terms := make([]int, len(q)) // phrases of each part
	for i, p := range q {
		terms[i] = len(leaves(p))
	}
	err := s.snapshot(ctx, func(from asker) (err error) {
		if kept, err := worded(ctx, from); err != nil || !kept {
			return cmp.Or(err, errNotWorded)
		}
		found, err = query(ctx, from, func(scan scanner) (m fulltext.Match, err error) {
			var info []byte
			if err = scan(&m.Report, &info); err == nil {
				m.Score, err = score(terms, info)
			}
			return m, err
		}, `SELECT r.id, matchinfo(report_words, 'pcnalx') FROM report_words
			CROSS JOIN reports r ON r.seq = report_words.docid WHERE report_words MATCH ?`, expression(q))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for words: %w", err)
	}
	slices.SortFunc(found, func(x, y fulltext.Match) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Report, y.Report))
	})
	return found, nil
}

// expression is a query in the language of FTS4. Words are letters and digits, so
// that nothing in them can be taken for an operator.
func expression(q fulltext.Query) string {
	parts := make([]string, len(q))
	for i, p := range q {
		parts[i] = "(" + strings.Join(leaves(p), " OR ") + ")"
	}
	return strings.Join(parts, " AND ")
}

// leaves are the phrases of which one has to be found for a part to be; the first
// is the part as it was typed.
func leaves(p fulltext.Part) []string {
	readings := p.Readings()
	var out []string
	if p.Begun {
		out = append(out, `"`+strings.Join(readings[0], " ")+`"`)
	}
	for _, words := range readings {
		phrase := strings.Join(words, " ")
		if p.Begun {
			phrase += "*"
		}
		out = append(out, `"`+phrase+`"`)
	}
	return out
}

// The parameters of BM25, and how much more a word counts in a title.
const (
	saturation = 1.2
	byLength   = 0.75
	titleCount = 3
)

// columns are those of report_words: title and body.
const columns = 2

// score is the BM25 of a report by what SQLite counts of it (matchinfo 'pcnalx'):
// phrases, columns, reports, mean lengths, own lengths, and of each phrase and
// column the hits here, the hits everywhere and the reports that have any. So many
// phrases in a row are one term.
func score(terms []int, info []byte) (float64, error) {
	const head = 3 + 2*columns
	number := func(i int) float64 { return float64(binary.NativeEndian.Uint32(info[4*i:])) }
	if phrases := (len(info)/4 - head) / (3 * columns); len(info) < 4*head || number(0) != float64(phrases) || number(1) != columns {
		return 0, fmt.Errorf("matchinfo has %d bytes for %v phrases", len(info), terms)
	}
	reports := number(2)
	length := (number(5) + number(6)) / max(1, number(3)+number(4))
	sum, at := 0.0, head
	for _, phrases := range terms {
		here, having := 0.0, 0.0
		for range phrases {
			here += titleCount*number(at) + number(at+3)
			having += max(number(at+2), number(at+5))
			at += 3 * columns
		}
		having = min(having, reports)
		rarity := math.Log(1 + (reports-having+0.5)/(having+0.5))
		sum += rarity * here * (saturation + 1) / (here + saturation*(1-byLength+byLength*length))
	}
	return sum, nil
}

// Snippets are the pieces of the texts of reports in which most of a query is found,
// by the id of the report; the beginning of those in which it stands in the title
// alone. Reports in which it is not found have none.
func (s *Store) Snippets(ctx context.Context, q fulltext.Query, reports []string) (map[string]fulltext.Snippet, error) {
	out := map[string]fulltext.Snippet{}
	_, err := query(ctx, s.db, func(scan scanner) (struct{}, error) {
		var offsets, body string
		r, err := scanTelling(func(dest ...any) error { return scan(append(dest, &body, &offsets)...) })
		if err == nil {
			text := r.Text[r.Body:]
			out[r.ID] = fulltext.Cut(text, fulltext.Words(text), foundWords(body, offsets))
		}
		return struct{}{}, err
	}, `SELECT r.seq, r.id, r.title, r.body, r.text, report_words.body, offsets(report_words) FROM report_words
		CROSS JOIN reports r ON r.seq = report_words.docid
		WHERE report_words MATCH ? AND r.id IN (SELECT value FROM json_each(?))`, expression(q), asJSON(&reports))
	if err != nil {
		return nil, fmt.Errorf("cut snippets: %w", err)
	}
	return out, nil
}

// foundWords are the numbers of the words of a body that stand at the offsets that
// SQLite found: four numbers each, of which the first is the column and the third
// the byte.
func foundWords(body, offsets string) []int {
	at := map[int]bool{}
	numbers := strings.Fields(offsets)
	for ; len(numbers) >= 4; numbers = numbers[4:] {
		var column, offset int
		if _, err := fmt.Sscan(numbers[0], &column); err != nil || column != columns-1 {
			continue
		}
		if _, err := fmt.Sscan(numbers[2], &offset); err == nil {
			at[offset] = true
		}
	}
	var out []int
	for word, start := 0, 0; start < len(body); word++ {
		end := start + strings.IndexByte(body[start:]+" ", ' ')
		for offset := start; offset < end; offset++ { // a point in a number begins another term
			if at[offset] {
				out = append(out, word)
				break
			}
		}
		start = end + 1
	}
	return out
}

package sqlite

import (
	"context"
	"fmt"

	"frontline/timeline/verify"
)

// words proves that the words by which reports are found are those of the reports.
// That the index has the words is SQLite's to prove, with the rest of the file.
func (p *proof) words(ctx context.Context) error {
	kept, err := worded(ctx, p.from)
	if err != nil {
		return err
	}
	if !kept {
		p.found(verify.Finding{Promise: verify.Words, About: verify.About{Row: "all words"}, Want: "those made by the rules of this program",
			Have: "those made by others: `frontline fold` makes them anew"})
		return nil
	}
	if err := p.each(ctx, func(scan scanner) {
		var seq int64
		if about := (verify.About{Row: "words"}); p.row(about, scan(&seq)) {
			p.found(verify.Finding{Promise: verify.Words, About: about, Want: "a report that was read", Have: fmt.Sprintf("number %d, which is none", seq)})
		}
	}, `SELECT docid FROM report_words WHERE docid NOT IN (SELECT seq FROM reports WHERE outcome = 'read') ORDER BY docid`); err != nil {
		return err
	}
	return p.each(ctx, func(scan scanner) {
		var title, body string
		r, err := scanTelling(func(dest ...any) error { return scan(append(dest, &title, &body)...) })
		about := verify.About{Report: r.ID, Row: "words"}
		if !p.row(about, err) {
			return
		}
		if wantTitle, wantBody := wordsOf(r.Report); title != wantTitle || body != wantBody {
			p.found(verify.Finding{Promise: verify.Words, About: about, Want: "those of its title and its text", Have: "others, or none"})
		}
	}, `SELECT r.seq, r.id, r.title, r.body, r.text, coalesce(w.title, ''), coalesce(w.body, '') FROM reports r LEFT JOIN report_words w ON w.docid = r.seq
		WHERE r.outcome = 'read' ORDER BY r.seq`)
}

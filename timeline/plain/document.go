package plain

import "net/url"

// Document is a page about the service rather than the war: what can be asked, and how.
type Document struct {
	Path     string // of the page itself, with its parameters in Visit.Asked
	Title    string
	Lead     string // "" for none
	Trail    []Link // the pages above this one, outermost first
	Sections []Section
	Links    []Link // other forms of the page, and the pages before and after it
}

// Section is a part of a document. What it lacks is left out.
type Section struct {
	Heading string
	ID      string // to be linked to by; "" where nobody does
	Lead    string
	Code    string // shown as it is
	Facts   []Fact
	Table   *Table
	Links   []Link
}

// Fact is a term and what is to be said of it.
type Fact struct{ Term, Said Cell }

// Table is a table with a line of headings.
type Table struct {
	Caption string
	Head    []string
	Rows    [][]Cell
}

// Cell is a text, which leads somewhere where Href says where to.
type Cell struct{ Text, Href string }

// celled is a cell with the language of its text.
type celled struct {
	Wording
	Href string
}

// Celled is a cell with the language of its text.
func (p *page) Celled(c Cell) celled { return celled{p.Set(c.Text), c.Href} }

// Link leads somewhere. Rel is "" where it has no relation to tell.
type Link struct{ Text, Href, Rel, Type string }

// Document is a page about the service.
func (p *Pages) Document(v Visit, d Document) ([]byte, error) {
	page := p.begin(v)
	page.Title, page.Document, page.path = d.Title, &d, d.Path
	return page.made()
}

// Say is the text of a key in a language, "" where there is none of it.
func (p *Pages) Say(lang string) func(key string) string {
	for _, w := range p.words {
		if w.Lang == lang {
			return func(key string) string { return w.Text[key] }
		}
	}
	return func(string) string { return "" }
}

// In is an address in the language of a visit.
func (v Visit) In(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	q := u.Query()
	q.Set("lang", v.Lang)
	u.RawQuery = q.Encode()
	return u.String()
}

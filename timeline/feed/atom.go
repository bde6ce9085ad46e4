package feed

import "encoding/xml"

// The elements of a feed, as encoding/xml writes them: text is escaped, and what XML
// cannot say is replaced.
type (
	atomFeed struct {
		XMLName   xml.Name    `xml:"feed"`
		Space     string      `xml:"xmlns,attr"`
		GeoRSS    string      `xml:"xmlns:georss,attr"`
		Lang      string      `xml:"xml:lang,attr"`
		ID        string      `xml:"id"`
		Title     string      `xml:"title"`
		Updated   string      `xml:"updated"`
		Author    person      `xml:"author"`
		Generator string      `xml:"generator"`
		Links     []atomLink  `xml:"link"`
		Entries   []atomEntry `xml:"entry"`
	}
	person struct {
		Name string `xml:"name"`
	}
	atomLink struct {
		Rel   string `xml:"rel,attr"`
		Type  string `xml:"type,attr,omitempty"`
		Href  string `xml:"href,attr"`
		Title string `xml:"title,attr,omitempty"`
	}
	atomEntry struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Published string     `xml:"published"`
		Updated   string     `xml:"updated"`
		Links     []atomLink `xml:"link"`
		Content   content    `xml:"content"`
		Point     string     `xml:"georss:point"` // lat lon
	}
	content struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
)

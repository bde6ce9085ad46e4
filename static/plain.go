package static

import (
	"embed"
	"io/fs"
)

//go:embed plain
var plain embed.FS

// Plain is the view for who has little bandwidth, no WebGL or no JavaScript: the
// template page.html, its style sheet plain.css, and the words of each language in
// words.en.json and the like.
func Plain() fs.FS {
	files, err := fs.Sub(plain, "plain")
	if err != nil {
		panic(err) // the name is a constant and a valid path
	}
	return files
}

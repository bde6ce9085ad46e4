// Package static is the map page, as files to be served.
//
// The page is written in TypeScript and built into dist, which is not under
// version control: `npm ci && npm run build` in this folder makes it. Because
// a pattern of go:embed must match something, and a checkout need not have a
// dist, the build tag "page" decides: with it dist is embedded, and a missing
// dist fails the build; without it the program still builds, and the one page
// it carries says in Arabic and English how to build the real one. The
// Makefile builds the page and sets the tag.
package static

import "io/fs"

// Policy is the Content-Security-Policy that the page needs, and all that it
// needs: everything comes from the server itself and nothing is inline. Images
// may also be data addresses, as those in its style sheet are. Where forms lead and
// who may frame an answer is up to the server.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"worker-src 'self'; base-uri 'none'"

// Page is the page: index.html at the root and, under assets, the files it
// names, each with a digest of its content in its name, so that they may be
// cached for ever. Built is false where the program carries only the page that
// says how to build it.
func Page() (page fs.FS, built bool) {
	page, err := fs.Sub(files, root)
	if err != nil {
		panic(err) // root is a constant and a valid path
	}
	return page, root == "dist"
}

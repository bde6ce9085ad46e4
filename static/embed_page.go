//go:build page

package static

import "embed"

const root = "dist"

//go:embed all:dist
var files embed.FS

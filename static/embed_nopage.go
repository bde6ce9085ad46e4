//go:build !page

package static

import "embed"

const root = "fallback"

//go:embed all:fallback
var files embed.FS

package web

import (
	"bytes"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
	"time"

	"frontline/timeline"

	"github.com/labstack/echo/v4"
)

// asset is a file of the page.
type asset struct {
	body        []byte
	contentType string
	etag        string
	cache       string // Cache-Control
}

// hashed is a file name that carries a digest of the content, such as
// "map-4f9d01ab.js" or "map-QX3F7K2M.js".
var hashed = regexp.MustCompile(`[-.]([0-9a-f]{8,}|[0-9A-Z]{8})\.[a-z0-9]+$`)

// readPage reads every file, by its path.
func readPage(files fs.FS) (map[string]asset, error) {
	page := map[string]asset{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		cache := "no-cache"
		if hashed.MatchString(name) {
			cache = "public, max-age=31536000, immutable"
		}
		page[name] = asset{body, typeOf(name), tag(string(body)), cache}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if _, ok := page["index.html"]; !ok {
		return nil, fmt.Errorf("index.html: %w", fs.ErrNotExist)
	}
	return page, nil
}

// typeOf is the media type of a file. Those that a machine may not know, or
// know differently, are listed.
func typeOf(name string) string {
	switch ext := path.Ext(name); ext {
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".woff2":
		return "font/woff2"
	case ".pbf":
		return "application/x-protobuf"
	case ".geojson":
		return "application/geo+json"
	case ".webmanifest":
		return "application/manifest+json"
	default:
		if t := mime.TypeByExtension(ext); t != "" {
			return t
		}
	}
	return "application/octet-stream"
}

// getPage answers with a file of the page, index.html for /.
func (s *Server) getPage(c echo.Context) error {
	name := strings.TrimPrefix(c.Request().URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	file, ok := s.page[name]
	if !ok {
		return timeline.ErrNotFound
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, file.contentType)
	h.Set(echo.HeaderCacheControl, file.cache)
	h.Set("ETag", file.etag)
	http.ServeContent(c.Response(), c.Request(), name, time.Time{}, bytes.NewReader(file.body))
	return nil
}

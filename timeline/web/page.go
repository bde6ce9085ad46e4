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
		page[name], err = readAsset(files, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	if _, ok := page["index.html"]; !ok {
		return nil, fmt.Errorf("index.html: %w", fs.ErrNotExist)
	}
	return page, nil
}

func readAsset(files fs.FS, name string) (asset, error) {
	body, err := fs.ReadFile(files, name)
	if err != nil {
		return asset{}, err
	}
	cache := "no-cache"
	if hashed.MatchString(name) {
		cache = "public, max-age=31536000, immutable"
	}
	return asset{body, typeOf(name), tag(string(body)), cache}, nil
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
	return file.serve(c, name)
}

// getPlainStyle answers with the style sheet of the plain view.
func (s *Server) getPlainStyle(c echo.Context) error { return s.style.serve(c, "plain.css") }

func (a asset) serve(c echo.Context, name string) error {
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, a.contentType)
	h.Set(echo.HeaderCacheControl, a.cache)
	h.Set("ETag", a.etag)
	http.ServeContent(c.Response(), c.Request(), name, time.Time{}, bytes.NewReader(a.body))
	return nil
}

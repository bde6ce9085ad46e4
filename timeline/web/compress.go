package web

import (
	"net/http"
	"path"

	"frontline/timeline/export/format"

	"github.com/CAFxX/httpcompression"
	"github.com/labstack/echo/v4"
)

// How hard answers are compressed: they are made for one reader each, and wait for it.
const (
	brotliLevel = 4
	gzipLevel   = 5
	worthwhile  = 1 << 10 // bytes
)

// compressed sends answers as brotli or gzip to whoever takes them so. An error is
// answered here, while there is something to write it to.
func compressed() (echo.MiddlewareFunc, error) {
	adapt, err := httpcompression.Adapter(httpcompression.BrotliCompressionLevel(brotliLevel), httpcompression.GzipCompressionLevel(gzipLevel),
		httpcompression.MinSize(worthwhile))
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if incompressible(c) {
				return next(c)
			}
			response := c.Response()
			plain := response.Writer
			defer func() { response.Writer = plain }()
			adapt(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				response.Writer = patient{w, plain}
				if err := next(c); err != nil {
					c.Error(err)
				}
			})).ServeHTTP(plain, c.Request())
			return nil
		}
	}, err
}

// patient compresses, and lets the connection be asked for more time.
type patient struct {
	http.ResponseWriter
	plain http.ResponseWriter
}

// Unwrap is for http.ResponseController.
func (p patient) Unwrap() http.ResponseWriter { return p.plain }

// incompressible says whether to leave the answer as it is: part of a file, or
// a file that is compressed already.
func incompressible(c echo.Context) bool {
	if c.Request().Header.Get("Range") != "" {
		return true
	}
	if c.Request().URL.Path == livePath { // each event goes out at once
		return true
	}
	if asked := c.QueryParam("format"); asked == string(png) || asked == string(format.KMZ) {
		return true
	}
	switch path.Ext(c.Request().URL.Path) {
	case ".png", ".jpg", ".webp", ".woff2", ".gz", ".pmtiles":
		return true
	}
	return false
}

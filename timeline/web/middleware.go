package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"path"

	"frontline/timeline/export/format"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// middleware is what surrounds every request, outermost first.
func (s *Server) middleware() []echo.MiddlewareFunc {
	return []echo.MiddlewareFunc{
		middleware.RequestLoggerWithConfig(middleware.RequestLoggerConfig{
			LogMethod: true, LogURI: true, LogStatus: true, LogLatency: true, LogResponseSize: true,
			HandleError: true, LogValuesFunc: s.logRequest,
		}),
		s.secured,
		readOnly,
		middleware.RecoverWithConfig(middleware.RecoverConfig{
			DisableStackAll: true, DisableErrorHandler: true,
			LogErrorFunc: func(_ echo.Context, err error, stack []byte) error {
				return fmt.Errorf("panic: %w\n%s", err, stack)
			},
		}),
		middleware.GzipWithConfig(middleware.GzipConfig{Skipper: incompressible, MinLength: 1 << 10}),
	}
}

func (s *Server) logRequest(c echo.Context, v middleware.RequestLoggerValues) error {
	s.cfg.Log.LogAttrs(c.Request().Context(), slog.LevelDebug, "request", slog.String("method", v.Method),
		slog.String("uri", v.URI), slog.Int("status", v.Status), slog.Duration("took", v.Latency),
		slog.Int64("bytes", v.ResponseSize))
	return nil
}

func (s *Server) secured(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set(echo.HeaderContentSecurityPolicy, s.policy(c))
		h.Set(echo.HeaderXContentTypeOptions, "nosniff")
		h.Set(echo.HeaderReferrerPolicy, "no-referrer")
		return next(c)
	}
}

// readOnly refuses every method but GET and HEAD.
func readOnly(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		switch c.Request().Method {
		case http.MethodGet, http.MethodHead:
			return next(c)
		}
		c.Response().Header().Set(echo.HeaderAllow, "GET, HEAD")
		return echo.ErrMethodNotAllowed
	}
}

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

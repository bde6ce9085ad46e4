package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// preflightAge is how long browsers remember that they may ask.
const preflightAge = 24 * time.Hour

// middleware is what surrounds every request, outermost first.
func (s *Server) middleware(compress echo.MiddlewareFunc) []echo.MiddlewareFunc {
	return []echo.MiddlewareFunc{
		middleware.RequestLoggerWithConfig(middleware.RequestLoggerConfig{
			LogMethod: true, LogURI: true, LogStatus: true, LogLatency: true, LogResponseSize: true,
			HandleError: true, LogValuesFunc: s.logRequest,
		}),
		s.secured,
		// Everybody may ask from wherever: there is nothing here that only some may see.
		middleware.CORSWithConfig(middleware.CORSConfig{AllowMethods: []string{http.MethodGet, http.MethodHead},
			ExposeHeaders: []string{"ETag", headerCRS, echo.HeaderContentDisposition}, MaxAge: int(preflightAge.Seconds())}),
		readOnly,
		compress,
		middleware.RecoverWithConfig(middleware.RecoverConfig{
			DisableStackAll: true, DisableErrorHandler: true,
			LogErrorFunc: func(_ echo.Context, err error, stack []byte) error {
				return fmt.Errorf("panic: %w\n%s", err, stack)
			},
		}),
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

package web

// Routes are the paths that are routed, as the router has them.
func (s *Server) Routes() (out []string) {
	for _, r := range s.echo.Routes() {
		out = append(out, r.Path)
	}
	return out
}

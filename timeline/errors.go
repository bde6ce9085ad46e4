package timeline

import "errors"

// ErrNotFound is what asking for a thing by its id gives where there is none,
// wrapped with what was asked for.
var ErrNotFound = errors.New("not found")

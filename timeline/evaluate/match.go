package evaluate

import "slices"

// pair is an item of gold and what was read of it.
type pair[G, R any] struct {
	gold G
	read R
}

// matching is what became of the items of gold and of a reading.
type matching[G, R any] struct {
	pairs  []pair[G, R]
	missed []G // of gold
	extra  []R // read, and not in gold
}

// match pairs each item of gold, in order, with the first reading left that is
// the same. Each is used once. It changes neither.
func match[G, R any](gold []G, read []R, same func(G, R) bool) matching[G, R] {
	m := matching[G, R]{extra: slices.Clone(read)}
	for _, g := range gold {
		i := slices.IndexFunc(m.extra, func(r R) bool { return same(g, r) })
		if i < 0 {
			m.missed = append(m.missed, g)
			continue
		}
		m.pairs = append(m.pairs, pair[G, R]{g, m.extra[i]})
		m.extra = slices.Delete(m.extra, i, i+1)
	}
	return m
}

// distinct keeps the first item of each key.
func distinct[T any, K comparable](items []T, key func(T) K) []T {
	seen := map[K]bool{}
	return only(items, func(item T) bool {
		k := key(item)
		again := seen[k]
		seen[k] = true
		return !again
	})
}

// only keeps the items that ok is true of.
func only[T any](items []T, ok func(T) bool) []T {
	var out []T
	for _, item := range items {
		if ok(item) {
			out = append(out, item)
		}
	}
	return out
}

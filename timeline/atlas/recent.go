package atlas

import (
	"slices"
	"sync"
)

// recent keeps what was asked for last. The zero value is empty and ready; what
// is asked for twice at the same time is made once.
type recent[K comparable, V any] struct {
	mu    sync.Mutex
	made  map[K]func() V
	asked []K // longest ago first
}

// get is the value of a key, made where it is not at hand; at most keep are kept.
func (r *recent[K, V]) get(key K, keep int, make func() V) V {
	return r.entry(key, keep, make)()
}

func (r *recent[K, V]) entry(key K, keep int, make func() V) func() V {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.made == nil {
		r.made = map[K]func() V{}
	}
	value, ok := r.made[key]
	if ok {
		r.asked = slices.DeleteFunc(r.asked, func(k K) bool { return k == key })
	} else {
		value = sync.OnceValue(make)
		r.made[key] = value
	}
	r.asked = append(r.asked, key)
	if len(r.asked) > keep {
		delete(r.made, r.asked[0])
		r.asked = r.asked[1:]
	}
	return value
}

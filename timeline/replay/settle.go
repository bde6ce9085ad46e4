package replay

import (
	"context"

	"frontline/timeline"
)

// GroundOf is the ground by who held which points.
func GroundOf(presences []timeline.Presence) Ground {
	return ground(presences)
}

// Settle reads stored reports once more, on the ground, and stores what that
// settles, in one transaction: the names, as written, that could mean several
// places and no longer do. The ids are those of reports that are Open.
func Settle(ctx context.Context, store Store, reader Reader, g Ground, ids []string) (names []string, err error) {
	version, err := store.Version(ctx)
	if err != nil {
		return nil, err
	}
	var changed []timeline.Reading
	for _, id := range ids {
		old, err := store.Report(ctx, id)
		if err != nil {
			return nil, err
		}
		read, err := reader.ReadOn(g, asItCame(old.Report))
		if err != nil {
			continue // one that cannot be read any more stays as it is, and the others go on
		}
		if now := settled(old, read); len(now) > 0 {
			names, changed = append(names, now...), append(changed, read)
		}
	}
	if len(changed) == 0 {
		return nil, nil
	}
	return names, store.Replace(ctx, version, changed, "names settled by the ground")
}

// settled are the names that have a place in one reading and had none in the
// other.
func settled(old, read timeline.Reading) (names []string) {
	without := map[string]bool{}
	for _, m := range old.Places {
		if m.Place == nil {
			without[m.Surface] = true
		}
	}
	for _, m := range read.Places {
		if m.Place != nil && without[m.Surface] {
			names = append(names, m.Surface)
		}
	}
	return names
}

package ar

// trait is what is asked of every word of a text, and depends on its role
// alone: it is found once, with the lists.
type trait uint8

const (
	opensDay   trait = 1 << iota // a day can begin with it
	opensCount                   // a number of people can
	ofForces                     // it says who fights
)

// traits are those of a role.
func traits(role string) trait {
	switch role {
	case roleNum:
		return opensDay | opensCount
	case "actor", "rebels", "operation":
		return ofForces
	case "ago", "weekday", "month", "vague_time", "year", "same_day":
		return opensDay
	case "dozens", "one", "members", "soldier":
		return opensCount
	}
	return 0
}

func (e *entry) has(t trait) bool { return e.traits&t != 0 }

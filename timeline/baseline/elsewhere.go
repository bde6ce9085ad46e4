package baseline

import "frontline/timeline"

// levels of administration that areas can be of: a country to a sub-district.
const levels = 4

// elsewhere gives what stands for a place that a map does not show held: a mark
// of Options.Elsewhere where it reaches there and the map does not say that nobody
// knows, else none.
//
// Where no box says so it reaches as far as the areas do in which the map shows
// anything held, of the largest kind that the gazetteer has: the country, or the
// governorates. Of the ground beyond, the map does not speak.
func (r *reader) elsewhere() (func(s *snapshot, place int32) []mark, error) {
	marks := make([][]mark, len(r.entries))
	if r.Elsewhere != "" && r.Elsewhere != timeline.Unknown {
		reach, err := r.reach()
		if err != nil {
			return nil, err
		}
		actor := r.actors.number(r.Elsewhere)
		for _, place := range reach {
			marks[place] = []mark{{place: place, actor: actor}}
		}
	}
	return func(s *snapshot, place int32) []mark {
		if s.unclear[place] {
			return nil
		}
		return marks[place]
	}, nil
}

// reach are the places that elsewhere can be.
func (r *reader) reach() ([]int32, error) {
	if r.Within != nil {
		return r.ground.number, nil
	}
	held := make([]bool, len(r.entries))
	for _, s := range r.snapshots {
		for _, m := range s.marks {
			held[m.place] = s.complete || held[m.place]
		}
	}
	for level := range levels {
		var reach []int32
		for _, area := range r.Places.Areas(level) {
			var in []int32
			touched := false
			r.ground.in(area.Outline, func(place int32) {
				in = append(in, place)
				touched = touched || held[place]
			})
			if touched {
				reach = append(reach, in...)
			}
		}
		if len(reach) > 0 {
			return reach, nil
		}
	}
	return nil, ErrNoEdge
}

package front

// stop is a node on the way, and how far it is.
type stop struct {
	node int32
	km   float64
}

// queue is a binary heap of stops, the nearest first. It does what container/heap
// does, without a stop for the garbage collector at every one that is pushed.
type queue []stop

func (q *queue) push(s stop) {
	*q = append(*q, s)
	list := *q
	for i := len(list) - 1; i > 0; {
		parent := (i - 1) / 2
		if list[parent].km <= s.km {
			return
		}
		list[i], list[parent] = list[parent], s
		i = parent
	}
}

// pop takes the nearest out; the queue must not be empty.
func (q *queue) pop() stop {
	list := *q
	nearest, last := list[0], list[len(list)-1]
	list = list[:len(list)-1]
	*q = list
	i := 0
	for child := 1; child < len(list); child = 2*i + 1 {
		if child+1 < len(list) && list[child+1].km < list[child].km {
			child++
		}
		if last.km <= list[child].km {
			break
		}
		list[i] = list[child]
		i = child
	}
	if len(list) > 0 {
		list[i] = last
	}
	return nearest
}

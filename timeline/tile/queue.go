package tile

import "cmp"

// candidate is a point that could be left out, and how much that would change.
type candidate struct {
	point  int32
	weight float64
}

// queue is a heap (package container/heap) with the least change on top; of equal
// ones the first point.
type queue []candidate

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[i].weight, q[j].weight), cmp.Compare(q[i].point, q[j].point)) < 0
}

// Push and Pop are for package heap.
func (q *queue) Push(x any) { *q = append(*q, x.(candidate)) }

// Pop takes the last one off.
func (q *queue) Pop() any {
	last := len(*q) - 1
	x := (*q)[last]
	*q = (*q)[:last]
	return x
}

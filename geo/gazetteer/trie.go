package gazetteer

import "strings"

// trie finds names of several words. Words are numbered once; an edge is a
// node and a word, packed, so that a step is one look-up without garbage.
type trie struct {
	words map[string]uint32
	edges map[uint64]uint32
	ends  [][]int32 // by node: entries whose name ends there
}

func newTrie() *trie {
	return &trie{words: map[string]uint32{}, edges: map[uint64]uint32{}, ends: make([][]int32, 1)}
}

// add enters a name: bare folded words with one space between them.
func (t *trie) add(key string, id int32) {
	if key == "" {
		return
	}
	node := uint32(0)
	for _, w := range strings.Split(key, " ") {
		n, ok := t.words[w]
		if !ok {
			n = uint32(len(t.words)) + 1
			t.words[w] = n
		}
		edge := uint64(node)<<32 | uint64(n)
		next, ok := t.edges[edge]
		if !ok {
			next = uint32(len(t.ends))
			t.ends = append(t.ends, nil)
			t.edges[edge] = next
		}
		node = next
	}
	t.ends[node] = appendNew(t.ends[node], id)
}

// step goes from a node by a word; 0 where no name goes on like that.
func (t *trie) step(node uint32, word string) uint32 {
	n, ok := t.words[word]
	if !ok {
		return 0
	}
	return t.edges[uint64(node)<<32|uint64(n)]
}

// lookup is the entries of exactly this name.
func (t *trie) lookup(key string) []int32 {
	node := uint32(0)
	for _, w := range strings.Split(key, " ") {
		if node = t.step(node, w); node == 0 {
			return nil
		}
	}
	return t.ends[node]
}

// Package compact writes the ground and who held it over time so small that a
// client fetches it once and draws every day by itself: what package front does
// on a day is then labelling cells and chaining edges.
//
// There are two documents, for they grow differently: the ground stays as it is
// until another place is heard of, the course changes with every claim. Both carry
// the id of the ground, by which a client knows that they belong together.
//
// A ground:
//
//	format  2
//	id      a digest of all that follows
//	scale   steps in a degree, 1000000
//	nodes   [lon, lat, lon, lat, …] in steps, every number less that of the node before
//	edges   [from, to, left, right, …], four numbers an edge, each a straight line from node to node
//	        as seen along which cell left lies on the left and cell right on the right;
//	        right is -1 along the outline and along ground near no place, and left is never.
//	        from is less the from of the edge before, to is less its own from
//	cells   a cell each: km2, and places, one or more: id, name_ar, name_en
//
// A course:
//
//	format  2
//	ground  the id of the ground whose cells these are
//	epoch   the day from which days are counted, YYYY-MM-DD; null where nothing is ever known
//	states  a state each, in the order in which areas are listed: holder, null where several
//	        parties contest the ground; parties, all of them where they do, and none elsewhere
//	cells   [days, code, days, code, …] a cell: from the day on that lies so many days after the
//	        one before (the first of them after the epoch) what the code says is so, until the
//	        next day of the list that says otherwise. Before the first day, and in an empty list,
//	        nothing is known.
//	        Of the state: 0 says that nothing is known, and 2·n + 1 that the cell is concluded to
//	        be in a state, 2·n + 2 that a report says so; n is the state plus, for every place of
//	        the cell before the first one whose holding says so, the number of states. Where
//	        something is known, claims of that very day say so, unless the list goes on:
//	        Of the evidence, and the state stays as it is: -2·n - 2 says that the last claims that
//	        say so are of the day n days before, and -2·n - 1 that they are of the day n days
//	        after, as where it is concluded from what they say; n is not 0 there. -1 says that
//	        there are none
//
// Before the epoch there is nothing to show, from then on all cells that are in no
// state are ground of which nothing is known.
//
// A client that does not know the format of a document must not read on.
package compact

// Format numbers the form of the documents.
const Format = 2

// scale is how many steps a degree has: as many decimals as in the other answers.
const scale = 1_000_000

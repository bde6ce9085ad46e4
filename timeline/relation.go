package timeline

// Relation is how words tell where ground lies that has no name of its own.
type Relation string

// The relations of ground to the places it is told by. RelOffset is a distance
// and a direction from a place, RelDistance and RelDirection one of them alone.
const (
	RelOffset      Relation = "offset"      // 5 km north of X
	RelDistance    Relation = "distance"    // 5 km from X
	RelDirection   Relation = "direction"   // north of X
	RelAround      Relation = "around"      // near X, the outskirts of X
	RelBetween     Relation = "between"     // between X and Y
	RelRoad        Relation = "road"        // on the road from X to Y
	RelCountryside Relation = "countryside" // the northern countryside of X
	RelTriangle    Relation = "triangle"    // the triangle of X, Y and Z
	RelBorder      Relation = "border"      // the administrative border of X and Y
)

package sheet

import "math"

// Path is one or more lines, in units of the sheet. The zero Path is empty and
// ready. Closed parts that run around each other in opposite senses leave a
// hole between.
type Path struct{ steps []step }

type step struct {
	verb verb
	at   point // where the step leads; of a curve too
	bend point // the control point of a curve
}

type verb byte

// The verbs, as SVG writes them.
const (
	moveTo  verb = 'M'
	lineTo  verb = 'L'
	curveTo verb = 'Q'
	closeUp verb = 'Z'
)

type point struct{ x, y float64 }

// MoveTo begins a new part.
func (p *Path) MoveTo(x, y float64) { p.steps = append(p.steps, step{verb: moveTo, at: point{x, y}}) }

// LineTo adds a straight line.
func (p *Path) LineTo(x, y float64) { p.steps = append(p.steps, step{verb: lineTo, at: point{x, y}}) }

// CurveTo adds a quadratic curve bent towards (cx, cy).
func (p *Path) CurveTo(cx, cy, x, y float64) {
	p.steps = append(p.steps, step{curveTo, point{x, y}, point{cx, cy}})
}

// Close leads the part back to its beginning.
func (p *Path) Close() { p.steps = append(p.steps, step{verb: closeUp}) }

// Empty says whether there is nothing to draw.
func (p *Path) Empty() bool { return len(p.steps) == 0 }

// Moved is the path, dx to the right and dy downwards.
func (p *Path) Moved(dx, dy float64) Path {
	out := make([]step, len(p.steps))
	for i, s := range p.steps {
		out[i] = step{s.verb, point{s.at.x + dx, s.at.y + dy}, point{s.bend.x + dx, s.bend.y + dy}}
	}
	return Path{out}
}

// Join adds the parts of another path.
func (p *Path) Join(q Path) { p.steps = append(p.steps, q.steps...) }

// Rectangle is a closed rectangle with its upper left corner at (x, y).
func Rectangle(x, y, width, height float64) (p Path) {
	p.MoveTo(x, y)
	p.LineTo(x+width, y)
	p.LineTo(x+width, y+height)
	p.LineTo(x, y+height)
	p.Close()
	return p
}

// Disc is a circle around (x, y), of eight curves.
func Disc(x, y, radius float64) (p Path) {
	const part = math.Pi / 4
	far := radius / math.Cos(part/2) // of the control points
	p.MoveTo(x+radius, y)
	for i := range 8 {
		a, b := (float64(i)+0.5)*part, (float64(i)+1)*part
		p.CurveTo(x+far*math.Cos(a), y+far*math.Sin(a), x+radius*math.Cos(b), y+radius*math.Sin(b))
	}
	p.Close()
	return p
}

package picture

import (
	"errors"
	"fmt"
	"math"

	"frontline/geo"
	"frontline/timeline/front"
	"frontline/timeline/picture/sheet"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

// frame is the map's part of the sheet. Its projection keeps lengths along
// every meridian and along its middle parallel.
type frame struct {
	box
	shown    orb.Bound
	toX, toY float64 // units a degree
}

// How high a map may be for its width.
const (
	flattest = 0.6
	steepest = 1.2
)

// shape is the height of the ground in a bound for a width of 1.
func shape(b orb.Bound) float64 {
	return (b.Top() - b.Bottom()) / ((b.Right() - b.Left()) * shrink(b))
}

// shrink is how long a degree of longitude is beside one of latitude.
func shrink(b orb.Bound) float64 { return math.Cos(b.Center().Lat() * math.Pi / 180) }

// pad is how much more than what is asked for is shown at each edge, for each
// unit of its width and height.
const pad = 0.035

// Shown is the ground that the map shows: the frame asked for with a margin,
// made higher or wider as a map may be. It stays where the surroundings are
// known. A frame beyond these, or without any of the country, is an error; so is
// a country without an outline.
func (p Picture) Shown() (orb.Bound, error) {
	if len(p.Country) == 0 {
		return orb.Bound{}, errors.New("a country without an outline")
	}
	known := p.Around.Land.Bound().Union(p.Country.Bound())
	b := p.Country.Bound()
	if p.Frame != nil {
		b = *p.Frame
		if !known.Contains(b.Min) || !known.Contains(b.Max) || km2Within(b, p.Country) == 0 {
			return b, fmt.Errorf("frame %s: want one within %s that shows some of the country, which lies in %s",
				degrees(b), degrees(known), degrees(p.Country.Bound()))
		}
	}
	width, height := (b.Right()-b.Left())*(1+2*pad), (b.Top()-b.Bottom())*(1+2*pad)
	if least := 0.02; width < least || height < least {
		return b, fmt.Errorf("frame %s: want %v degrees or more each way", degrees(b), least)
	}
	width = max(width, height/(steepest*shrink(b)))
	height = max(height, width*shrink(b)*flattest)
	c := b.Center()
	return orb.Bound{
		Min: orb.Point{within(c.Lon()-width/2, known.Left(), known.Right()-width), within(c.Lat()-height/2, known.Bottom(), known.Top()-height)},
		Max: orb.Point{within(c.Lon()+width/2, known.Left()+width, known.Right()), within(c.Lat()+height/2, known.Bottom()+height, known.Top())},
	}, nil
}

func within(x, least, most float64) float64 { return max(least, min(x, most)) }

func degrees(b orb.Bound) string {
	return fmt.Sprintf("%.4g,%.4g,%.4g,%.4g", b.Left(), b.Bottom(), b.Right(), b.Top())
}

func newFrame(shown orb.Bound, at box) frame {
	return frame{box: at, shown: shown,
		toX: at.width / (shown.Right() - shown.Left()), toY: at.height / (shown.Top() - shown.Bottom())}
}

func (f frame) bottom() float64 { return f.y + f.height }

// at is where a point lies on the sheet.
func (f frame) at(p orb.Point) (x, y float64) {
	return f.x + (p.Lon()-f.shown.Left())*f.toX, f.y + (f.shown.Top()-p.Lat())*f.toY
}

// unitsPerKm is the scale of the map.
func (f frame) unitsPerKm() float64 {
	return f.toY / (geo.EarthRadiusKm * math.Pi / 180)
}

// area is the path of what the frame shows of a shape, which is not changed.
func (f frame) area(shape orb.MultiPolygon) (p sheet.Path) {
	for _, polygon := range clip.MultiPolygon(f.shown, shape.Clone()) {
		for _, ring := range polygon {
			f.trace(&p, orb.LineString(ring))
			p.Close()
		}
	}
	return p
}

// line is the path of what the frame shows of lines, which are not changed.
func (f frame) line(lines ...orb.LineString) (p sheet.Path) {
	for _, l := range lines {
		for _, part := range clip.LineString(f.shown, l.Clone()) {
			f.trace(&p, part)
		}
	}
	return p
}

// tooNear is the distance in units below which two points of a line are one.
const tooNear = 0.15

func (f frame) trace(p *sheet.Path, line orb.LineString) {
	lastX, lastY := math.Inf(1), 0.0
	for i, point := range line {
		x, y := f.at(point)
		switch {
		case i == 0:
			p.MoveTo(x, y)
		case math.Hypot(x-lastX, y-lastY) < tooNear && i < len(line)-1:
			continue
		default:
			p.LineTo(x, y)
		}
		lastX, lastY = x, y
	}
}

// seen are the areas that the frame shows some of, with how much that is.
func (f frame) seen(areas []front.Area) []front.Area {
	var out []front.Area
	for _, a := range areas {
		if a.Km2 = f.km2(a.Shape); a.Km2 > 0 {
			out = append(out, a)
		}
	}
	return out
}

// km2 is how much of a shape the frame shows, in square kilometres.
func (f frame) km2(shape orb.MultiPolygon) float64 { return km2Within(f.shown, shape) }

func km2Within(b orb.Bound, shape orb.MultiPolygon) float64 {
	return geo.AreaKm2(clip.MultiPolygon(b, shape.Clone()))
}

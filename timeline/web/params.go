package web

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"
	"frontline/timeline/fulltext"

	"github.com/paulmach/orb"
)

// maxText is the longest name that can be asked for, in bytes.
const maxText = 200

// params reads the parameters of a question. The first that is wrong is kept
// for done, so that a handler reads them all and then asks once.
type params struct {
	query url.Values
	names []string // read so far: those the question knows
	views []string // those of the view, which every question knows
	err   *paramError
}

// done is what is wrong with the parameters: one that was not read, because
// the question knows no such, or else the first that could not be understood.
func (p *params) done() error {
	names := append(slices.Clone(p.names), p.views...)
	allowed := strings.Join(names, ", ")
	var unknown []string
	for name := range p.query {
		if !slices.Contains(names, name) {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) > 0 {
		name := slices.Min(unknown)
		return &paramError{name, p.query.Get(name), allowed, "no such parameter: want " + allowed}
	}
	if p.err != nil {
		return p.err
	}
	return nil
}

func (p *params) wrong(name, value, allowed, problem string) {
	if p.err == nil {
		p.err = &paramError{name, value, allowed, problem}
	}
}

// one is the value of a parameter that may be given once, or false.
func (p *params) one(name, allowed string) (string, bool) {
	p.names = append(p.names, name)
	values := p.query[name]
	if len(values) > 1 {
		p.wrong(name, strings.Join(values, ", "), allowed, fmt.Sprintf("given %d times: want it once", len(values)))
	}
	return p.query.Get(name), len(values) == 1
}

func (p *params) unlisted(name, value, allowed string) {
	p.wrong(name, value, allowed, fmt.Sprintf("%q is not known: want one of %s", value, allowed))
}

func (p *params) missing(name, allowed string) {
	p.wrong(name, "", allowed, "missing: want "+allowed)
}

const dayForm = "YYYY-MM-DD"

// day reads the day asked about, which has to be given.
func (p *params) day() timeline.Day { return p.neededDay("day") }

func (p *params) neededDay(name string) timeline.Day {
	d := p.optionalDay(name)
	if !p.query.Has(name) {
		p.missing(name, dayForm)
	}
	return d
}

func (p *params) optionalDay(name string) timeline.Day {
	s, given := p.one(name, dayForm)
	if !given {
		return 0
	}
	d, err := timeline.ParseDay(s)
	if err != nil {
		p.wrong(name, s, dayForm, err.Error())
	}
	return d
}

// span reads the half-open span from…to; either end may be left open.
func (p *params) span() timeline.Span {
	s := timeline.Span{From: p.optionalDay("from"), To: p.optionalDay("to")}
	if s.To.Known() && s.To <= s.From {
		allowed := "a day after " + s.From.String()
		p.wrong("to", s.To.String(), allowed, fmt.Sprintf("%q is not after from: want %s", s.To, allowed))
	}
	return s
}

// view reads how the data is to be seen: as known at the end of the day
// as_known_on, without the sources of each without, and with colour as far from
// places as reach_km.
func (p *params) view() atlas.View {
	v := atlas.View{KnownAt: timeline.EndOf(p.optionalDay("as_known_on")), Without: p.query["without"],
		ReachKm: float64(p.integer("reach_km", front.MinReachKm, front.MaxReachKm, 0))}
	p.names, p.views = nil, slices.Concat(p.names, []string{"without"})
	return v
}

// asSeen are the parameters that say how the data is seen, to be asked with again.
func (p *params) asSeen() url.Values {
	out := url.Values{}
	for _, name := range p.views {
		if p.query.Has(name) {
			out[name] = p.query[name]
		}
	}
	return out
}

// bound reads the box bbox; nil where none is given.
func (p *params) bound() *orb.Bound {
	const form = "WEST,SOUTH,EAST,NORTH in degrees"
	s, given := p.one("bbox", form)
	if !given {
		return nil
	}
	b, err := geo.ParseBound(s)
	if err != nil {
		p.wrong("bbox", s, form, err.Error())
	}
	return &b
}

// point reads lon and lat, both or neither.
func (p *params) point() (orb.Point, bool) {
	lon, hasLon := p.degrees("lon", 180)
	lat, hasLat := p.degrees("lat", 90)
	if hasLon != hasLat {
		lacking := "lon"
		if hasLon {
			lacking = "lat"
		}
		p.missing(lacking, "lon and lat together")
	}
	return orb.Point{lon, lat}, hasLon && hasLat
}

func (p *params) degrees(name string, limit int) (float64, bool) {
	allowed := fmt.Sprintf("degrees, %d to %d", -limit, limit)
	s, given := p.one(name, allowed)
	if !given {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= float64(-limit) && v <= float64(limit)) {
		p.wrong(name, s, allowed, fmt.Sprintf("%q: want %s", s, allowed))
	}
	return v, true
}

// integer reads a whole number from low to high; without one, it is missing.
func (p *params) integer(name string, low, high, missing int) int {
	allowed := fmt.Sprintf("%d to %d", low, high)
	s, given := p.one(name, allowed)
	if !given {
		return missing
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < low || n > high {
		p.wrong(name, s, allowed, fmt.Sprintf("%q: want %s", s, allowed))
	}
	return n
}

// fraction reads a number from 0 to 1; without one, it is 0.
func (p *params) fraction(name string) float64 {
	const allowed = "0 to 1"
	s, given := p.one(name, allowed)
	if !given {
		return 0
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= 0 && v <= 1) {
		p.wrong(name, s, allowed, fmt.Sprintf("%q: want %s", s, allowed))
	}
	return v
}

// words reads what to look for in reports; nil where nothing is given.
func (p *params) words(name string) fulltext.Query {
	const allowed = `words, and phrases in "quotation marks"`
	s, given := p.text(name)
	if !given {
		return nil
	}
	q, err := fulltext.Parse(s)
	if err != nil {
		p.wrong(name, s, allowed, err.Error())
	}
	return q
}

// text reads words, or false where there are none.
func (p *params) text(name string) (string, bool) {
	allowed := fmt.Sprintf("1 to %d bytes of UTF-8", maxText)
	s, given := p.one(name, allowed)
	if given && (s == "" || len(s) > maxText || !utf8.ValidString(s)) {
		p.wrong(name, s, allowed, "want "+allowed)
	}
	return s, given
}

// choice reads a parameter that may be given once, as one of the allowed values;
// "" where it is left out.
func choice[T ~string](p *params, name string, allowed []T) T {
	list := joined(allowed)
	s, given := p.one(name, list)
	if given && !slices.Contains(allowed, T(s)) {
		p.unlisted(name, s, list)
	}
	return T(s)
}

// each reads a parameter that may be given several times, each time as one of
// the allowed values.
func each[T ~string](p *params, name string, allowed []T) []T {
	p.names = append(p.names, name)
	var out []T
	for _, s := range p.query[name] {
		if !slices.Contains(allowed, T(s)) {
			p.unlisted(name, s, joined(allowed))
		}
		out = append(out, T(s))
	}
	return out
}

func joined[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, s := range all {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

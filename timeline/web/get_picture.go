package web

import (
	"bytes"
	"errors"
	"io"

	"frontline/timeline/picture"
	"frontline/timeline/picture/sheet"
	"frontline/timeline/plate"
)

// maxWidth is how wide a picture can be that is asked for over HTTP, in pixels;
// usualWidth is how wide it is unasked.
const (
	maxWidth   = 2400
	usualWidth = 1200
)

// pictureFormat is how a picture is written.
type pictureFormat string

// The formats.
const (
	svg pictureFormat = "svg"
	png pictureFormat = "png"
)

// getPicture answers /api/picture?day=&lang=&width=&format=&title=&bare=&in=&bbox=:
// the map of a day as a picture, with its legend and what it rests on, or with bare=1
// the map alone. lang is ar or en, en unasked; format svg or png, svg unasked; of in
// and bbox one at most is given.
func (s *Server) getPicture(c *call) error {
	o := plate.Order{Day: c.day(), Lang: choice(c.params, "lang", []picture.Lang{picture.Arabic, picture.English})}
	o.Width = c.integer("width", picture.MinWidth, maxWidth, usualWidth)
	format := choice(c.params, "format", []pictureFormat{svg, png})
	o.Title, _ = c.text("title")
	o.Bare = choice(c.params, "bare", []string{"1"}) != ""
	o.Bound, o.Admin1 = c.bound(), c.governorate()
	if err := c.done(); err != nil {
		return err
	}
	if o.Lang == "" {
		o.Lang = picture.English
	}
	write, contentType := (*sheet.Sheet).WriteSVG, "image/svg+xml"
	if format == png {
		write, contentType = (*sheet.Sheet).WritePNG, "image/png"
	}
	body, err := s.draw(c, o, write)
	if err != nil {
		return err
	}
	return c.send(contentType, body)
}

// draw makes a picture once it is its turn: each takes a processor and a good deal of
// memory, and no more are made at once than there are processors.
func (s *Server) draw(c *call, o plate.Order, write func(*sheet.Sheet, io.Writer) error) ([]byte, error) {
	ctx := c.Request().Context()
	select {
	case s.drawing <- struct{}{}:
		defer func() { <-s.drawing }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	p, err := s.cfg.Press.Gather(c.atlas, c.places, o)
	var frame *plate.FrameError
	if errors.As(err, &frame) {
		name := "in"
		if c.query.Has("bbox") {
			name = "bbox"
		}
		return nil, &paramError{name, c.query.Get(name), "a box or a governorate that shows some of the country", frame.Error()}
	}
	if err != nil {
		return nil, err
	}
	drawn, err := picture.Draw(p)
	if err != nil {
		return nil, err
	}
	var body bytes.Buffer
	err = write(drawn, &body)
	return body.Bytes(), err
}

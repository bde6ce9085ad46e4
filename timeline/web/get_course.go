package web

import (
	"frontline/timeline/compact"
	"frontline/timeline/front"
)

// getGround answers /api/ground: the cells of all places, and the edges between
// them, in the form of package compact. It keeps its tag until other places are
// known.
func (s *Server) getGround(c *call) error {
	_, ground, err := c.course()
	if err != nil {
		return err
	}
	return c.replyAs(ground.ID, ground)
}

// getCourse answers /api/course: in which state each cell of the ground was, day by
// day.
func (s *Server) getCourse(c *call) error {
	course, ground, err := c.course()
	if err != nil {
		return err
	}
	return c.reply(compact.CourseOf(course, ground.ID))
}

func (c *call) course() (*front.Course, *compact.Ground, error) {
	if err := c.done(); err != nil {
		return nil, nil, err
	}
	course, err := c.atlas.Course()
	if err != nil {
		return nil, nil, err
	}
	ground, err := compact.GroundOf(course.Ground())
	return course, ground, err
}

package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/partition"
)

// heldPlaces are the rows of a table of places.
type heldPlaces struct {
	at      []orb.Point
	holder  []int    // of each, by its number in holders; -1 for none
	holders []string // sorted
}

// labels are the holders of the cells. Of several rows at one point the first counts.
func (h *heldPlaces) labels(p *partition.Partition) []int {
	label := make([]int, p.Cells())
	for cell := range label {
		label[cell] = h.holder[p.SiteOf(cell)]
	}
	return label
}

// readHeldPlaces reads a table of places: UTF-8 with or without a byte order mark;
// blanks around what stands in it do not count. A file that lacks a column, and a
// row whose lon or lat is no such number, are errors that name the line and the
// value.
func readHeldPlaces(name string) (*heldPlaces, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	in := csv.NewReader(unmarked(bufio.NewReaderSize(file, 1<<16)))
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: head line: %w", name, err)
	}
	for i := range head {
		head[i] = strings.TrimSpace(head[i])
	}
	var column [3]int
	for i, field := range []string{"lon", "lat", "holder"} {
		if column[i] = slices.Index(head, field); column[i] < 0 {
			return nil, fmt.Errorf("%s: no column %q among %q: want lon, lat and holder", name, field, head)
		}
	}
	out := &heldPlaces{}
	numbers := map[string]int{}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			out.sort()
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := in.FieldPos(0)
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		at, err := pointOf(row[column[0]], row[column[1]])
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, line, err)
		}
		out.add(at, row[column[2]], numbers)
	}
}

// unmarked is a text without the byte order mark that it may begin with.
func unmarked(text *bufio.Reader) io.Reader {
	const mark = "\xef\xbb\xbf"
	if begin, err := text.Peek(len(mark)); err == nil && string(begin) == mark {
		_, _ = text.Discard(len(mark)) // are at hand
	}
	return text
}

func pointOf(lon, lat string) (at orb.Point, err error) {
	if at[0], err = strconv.ParseFloat(lon, 64); err != nil {
		return at, fmt.Errorf("lon %q: want degrees, -180 to 180", lon)
	}
	if at[1], err = strconv.ParseFloat(lat, 64); err != nil {
		return at, fmt.Errorf("lat %q: want degrees, -90 to 90", lat)
	}
	return at, geo.CheckLonLat(at)
}

// add adds a row; numbers are those of the holders so far.
func (h *heldPlaces) add(at orb.Point, holder string, numbers map[string]int) {
	n := -1
	if holder != "" {
		var known bool
		if n, known = numbers[holder]; !known {
			n = len(h.holders)
			h.holders = append(h.holders, holder)
			numbers[h.holders[n]] = n
		}
	}
	h.at, h.holder = append(h.at, at), append(h.holder, n)
}

// sort puts the holders in order.
func (h *heldPlaces) sort() {
	before := slices.Clone(h.holders)
	slices.Sort(h.holders)
	for i, n := range h.holder {
		if n >= 0 {
			h.holder[i], _ = slices.BinarySearch(h.holders, before[n])
		}
	}
}

package export

import (
	"bufio"
	"encoding/json"
	"io"
)

// recordSeparator begins every record of a sequence.
const recordSeparator = 0x1e

// WriteSequence writes a dataset as a sequence of GeoJSON texts (RFC 8142), a feature
// each: a record separator (0x1E), the feature on one line, and a line feed. Readers
// can take each as it comes, and go on after one that was cut off. Where there are
// several layers, every feature has its own as the property layer. No features give
// an empty file.
func WriteSequence(w io.Writer, d Dataset) error {
	out := bufio.NewWriter(w)
	for f, err := range d.all() {
		if err != nil {
			return err
		}
		line, err := json.Marshal(f)
		if err != nil {
			return err
		}
		out.WriteByte(recordSeparator)
		if _, err := out.Write(line); err != nil {
			return err
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

package extract

import (
	_ "embed"
	"encoding/json"
)

//go:embed accuracy.json
var accuracy []byte

// Accuracy is how well texts were read when the figures of ACCURACY.md were taken last:
// a list of sets, each with the command that measures it and the figures that it
// prints, as JSON. The same run writes both, and a test holds them to what is so.
func Accuracy() json.RawMessage { return accuracy }

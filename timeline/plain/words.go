package plain

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"frontline/timeline"
)

// Words are all that the pages say of their own in one language: a file.
type Words struct {
	Lang     string   `json:"lang"`    // BCP 47
	Name     string   `json:"name"`    // of the language, in itself
	Dir      string   `json:"dir"`     // ltr or rtl
	Names    string   `json:"names"`   // which of the names of places and actors is shown: ar or en
	Picture  string   `json:"picture"` // the language of the pictures: ar or en
	Months   []string `json:"months"`
	Weekdays []string `json:"weekdays"`  // from Sunday
	Date     string   `json:"date"`      // of {day}, {month} and {year}
	DayMonth string   `json:"day_month"` // without the year
	FullDate string   `json:"full_date"` // with the {weekday}

	Text  map[string]string            `json:"text"`  // by key; {name} stands for what is told there
	Lists map[string]map[string]string `json:"lists"` // of kinds, modalities and the like, by id
}

// readWords reads every words.xx.json, by language. All of them have to have the same
// keys, and the same {names} in each text.
func readWords(files fs.FS) ([]*Words, error) {
	names, err := fs.Glob(files, "words.*.json")
	if err == nil && len(names) == 0 {
		err = errors.New("no words.en.json or the like")
	}
	if err != nil {
		return nil, err
	}
	var out []*Words
	for _, name := range names {
		w, err := readLanguage(files, name)
		if err == nil && len(out) > 0 {
			err = w.matches(out[0])
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, w)
	}
	return out, nil
}

func readLanguage(files fs.FS, name string) (*Words, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	w := new(Words)
	d := json.NewDecoder(f)
	d.DisallowUnknownFields()
	if err := d.Decode(w); err != nil {
		return nil, err
	}
	oneOf := func(field, value string, allowed ...string) error {
		if !slices.Contains(allowed, value) {
			return fmt.Errorf("%s %q: want one of %s", field, value, strings.Join(allowed, ", "))
		}
		return nil
	}
	err = errors.Join(oneOf("dir", w.Dir, "ltr", "rtl"), oneOf("names", w.Names, "ar", "en"), oneOf("picture", w.Picture, "ar", "en"),
		oneOf("lang", w.Lang, strings.TrimSuffix(strings.TrimPrefix(name, "words."), ".json")))
	if len(w.Months) != 12 || len(w.Weekdays) != 7 {
		err = errors.Join(err, fmt.Errorf("%d months and %d weekdays: want 12 and 7", len(w.Months), len(w.Weekdays)))
	}
	return w, err
}

// gap is a place in a text for something that is told there.
var gap = regexp.MustCompile(`\{[a-z0-9]+\}`)

// matches says what words have otherwise than those of another language.
func (w *Words) matches(o *Words) error {
	texts, others := w.all(), o.all()
	var err error
	for _, key := range slices.Sorted(maps.Keys(others)) {
		text, there := texts[key]
		switch have, want := slices.Sorted(slices.Values(gap.FindAllString(text, -1))), slices.Sorted(slices.Values(gap.FindAllString(others[key], -1))); {
		case !there || text == "":
			err = errors.Join(err, fmt.Errorf("%s: missing, which %s has", key, o.Lang))
		case !slices.Equal(have, want):
			err = errors.Join(err, fmt.Errorf("%s: %q tells %v: want %v, as %s does", key, text, have, want, o.Lang))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if _, there := others[key]; !there {
			err = errors.Join(err, fmt.Errorf("%s: %s has no such", key, o.Lang))
		}
	}
	return err
}

// all are all texts and words, by what they are.
func (w *Words) all() map[string]string {
	out := map[string]string{"date": w.Date, "day_month": w.DayMonth, "full_date": w.FullDate}
	for key, text := range w.Text {
		out["text "+key] = text
	}
	for list, words := range w.Lists {
		for key, word := range words {
			out[list+" "+key] = word
		}
	}
	return out
}

// T is the text of a key, with what is told in it: name, value, name, value. A key
// that is not there is an error.
func (w *Words) T(key string, told ...any) (string, error) {
	text, ok := w.Text[key]
	if !ok {
		return "", fmt.Errorf("words of %s: no text %q", w.Lang, key)
	}
	return fill(text, told...), nil
}

// say is T of a key that is known to be there.
func (w *Words) say(key string, told ...any) string { return fill(w.Text[key], told...) }

func fill(text string, told ...any) string {
	pairs := make([]string, len(told))
	for i, v := range told {
		if pairs[i] = fmt.Sprint(v); i%2 == 0 {
			pairs[i] = "{" + pairs[i] + "}"
		}
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Word is the word of a list for an id, or what a pointer to one leads to; the id
// itself, in words, where the list has none.
func (w *Words) Word(list string, id any) string {
	key := fmt.Sprint(reflect.Indirect(reflect.ValueOf(id)))
	if word, ok := w.Lists[list][key]; ok {
		return word
	}
	return strings.ReplaceAll(key, "_", " ")
}

// On is a day in words; "not known" for none.
func (w *Words) On(d timeline.Day) string { return w.dated(w.Date, d) }

// Shortly is a day without its year, where that is the year of another day.
func (w *Words) Shortly(d, beside timeline.Day) string {
	if d.Known() && d.Time().Year() == beside.Time().Year() {
		return w.dated(w.DayMonth, d)
	}
	return w.On(d)
}

// Fully is a day with its weekday.
func (w *Words) Fully(d timeline.Day) string { return w.dated(w.FullDate, d) }

func (w *Words) dated(form string, d timeline.Day) string {
	if !d.Known() {
		return w.say("not_known")
	}
	t := d.Time()
	return fill(form, "day", t.Day(), "month", w.Months[t.Month()-1], "year", t.Year(), "weekday", w.Weekdays[t.Weekday()])
}

// Number is a whole number with a comma before each three digits, as the press of
// both languages writes it.
func (w *Words) Number(x float64) string {
	digits := strconv.FormatFloat(x, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Percent is a share from 0 to 1.
func (w *Words) Percent(share float64) string {
	if share > 0 && share < 0.01 {
		return w.say("under_one")
	}
	return w.say("percent", "n", w.Number(100*share))
}

// named is a name in the language, or else in the other.
func (w *Words) named(ar, en string) string {
	if w.Names == "ar" && ar != "" || en == "" {
		return ar
	}
	return en
}

package main

import (
	"bytes"
	"fmt"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestPicture(t *testing.T) {
	db := samples(t)
	address := served(t, "serve", "--db", db)
	t.Run("like the command's", func(t *testing.T) { drawnLikeMap(t, db, address) })
	t.Run("asked for", func(t *testing.T) { pictureIsServed(t, address+"api/picture?day=2017-09-15") })
}

// The command and the API draw the same picture, to the byte.
func drawnLikeMap(t *testing.T, db, address string) {
	for _, c := range []struct{ ending, flags, query string }{
		{"svg", "--width 600", "width=600"},
		{"svg", "--lang ar --in Raqqa", "lang=ar&in=Raqqa&width=1600"},
		{"svg", "--bare --width 420", "bare=1&width=420"},
		{"svg", "--bbox 38,34,40,36", "bbox=38,34,40,36&width=1600"},
		{"svg", `--title <b>&"عنوان`, "title=%3Cb%3E%26%22%D8%B9%D9%86%D9%88%D8%A7%D9%86&width=1600"},
		{"svg", "--without sample-desert", "without=sample-desert&width=1600"},
		{"svg", "--as-known-on 2000-01-01", "as_known_on=2000-01-01&width=1600"},
		{"png", "--reach 40", "reach_km=40&format=png&width=1600"},
	} {
		path := filepath.Join(t.TempDir(), "map."+c.ending)
		output(t, append([]string{"map", "--db", db, "--on", "2017-09-15", "--out", path}, strings.Fields(c.flags)...)...)
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := get(t, address+"api/picture?day=2017-09-15&"+c.query); got != string(want) {
			t.Errorf("%s: %d bytes; %s: %d bytes, not the same", c.flags, len(want), c.query, len(got))
		}
	}
}

func pictureIsServed(t *testing.T, address string) {
	res, err := http.Get(address + "&format=png&width=300")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	img, err := png.Decode(res.Body)
	if err != nil || img.Bounds().Dx() != 300 || res.Header.Get("Content-Type") != "image/png" || res.Header.Get("ETag") == "" {
		t.Errorf("%v, headers %v: want a PNG 300 pixels wide, with a tag", err, res.Header)
	}
	req, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, address+"&format=png&width=300", nil)
	req.Header.Set("If-None-Match", res.Header.Get("ETag"))
	if again, err := http.DefaultClient.Do(req); err != nil || again.StatusCode != http.StatusNotModified {
		t.Errorf("%v, %v: want it not sent again", again, err)
	} else {
		again.Body.Close()
	}
	for query, words := range map[string][]string{
		"&width=2401":           {`"parameter":"width"`, "300 to 2400"},
		"&width=299":            {`"parameter":"width"`},
		"&format=pdf":           {`"parameter":"format"`, "svg, png"},
		"&lang=fr":              {`"parameter":"lang"`, "ar, en"},
		"&bbox=0,0,1,1":         {`"parameter":"bbox"`, "0,0,1,1"},
		"&in=Homs&bbox=1,2,3,4": {`"parameter":"bbox"`, "beside a governorate"},
		"&in=Atlantis":          {`"parameter":"in"`, "Atlantis"},
		"&day=2017-09-16":       {`"parameter":"day"`},
		"&without=nobody":       {`"parameter":"without"`},
		"&within=%7B%7D":        {`"parameter":"within"`, "no such parameter"},
		"&title=":               {`"parameter":"title"`},
	} {
		status, body := fetch(t, address+query)
		for _, w := range words {
			if status != http.StatusBadRequest || !strings.Contains(body, w) {
				t.Errorf("%s: %d %s: want 400 with %q", query, status, body, w)
			}
		}
	}
}

// Many who ask at once all get their picture.
func TestPicturesForManyAtOnce(t *testing.T) {
	address := served(t, "serve", "--db", twoReportsStored(t)) + "api/picture?width=300&day=2017-08-1"
	var all sync.WaitGroup
	bodies := make([]string, 12)
	for i := range bodies {
		all.Go(func() { bodies[i] = get(t, address+fmt.Sprint(i%6)) })
	}
	all.Wait()
	for i := range 6 {
		if !bytes.HasPrefix([]byte(bodies[i]), []byte("<svg")) || bodies[i] != bodies[i+6] {
			t.Errorf("picture %d: %.40q and %.40q", i, bodies[i], bodies[i+6])
		}
	}
}

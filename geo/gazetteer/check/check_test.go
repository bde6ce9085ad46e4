package check_test

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/check"
)

// load makes a gazetteer of rows with the columns id, name_ar, name_en, alt_ar,
// alt_en, kind, lat, lon, admin1, parted by commas and spaces.
func load(t *testing.T, rows ...string) *gazetteer.Gazetteer {
	t.Helper()
	lines := []string{"id\tname_ar\tname_en\talt_ar\talt_en\tkind\tlat\tlon\tadmin1\tadmin2\tpopulation\tgeonames_id\tpcode\tprecision\tsources"}
	for _, r := range rows {
		lines = append(lines, strings.Join(append(strings.Split(r, ", "), "", "", "", "", "exact", "made up"), "\t"))
	}
	return loaded(t, strings.NewReader(strings.Join(lines, "\n")+"\n"))
}

// shipped is the table that ships.
func shipped(t *testing.T) *gazetteer.Gazetteer {
	t.Helper()
	f, err := os.Open("../../../data/gazetteer/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return loaded(t, f)
}

func loaded(t *testing.T, table io.Reader) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Load(table)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func box(west, south, east, north float64) orb.MultiPolygon {
	return orb.MultiPolygon{orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}.ToPolygon()}
}

func TestCheck(t *testing.T) {
	g := load(t,
		"west, محافظة الغرب, West Governorate, الغرب, West, governorate, 34.50, 36.50, West",
		"east, محافظة الشرق, East Governorate, الشرق, East, governorate, 34.50, 38.50, East",
		"fine, القرية, Qarya, , , village, 34.40, 36.40, West",
		"turned, المقلوبة, Maqluba, , , village, 36.40, 34.40, West",
		"nowhere, المجهولة, Majhula, , , village, 0, 0, West",
		"abroad, البعيدة, Baida, , , village, 36.90, 36.40, West",
		"strayed, الضائعة, Daia, , , village, 34.40, 38.40, West",
		"border, الحدود, Hudud, , , village, 34.60, 37.01, West",
		"twin, التوأم, Tawam, , , village, 34.20, 36.20, West",
		"twin-again, توأم, Tawam, , , village, 34.201, 36.201, West",
		"one, الصالحية, Salihiya, , , village, 34.10, 36.10, West",
		"other, الصالحيه, Salihiyeh, , , village, 34.30, 36.30, West",
		"third, الصالحية, Salihiya, , , village, 34.30, 38.30, East",
		"foreign, الموصل, Mosul, , , city, 36.34, 43.13, Ninawa")
	areas := gazetteer.Additions{Areas: []gazetteer.Area{
		{Level: 1, PCode: "W", NameEn: "West", Outline: box(36, 34, 37, 35)},
		{Level: 1, PCode: "E", NameAr: "الشرق", Outline: box(37, 34, 39, 35)},
	}}
	got := func(areas gazetteer.Additions) string {
		var out []string
		for _, f := range check.Check(g.With(areas), box(36, 34, 39, 35)) {
			line := string(f.Problem)
			for _, p := range f.Places {
				line += " " + p.ID
			}
			out = append(out, line)
		}
		return strings.Join(out, "\n")
	}
	want := "swapped turned\nnowhere nowhere\nabroad abroad\narea strayed\nduplicate twin twin-again\nhomonyms one other"
	if got(areas) != want {
		t.Errorf("%s\nwant\n%s", got(areas), want)
	}
	if want = strings.Replace(want, "area strayed\n", "", 1); got(gazetteer.Additions{}) != want {
		t.Errorf("without areas\n%s\nwant\n%s", got(gazetteer.Additions{}), want)
	}
	for _, f := range check.Check(g.With(areas), box(36, 34, 39, 35)) {
		if f.Problem == check.WrongArea && f.What != "said to lie in West: is in East" {
			t.Errorf("%q", f.What)
		}
	}
}

// The table that ships has nothing wrong that can be told without polygons.
func TestShippedPlacesPassTheCheck(t *testing.T) {
	if found := check.Check(shipped(t), box(35.5, 32.2, 42.5, 37.4)); slices.ContainsFunc(found, func(f check.Finding) bool {
		return f.Problem != check.Homonyms
	}) {
		t.Error(fmt.Sprint(found[:min(5, len(found))]))
	}
}

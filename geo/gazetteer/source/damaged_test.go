package source_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"iter"
	"os"
	"strings"
	"testing"

	"frontline/geo/gazetteer/source"
)

// outcome reads a file to its end: how many items it gave, and the error of
// opening or reading.
func outcome(path string, o source.Options) (int, source.Summary, error) {
	in, err := source.Open(path, o)
	if err != nil {
		return 0, source.Summary{}, err
	}
	defer in.Close()
	n := 0
	switch in.Content() {
	case source.Records:
		n, err = drained(in.Records())
	case source.Alternates:
		n, err = drained(in.Alternates())
	case source.Outlines:
		n, err = drained(in.Areas())
	}
	return n, in.Summary(), err
}

func drained[T any](items iter.Seq2[T, error]) (n int, err error) {
	for _, err := range items {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// says fails where an error is missing, or does not say all of these.
func says(t *testing.T, err error, want ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error: want one that says %q", want)
		return
	}
	for _, s := range want {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("%q does not say %q", err, s)
		}
	}
}

func sample(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

const tableHead = "id,name_ar,name_en,lat,lon\n"

// good are n sound rows of a table.
func good(n int) string { return strings.Repeat("1,السخنة,Sukhnah,34.88,38.87\n", n) }

// A bad row is counted and told of, and those around it are read.
func TestBadRowsDoNotStopTheStream(t *testing.T) {
	for _, c := range []struct {
		name, row string
		line      int
		says      []string
	}{
		{"no number", "2,الكوم,Kawm,north,38.9\n", 12, []string{`lat "north"`, "decimal degrees"}},
		{"comma in a number", "2,الكوم,Kawm,\"35,2\",38.9\n", 12, []string{`lat "35,2"`, "decimal degrees"}},
		{"half a position", "2,الكوم,Kawm,35.2,\n", 12, []string{`lon ""`, "decimal degrees"}},
		{"off the globe", "2,الكوم,Kawm,135.2,38.9\n", 12, []string{"latitude 135.2", "-90 to 90"}},
		{"metres", "2,الكوم,Kawm,3895000,4330000\n", 12, []string{"longitude", "degrees"}},
		{"not a number", "2,الكوم,Kawm,NaN,38.9\n", 12, []string{`lat "NaN"`}},
		{"null island", "2,الكوم,Kawm,0,0.0\n", 12, []string{"position 0, 0"}},
		{"short", "2,الكوم,35.2\n", 12, []string{"3 columns", "want 5"}},
		{"long", "2,الكوم,Kawm,35.2,38.9,,\n", 12, []string{"7 columns", "want 5"}},
		{"blank", "  \n", 12, []string{"1 columns", "want 5"}},
		{"a quote inside", "2,الكوم \"القديمة\",Kawm,35.2,38.9\n", 12, []string{"bare", "quotes doubled"}},
		{"not UTF-8", "2,\xc7\xe1\xdf\xe6\xe3,Kawm,35.2,38.9\n", 12, []string{"not UTF-8"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, s, err := outcome(written(t, "t.csv", tableHead+good(10)+c.row+good(10)), source.Options{})
			if err != nil || n != 20 || s.Bad != 1 || s.Rows != 21 || len(s.Faults) != 1 {
				t.Fatalf("%v, %d records, %+v: want 20 and one bad row", err, n, s)
			}
			if s.Faults[0].Line != c.line {
				t.Errorf("line %d: want %d", s.Faults[0].Line, c.line)
			}
			says(t, s.Faults[0], c.says...)
		})
	}
}

// What is sound and yet no record is left out, and is no damage however much
// of it there is.
func TestSoundRowsAreLeftOutWithoutDamage(t *testing.T) {
	rows := strings.Repeat("2,,,35.2,38.9\n", 50) + strings.Repeat("3,الكوم,Kawm,,\n", 30)
	n, s, err := outcome(written(t, "t.csv", tableHead+good(2)+rows), source.Options{})
	if err != nil || n != 2 || s.Bad != 0 {
		t.Fatalf("%v, %d records, %+v: want 2 and no bad row", err, n, s)
	}
	if got := strings.Join(leftOut(s), ", "); got != "50 no name, 30 no position" || s.LeftOut[1].Line != 54 {
		t.Errorf("%s, %+v", got, s.LeftOut)
	}
}

func TestFilesDamagedAsAWholeAreErrors(t *testing.T) {
	bad, dump := "2,الكوم,Kawm,north,38.9\n", sample(t, "geonames.txt")
	osm := sample(t, "osm.geojson")
	own := sample(t, "../../../../data/gazetteer/places.tsv")
	for _, c := range []struct {
		name, text string
		says       []string
	}{
		{"empty", "", []string{"is empty"}},
		{"blank", " \r\n\n", []string{"is empty"}},
		{"a page", "\n<!DOCTYPE html><html><body>404</body></html>", []string{"HTML", "server"}},
		{"an error of a store", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", []string{"XML"}},
		{"binary", "\x7fELF\x00\x00\x00", []string{"binary"}},
		{"UTF-16", "\xff\xfei\x00d\x00", []string{"UTF-16", "want UTF-8"}},
		{"prose", "Syria's towns are many.\nThis is no table.\n", []string{"kind cannot be told", "geonames", "frontline"}},
		{"a head line alone", tableHead, []string{"no rows"}},
		{"more than a tenth bad", tableHead + good(17) + bad + bad, []string{"2 of 19 rows", "more than a tenth", "line 19", `"north"`}},
		{"all bad", tableHead + bad, []string{"none of 1 rows", `"north"`}},
		{"all without a name", tableHead + "2,,,35.2,38.9\n", []string{"none of 1 rows", "no name (1 rows, first line 2)"}},
		{"a table cut off", tableHead + good(30) + "2,الكو", []string{"line 32", "cut off"}},
		{"a quote left open", tableHead + good(30) + "2,\"الكوم,Kawm,35.2,38.9\n" + good(2), []string{"line 32", "quote is left open"}},
		{"a quote that swallows rows", tableHead + good(30) + "2,\"الكوم,Kawm,35.2,38.9\n" + good(9) + "3,\"\n" + good(30), []string{"11 of 71 rows", "line 32"}},
		{"a quote that swallows a megabyte", tableHead + good(9) + "2,\"الكوم,Kawm,35.2,38.9\n" + good(40_000), []string{"line 11", "too long", "quote"}},
		{"a dump cut off", dump[:len(dump)-40], []string{"line 9", "cut off"}},
		{"a dump cut off in its last column", dump[:len(dump)-3], []string{"line 9", "cut off"}},
		{"a dump of other columns", strings.ReplaceAll(dump, "\tP\t", "\t"), []string{"more than a tenth", "18 columns: want 19"}},
		{"a dump with a line without end", dump + strings.Repeat("x", 2<<20), []string{"line 10", "longer than"}},
		{"alternates of other columns", sample(t, "alternateNamesV2.txt") + "1\t2\tar\tاسم\n1\t2\tar\tاسم\n", []string{"4 columns: want 10"}},
		{"JSON cut off", osm[:len(osm)-9], []string{"damaged or cut off"}},
		{"JSON cut off between features", osm[:strings.LastIndex(osm, ",\n  {")], []string{"damaged or cut off"}},
		{"two collections", osm + osm, []string{"more behind the end"}},
		{"JSON of something else", `{"error": "no such layer"}`, []string{"holds no features"}},
		{"a list", `[1, 2]`, []string{"FeatureCollection"}},
		{"a collection of nothing", `{"type": "FeatureCollection", "features": []}`, []string{"holds no features"}},
		{"metres, as its crs says", strings.Replace(osm, `"type"`, `"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32637"}}, "type"`, 1),
			[]string{"32637", "want degrees"}},
		{"the own table cut off", own[:len(own)-40], []string{"cut off"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := written(t, "file", c.text)
			_, _, err := outcome(path, source.Options{})
			says(t, err, append(c.says, path)...)
		})
	}
}

func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// However a file is packed and its lines end, it gives the same.
func TestPackedFilesGiveWhatTheyHold(t *testing.T) {
	dump, ocha, osm := sample(t, "geonames.txt"), sample(t, "ocha_2018.csv"), sample(t, "osm.geojson")
	var pretty, lines strings.Builder
	for _, f := range []string{`{"type":"Feature","id":1,"properties":{"name":"السخنة"},"geometry":{"type":"Point","coordinates":[38.87,34.88]}}`,
		`{"type":"Feature","id":2,"properties":{"name":"الكوم"},"geometry":{"type":"Point","coordinates":[38.9,35.2]}}`} {
		pretty.WriteString("\x1e" + f + "\n")
		lines.WriteString(f + "\r\n")
	}
	for _, c := range []struct {
		name, file, text string
		want             int
	}{
		{"GeoNames' zip", "SY.zip", zipped(t, "readme.txt", "Readme for GeoNames", "SY.txt", dump), 7},
		{"a zip under another name", "download", zipped(t, "readme.txt", "Readme for GeoNames", "SY.txt", dump), 7},
		{"alternates with their languages", "alternateNamesV2.zip", zipped(t, "iso-languagecodes.txt", "ISO 639-3\tISO 639-2\n", "alternateNamesV2.txt", sample(t, "alternateNamesV2.txt")), 4},
		{"a zip made on a Mac", "a.zip", zipped(t, "__MACOSX/._a.geojson", "\x00", "a.geojson", osm), 2},
		{"gzip", "SY.txt.gz", gzipped(t, dump), 7},
		{"gzip under another name", "SY.txt", gzipped(t, dump), 7},
		{"Windows lines", "SY.txt", strings.ReplaceAll(dump, "\n", "\r\n"), 7},
		{"no end of the last line", "SY.txt", strings.TrimSuffix(dump, "\n"), 7},
		{"byte order mark", "SY.txt", "\ufeff" + dump, 7},
		{"Windows CSV", "t.csv", "\ufeff" + strings.ReplaceAll(ocha, "\n", "\r\n"), 2},
		{"mark in JSON", "t", "\ufeff" + osm, 2},
		{"empty lines", "t.tsv", "\n" + dump + "\n\r\n", 7},
		{"features one a line", "t.geojsonl", lines.String(), 2},
		{"features with record separators", "t.geojsons", pretty.String(), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, s, err := outcome(written(t, c.file, c.text), source.Options{})
			if err != nil || n != c.want || s.Bad != 0 {
				t.Errorf("%v, %d, %+v: want %d and nothing bad", err, n, s, c.want)
			}
		})
	}
}

func TestDamagedPacksAreErrors(t *testing.T) {
	dump := strings.Repeat(sample(t, "geonames.txt"), 200)
	z, g := zipped(t, "SY.txt", dump), gzipped(t, dump)
	flipped := []byte(z)
	flipped[len(flipped)/2] ^= 0xff
	for _, c := range []struct {
		name, text string
		says       []string
	}{
		{"a zip cut off", z[:len(z)/2], []string{"zip", "cut off"}},
		{"a zip with a wrong byte", string(flipped), []string{""}},
		{"an empty zip", zipped(t), []string{"holds no table"}},
		{"a zip of a picture", zipped(t, "map.png", "x"), []string{"no table", "map.png"}},
		{"a zip of several tables", zipped(t, "a.csv", "x", "b.csv", "x"), []string{"several tables", "a.csv", "b.csv"}},
		{"a workbook", zipped(t, "xl/workbook.xml", "x"), []string{"workbook", "CSV"}},
		{"gzip cut off", g[:len(g)/2], []string{"unexpected EOF"}},
		{"gzip cut off in its head", g[:4], []string{"gzip"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := written(t, "file", c.text)
			_, _, err := outcome(path, source.Options{})
			says(t, err, append(c.says, path)...)
		})
	}
}

func TestWrongOptionsAreErrors(t *testing.T) {
	four := 4
	for _, c := range []struct {
		name, file string
		o          source.Options
		says       []string
	}{
		{"no such kind", "geonames.txt", source.Options{Kind: "shapefile"}, []string{`"shapefile"`, "geonames", "areas"}},
		{"no such country", "geonames.txt", source.Options{Countries: []string{"Syria"}}, []string{`"Syria"`, "ISO 3166"}},
		{"no such field", "sites.csv", source.Options{Fields: map[string]string{"name_fr": "x"}}, []string{`"name_fr"`, "name_ar"}},
		{"no such column", "sites.csv", source.Options{Fields: map[string]string{"name_ar": "NAME_A"}}, []string{"name_ar", `"NAME_A"`, "الاسم"}},
		{"no such property", "osm.geojson", source.Options{Fields: map[string]string{"name_ar": "NAME_A"}}, []string{"name_ar", `"NAME_A"`, "aeroway"}},
		{"fields of fixed columns", "geonames.txt", source.Options{Fields: map[string]string{"name_ar": "x"}}, []string{"geonames", "fixed"}},
		{"no such level", "areas_2021.geojson", source.Options{Level: &four}, []string{"level 4", "0 to 3"}},
		{"a source in two lines", "geonames.txt", source.Options{Source: "a\nb"}, []string{`"a\nb"`}},
		{"another kind of table", "sites.csv", source.Options{Kind: source.GeoNames}, []string{"6 columns", "want the 19"}},
		{"a table for GeoJSON", "sites.csv", source.Options{Kind: source.GeoJSON}, []string{"is a table"}},
		{"GeoJSON for a table", "osm.geojson", source.Options{Kind: source.Table}, []string{"is GeoJSON"}},
		{"a dump for the own table", "geonames.txt", source.Options{Kind: source.Frontline}, []string{"line 1", "name_ar"}},
		{"no p-codes", "sites.csv", source.Options{Kind: source.OCHA}, []string{"p-codes", "pcode=COLUMN"}},
		{"a latitude that is none", "sites.csv", source.Options{Fields: map[string]string{"lat": ""}}, []string{"latitudes", "lat=COLUMN"}},
		{"no country is said", "sites.csv", source.Options{Countries: []string{"SY"}}, []string{"no country is said (2 rows"}},
		{"nothing in the country", "ocha_2018.csv", source.Options{Countries: []string{"IQ"}}, []string{"another country (2 rows"}},
		{"a folder", ".", source.Options{}, []string{"no file"}},
		{"nothing", "nothing.csv", source.Options{}, []string{"no such file"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := outcome("testdata/"+c.file, c.o)
			says(t, err, append(c.says, c.file)...)
		})
	}
}

func TestOnlyWhatAFileHoldsIsGiven(t *testing.T) {
	in := open(t, "geonames.txt", source.Options{})
	for _, err := range in.Areas() {
		says(t, err, "geonames.txt", "holds records")
		return
	}
	t.Error("no error")
}

func TestALeftStreamCanBeClosed(t *testing.T) {
	in := open(t, "geonames.txt", source.Options{})
	for _, err := range in.Records() {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	if s := in.Summary(); s.Given != 1 || s.Rows != 1 {
		t.Errorf("%+v: want one row", s)
	}
	if err := in.Close(); err != nil {
		t.Error(err)
	}
}

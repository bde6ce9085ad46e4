package source_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/source"
)

// open opens a sample, or any other file by its path.
func open(t testing.TB, path string, o source.Options) *source.Input {
	t.Helper()
	if !strings.Contains(path, "/") {
		path = filepath.Join("testdata", path)
	}
	in, err := source.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close() })
	return in
}

// written is a file of a name and text.
func written(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func records(t testing.TB, in *source.Input) []gazetteer.Record {
	t.Helper()
	var out []gazetteer.Record
	for r, err := range in.Records() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// told is a record in a line: where it is from, its names, kind, point and
// units.
func told(r gazetteer.Record) string {
	out := fmt.Sprintf("%s %s: %s (%s), %s %s at %v,%v", r.Source, r.Key, r.NameAr, r.NameEn, r.Precision, r.Kind, r.At.Lon(), r.At.Lat())
	for _, s := range []string{r.Admin1, r.Admin2} {
		if s != "" {
			out += ", in " + s
		}
	}
	if alternates := slices.Concat(r.AltAr, r.AltEn); len(alternates) > 0 {
		out += "; also " + strings.Join(alternates, ", ")
	}
	if r.Population > 0 {
		out += fmt.Sprintf("; %d people", r.Population)
	}
	if r.PCode != "" {
		out += "; p-code " + r.PCode
	}
	return out
}

func allTold(list []gazetteer.Record) []string {
	var out []string
	for _, r := range list {
		out = append(out, told(r))
	}
	return out
}

// leftOut is a summary's list in lines.
func leftOut(s source.Summary) []string {
	var out []string
	for _, l := range s.LeftOut {
		out = append(out, fmt.Sprintf("%d %s", l.Rows, l.Why))
	}
	return out
}

func TestEachFormatIsRecognisedAndRead(t *testing.T) {
	sokhneh := "ocha C2923: السخنة (Sokhneh), exact village at 38.87301,34.88718, in Homs"
	for _, c := range []struct {
		file    string
		kind    source.Kind
		records []string
		leftOut []string
	}{
		{"geonames.txt", source.GeoNames, []string{
			"geonames 170062: محافظة حلب (Aleppo Governorate), area governorate at 37.66667,36, in SY.09; also حلب, Halab, Muhafazat Halab; 4744000 people",
			"geonames 168325: خان شيخون (Khān Shaykhūn), approximate town at 36.65095,35.44208, in SY.12; also Khan Shaykhun, Khan Cheikhoun; 48975 people",
			"geonames 162627: يبرود (Yabrūd), approximate village at 36.65741,33.96736, in SY.08; also یبرود, Yabrud, Jebrud, Yabroud; 40502 people",
			"geonames 2960: عين حلاقيم (‘Ayn Ḩalāqīm), approximate town at 36.32212,34.93998, in SY.10; also `Ayn Halaqim, Ain HalaqIm",
			"geonames 99069: الموصل (Mosul), approximate city at 43.11889,36.335, in IQ.15; also Al Mawsil; 1739800 people",
			"geonames 9000001: جبل الشاعر (Jabal ash Shā‘ir), area mountain at 37.62,34.86, in SY.11; also Jabal ash Sha`ir",
			"geonames 9000004: القرية الجديدة (Qaryat al Jadīdah), approximate PPLNEW at 37.17,36.22; also Qaryat al Jadidah",
		}, []string{"1 kind KSK", "1 kind SCH"}},
		{"ocha_2012.csv", source.OCHA, []string{
			"ocha C4007: خان شيخون (Khan Shaykun), exact village at 36.65018,35.44133, in Idleb, in Al Ma'ra; p-code C4007",
		}, []string{"1 no name"}},
		{"ocha_2018.csv", source.OCHA, []string{
			sokhneh + ", in Tadmor; p-code C2923",
			"ocha C2912: أرك (Arak), exact village at 38.57,34.65, in Homs, in Tadmor; p-code C2912",
		}, nil},
		{"ocha_2021.csv", source.OCHA, []string{sokhneh + ", in Tadmor; p-code C2923"}, nil},
		{"ocha_2025.geojson", source.OCHA, []string{sokhneh + "; p-code C2923"}, nil},
		{"osm.geojson", source.GeoJSON, []string{
			"osm node/27565055: السخنة (Al-Sukhnah), approximate town at 38.866,34.8853; also Sukhnah, As Sukhnah, Sixna; 16173 people",
			"osm way/4: مطار تدمر (), approximate airbase at 38.31,34.56",
		}, []string{"1 geometry LineString", "1 kind school", "1 no name"}},
		{"sites.csv", source.Table, []string{
			"sites Tal Umm Khasm@34.7500,38.7200: تل أم خشم (Tal Umm Khasm), approximate hill at 38.72,34.75, in حمص; also تلة أم خشم",
			`sites سد "البعث"@35.8852,38.7472: سد "البعث" (), approximate dam at 38.7472,35.8852, in الرقة`,
		}, nil},
	} {
		t.Run(c.file, func(t *testing.T) {
			in := open(t, c.file, source.Options{})
			if in.Kind() != c.kind || in.Content() != source.Records {
				t.Errorf("recognised as %s of %s: want records of %s", in.Content(), in.Kind(), c.kind)
			}
			if diff := cmp.Diff(c.records, allTold(records(t, in))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			s := in.Summary()
			if diff := cmp.Diff(c.leftOut, leftOut(s)); diff != "" {
				t.Errorf("left out: -want +got\n%s", diff)
			}
			if s.Given != len(c.records) || s.Bad != 0 || s.Rows != s.Given+len(c.leftOut) {
				t.Errorf("%+v: want %d records, no bad rows", s, len(c.records))
			}
		})
	}
}

func TestTheProjectsOwnTableIsRead(t *testing.T) {
	in := open(t, "../../../data/gazetteer/places.tsv", source.Options{})
	got := records(t, in)
	f, err := os.Open("../../../data/gazetteer/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	g, err := gazetteer.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	if in.Kind() != source.Frontline || len(got) != g.Len() {
		t.Fatalf("%s, %d records: want frontline, %d", in.Kind(), len(got), g.Len())
	}
	for _, r := range got {
		if p, ok := g.Get(r.ID); !ok || p != r.Place || r.Key != r.ID || r.Source != "frontline" {
			t.Fatalf("%+v: want %+v", r, p)
		}
	}
}

func TestAlternatesKeepLanguageAndFlags(t *testing.T) {
	in := open(t, "alternateNamesV2.txt", source.Options{})
	if in.Kind() != source.GeoNames || in.Content() != source.Alternates {
		t.Fatalf("recognised as %s of %s", in.Content(), in.Kind())
	}
	var got []gazetteer.Alternate
	for a, err := range in.Alternates() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, a)
	}
	want := []gazetteer.Alternate{
		{Source: "geonames", Key: "168325", Name: "خان شيخون", Language: "ar", Preferred: true},
		{Source: "geonames", Key: "168325", Name: "Khan Shaykhun", Language: "en", Short: true},
		{Source: "geonames", Key: "162627", Name: "Jebrud", Colloquial: true, Historic: true},
		{Source: "geonames", Key: "162627", Name: "یەبرود", Language: "ckb"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	wantLeft := []string{"1 no language but link", "1 no language but post", "1 no language but wkdt", "1 no name in Arabic or Latin letters"}
	if diff := cmp.Diff(wantLeft, leftOut(in.Summary())); diff != "" {
		t.Errorf("left out: -want +got\n%s", diff)
	}
}

// Codes in Admin1 can be looked up when the stream has ended, also those of
// units outside the box.
func TestUnitsAreWhatTheFileSaysOfThem(t *testing.T) {
	box := orb.Bound{Min: orb.Point{36, 34}, Max: orb.Point{37, 35.5}}
	for _, c := range []struct {
		file, by string
		want     source.Unit
		records  int
	}{
		{"geonames.txt", "SY.09", source.Unit{Code: "SY.09", NameAr: "محافظة حلب", NameEn: "Aleppo Governorate"}, 2},
		{"ocha_2012.csv", "Idleb", source.Unit{Code: "SY07", NameAr: "إدلب", NameEn: "Idleb"}, 1},
	} {
		in := open(t, c.file, source.Options{Within: &box})
		if got := records(t, in); len(got) != c.records {
			t.Errorf("%s: %q: want %d in the box", c.file, allTold(got), c.records)
		}
		if got := in.Summary().Admin1[c.by]; got != c.want {
			t.Errorf("%s: %s is %+v: want %+v", c.file, c.by, got, c.want)
		}
	}
}

func TestCountriesAreChosen(t *testing.T) {
	for _, c := range []struct {
		file      string
		countries []string
		want      int
	}{
		{"geonames.txt", []string{"SY"}, 6},
		{"geonames.txt", []string{"IRQ"}, 1},
		{"geonames.txt", []string{"LB"}, 1}, // also said to be there
		{"geonames.txt", []string{"sy", "iq"}, 7},
		{"ocha_2012.csv", []string{"SY"}, 1}, // by the p-code of its governorate
		{"ocha_2018.csv", []string{"SYR"}, 2},
	} {
		in := open(t, c.file, source.Options{Countries: c.countries})
		if got := records(t, in); len(got) != c.want {
			t.Errorf("%s in %v: %q: want %d", c.file, c.countries, allTold(got), c.want)
		}
	}
}

// The p-codes of some countries have more than its code before the digits.
func TestCountriesByPCodes(t *testing.T) {
	path := written(t, "t.csv", "NAME_EN,PCODE,ADM1_PCODE,LAT,LON\nMosul,C1,IQG15,36.3,43.1\nArak,C2,SY04,34.6,38.6\nAleppo,C3,SYR-2,36.2,37.1\nNowhere,C4,?,36,37\n")
	for country, want := range map[string]int{"IQ": 1, "SY": 2} {
		in := open(t, path, source.Options{Countries: []string{country}})
		if got := records(t, in); len(got) != want {
			t.Errorf("%s: %q: want %d", country, allTold(got), want)
		}
	}
}

func TestFieldsAreMappedAndGuessed(t *testing.T) {
	path := written(t, "survey.tsv", "gov\tNAME_A\tNAME_L\tclass\tosm_id\tY\tX\tname\n"+
		"Homs\tالسخنة\tAl-Sukhnah\tbarracks\t7\t34.88\t38.87\tsurveyed twice\n")
	in := open(t, path, source.Options{Source: "survey 2017",
		Fields: map[string]string{"name_ar": "NAME_A", "name_en": "NAME_L", "admin1": "gov", "name": ""}})
	want := []string{"survey 2017 7: السخنة (Al-Sukhnah), approximate base at 38.87,34.88, in Homs"}
	if diff := cmp.Diff(want, allTold(records(t, in))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	columns := []source.Column{{Field: "id", Name: "osm_id", Guessed: true}, {Field: "name_ar", Name: "NAME_A"}, {Field: "name_en", Name: "NAME_L"},
		{Field: "kind", Name: "class", Guessed: true}, {Field: "lat", Name: "Y", Guessed: true}, {Field: "lon", Name: "X", Guessed: true}, {Field: "admin1", Name: "gov"}}
	if diff := cmp.Diff(columns, in.Summary().Columns); diff != "" {
		t.Errorf("columns: -want +got\n%s", diff)
	}
}

// What others say beside names and positions is taken where it can be
// understood, and loses no place where it cannot.
func TestOddValuesLoseNoPlace(t *testing.T) {
	path := written(t, "t.csv", "name,lat,lon,population,precision\n"+
		"Arak,34.65,38.57,\"1,234\",exact\nKawm,35.2,38.9,about 900,2\nTaybah,35.05,38.93,-99,\nHayl,34.9,38.5,2000.0,\n")
	in := open(t, path, source.Options{})
	var got []string
	for _, r := range records(t, in) {
		got = append(got, fmt.Sprint(r.NameEn, " ", r.Population, " ", r.Precision))
	}
	if diff := cmp.Diff([]string{"Arak 1234 exact", "Kawm 0 approximate", "Taybah 0 approximate", "Hayl 2000 approximate"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	_, _, err := outcome(path, source.Options{Fields: map[string]string{"precision": "precision"}})
	if err != nil {
		t.Errorf("%v: want one bad row to be borne", err)
	}
}

func TestFeaturesWithoutGeometryGoByTheirProperties(t *testing.T) {
	in := open(t, written(t, "t.json", `{"type":"Feature","properties":{"name":"Arak","lat":34.65,"lon":"38.57"},"geometry":null}
{"type":"Feature","properties":{"name":"Kawm"},"geometry":null}
{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[38,35,410]}}
{"type":"Feature","properties":{"name":["Taybah","الطيبة"],"id":7},"geometry":{"type":"Point","coordinates":[38.93,35.05,410]}}`), source.Options{})
	want := []string{"t Arak@34.6500,38.5700:  (Arak), approximate  at 38.57,34.65", "t 7: الطيبة (Taybah), approximate  at 38.93,35.05"}
	if diff := cmp.Diff(want, allTold(records(t, in))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A table put together from several sources has their codes for its ids.
func TestIdsOfATableAreTheCodesOfItsSources(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mixed.tsv")
	rows := "source\tsource_id\tname_en\tlat\tlon\nocha_adm4\tC2923\tSokhneh\t34.88\t38.87\nwof\twof:12;gn:2960\tAyn\t34.9\t36.3\n" +
		"geonames_cities\t99069\tMosul\t36.3\t43.1\nmarks\tC17\tHill\t35\t38\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := source.Open(path, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var got []string
	for r, err := range in.Records() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, r.Key+" "+r.PCode+"/"+r.GeoNames)
	}
	want := []string{"C2923 C2923/", "wof:12;gn:2960 /2960", "99069 /99069", "C17 /"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

package baseline

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The fields of a list. A place goes by its id, its name, its position, or
// several of these.
const (
	fieldPlace       = "place"       // its name, an id or a p-code
	fieldID          = "id"          // of the gazetteer, a p-code or an id of GeoNames
	fieldLon         = "lon"         // degrees, WGS84
	fieldLat         = "lat"         // degrees, WGS84
	fieldGovernorate = "governorate" // that it lies in
	fieldHolder      = "holder"      // id or name of an actor, or of several
	fieldOthers      = "others"      // those of actors who are there too
	fieldDay         = "day"         // YYYY-MM-DD, of which the row speaks
)

// Fields are what Options.Columns can map.
func Fields() []string {
	return []string{fieldPlace, fieldID, fieldLon, fieldLat, fieldGovernorate, fieldHolder, fieldOthers, fieldDay}
}

// columnNames are the columns that a field goes by, as key writes them, best
// first.
var columnNames = map[string][]string{
	fieldPlace: {"place", "placename", "namear", "nameen", "name", "locality", "settlement", "village", "town", "city", "community", "location",
		"toponym", "المكان", "الاسم", "اسمالمكان", "البلدة", "القرية", "الموقع", "المدينة"},
	fieldID:          {"placeid", "id", "pcode", "adm4pcode", "geonamesid", "geonameid", "geonames", "الرمز"},
	fieldLon:         {"lon", "longitude", "lng", "long", "x", "pointx", "خطالطول"},
	fieldLat:         {"lat", "latitude", "y", "pointy", "خطالعرض"},
	fieldGovernorate: {"governorate", "admin1", "admin1name", "adm1name", "adm1nameen", "province", "oblast", "region", "state", "المحافظة", "محافظة"},
	fieldHolder: {"holder", "actor", "control", "controlledby", "controller", "heldby", "controlstatus", "status", "side", "party", "faction", "force",
		"الجهةالمسيطرة", "المسيطر", "السيطرة", "الجهة", "الطرف", "القوة"},
	fieldOthers: {"others", "parties", "contestedby"},
	fieldDay:    {"day", "date", "ondate", "asof", "التاريخ", "تاريخ", "اليوم"},
}

// columns says which column of a list, or property of a feature, is which field.
type columns map[string]int

// checkFields says which of the fields that are mapped is none.
func checkFields(mapped map[string]string) error {
	for _, field := range slices.Sorted(maps.Keys(mapped)) {
		if !slices.Contains(Fields(), field) {
			return fmt.Errorf("field %q: want one of %s", field, strings.Join(Fields(), ", "))
		}
	}
	return nil
}

// lay finds the fields of a head line: those that the user has mapped are his,
// the others are guessed.
func lay(head []string, mapped map[string]string) (columns, error) {
	c := columns{}
	for _, field := range slices.Sorted(maps.Keys(mapped)) {
		i := slices.Index(head, mapped[field])
		if i < 0 {
			return nil, fmt.Errorf("field %s: no column %q: want one of %q", field, mapped[field], head)
		}
		c[field] = i
	}
	for _, field := range Fields() {
		for _, name := range columnNames[field] {
			i := slices.IndexFunc(head, func(h string) bool { return key(h) == name })
			if _, his := c[field]; !his && i >= 0 && !c.taken(i) {
				c[field] = i
			}
		}
	}
	return c, nil
}

// placed says what a list does not have by which a place can be found, or nil.
func (c columns) placed(head []string) error {
	if !c.has(fieldPlace) && !c.has(fieldID) && !(c.has(fieldLon) && c.has(fieldLat)) {
		return fmt.Errorf("no column says which place: want place, id, or lon and lat, mapped to one of %q", head)
	}
	return nil
}

// pointed says which column of the first row is a polygon, where no place's name
// stands beside it, or nil: an id and a point may be the polygon's own.
func (c columns) pointed(head []string, first row) error {
	if c.has(fieldPlace) {
		return nil
	}
	for i, value := range first.cells {
		if shape := strings.ToUpper(value); strings.HasPrefix(shape, "POLYGON") || strings.HasPrefix(shape, "MULTIPOLYGON") {
			return fmt.Errorf("line %d: %s is a polygon: a table is a list of places; want polygons as GeoJSON or a GeoPackage", first.line, head[i])
		}
	}
	return nil
}

func (c columns) has(field string) bool { _, ok := c[field]; return ok }

func (c columns) taken(column int) bool {
	for _, i := range c {
		if i == column {
			return true
		}
	}
	return false
}

// told is which column is which field.
func (c columns) told(head []string, mapped map[string]string) (fields []Field, unused []string) {
	for _, f := range Fields() {
		if i, ok := c[f]; ok {
			_, his := mapped[f]
			fields = append(fields, Field{f, head[i], !his})
		}
	}
	for i, name := range head {
		if !c.taken(i) && name != "" {
			unused = append(unused, name)
		}
	}
	return fields, unused
}

// value is what a row has in a field, "" where it has none.
func (c columns) value(row []string, field string) string {
	if i, ok := c[field]; ok {
		return cell(row[i])
	}
	return ""
}

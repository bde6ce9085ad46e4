package gazetteer

import "github.com/paulmach/orb"

// Record is what one source says of one place. Records of several sources that
// mean the same place are one entry of the gazetteer: see Link.
type Record struct {
	Source string // who says so: "ocha", "geonames", or the name its user gave it
	Key    string // what the source calls the place: unique within it, and kept for good
	Entry         // with the id "" as long as nobody has said which place it is
}

// Alternate is one more name of a place that a source has told of elsewhere.
type Alternate struct {
	Source, Key string // of the record it belongs to
	Name        string
	Language    string // ISO 639 as the source writes it, or "" where it does not say
	Preferred   bool   // the source's own choice in that language
	Short       bool   // "Hasakah" for "Hasakah Governorate"
	Colloquial  bool   // said, and seldom written
	Historic    bool   // no longer used
}

// Area is an administrative unit and the ground it covers.
type Area struct {
	Level          int              // 0 a country, 1 a governorate, 2 a district, 3 a sub-district
	PCode          string           // of OCHA, or what the source has for it; unique within its level
	NameAr, NameEn string           // "" where unknown
	Parent         string           // the p-code of the unit it is part of; "" where unknown
	Outline        orb.MultiPolygon // valid, as overlay has it; nil where it encloses nothing
}

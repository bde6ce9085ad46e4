package en

import (
	"slices"
	"strings"
)

// arabicHeads begin names of Arabic places, and hardly of anything else.
var arabicHeads = []string{"al-", "el-", "el ", "an-", "ad-", "ed ", "as-", "ash-", "at-", "ar-", "az-", "umm ", "um ", "tal ", "tel ", "tell ", "kafr ", "khirbat ", "khirbet ",
	"deir ", "dayr ", "wad ", "wadi ", "beit ", "bayt ", "jabal ", "jebel ", "khan ", "ain ", "ayn ", "bir ", "hajj "}

// slavicHeads are the adjectives that names of Ukrainian and Russian villages
// begin with, slavicEnds the endings that such names have.
var (
	slavicHeads = []string{"velyka ", "velyki ", "velykyi ", "mala ", "mali ", "malyi ", "nova ", "novi ", "nove ", "novyi ", "stara ", "staryi ", "stari ", "krasna ", "krasnyi ", "krasne ",
		"chervona ", "chervone ", "bila ", "bilyi ", "bile ", "verkhnia ", "verkhnii ", "nyzhnia ", "nyzhnii ", "kryvyi ", "zolota "}
	slavicEnds = []string{"ivka", "ovka", "ske", "hrad", "grad", "opil", "opol", "nsk", "rsk", "vsk", "lsk", "tsk", "archyk", "dilne", "zhne", "idne", "ochne", "kyne", "otyne", "hove", "kove", "pove", "bove",
		"silka", "ynka", "yinka", "pillia", "mivtsi", "intsi", "antsi", " yar", " hora", " rih", " balka"}
)

// toponym says whether an unknown name has the shape of a place name: an
// Arabic article or head, or what Ukrainian gives to villages and towns.
func toponym(name string) bool {
	return len(name) >= 6 && slices.ContainsFunc(arabicHeads, func(x string) bool { return strings.HasPrefix(name, x) }) || slavic(name)
}

// slavic says whether an unknown name can only be that of a Ukrainian or
// Russian place, even where a sentence begins with it.
func slavic(name string) bool {
	return len(name) >= 6 && (slices.ContainsFunc(slavicEnds, func(x string) bool { return strings.HasSuffix(name, x) }) ||
		slices.ContainsFunc(slavicHeads, func(x string) bool { return strings.HasPrefix(name, x) }))
}

// officer says whether the name at node i tells who has the office named before
// it: "the governor of X, NAME, said".
func (w *namer) officer(i int) bool {
	if w.role(i-1) != roleComma || w.role(i+1) != roleComma {
		return false
	}
	for k := i - 2; k >= 0 && k > i-8; k-- {
		switch n := &w.n[k]; n.role {
		case rolePlace, roleName, "prep", "det", "class", "compass", "actor":
		case "title", "members":
			return n.role == "title" || n.value == "voice"
		case roleWord:
			switch n.text {
			case "governor", "mayor", "head", "ruler", "deputy", "director", "secretary":
				return true
			case "regional", "military", "local", "provincial":
			default:
				return false
			}
		default:
			return false
		}
	}
	return false
}

package ar

import (
	"fmt"
	"slices"
	"strings"
)

// roles are what a phrase of cues.tsv or time.tsv can be; the rules read each
// but "other", which names a phrase so that it is not taken for a name.
const roles = "ago aircraft also among beside border commander country country_alone cover dead distance era fight fire " +
	"from full holding hurt if in_it landing last maybe_if members month narrator near negation none object_pronoun of " +
	"onslaught operation other own partial posted prep purpose raid_air relative ring same_day shelling side still strong " +
	"stronghold subject_to such then to toward under under_pronoun unit vague_time was weak weekday year"

// senses are what a verb of verbs.tsv can mean; the rules read each but
// "other".
const senses = "advance again become besiege break capture clash deny end enter evacuate expel fail fall fall_back future gap " +
	"go_on hand keep kill land light lose manage none other presence present reach recapture receive remain repel return " +
	"return_to say strike suffer try withdraw wound"

// among says what is wrong with a word that has to be one of a vocabulary.
func among(what, word, vocabulary string) error {
	if slices.Contains(strings.Fields(vocabulary), word) {
		return nil
	}
	return fmt.Errorf("%s %q: want one of %s", what, word, vocabulary)
}

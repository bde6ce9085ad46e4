package ar

// roles are what a phrase of cues.tsv or time.tsv can be; the rules read each
// but "other", which names a phrase so that it is not taken for a name.
const roles = "again ago aircraft also among attackers beside border both by claimed commander country country_alone cover dead deal " +
	"distance dozens era except extent fight fire former from full holding hurt if in_it in_place inside it its landing last left length like loyal " +
	"maybe_if members men month mostly narrator nation near negation none of one onslaught operation other other_side others own own_favour own_post partial peaceful percent person " +
	"posted prep purpose raid_air rebels relative retrace ring ringed same_day seat shelling side sides soldier still strong stronghold " +
	"subject_to such taking that then to toward turned under undone unit vague_time was weak weekday where year"

// senses are what a verb of verbs.tsv can mean; the rules read each but
// "other".
const senses = "adopt advance again attack become besiege blast break build capture clash clear close compel conquer cut decide deny destroy enable end enter evacuate exchange expel fail fall fall_back " +
	"future gap go_on hand hit incur infiltrate join keep kill land light lose manage none other presence present pull raid reach recapture receive " +
	"remain repel replace return return_to rumour say strike suffer throw try watch withdraw wound"

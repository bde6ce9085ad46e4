package en

// cueRoles are what a phrase of cues.tsv can be; the rules read each but
// "other", which names a phrase so that no word of it is taken for more.
const cueRoles = "able abroad after again also and base_of be beside before border capital compass count country dead det do " +
	"dozen dozens except false fire flag freed hand have hedge heldby hurt if last latter members modal narrator near not one operation other " +
	"others own partial person prep pron purpose relative sides siege soldier square still strong such that this title to " +
	"unconfirmed unit vague weapons where"

// timeRoles are what a phrase of time.tsv can be.
const timeRoles = "ago days era hours month same_day vague_time weekday"

// actorKinds are the ways in which a word of actors.tsv says who.
const actorKinds = "backed land name nation office person word"

// senses are what a verb of verbs.tsv can mean; the rules read each but
// "none", which names a verb so that it can govern.
const senses = "advance ambush attack attempted be become besiege blame capture clash clash_on confine control cut deny echo enter exchange expel explode fail fall flag " +
	"future go_on hand have join keep kill land leave lift light light_on lose manage none present pull push put raid raise reach recapture " +
	"receive remain repel return say shoot stall stand strike subject try withdraw wound"

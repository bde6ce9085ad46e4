package gazetteer

import "fmt"

// reason says in words how a query meets a name; arabic, whether both are in
// Arabic script.
func (h how) reason(name string, arabic bool) string {
	why := h.met(name, arabic)
	switch h.unmet {
	case 0:
		return why
	case 1:
		return why + "; one word that is typed is not in it"
	}
	return fmt.Sprintf("%s; %d words that are typed are not in it", why, h.unmet)
}

func (h how) met(name string, arabic bool) string {
	switch h.shape {
	case reordered:
		return "its words in another order: " + name + h.besides()
	case begins:
		return "name begins so: " + name + h.besides()
	case within:
		return "a word of the name begins so: " + name + h.besides()
	}
	switch h.manner {
	case respelt:
		if arabic {
			return "spelt otherwise: " + name
		}
		return "another transliteration of " + name
	case translated:
		return "in other words: " + name
	case alike:
		return "sounds like " + name
	case mistyped:
		return h.differs() + " from " + name
	}
	return "name " + name
}

// besides is what is said behind the name that is met in part.
func (h how) besides() string {
	switch h.manner {
	case otherBegun, respelt, alike:
		return ", spelt otherwise"
	case translated:
		return ", in other words"
	case mistyped:
		return ", " + h.differs()
	}
	return ""
}

// differs says how many letters do.
func (h how) differs() string {
	switch h.edits {
	case 1:
		return "one letter differs"
	case 2:
		return "two letters differ"
	}
	return fmt.Sprintf("%d letters differ", h.edits)
}

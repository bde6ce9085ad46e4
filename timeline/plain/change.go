package plain

import (
	"strings"

	"frontline/timeline/atlas"
)

// Telling is a change in words, without any markup.
type Telling struct {
	Title string // of one line: where, who is there now, who was before, and on which day
	Text  string // the clauses that say so, each with its source; lines
}

// Changes tells of changes that an atlas knows, in one of Languages. title is what all
// of them are called.
func (p *Pages) Changes(lang string, a *atlas.Atlas, changes []atlas.Change) (title string, told []Telling) {
	v := p.begin(Visit{Lang: lang, Atlas: a})
	for i := range changes {
		told = append(told, v.tell(&changes[i]))
	}
	return v.say("changes_all"), told
}

func (p *page) tell(c *atlas.Change) Telling {
	before := p.say("nobody_known")
	if c.From != nil {
		before = p.Actor(*c.From)
	}
	parts := []string{p.say("now", "holder", p.Parties(c.To, c.Others)), p.say("before_it", "holder", before), p.On(c.Day)}
	if c.Uncertain {
		parts = append(parts, p.say("uncertain"))
	}
	var text strings.Builder
	for _, e := range c.Because {
		text.WriteString("“" + e.Claim.Quote + "”\n— " + orID(p.SourceName(e.Report), p.say("source_unnamed")))
		if e.Report.Published.Known() {
			text.WriteString(p.say("list_separator") + p.say("published", "day", p.On(e.Report.Published)))
		}
		if address := WebAddress(e.Report.URL); address != "" {
			text.WriteString("\n" + address)
		}
		text.WriteString("\n\n")
	}
	title := strings.Join(strings.Fields(p.Place(c.Place)+" — "+strings.Join(parts, p.say("list_separator"))), " ")
	return Telling{strings.Map(unturned, title), strings.Map(unturned, strings.TrimSpace(text.String()))}
}

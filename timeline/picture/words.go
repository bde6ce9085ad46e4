package picture

import (
	"fmt"
	"strconv"
	"strings"

	"frontline/timeline"
)

// words are all that a picture says of its own in one language.
type words struct {
	months          [12]string
	weekdays        [7]string // from Sunday
	date            string    // of weekday, day, month and year
	title           string    // of what the map shows
	holders         string
	contested       string
	othersUnknown   string // behind the one party of a contest that is known
	otherContested  string
	unknown         string
	front           string
	paler           string
	nothing         string
	share           string // of whole percent
	underOne        string
	km2, km         string
	reports, claims forms
	rests           string // on reports and claims
	sources         string
	more            forms // sources
	without         string
	knownOn         string
	version         string
	base            string
	comma           string
}

// forms are those of a noun with a number: one, two, 3 to 10, 11 to 99, and
// every other. A # stands for the number.
type forms [5]string

var english = words{ //nolint:gochecknoglobals // a constant table
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"},
	weekdays: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	date:     "%s, %d %s %d", title: "%s: who holds what", holders: "Who holds it", contested: "Contested: ",
	othersUnknown: " and others not known", otherContested: "Contested by others", unknown: "Holder not known", front: "Front line", paler: "Paler: less sure, or long unconfirmed",
	nothing: "No report tells who held anything here on this day.",
	share:   "%s%%", underOne: "<1", km2: "%s km²", km: "%s km",
	reports: forms{"1 report", "2 reports", "# reports", "# reports", "# reports"},
	claims:  forms{"1 claim", "2 claims", "# claims", "# claims", "# claims"},
	rests:   "Rests on %s in %s.", sources: "Sources: %s.", more: forms{"1 other", "2 others", "# others", "# others", "# others"},
	without: "Without: %s.", knownOn: "As known on %s", version: "Data version %s.", base: "Base map: Natural Earth.", comma: ", ",
}

var arabic = words{ //nolint:gochecknoglobals // a constant table
	months: [12]string{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
		"تشرين الثاني", "كانون الأول"},
	weekdays: [7]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"},
	date:     "%s %d %s %d", title: "%s: من يسيطر على ماذا", holders: "من يسيطر", contested: "متنازع عليه: ",
	othersUnknown: " وأطراف غير معروفة", otherContested: "متنازع عليه بين آخرين", unknown: "المسيطر غير معروف", front: "خط الجبهة", paler: "أفتح لونًا: أقل تأكيدًا أو لم يُؤكَّد منذ مدة",
	nothing: "لا يذكر أي تقرير من كان يسيطر على شيء هنا في هذا اليوم.",
	share:   "%s٪", underOne: "أقل من 1", km2: "%s كم²", km: "%s كم",
	reports: forms{"تقرير واحد", "تقريرين", "# تقارير", "# تقريرًا", "# تقرير"},
	claims:  forms{"إفادة واحدة", "إفادتين", "# إفادات", "# إفادة", "# إفادة"},
	rests:   "تستند الخريطة إلى %s في %s.", sources: "المصادر: %s.",
	more:    forms{"مصدر آخر", "مصدران آخران", "# مصادر أخرى", "# مصدرًا آخر", "# مصدر آخر"},
	without: "من دون: %s.", knownOn: "كما كان معروفًا في %s", version: "إصدار البيانات %s.", base: "خريطة الأساس: Natural Earth.", comma: "، ",
}

func wordsOf(lang Lang) words {
	if lang == Arabic {
		return arabic
	}
	return english
}

// day is a day in words.
func (w words) day(d timeline.Day) string {
	t := d.Time()
	return fmt.Sprintf(w.date, w.weekdays[t.Weekday()], t.Day(), w.months[t.Month()-1], t.Year())
}

// counted is a number with its noun.
func (w words) counted(n int, noun forms) string {
	form := noun[4]
	switch rest := n % 100; {
	case n == 1 || n == 2:
		form = noun[n-1]
	case rest >= 3 && rest <= 10:
		form = noun[2]
	case rest >= 11:
		form = noun[3]
	}
	return strings.ReplaceAll(form, "#", grouped(float64(n)))
}

// portion is a share from 0 to 1 in words.
func (w words) portion(share float64) string {
	if share > 0 && share < 0.01 {
		return fmt.Sprintf(w.share, w.underOne)
	}
	return fmt.Sprintf(w.share, strconv.FormatFloat(100*share, 'f', 0, 64))
}

// grouped is a whole number with a comma before each three digits, as the
// press of both languages writes it.
func grouped(x float64) string {
	digits := strconv.FormatFloat(x, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

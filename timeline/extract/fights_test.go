package extract_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/extract"
)

// fight is one way to tell of a strike, a clash, losses, a siege or an advance,
// and all that is read of that kind, as fightLine writes it.
type fight struct {
	how, text string
	want      []string
}

// fightLine is a claim in one line: who, with whom, where, and the numbers it
// gives.
func fightLine(c timeline.Claim) string {
	out := []string{string(cmp.Or(c.Actor, "?"))}
	for _, a := range slices.Sorted(slices.Values(c.CoActors)) {
		out = append(out, "+"+string(a))
	}
	if c.Kind == timeline.SiegeBroken {
		out = append(out, "broke "+string(c.From))
	}
	if c.Place != nil {
		out = append(out, "["+strings.Join(strings.Fields(c.Place.Surface), " ")+"]")
	}
	if c.DistanceKm != 0 {
		out = append(out, fmt.Sprintf("%g km %s", c.DistanceKm, cmp.Or(c.DistanceRole, "-")))
	}
	if c.Kind == timeline.Casualties {
		out = append(out, "killed "+count(c.KilledMin), "wounded "+count(c.WoundedMin))
	}
	return strings.Join(out, " ")
}

func count(n *int) string {
	if n == nil {
		return "?"
	}
	return fmt.Sprint(*n)
}

// checkFights reads each text in the body of a report and compares what it
// asserts of the kinds, in any order.
func checkFights(t *testing.T, fights []fight, kinds ...timeline.Kind) {
	t.Helper()
	x := reader(t)
	for _, f := range fights {
		t.Run(f.how, func(t *testing.T) {
			got := readFights(t, x, f.text, kinds)
			want := slices.Sorted(slices.Values(f.want))
			if !slices.Equal(got, want) {
				t.Errorf("%s\n got %q\nwant %q", f.text, got, want)
			}
		})
	}
}

func readFights(t *testing.T, x *extract.Reader, text string, kinds []timeline.Kind) []string {
	t.Helper()
	var out []string
	for _, c := range read(t, x, report("نشرة المساء\n\n"+text)).Claims {
		if slices.Contains(kinds, c.Kind) && c.Modality == timeline.Asserted {
			out = append(out, fightLine(c))
		}
	}
	slices.Sort(out)
	return out
}

func TestStrikes(t *testing.T) {
	checkFights(t, []fight{
		{"a list of towns", "قصفت قوات النظام بلدات السخنة والطيبة والكوم.",
			[]string{"syrian_government [السخنة]", "syrian_government [الطيبة]", "syrian_government [الكوم]"}},
		{"raids, and whose by an adjective", "نفذت طائرات حربية غارات روسية على مدينة الميادين.", []string{"russia [الميادين]"}},
		{"two nations", "شهدت مدينة الميادين غارات سورية وروسية.", []string{"russia [الميادين]", "syrian_government [الميادين]"}},
		{"believed to be Russian", "قتل مدني بغارات لطائرات يعتقد أنها روسية على بلدة القورية.", []string{"russia [القورية]"}},
		{"aircraft of nobody", "استهدف الطيران الحربي بلدة الطيبة.", []string{"? [الطيبة]"}},
		{"whose, is not known", "أغارت طائرات حربية لا يعرف هل هي روسية ام سورية على بلدة الطيبة.", []string{"? [الطيبة]"}},
		{"only one side has barrel bombs", "تعرضت بلدة الطيبة لبراميل متفجرة.", []string{"syrian_government [الطيبة]"}},
		{"a place is exposed to two", "تعرضت بلدة الطيبة لغارات نفذتها طائرات التحالف، ولقصف من قوات سوريا الديمقراطية.",
			[]string{"sdf [الطيبة]", "us_coalition [الطيبة]"}},
		{"posts around a place", "استهدفت قوات النظام تمركزات للتنظيم في محيط بلدة الطيبة.", []string{"syrian_government [محيط بلدة الطيبة]"}},
		{"dropped on it", "ألقت مروحيات النظام 12 برميلاً على بلدتي السخنة والطيبة.", []string{"syrian_government [السخنة]", "syrian_government [الطيبة]"}},
		{"on the same places", "قصفت طائرات روسية بلدتي السخنة والطيبة، تزامناً مع قصف نفذته قوات النظام على الأماكن ذاتها.",
			[]string{"russia [السخنة]", "russia [الطيبة]", "syrian_government [السخنة]", "syrian_government [الطيبة]"}},
		{"a car bomb", "فجر تنظيم داعش عربة مفخخة قرب بلدة الطيبة.", []string{"islamic_state [قرب بلدة الطيبة]"}},
		{"told with the verb", "استهدفت القوات التركية بلدة الطيبة بقصف عنيف.", []string{"turkey [الطيبة]"}},
		{"planes of two nations before the verb", "طائرات تركية وروسية أغارت على بلدة الطيبة.", []string{"russia [الطيبة]", "turkey [الطيبة]"}},
		{"an air force answers with raids", "أما طيران النظام فرد بأكثر من 9 غارات على بلدة الطيبة.", []string{"syrian_government [الطيبة]"}},
		{"its guns", "قال الجيش التركي إن مدفعيته ضربت 7 أهداف في بلدة الطيبة.", []string{"turkey [الطيبة]"}},
		{"a car bomb in an attack that failed", "فشل تنظيم داعش في هجوم بعربة مفخخة على بلدة الطيبة.", []string{"islamic_state [الطيبة]"}},
		{"mutual shelling", "شهدت بلدة الطيبة اشتباكات وقصفاً متبادلاً.", nil},
		{"the shelling, of nobody at nothing", "سيطرت قوات النظام على بلدة الطيبة، وسط حديث عن جرحى بفعل كثافة القصف.", nil},
		{"a town falls, no shell", "تتساقط بلدات السخنة والطيبة أمام قوات النظام.", nil},
		{"a ring is no blow", "ضربت قوات النظام طوقاً حول بلدة الطيبة.", nil},
		{"snipers", "استهدف قناصو حزب الله بلدة الطيبة.", nil},
	}, timeline.Struck)
}

func TestClashes(t *testing.T) {
	checkFights(t, []fight{
		{"in several places", "تدور اشتباكات بين قوات النظام وتنظيم داعش في السخنة وفي محيط الطيبة.",
			[]string{"syrian_government +islamic_state [السخنة]", "syrian_government +islamic_state [محيط الطيبة]"}},
		{"on one side, on the other", "دارت معارك بين قوات النظام والمسلحين الموالين لها من جهة، وتنظيم داعش من جهة أخرى، في محيط بلدة الطيبة.",
			[]string{"syrian_government +islamic_state [محيط بلدة الطيبة]"}},
		{"between whom, goes without saying", "سيطرت قوات النظام على السخنة من تنظيم داعش. وتستمر الاشتباكات في بلدة الطيبة.",
			[]string{"syrian_government +islamic_state [الطيبة]"}},
		{"an attack on a place", "شن تنظيم داعش هجوماً على بلدة الطيبة التي تسيطر عليها قوات النظام.", []string{"islamic_state +syrian_government [الطيبة]"}},
		{"an attack beaten off", "صدت قوات النظام هجوماً لتنظيم داعش على مدينة السخنة.", []string{"islamic_state +syrian_government [السخنة]"}},
		{"attacked", "هاجم تنظيم داعش حافلة لقوات النظام قرب بلدة الطيبة.", []string{"islamic_state +syrian_government [قرب بلدة الطيبة]"}},
		{"won back by an attack", "استعادت قوات النظام بلدة الطيبة من تنظيم داعش بهجوم معاكس.", []string{"syrian_government +islamic_state [الطيبة]"}},
		{"told twice", "تدور اشتباكات بين قوات النظام وتنظيم داعش في الطيبة. ولا تزال الاشتباكات بين التنظيم وقوات النظام مستمرة في الطيبة.",
			[]string{"syrian_government +islamic_state [الطيبة]"}},
		{"an assault that failed", "أخفقت قوات النظام في اقتحام بلدة الطيبة التي يدافع عنها تنظيم داعش.", []string{"syrian_government +islamic_state [الطيبة]"}},
		{"not entered, no fight", "وصلت قوات النظام إلى السخنة بعد انسحاب تنظيم داعش، دون أن تدخل الطيبة.", nil},
		{"won after fighting", "سيطرت قوات النظام على بلدتي السخنة والطيبة، بعد معارك مع تنظيم داعش.",
			[]string{"syrian_government +islamic_state [السخنة]", "syrian_government +islamic_state [الطيبة]"}},
		{"without a fight", "دخلت قوات النظام بلدة الطيبة دون قتال مع تنظيم داعش.", nil},
		{"nowhere", "قتل 5 من قوات النظام في المعارك.", nil},
		{"where they came from", "دارت اشتباكات بين قوات النظام وتنظيم داعش في الطيبة بعد تقدم القوات من السخنة.",
			[]string{"syrian_government +islamic_state [الطيبة]"}},
	}, timeline.Clashed)
}

func TestLossesOfLife(t *testing.T) {
	checkFights(t, []fight{
		{"killed and wounded", "قتل 9 من قوات النظام وأصيب 28 آخرون في بلدة الطيبة.", []string{"syrian_government killed 9 wounded 28"}},
		{"between killed and wounded", "سقط 11 بين قتيل وجريح في صفوف قوات النظام.", []string{"syrian_government killed ? wounded ?"}},
		{"at least, the verb behind", "أكد المرصد أن ما لا يقل عن 25 من عناصر تنظيم داعش قتلوا في الطيبة.", []string{"islamic_state killed 25 wounded ?"}},
		{"the lower of two", "قتل 12 إلى 15 عنصراً من تنظيم داعش.", []string{"islamic_state killed 12 wounded ?"}},
		{"number words", "قتل سبعة مدنيين بينهم طفلان في الطيبة.", []string{"civilians killed 7 wounded ?"}},
		{"one man", "استشهد رجل بانفجار لغم.", []string{"civilians killed 1 wounded ?"}},
		{"two by a dual", "قضى طفلان في بلدة الطيبة.", []string{"civilians killed 2 wounded ?"}},
		{"a woman and her child", "لقيت امرأة وطفلها مصرعهما.", []string{"civilians killed 2 wounded ?"}},
		{"dozens", "قتل العشرات من عناصر تنظيم داعش.", []string{"islamic_state killed ? wounded ?"}},
		{"of two actors of one side", "قتل 20 من قوات النظام والمسلحين الموالين لها.", []string{"syrian_government killed 20 wounded ?"}},
		{"of both sides together", "قتل 46 مقاتلاً من الطرفين.", []string{"unknown killed 46 wounded ?"}},
		{"mourned", "نعت قوات سوريا الديمقراطية 12 من مقاتليها.", []string{"sdf killed 12 wounded ?"}},
		{"a number of dead", "بلغ عدد قتلى التنظيم في الأيام الـ 11 ما لا يقل عن 159 عنصراً.", []string{"islamic_state killed 159 wounded ?"}},
		{"the number first", "ارتفع إلى 115 عدد قتلى قوات النظام.", []string{"syrian_government killed 115 wounded ?"}},
		{"among them, of another side", "قتل 40 من قوات النظام، بينهم 13 من الحرس الثوري.",
			[]string{"iran_backed killed 13 wounded ?", "syrian_government killed 40 wounded ?"}},
		{"soldiers of a nation", "لقي 15 عسكرياً سورياً مصرعهم وجرح 18 غيرهم.", []string{"syrian_government killed 15 wounded 18"}},
		{"of all sides", "أحصى المرصد 320 قتيلاً من الأطراف كافة.", []string{"unknown killed 320 wounded ?"}},
		{"people, among them civilians", "قتل 70 شخصاً بينهم 12 مدنياً في الطيبة.", []string{"civilians killed 12 wounded ?", "unknown killed 70 wounded ?"}},
		{"who kills is not killed", "اشتبكت قوات النظام مع تنظيم داعش فقتلت ستة من أفراده.", []string{"islamic_state killed 6 wounded ?"}},
		{"prisoners are not dead", "وقع 20 عنصراً من قوات النظام في الأسر.", nil},
		{"villages are not people", "خسر تنظيم داعش 15 قرية.", nil},
	}, timeline.Casualties)
}

func TestHeadlineTotals(t *testing.T) {
	x := reader(t)
	text := "16 شهيداً بغارات على الطيبة والسخنة\n\nاستشهد 9 أشخاص بغارات على بلدة الطيبة، واستشهد 7 مدنيين بغارات على مدينة السخنة."
	var got []string
	for _, c := range read(t, x, report(text)).Claims {
		if c.Kind == timeline.Casualties {
			got = append(got, fightLine(c))
		}
	}
	want := []string{"civilians killed 9 wounded ?", "civilians killed 7 wounded ?"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: a headline's sum is not counted again", got, want)
	}
}

func TestSieges(t *testing.T) {
	checkFights(t, []fight{
		{"two towns", "تحاصر قوات النظام بلدتي السخنة والطيبة.", []string{"syrian_government [السخنة]", "syrian_government [الطيبة]"}},
		{"a ring drawn around", "ضربت قوات النظام طوقاً محكماً حول بلدة الطيبة.", []string{"syrian_government [الطيبة]"}},
		{"broken, by whom", "كسرت قوات النظام الحصار الذي يفرضه تنظيم داعش على بلدتي السخنة والطيبة.",
			[]string{"syrian_government broke islamic_state [السخنة]", "syrian_government broke islamic_state [الطيبة]"}},
		{"a part of a city", "يحاصر تنظيم داعش منذ أشهر القسم الذي تسيطر عليه قوات النظام من مدينة دير الزور.", []string{"islamic_state [دير الزور]"}},
		{"imposed on, by", "تعاني بلدة الطيبة من الحصار المفروض على بلدة السخنة من قبل قوات النظام.", []string{"syrian_government [السخنة]"}},
		{"feared", "تتحدث قوات النظام عن مخاوف من تطويق بلدة الطيبة.", nil},
		{"from three sides only", "طوقت قوات النظام بلدة الطيبة من ثلاث جهات.", nil},
		{"would be", "في حال سيطرت قوات النظام على السخنة فإنها ستحاصر بلدة الطيبة.", nil},
	}, timeline.Besieged, timeline.SiegeBroken)
}

func TestAdvances(t *testing.T) {
	checkFights(t, []fight{
		{"towards, and how far", "تقدمت قوات النظام 12 كلم باتجاه مدينة السخنة.", []string{"syrian_government [السخنة] 12 km penetration"}},
		{"the edge of a town", "بلغت قوات النظام أطراف بلدة الطيبة.", []string{"syrian_government [أطراف بلدة الطيبة]"}},
		{"at a distance from", "باتت قوات النظام على بعد 6 كلم من مدينة السخنة.", []string{"syrian_government [السخنة] 6 km remaining"}},
		{"nothing but so much between", "سيطرت قوات النظام على الطيبة ولم يعد يفصلها عن السخنة سوى كيلومترين.", []string{"syrian_government [السخنة] 2 km remaining"}},
		{"nothing parts them from", "سيطرت الوحدات الكردية على الطيبة ولم يعد يفصل الوحدات عن مدينة السخنة سوى 9 كلم.", []string{"sdf [السخنة] 9 km remaining"}},
		{"near to", "اقتربت قوات النظام من مدينة السخنة.", []string{"syrian_government [السخنة]"}},
		{"from three sides", "طوقت قوات النظام بلدة الطيبة من ثلاث جهات.", []string{"syrian_government [الطيبة]"}},
		{"where a village lies", "سيطرت قوات النظام على الطيبة الواقعة على بعد 20 كلم من السخنة.", nil},
		{"no ground named", "أحرزت قوات النظام تقدماً.", nil},
	}, timeline.Advanced)
}

func TestDistances(t *testing.T) {
	checkFights(t, []fight{
		{"behind a preposition", "تقف قوات النظام على أقل من 50 كيلومتراً من مدينة السخنة.", []string{"? [السخنة] 50 km -"}},
		{"the lower of two", "تقف قوات النظام على بعد ما بين 30 و35 كيلومتراً من مدينة السخنة.", []string{"? [السخنة] 30 km -"}},
		{"metres", "تقف قوات النظام على بعد 700 متر من مدينة السخنة.", []string{"? [السخنة] 0.7 km -"}},
		{"a kilometre", "تقف قوات النظام على مسافة كيلومتر واحد من مدينة السخنة.", []string{"? [السخنة] 1 km -"}},
		{"a kilometre and a half", "تقف قوات النظام على مسافة كيلومتر ونصف من مدينة السخنة.", []string{"? [السخنة] 1.5 km -"}},
		{"an area is none", "سيطرت قوات النظام على 40 كيلومتراً مربعاً قرب السخنة.", nil},
	}, timeline.Distance)
}

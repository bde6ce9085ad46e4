import type { Strings } from './en.ts';

/** The five forms of an Arabic count; `#` stands for the number. */
type Forms = [one: string, two: string, few: string, many: string, other: string];

const rules = new Intl.PluralRules('ar');
const places = { zero: 4, one: 0, two: 1, few: 2, many: 3, other: 4 } as const;

/** The number with its noun, in western digits as the Levant's press writes them. */
function plural(n: number, forms: Forms): string {
  return forms[places[rules.select(n)]].replace('#', n.toLocaleString('en'));
}

/** Everything the page says in Arabic. */
export const ar: Strings = {
  brand: 'خط الجبهة',
  title: 'خط الجبهة: من كان يسيطر على ماذا، والجملة التي تقول ذلك',
  otherLanguage: 'English',
  switchLanguage: 'Switch to English',
  skip: 'انتقل إلى مربع البحث',
  close: 'إغلاق',
  back: 'رجوع',
  loading: 'جارٍ التحميل…',

  months: ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول',
    'تشرين الثاني', 'كانون الأول'],
  monthsShort: ['ك٢', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'ت١', 'ت٢', 'ك١'],
  weekdays: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],

  days: (n) => plural(n, ['يوم واحد', 'يومان', '# أيام', '# يومًا', '# يوم']),
  statements: (n) => plural(n, ['إفادة واحدة', 'إفادتان', '# إفادات', '# إفادة', '# إفادة']),
  changes: (n) => plural(n, ['تغيّر واحد في السيطرة', 'تغيّران في السيطرة', '# تغيّرات في السيطرة',
    '# تغيّرًا في السيطرة', '# تغيّر في السيطرة']),
  reports: (n) => plural(n, ['تقرير واحد', 'تقريران', '# تقارير', '# تقريرًا', '# تقرير']),
  places: (n) => plural(n, ['مكان واحد', 'مكانان', '# أماكن', '# مكانًا', '# مكان']),
  km: (n) => `${n.toLocaleString('en', { maximumFractionDigits: n < 10 ? 1 : 0 })} كم`,
  km2: (n) => `${n.toLocaleString('en', { maximumFractionDigits: 0 })} كم²`,
  metres: (n) => `${n.toLocaleString('en')} م`,
  percent: (n) => `${Math.round(n * 100)}٪`,

  panel: { label: 'ما تقوله التقارير', fold: 'طيّ هذه اللوحة أو فتحها' },
  search: {
    label: 'ابحث عن مكان بالعربية أو الإنكليزية',
    placeholder: 'ابحث عن مكان…',
    none: (q) => `لا يوجد مكان باسم «${q}».`,
    found: (n) => `النتائج: ${plural(n, ['مكان واحد', 'مكانان', '# أماكن', '# مكانًا', '# مكان'])}`,
  },
  map: {
    label: 'خريطة السيطرة. تحرّكها مفاتيح الأسهم، ويكبّرها ويصغّرها مفتاحا الزائد والناقص.',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    whole: 'إظهار البلد كله',
    base: 'خريطة الأساس: Natural Earth',
    failed: 'لا يستطيع هذا المتصفح رسم الخريطة (تقنية WebGL معطّلة أو غير موجودة). الزمن والبحث والمصادر تعمل.',
  },
  legend: {
    title: 'مفتاح الخريطة',
    areas: 'من يسيطر',
    contested: 'متنازع عليه',
    unknown: 'المسيطر غير معروف',
    blank: 'لا تقرير قريبًا بما يكفي',
    place: 'مكان ورد في تقرير',
    inferred: 'مستنتج، لم يرد في تقرير لهذا اليوم',
    front: 'خط الجبهة',
    events: 'الأحداث',
    window: 'أحداث آخر',
    doubtful: 'باهت: مخطط له أو منفي أو غير مؤكد',
  },
  groups: {
    control: 'سيطرة', advance: 'تقدّم', strike: 'قصف', clash: 'اشتباك', siege: 'حصار', landing: 'إنزال',
    casualties: 'خسائر بشرية',
  },
  time: {
    label: 'اليوم',
    region: 'الزمن',
    play: 'تشغيل',
    pause: 'إيقاف مؤقت',
    dayBack: 'يوم إلى الوراء',
    dayForward: 'يوم إلى الأمام',
    changeBack: 'إلى التغيّر السابق',
    changeForward: 'إلى التغيّر التالي',
    speed: (n) => `${n} في الثانية`,
    speedLabel: 'عدد الأيام في الثانية',
    zoom: 'المدة المعروضة',
    all: 'الكل',
    year: 'سنة',
    quarter: '3 أشهر',
    quiet: 'لم يرد شيء',
    help: 'مفاتيح الأسهم تنتقل يومًا، ومع Shift أسبوعًا؛ ومفتاح المسافة يشغّل.',
  },
  day: {
    title: 'ما تغيّرت السيطرة عليه',
    span: (days, day) => (days === 1 ? `في ${day}` : `خلال ${plural(days, ['يوم واحد', 'يومين', '# أيام', '# يومًا', '# يوم'])} حتى ${day}`),
    read: (what) => `ما قُرئ حتى الآن: ${what}.`,
    none: 'لم يرد أن السيطرة على شيء تغيّرت في هذه الأيام.',
    earlier: 'إلى التغيّر السابق',
    intro: 'انقر لونًا أو خطًا أو مكانًا أو حدثًا لترى الكلمات التي يستند إليها.',
    data: 'بيانات هذا اليوم',
    areas: 'المناطق', fronts: 'الجبهات', holdings: 'الأماكن', claims: 'الإفادات',
    to: 'الآن',
  },
  who: {
    point: 'هذه النقطة',
    contestedBy: 'متنازع عليه. هنا أيضًا:',
    since: 'منذ',
    lastConfirmed: 'آخر تأكيد',
    confidence: 'درجة الثقة',
    before: 'قبل ذلك',
    after: 'بعد ذلك',
    until: (day) => `حتى ${day}`,
    from: (day) => `من ${day}`,
    inferred: 'مستنتج',
    inferredFrom: 'لا يذكر أي تقرير هذه النقطة. استُنتجت السيطرة من أقرب الأماكن:',
    inferredHere: 'لم يرد في تقرير لهذا اليوم: استُنتج مما ورد بعده أو قبله.',
    unknown: 'لا يقول أي تقرير قُرئ حتى الآن من كان يسيطر عليه في هذا اليوم.',
    history: 'عبر الزمن',
    because: 'السبب',
    noClauses: 'لا يوجد تقرير مقتبس لهذا اليوم.',
    events: 'أحداث هنا',
    more: (n) => `إظهار المزيد (${n})`,
  },
  claim: {
    showInReport: 'أظهره في التقرير',
    published: (day) => `نُشر في ${day}`,
    unnamedSource: 'مصدر غير مسمّى',
    noDay: 'اليوم غير معروف',
    from: 'من',
    claimedBy: (who) => `بحسب إعلان ${who}`,
    partial: 'جزئيًا',
    measured: (km) => `${km} على الخريطة`,
    killed: (n) => `القتلى: ${n.toLocaleString('en')} على الأقل`,
    wounded: (n) => `الجرحى: ${n.toLocaleString('en')} على الأقل`,
  },
  report: {
    title: 'التقرير',
    open: 'افتح المصدر',
    marks: (n) => `${plural(n, ['إفادة واحدة معلّمة', 'إفادتان معلّمتان', '# إفادات معلّمة', '# إفادة معلّمة', '# إفادة معلّمة'])} في النص`,
    untitled: 'تقرير بلا عنوان',
    read: 'ما قُرئ هنا',
    goTo: 'أظهره على الخريطة',
  },
  front: {
    title: 'خط الجبهة',
    length: 'طول هذا الجزء',
    why: 'يمر الخط بين أماكن متجاورة يختلف المسيطر عليها. وهذه هي الأماكن التي ترسمه:',
  },
  error: {
    failed: (what) => `تعذّر تحميل ${what}:`,
    unreachable: 'الخادم لا يجيب',
    retry: 'أعد المحاولة',
    what: {
      meta: 'وصف الخريطة', labels: 'أسماء الأماكن', days: 'أعداد الأيام', day: 'خريطة هذا اليوم', changes: 'التغيّرات',
      who: 'جهة السيطرة هنا', history: 'التسلسل الزمني', report: 'التقرير', search: 'نتائج البحث',
    },
  },
  empty: {
    title: 'لا تقارير بعد',
    text: 'لم يُقرأ أي تقرير في هذا المخزن، فلا شيء يُعرض. أضف إليه تقارير ثم أعد تحميل هذه الصفحة.',
  },

  kinds: {
    captured: 'سيطرة', recaptured: 'استعادة السيطرة', lost: 'خسارة', withdrew: 'انسحاب', handed_over: 'تسليم',
    holds: 'سيطرة قائمة', advanced: 'تقدّم', besieged: 'حصار', siege_broken: 'فك الحصار', landed: 'إنزال', struck: 'قصف',
    clashed: 'اشتباكات', casualties: 'خسائر بشرية', distance: 'مسافة',
  },
  modalities: {
    asserted: 'مذكور كواقعة', attempt: 'محاولة', hypothetical: 'افتراضي', future: 'مخطط له', repelled: 'تم صده',
    denied: 'منفي', unconfirmed: 'غير مؤكد', raid: 'إغارة دون بقاء', fire_control: 'سيطرة نارية فقط',
  },
  bases: {
    given: 'اليوم مرفق بالتقرير', stated: 'اليوم مذكور في التقرير', relative: 'محسوب من كلمات التقرير',
    published: 'يوم نشر التقرير', baseline: 'الصورة الابتدائية', inferred: 'مستنتج', unknown: 'اليوم غير معروف',
  },
  placeKinds: {
    village: 'قرية', town: 'بلدة', city: 'مدينة', neighbourhood: 'حي', region: 'منطقة', district: 'ناحية',
    base: 'قاعدة عسكرية', hill: 'تل', mountain: 'جبل', well: 'بئر', oil_field: 'حقل نفط', airbase: 'مطار عسكري',
    road: 'طريق', crossing: 'معبر', gas_field: 'حقل غاز', factory: 'مصنع', junction: 'مفرق', camp: 'مخيم',
    governorate: 'محافظة', dam: 'سد', station: 'محطة', prison: 'سجن', river: 'نهر', checkpoint: 'حاجز',
    lake: 'بحيرة', island: 'جزيرة', hospital: 'مشفى', valley: 'واد', silo: 'صوامع', oasis: 'واحة',
  },
  governorates: {
    Aleppo: 'حلب', Damascus: 'دمشق', Daraa: 'درعا', 'Deir ez-Zor': 'دير الزور', Hama: 'حماة', Hasakah: 'الحسكة',
    Homs: 'حمص', Idlib: 'إدلب', Latakia: 'اللاذقية', Quneitra: 'القنيطرة', Raqqa: 'الرقة', 'Rif Dimashq': 'ريف دمشق',
    Suwayda: 'السويداء', Tartus: 'طرطوس',
  },
  countries: {
    syria: 'سوريا', turkey: 'تركيا', iraq: 'العراق', jordan: 'الأردن', lebanon: 'لبنان', israel: 'إسرائيل',
    palestine: 'فلسطين', cyprus: 'قبرص', saudi: 'السعودية', iran: 'إيران', egypt: 'مصر',
    mediterranean: 'البحر المتوسط',
  },
};

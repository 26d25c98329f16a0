/** The words of the page in Arabic. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, counted, megabytes } = countsIn('ar');

const POSTS = {
  zero: 'لا تدوينات',
  one: 'تدوينة واحدة',
  two: 'تدوينتان',
  few: '# تدوينات',
  many: '# تدوينة',
  other: '# تدوينة',
};

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'غير موجودة';
  if (status === 401 || status === 403) return 'خادمها يرفض عرضها';
  if (status === 429) return 'خادمها يطلب مزيدًا من الصبر';
  return status >= 500 ? 'في خادمها خطأ' : 'أجاب خادمها بخطأ';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) => (status ? `${answered(status)} (${status})` : 'أجاب خادمها بخطأ'),
  gone: () => 'اختفت نهائيًا (410)',
  blocked: () => 'خادمها متوقف أو لا يسمح لصفحات أخرى بقراءتها',
  mixed_content: () => 'لا يجوز لصفحة آمنة أن تقرأها عبر http العادي',
  unreachable: () => 'لا يمكن الوصول إلى خادمها',
  timeout: () => 'لم يجب خادمها في الوقت المناسب',
  bad_redirect: () => 'خادمها يحيلنا في حلقة',
  too_large: ({ detail }) => (Number(detail) ? `أكبر من ${megabytes(Number(detail))}` : 'كبيرة جدًا'),
  not_a_feed: ({ detail }) => detail || 'ليست تغذية',
  empty_document: () => 'فارغة',
  malformed_xml: () => 'XML معطوب',
  malformed_json: () => 'JSON معطوب',
  malformed_bytes: () => 'نص معطوب',
  truncated_document: () => 'مقطوعة في منتصفها',
  too_deep: () => 'متداخلة بعمق زائد',
  crashed: () => 'عطّلت البرنامج الذي يقرؤها',
  unsupported_encoding: ({ detail }) => `مكتوبة بترميز غير معروف${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'لا يمكن الوصول إلى الوسيط',
  proxy_status: ({ detail }) => `أجاب الوسيط بخطأ${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'الوسيط لا يجلب هذا العنوان',
  forbidden_origin: () => 'الوسيط لا يخدم هذه الصفحة',
  bad_url: () => 'الوسيط لا يقبل هذا العنوان',
  url_too_long: () => 'العنوان أطول مما يقبله الوسيط',
  rate_limited: () => 'الوسيط يطلب مزيدًا من الصبر',
  busy: () => 'الوسيط مشغول',
  loop: () => 'الوسيط سيسأل نفسه',
};

/** @type {Words} */
export const words = {
  language: 'ar',
  direction: 'rtl',
  reasons,

  skip: 'انتقل إلى التدوينات',
  people: 'المدوّنون',
  topics: (name) => (name ? `ما يكتب عنه ${name}` : 'ما يُكتب عنه'),
  search: 'ابحث في التدوينات',
  links: 'مواقع أخرى',
  archive: 'الأرشيف',
  perMonth: (from, to, most, when) =>
    `التدوينات في الشهر من ${from} إلى ${to}؛ أكثرها ${number(most)} في ${when}`,
  calendar: (year) => `تقويم ${year}`,
  languages: 'اللغات',
  otherLanguages: 'غير معروفة',
  linked: 'الأكثر ارتباطًا هذا الأسبوع',
  linkedBy: (weblogs) =>
    `تشير إليه ${counted(weblogs, { one: 'مدونة واحدة', two: 'مدونتان', few: '# مدونات', other: '# مدونة' })}:`,
  linkingPost: (index) => `تدوينة تشير إليه، ${number(index)}`,
  documents: 'لقارئ التغذيات',
  document: (format) => `نزّل هذه التدوينات بصيغة ${format}`,
  documentFailed: (detail) => `تعذّر إنشاء الملف: ${detail}`,
  density: 'كم يظهر من كل تدوينة',
  densities: { full: 'كاملة', excerpt: 'مقتطفات', titles: 'عناوين' },
  ago: { today: 'اليوم', week: 'هذا الأسبوع', month: 'هذا الشهر' },
  look: 'المظهر',
  looks: { page: 'صفحة كتاب', planet: 'كوكب', plain: 'بسيط', gazette: 'جريدة', terminal: 'طرفية' },
  colours: 'الألوان',
  schemes: { system: 'حسب النظام', light: 'فاتحة', dark: 'داكنة' },
  loadPictures: 'تحميل الصور',
  showPicture: (what) => `اعرض الصورة: ${what}`,
  views: 'طرق العرض',
  everything: 'كل التدوينات',
  without: (filter) => `أزل «${filter}»`,
  mark: '«',

  filters: {
    feed: (name) => `من ${name}`,
    author: (name) => `بقلم ${name}`,
    tag: (label) => `عن ${label}`,
    search: (search) => `فيها ${search}`,
    lang: (language) => `باللغة: ${language}`,
    unknownLanguage: 'بلغة غير معروفة',
    month: (month) => `في ${month}`,
    since: (date) => `منذ ${date}`,
    until: (date) => `حتى ${date}`,
    on: (date) => `ليوم ${date}`,
    starred: 'التي ميّزتها بنجمة',
    hidden: 'المخفية',
    asc: 'من الأقدم',
  },
  spans: {
    yesterday: 'أمس',
    week: 'أسبوع',
    '10_days': 'عشرة أيام',
    month: 'شهر',
    '30_days': 'ثلاثين يومًا',
  },
  posts: 'التدوينات',
  post: 'تدوينة',
  pageTitle: (title, page) => (page > 1 ? `${title}، صفحة ${number(page)}` : title),

  pages: 'الصفحات',
  pagesAbove: 'الصفحات، فوق التدوينات',
  page: (page, pages) => `صفحة ${number(page)} من ${number(pages)}`,
  postCount: (count) => counted(count, POSTS),
  number: (count) => number(count),
  newer: 'تدوينات أحدث',
  older: 'تدوينات أقدم',

  star: 'ميّز بنجمة',
  starred: 'المميّزة بنجمة',
  noStars: 'لم تميّز أي تدوينة بنجمة بعد.',
  postsOf: (date) => `تدوينات ${date}`,
  folded: (count) =>
    counted(count, {
      zero: 'لا تدوينات مقروءة',
      one: 'تدوينة مقروءة',
      two: 'تدوينتان مقروءتان',
      few: '# تدوينات مقروءة',
      many: '# تدوينة مقروءة',
      other: '# تدوينة مقروءة',
    }),
  lastVisit: (date) => `زيارتك الأخيرة: ${date}`,
  readingStates: { read: 'مقروءة', new: 'جديدة' },
  settings: 'الإعدادات',
  mute: 'اكتم',
  unmute: 'أظهر مجددًا',
  hiddenPosts: (count) =>
    counted(count, {
      zero: 'لا تدوينات مخفية',
      one: 'تدوينة مخفية',
      two: 'تدوينتان مخفيتان',
      few: '# تدوينات مخفية',
      many: '# تدوينة مخفية',
      other: '# تدوينة مخفية',
    }),
  newPosts: (count) =>
    `↑ ${counted(count, { one: 'تدوينة جديدة', two: 'تدوينتان جديدتان', few: '# تدوينات جديدة', many: '# تدوينة جديدة', other: '# تدوينة جديدة' })}`,
  keys: {
    title: 'المفاتيح',
    next: 'التدوينة التالية',
    previous: 'التدوينة السابقة',
    open: 'افتح التدوينة',
    star: 'ميّز التدوينة بنجمة',
    read: 'مقروءة، غير مقروءة',
    fold: 'اطوِ اليوم',
    mute: 'اكتم مدونته',
    pages: 'الصفحة التالية، الصفحة السابقة',
    search: 'بحث',
    home: 'كل التدوينات',
    starred: 'التدوينات المميّزة',
    settings: 'الإعدادات',
    help: 'هذه القائمة',
    close: 'إغلاق',
  },
  neighbours: 'التدوينات المجاورة',
  newerPost: 'الأحدث',
  olderPost: 'الأقدم',

  readSince: 'اقرأ الجديد منذ',
  sinceLinks: { yesterday: 'أمس', week: 'أسبوع', '10_days': 'عشرة أيام', month: 'شهر' },
  oldestFirst: 'الأقدم أولًا',

  onThisPlanet: 'هذه التدوينة على هذا الكوكب',
  by: (author) => `بقلم ${author}`,
  under: 'في',
  comments: 'التعليقات',
  alsoAt: 'أيضًا في',
  more: (count) => `و${number(count)} غيرها`,
  updated: (date) => `حُدّثت في ${date}`,
  updatedMark: 'محدّثة',
  undated: 'التغذية لا تذكر تاريخًا: هذا وقت رؤية التدوينة أول مرة',
  unshowable: 'تعذّر عرض هذه التدوينة.',
  tooLarge: 'هذه التدوينة أكبر من أن تُعرض هنا.',
  original: 'اقرأ الأصل',
  elsewhere: (host) => `المحتوى في ${host}`,
  embedded: (host) => `افتح المضمّن هنا، في ${host}`,

  why: 'كيف وصلت إلى هنا',
  whyFeed: (name) => `حال تغذية ${name}`,
  feedLink: (name) => `تغذية ${name}`,
  feed: 'تغذية',
  state: {
    waiting: 'لم تُقرأ بعد',
    lastPost: (date) => `آخر تدوينة ${date}`,
    noPosts: 'لا تدوينات',
    failed: (state) => failedFor(reasons, state, 'تعذّرت قراءتها'),
    since: (text, date) => `${text}، منذ ${date}`,
    kept: (text) => `${text}؛ تظهر آخر تدويناتها السليمة`,
    moved: (text, url) => `${text}؛ انتقلت التغذية نهائيًا إلى ${url}`,
    faulty: (text, line, detail) => `${text}؛ في التغذية خطأ في السطر ${number(line)}: ${detail}`,
  },

  progress: (done, total) => `قراءة التغذيات: ${number(done)} من ${number(total)}`,
  finished: (posts, failed) =>
    `${counted(posts, POSTS)}.${failed ? ` تعذّرت قراءة ${counted(failed, { one: 'تغذية واحدة', two: 'تغذيتين', few: '# تغذيات', other: '# تغذية' })}.` : ''}`,
  loading: 'قراءة التغذيات…',
  nothing: 'لا توجد تدوينات هنا.',
  nothingFound: (search) => `لا توجد هنا تدوينة فيها ${search}.`,
  nothingYet: 'لا توجد تدوينات بعد.',
  noEntry: 'لم تعد تلك التدوينة على هذا الكوكب.',
  hiddenEntry: 'هذه التدوينة محفوظة في هذا الكوكب، لكن أحد مرشّحاته يخفيها.',
  noFeeds: 'لا تغذيات لهذا الكوكب بعد: لا يذكر planet.json أيًّا منها تحت «feeds».',
  allFailed: 'تعذّرت قراءة كل التغذيات. قائمة المدوّنين تبيّن سبب كل منها.',
  unknownFeed: (nick) => `لا أحد على هذا الكوكب اسمه «${nick}».`,
  unknownAddress: (part) => `«${part}» في العنوان لا يعني شيئًا هنا، فأُهمل.`,
  trouble: {
    store_full: 'لم يعد في هذا المتصفح مكان: لن تُحفظ هذه التدوينات لزيارتك القادمة.',
    no_store: 'هذا المتصفح لا يحفظ شيئًا لهذه الصفحة: تُقرأ التدوينات من جديد في كل زيارة.',
    store_busy:
      'ما حفظه هذا المتصفح من زيارتك الأخيرة لا يُفتح الآن، ربما لأن تبويبًا آخر يستعمله: تُقرأ التدوينات من جديد ولا تُحفظ.',
    damaged_archive: 'شيء مما حُفظ منذ زيارتك الأخيرة كان معطوبًا: يُقرأ من جديد من التغذيات.',
  },

  wrong: 'تعذّر عرض هذا الكوكب',
  ask: {
    title: 'كوكب من رابط',
    hosts: (count) =>
      `يطلب هذا الرابط من متصفحك أن يقرأ من ${counted(count, { one: 'خادم واحد', two: 'خادمين', few: '# خوادم', many: '# خادمًا', other: '# خادم' })}. سترى عنوانك كما يراه أي موقع تزوره.`,
    moreHosts: (count) => `و${number(count)} غيرها`,
    yes: 'اقرأها',
    no: 'ليس الآن',
    choose: 'كوكب من المدونات',
    drop: 'أفلت قائمة اشتراكات هنا: ملف OPML أو planet.json أو config.ini لكوكب أقدم أو نصًا فيه عناوين الخلاصات.',
    file: 'أو اختر الملف',
    addresses: 'أو اكتب عناوين الخلاصات، واحدًا في كل سطر',
    read: 'اقرأها',
    nothingIn: (name) => `لا خلاصات في ${name}.`,
    here: 'ما كتبته',
    chosen: (name) => `قُرئ من ${name}، وهو باقٍ على هذا الجهاز.`,
    close: 'إغلاق',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `لا كوكب في ${url}: أجاب الخادم ${status}. ضع فيه planet.json.`
        : `تعذّرت قراءة ${url}: الخادم لا يجيب، أو فُتحت الصفحة من القرص حيث لا تقرأ المتصفحات الملفات.`,
    'bad-json': ({ url, line, column }) => `${url} ليس JSON صحيحًا: انظر السطر ${line}، العمود ${column}.`,
    'bad-config': ({ url, detail }) => `في ${url}: ${detail}.`,
    'no-core': ({ detail }) => `تعذّر تحميل البرنامج الذي يقرأ التغذيات، planetarium.wasm: ${detail}`,
  },
};

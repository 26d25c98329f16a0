/** The words of the page in Serbian. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, counted, megabytes } = countsIn('sr');

const POSTS = { one: '# чланак', few: '# чланка', other: '# чланака' };

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'није нађен';
  if (status === 401 || status === 403) return 'његов сервер неће да га покаже';
  if (status === 429) return 'његов сервер тражи више стрпљења';
  return status >= 500 ? 'његов сервер има грешку' : 'његов сервер је одговорио грешком';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'његов сервер је одговорио грешком',
  gone: () => 'заувек угашен (410)',
  blocked: () => 'његов сервер не ради, или не да другим страницама да га читају',
  mixed_content: () => 'безбедна страница не сме да га чита преко обичног http-а',
  unreachable: () => 'његов сервер није доступан',
  timeout: () => 'његов сервер није одговорио на време',
  bad_redirect: () => 'његов сервер нас врти у круг',
  too_large: ({ detail }) => (Number(detail) ? `већи од ${megabytes(Number(detail))}` : 'превелик'),
  not_a_feed: ({ detail }) => detail || 'није довод',
  empty_document: () => 'празан',
  malformed_xml: () => 'неисправан XML',
  malformed_json: () => 'неисправан JSON',
  malformed_bytes: () => 'неисправан текст',
  truncated_document: () => 'прекинут на пола',
  too_deep: () => 'предубоко угнежђен',
  crashed: () => 'оборио је програм који га чита',
  unsupported_encoding: ({ detail }) => `у непознатом кодирању${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'посредник није доступан',
  proxy_status: ({ detail }) => `посредник је одговорио грешком${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'посредник не преузима ову адресу',
  forbidden_origin: () => 'посредник не служи ову страницу',
  bad_url: () => 'посредник не прихвата ову адресу',
  url_too_long: () => 'адреса је предугачка за посредника',
  rate_limited: () => 'посредник тражи више стрпљења',
  busy: () => 'посредник је заузет',
  loop: () => 'посредник би питао сам себе',
};

/** @type {Words} */
export const words = {
  language: 'sr',
  direction: 'ltr',
  reasons,

  skip: 'На чланке',
  people: 'Људи',
  topics: (name) => (name ? `О чему пише ${name}` : 'О чему се пише'),
  search: 'Претражи чланке',
  links: 'Другде',
  archive: 'Архива',
  perMonth: (from, to, most, when) =>
    `Чланци по месецима, ${from} – ${to}; највише, ${number(most)}: ${when}`,
  calendar: (year) => `Календар за ${year}`,
  languages: 'Језици',
  otherLanguages: 'непознат',
  linked: 'Највише помињано ове недеље',
  linkedBy: (weblogs) => `помиње ${counted(weblogs, { one: '# блог', few: '# блога', other: '# блогова' })}:`,
  linkingPost: (index) => `Чланак који га помиње, ${number(index)}`,
  documents: 'За ваш читач',
  document: (format) => `Преузми ове чланке као ${format}`,
  documentFailed: (detail) => `Датотека није могла да се направи: ${detail}`,
  density: 'Колико од сваког чланка',
  densities: { full: 'Цели', excerpt: 'Изводи', titles: 'Наслови' },
  ago: { today: 'Данас', week: 'Ове недеље', month: 'Овог месеца' },
  look: 'Изглед',
  looks: { page: 'Књига', planet: 'Планета', plain: 'Једноставан', gazette: 'Новине', terminal: 'Терминал' },
  colours: 'Боје',
  schemes: { system: 'Као систем', light: 'Светле', dark: 'Тамне' },
  loadPictures: 'Учитај слике',
  showPicture: (what) => `Прикажи слику: ${what}`,
  views: 'Прегледи',
  everything: 'Сви чланци',
  without: (filter) => `Уклони „${filter}“`,
  mark: '»',

  filters: {
    feed: (name) => `пише ${name}`,
    author: (name) => `аутор: ${name}`,
    tag: (label) => `тема: ${label}`,
    search: (search) => `садрже ${search}`,
    lang: (language) => `језик: ${language}`,
    unknownLanguage: 'на непознатом језику',
    month: (month) => `месец: ${month}`,
    since: (date) => `од ${date}`,
    until: (date) => `до ${date}`,
    on: (date) => `дан: ${date}`,
    starred: 'које си обележио',
    hidden: 'који су сакривени',
    asc: 'од најстаријег',
  },
  spans: {
    yesterday: 'јуче',
    week: 'пре недељу дана',
    '10_days': 'пре десет дана',
    month: 'пре месец дана',
    '30_days': 'пре тридесет дана',
  },
  posts: 'Чланци',
  post: 'Чланак',
  pageTitle: (title, page) => (page > 1 ? `${title}, страна ${number(page)}` : title),

  pages: 'Стране',
  pagesAbove: 'Стране, изнад чланака',
  page: (page, pages) => `Страна ${number(page)} од ${number(pages)}`,
  postCount: (count) => counted(count, POSTS),
  number: (count) => number(count),
  newer: 'Новији чланци',
  older: 'Старији чланци',

  star: 'Обележи',
  starred: 'Обележени',
  noStars: 'Још ниједан чланак није обележен.',
  postsOf: (date) => `Чланци за ${date}`,
  folded: (count) =>
    counted(count, { one: '# прочитан чланак', few: '# прочитана чланка', other: '# прочитаних чланака' }),
  lastVisit: (date) => `Последња посета: ${date}`,
  readingStates: { read: 'прочитано', new: 'ново' },
  settings: 'Подешавања',
  mute: 'Утишај',
  unmute: 'Поново прикажи',
  hiddenPosts: (count) =>
    counted(count, {
      one: '# чланак је сакривен',
      few: '# чланка су сакривена',
      other: '# чланака је сакривено',
    }),
  newPosts: (count) =>
    `↑ ${counted(count, { one: '# нови запис', few: '# нова записа', other: '# нових записа' })}`,
  keys: {
    title: 'Тастери',
    next: 'следећи запис',
    previous: 'претходни запис',
    open: 'отвори запис',
    star: 'обележи чланак',
    read: 'прочитано, непрочитано',
    fold: 'склопи дан',
    mute: 'утишај блог',
    pages: 'следећа страна, претходна страна',
    search: 'тражи',
    home: 'сви записи',
    starred: 'обележени чланци',
    settings: 'подешавања',
    help: 'овај списак',
    close: 'Затвори',
  },
  neighbours: 'Суседни чланци',
  newerPost: 'Новији',
  olderPost: 'Старији',

  readSince: 'Читај шта је ново од',
  sinceLinks: {
    yesterday: 'јуче',
    week: 'пре недељу дана',
    '10_days': 'пре десет дана',
    month: 'пре месец дана',
  },
  oldestFirst: 'прво најстарије',

  onThisPlanet: 'Овај чланак на овој планети',
  by: (author) => `пише ${author}`,
  under: 'под',
  comments: 'Коментари',
  alsoAt: 'Такође на',
  more: (count) => `и још ${number(count)}`,
  updated: (date) => `Измењено ${date}`,
  updatedMark: 'измењено',
  undated: 'Довод не наводи датум: ово је време када је чланак први пут виђен',
  unshowable: 'Овај чланак не може да се прикаже.',
  tooLarge: 'Овај чланак је превелик да би се овде приказао.',
  original: 'Читај изворник',
  elsewhere: (host) => `Садржај је на ${host}`,
  embedded: (host) => `Отвори оно што је овде уграђено, на ${host}`,

  why: 'Како је стигло овде',
  whyFeed: (name) => `У каквом је стању довод: ${name}`,
  feedLink: (name) => `Довод: ${name}`,
  feed: 'довод',
  state: {
    waiting: 'још није прочитан',
    lastPost: (date) => `последњи чланак ${date}`,
    noPosts: 'нема чланака',
    failed: (state) => failedFor(reasons, state, 'не може да се прочита'),
    since: (text, date) => `${text}, од ${date}`,
    kept: (text) => `${text}; приказани су последњи добри чланци`,
    moved: (text, url) => `${text}; довод се заувек преселио на ${url}`,
    faulty: (text, line, detail) => `${text}; довод има грешку у ${number(line)}. реду: ${detail}`,
  },

  progress: (done, total) => `Читање довода: ${number(done)} од ${number(total)}`,
  finished: (posts, failed) =>
    `${counted(posts, POSTS)}.${failed ? ` ${counted(failed, { one: '# довод није прочитан', few: '# довода нису прочитана', other: '# довода није прочитано' })}.` : ''}`,
  loading: 'Читање довода…',
  nothing: 'Овде нема чланака.',
  nothingFound: (search) => `Ниједан чланак овде не садржи ${search}.`,
  nothingYet: 'Још нема чланака.',
  noEntry: 'Ова планета више нема тај чланак.',
  hiddenEntry: 'Ова планета има тај чланак, али га један њен филтер скрива.',
  noFeeds: 'Ова планета још нема довода: planet.json не наводи ниједан под „feeds“.',
  allFailed: 'Ниједан довод није могао да се прочита. У списку људи пише шта коме фали.',
  unknownFeed: (nick) => `Нико се на овој планети не зове „${nick}“.`,
  unknownAddress: (part) => `„${part}“ у адреси овде ништа не значи, па је изостављено.`,
  trouble: {
    store_full: 'Овај прегледач више нема места: ови чланци се не чувају за следећу посету.',
    no_store: 'Овај прегледач не чува ништа са ове странице: чланци се читају изнова при свакој посети.',
    store_busy:
      'Оно што овај прегледач чува од последње посете сада не може да се отвори, можда зато што га држи друга картица: чланци се читају изнова и не чувају се.',
    damaged_archive: 'Нешто сачувано од последње посете било је оштећено: чита се изнова из довода.',
  },

  wrong: 'Ова планета не може да се прикаже',
  ask: {
    title: 'Планета из везе',
    hosts: (count) =>
      `Ова веза тражи од вашег прегледача да чита са ${counted(count, { one: '# сервера', few: '# сервера', other: '# сервера' })}. Они ће видети вашу адресу, као и сваки сајт који посетите.`,
    moreHosts: (count) => `и још ${number(count)}`,
    yes: 'Прочитај',
    no: 'Не сада',
    choose: 'Планета блогова',
    drop: 'Спустите овде списак претплата: OPML датотеку, planet.json, config.ini старије планете или текст са адресама довода.',
    file: 'Или изаберите датотеку',
    addresses: 'Или напишите адресе довода, једну по реду',
    read: 'Прочитај',
    nothingIn: (name) => `У ${name} нема довода.`,
    here: 'ономе што сте написали',
    chosen: (name) => `Прочитано из ${name}; остаје на овом уређају.`,
    close: 'Затвори',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `На адреси ${url} нема планете: сервер је одговорио ${status}. Ставите тамо planet.json.`
        : `${url} није могао да се прочита: сервер не одговара, или је страница отворена са диска, одакле прегледачи не читају датотеке.`,
    'bad-json': ({ url, line, column }) =>
      `${url} није исправан JSON: погледајте ред ${line}, колону ${column}.`,
    'bad-config': ({ url, detail }) => `${url}: ${detail}.`,
    'no-core': ({ detail }) =>
      `Програм који чита доводе, planetarium.wasm, није могао да се учита: ${detail}`,
  },
};

/** The words of the page in German. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, counted, megabytes } = countsIn('de');

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'nicht gefunden';
  if (status === 401 || status === 403) return 'der Server gibt ihn nicht heraus';
  if (status === 429) return 'der Server bittet um mehr Geduld';
  return status >= 500 ? 'der Server hat einen Fehler' : 'der Server hat mit einem Fehler geantwortet';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'der Server hat mit einem Fehler geantwortet',
  gone: () => 'für immer fort (410)',
  blocked: () => 'der Server ist nicht da oder lässt andere Seiten nicht lesen',
  mixed_content: () => 'eine sichere Seite darf ihn nicht über einfaches http lesen',
  unreachable: () => 'der Server ist nicht zu erreichen',
  timeout: () => 'der Server hat nicht rechtzeitig geantwortet',
  bad_redirect: () => 'der Server schickt uns im Kreis',
  too_large: ({ detail }) => (Number(detail) ? `größer als ${megabytes(Number(detail))}` : 'zu groß'),
  not_a_feed: ({ detail }) => detail || 'kein Feed',
  empty_document: () => 'leer',
  malformed_xml: () => 'fehlerhaftes XML',
  malformed_json: () => 'fehlerhaftes JSON',
  malformed_bytes: () => 'fehlerhafter Text',
  truncated_document: () => 'mittendrin abgeschnitten',
  too_deep: () => 'zu tief verschachtelt',
  crashed: () => 'das Programm, das ihn liest, ist daran gescheitert',
  unsupported_encoding: ({ detail }) => `in einer unbekannten Kodierung${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'der Proxy ist nicht zu erreichen',
  proxy_status: ({ detail }) => `der Proxy hat mit einem Fehler geantwortet${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'der Proxy holt diese Adresse nicht',
  forbidden_origin: () => 'der Proxy bedient diese Seite nicht',
  bad_url: () => 'der Proxy nimmt diese Adresse nicht an',
  url_too_long: () => 'die Adresse ist zu lang für den Proxy',
  rate_limited: () => 'der Proxy bittet um mehr Geduld',
  busy: () => 'der Proxy ist beschäftigt',
  loop: () => 'der Proxy würde sich selbst fragen',
};

/** @type {Words} */
export const words = {
  language: 'de',
  direction: 'ltr',
  reasons,

  skip: 'Zu den Beiträgen',
  people: 'Leute',
  topics: (name) => (name ? `Worüber ${name} schreibt` : 'Worüber geschrieben wird'),
  search: 'Beiträge durchsuchen',
  links: 'Anderswo',
  archive: 'Archiv',
  perMonth: (from, to, most, when) =>
    `Beiträge je Monat von ${from} bis ${to}; die meisten, ${number(most)}, im ${when}`,
  calendar: (year) => `Kalender ${year}`,
  languages: 'Sprachen',
  otherLanguages: 'unbekannt',
  linked: 'Diese Woche am meisten verlinkt',
  linkedBy: (weblogs) => `verlinkt von ${counted(weblogs, { one: '# Weblog', other: '# Weblogs' })}:`,
  linkingPost: (index) => `Ein Beitrag, der darauf verweist, ${number(index)}`,
  documents: 'Für den Feedreader',
  document: (format) => `Diese Beiträge als ${format} herunterladen`,
  documentFailed: (detail) => `Die Datei ließ sich nicht erstellen: ${detail}`,
  density: 'Wie viel von jedem Beitrag',
  densities: { full: 'Ganz', excerpt: 'Auszüge', titles: 'Überschriften' },
  ago: { today: 'Heute', week: 'Diese Woche', month: 'Diesen Monat' },
  look: 'Aussehen',
  looks: { page: 'Buchseite', planet: 'Planet', plain: 'Schlicht', gazette: 'Zeitung', terminal: 'Terminal' },
  colours: 'Farben',
  schemes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  loadPictures: 'Bilder laden',
  showPicture: (what) => `Bild zeigen: ${what}`,
  views: 'Ansichten',
  everything: 'Alle Beiträge',
  without: (filter) => `„${filter}“ aufheben`,
  mark: '»',

  filters: {
    feed: (name) => `von ${name}`,
    author: (name) => `geschrieben von ${name}`,
    tag: (label) => `über ${label}`,
    search: (search) => `mit ${search}`,
    lang: (language) => `auf ${language}`,
    unknownLanguage: 'in unbekannter Sprache',
    month: (month) => `im ${month}`,
    since: (date) => `seit ${date}`,
    until: (date) => `bis ${date}`,
    on: (date) => `vom ${date}`,
    starred: 'die du dir gemerkt hast',
    hidden: 'die ausgeblendet sind',
    asc: 'vom ältesten an',
  },
  spans: {
    yesterday: 'gestern',
    week: 'einer Woche',
    '10_days': 'zehn Tagen',
    month: 'einem Monat',
    '30_days': 'dreißig Tagen',
  },
  posts: 'Beiträge',
  post: 'Ein Beitrag',
  pageTitle: (title, page) => (page > 1 ? `${title}, Seite ${number(page)}` : title),

  pages: 'Seiten',
  pagesAbove: 'Seiten, über den Beiträgen',
  page: (page, pages) => `Seite ${number(page)} von ${number(pages)}`,
  postCount: (count) => counted(count, { one: '# Beitrag', other: '# Beiträge' }),
  number: (count) => number(count),
  newer: 'Neuere Beiträge',
  older: 'Ältere Beiträge',

  star: 'Merken',
  starred: 'Gemerkt',
  noStars: 'Du hast dir noch keinen Beitrag gemerkt.',
  postsOf: (date) => `Beiträge vom ${date}`,
  folded: (count) => counted(count, { one: '# gelesener Beitrag', other: '# gelesene Beiträge' }),
  lastVisit: (date) => `Dein letzter Besuch: ${date}`,
  readingStates: { read: 'gelesen', new: 'neu' },
  settings: 'Einstellungen',
  mute: 'Stumm schalten',
  unmute: 'Wieder zeigen',
  hiddenPosts: (count) =>
    counted(count, { one: '# Beitrag ist ausgeblendet', other: '# Beiträge sind ausgeblendet' }),
  newPosts: (count) => `↑ ${counted(count, { one: '# neuer Beitrag', other: '# neue Beiträge' })}`,
  keys: {
    title: 'Tasten',
    next: 'nächster Beitrag',
    previous: 'voriger Beitrag',
    open: 'Beitrag öffnen',
    star: 'Beitrag merken',
    read: 'gelesen, ungelesen',
    fold: 'Tag zuklappen',
    mute: 'sein Weblog stumm schalten',
    pages: 'nächste Seite, vorige Seite',
    search: 'suchen',
    home: 'alle Beiträge',
    starred: 'gemerkte Beiträge',
    settings: 'Einstellungen',
    help: 'diese Liste',
    close: 'Schließen',
  },
  neighbours: 'Die Beiträge daneben',
  newerPost: 'Neuer',
  olderPost: 'Älter',

  readSince: 'Lesen, was neu ist seit',
  sinceLinks: { yesterday: 'gestern', week: 'einer Woche', '10_days': 'zehn Tagen', month: 'einem Monat' },
  oldestFirst: 'das Älteste zuerst',

  onThisPlanet: 'Dieser Beitrag auf diesem Planeten',
  by: (author) => `von ${author}`,
  under: 'unter',
  comments: 'Kommentare',
  alsoAt: 'Auch bei',
  more: (count) => `und ${number(count)} mehr`,
  updated: (date) => `Geändert am ${date}`,
  updatedMark: 'geändert',
  undated: 'Der Feed nennt kein Datum: hier steht, wann der Beitrag zuerst gesehen wurde',
  unshowable: 'Dieser Beitrag lässt sich nicht zeigen.',
  tooLarge: 'Dieser Beitrag ist zu groß, um ihn hier zu zeigen.',
  original: 'Das Original lesen',
  elsewhere: (host) => `Der Inhalt liegt bei ${host}`,
  embedded: (host) => `Öffnen, was hier von ${host} eingebettet ist`,

  why: 'Wie er hierher kam',
  whyFeed: (name) => `Wie es dem Feed von ${name} geht`,
  feedLink: (name) => `Feed von ${name}`,
  feed: 'Feed',
  state: {
    waiting: 'noch nicht gelesen',
    lastPost: (date) => `letzter Beitrag ${date}`,
    noPosts: 'keine Beiträge',
    failed: (state) => failedFor(reasons, state, 'nicht zu lesen'),
    since: (text, date) => `${text}, seit ${date}`,
    kept: (text) => `${text}; die letzten guten Beiträge stehen hier noch`,
    moved: (text, url) => `${text}; der Feed ist umgezogen, nach ${url}`,
    faulty: (text, line, detail) => `${text}; der Feed hat einen Fehler in Zeile ${number(line)}: ${detail}`,
  },

  progress: (done, total) => `Die Feeds werden gelesen: ${number(done)} von ${number(total)}`,
  finished: (posts, failed) =>
    `${counted(posts, { one: '# Beitrag', other: '# Beiträge' })}.${failed ? ` ${counted(failed, { one: '# Feed ließ', other: '# Feeds ließen' })} sich nicht lesen.` : ''}`,
  loading: 'Die Feeds werden gelesen …',
  nothing: 'Hier gibt es keine Beiträge.',
  nothingFound: (search) => `Kein Beitrag hier enthält ${search}.`,
  nothingYet: 'Es gibt noch keine Beiträge.',
  noEntry: 'Dieser Planet hat den Beitrag nicht mehr.',
  hiddenEntry: 'Dieser Planet hat den Beitrag, aber einer seiner Filter verbirgt ihn.',
  noFeeds: 'Dieser Planet hat noch keine Feeds: planet.json nennt keine unter „feeds“.',
  allFailed: 'Kein Feed ließ sich lesen. In der Liste der Leute steht, was bei jedem fehlt.',
  unknownFeed: (nick) => `Auf diesem Planeten heißt niemand „${nick}“.`,
  unknownAddress: (part) => `„${part}“ in der Adresse bedeutet hier nichts und bleibt unbeachtet.`,
  trouble: {
    store_full: 'Dieser Browser hat keinen Platz mehr: die Beiträge werden nicht für später behalten.',
    no_store: 'Dieser Browser behält nichts von dieser Seite: die Beiträge werden jedes Mal neu gelesen.',
    store_busy:
      'Was dieser Browser vom letzten Besuch behalten hat, lässt sich gerade nicht öffnen, vielleicht weil ein anderer Tab es hält: die Beiträge werden neu gelesen und nicht behalten.',
    damaged_archive: 'Etwas vom letzten Besuch Behaltenes war beschädigt: es wird neu aus den Feeds gelesen.',
  },

  wrong: 'Dieser Planet lässt sich nicht zeigen',
  ask: {
    title: 'Ein Planet aus einem Link',
    hosts: (count) =>
      `Dieser Link lässt deinen Browser von ${counted(count, { one: '# Server', other: '# Servern' })} lesen. Sie sehen dabei deine Adresse, wie jede Website, die du besuchst.`,
    moreHosts: (count) => `und ${number(count)} weitere`,
    yes: 'Lesen',
    no: 'Jetzt nicht',
    choose: 'Ein Planet von Weblogs',
    drop: 'Zieh eine Liste von Abonnements hierher: eine OPML-Datei, eine planet.json, die config.ini eines älteren Planeten oder einen Text mit Adressen von Feeds.',
    file: 'Oder wähle die Datei',
    addresses: 'Oder schreib Adressen von Feeds, eine je Zeile',
    read: 'Lesen',
    nothingIn: (name) => `In ${name} sind keine Feeds.`,
    here: 'dem, was du geschrieben hast',
    chosen: (name) => `Gelesen aus ${name}; die Datei bleibt auf diesem Gerät.`,
    close: 'Schließen',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `Unter ${url} gibt es keinen Planeten: der Server hat ${status} geantwortet. Dorthin gehört eine planet.json.`
        : `${url} ließ sich nicht lesen: der Server antwortet nicht, oder die Seite wurde von der Platte geöffnet, wo Browser keine Dateien lesen.`,
    'bad-json': ({ url, line, column }) =>
      `${url} ist kein gültiges JSON: siehe Zeile ${line}, Spalte ${column}.`,
    'bad-config': ({ url, detail }) => `In ${url}: ${detail}.`,
    'no-core': ({ detail }) =>
      `Das Programm, das die Feeds liest, planetarium.wasm, ließ sich nicht laden: ${detail}`,
  },
};

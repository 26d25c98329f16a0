/** The words of the page in French. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, counted, megabytes } = countsIn('fr');

/** A day takes its article, a span has none. @param {string} date */
const le = (date) => (/^\d/.test(date) ? `le ${date}` : date);

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'introuvable';
  if (status === 401 || status === 403) return 'son serveur refuse de le montrer';
  if (status === 429) return 'son serveur demande plus de patience';
  return status >= 500 ? 'son serveur a une erreur' : 'son serveur a répondu par une erreur';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'son serveur a répondu par une erreur',
  gone: () => 'disparu pour de bon (410)',
  blocked: () => 'son serveur est en panne, ou ne laisse aucune autre page le lire',
  mixed_content: () => 'une page sécurisée ne peut pas le lire en simple http',
  unreachable: () => 'son serveur est injoignable',
  timeout: () => 'son serveur n’a pas répondu à temps',
  bad_redirect: () => 'son serveur nous fait tourner en rond',
  too_large: ({ detail }) => (Number(detail) ? `plus de ${megabytes(Number(detail))}` : 'trop gros'),
  not_a_feed: ({ detail }) => detail || 'pas un flux',
  empty_document: () => 'vide',
  malformed_xml: () => 'XML cassé',
  malformed_json: () => 'JSON cassé',
  malformed_bytes: () => 'texte cassé',
  truncated_document: () => 'coupé au milieu',
  too_deep: () => 'trop imbriqué',
  crashed: () => 'il a fait échouer le programme qui le lit',
  unsupported_encoding: ({ detail }) => `dans un encodage inconnu${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'le proxy est injoignable',
  proxy_status: ({ detail }) => `le proxy a répondu par une erreur${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'le proxy ne va pas chercher cette adresse',
  forbidden_origin: () => 'le proxy ne sert pas cette page',
  bad_url: () => 'le proxy n’accepte pas cette adresse',
  url_too_long: () => 'son adresse est trop longue pour le proxy',
  rate_limited: () => 'le proxy demande plus de patience',
  busy: () => 'le proxy est occupé',
  loop: () => 'le proxy s’interrogerait lui-même',
};

/** @type {Words} */
export const words = {
  language: 'fr',
  direction: 'ltr',
  reasons,

  skip: 'Aller aux billets',
  people: 'Auteurs',
  topics: (name) => (name ? `Ce dont parle ${name}` : 'Ce dont on parle'),
  search: 'Chercher dans les billets',
  links: 'Ailleurs',
  archive: 'Archives',
  perMonth: (from, to, most, when) =>
    `Billets par mois, de ${from} à ${to} ; le plus, ${number(most)}, en ${when}`,
  calendar: (year) => `Calendrier ${year}`,
  languages: 'Langues',
  otherLanguages: 'inconnue',
  linked: 'Les plus cités cette semaine',
  linkedBy: (weblogs) => `cité par ${counted(weblogs, { one: '# blog', other: '# blogs' })} :`,
  linkingPost: (index) => `Un billet qui y renvoie, ${number(index)}`,
  documents: 'Pour votre lecteur',
  document: (format) => `Télécharger ces billets en ${format}`,
  documentFailed: (detail) => `Le fichier n’a pas pu être créé : ${detail}`,
  density: 'Combien de chaque billet',
  densities: { full: 'Entiers', excerpt: 'Extraits', titles: 'Titres' },
  ago: { today: 'Aujourd’hui', week: 'Cette semaine', month: 'Ce mois-ci' },
  look: 'Apparence',
  looks: { page: 'Page', planet: 'Planète', plain: 'Sobre', gazette: 'Gazette', terminal: 'Terminal' },
  colours: 'Couleurs',
  schemes: { system: 'Comme le système', light: 'Claires', dark: 'Sombres' },
  loadPictures: 'Charger les images',
  showPicture: (what) => `Montrer l’image : ${what}`,
  views: 'Vues',
  everything: 'Tous les billets',
  without: (filter) => `Retirer « ${filter} »`,
  mark: '»',

  filters: {
    feed: (name) => `de ${name}`,
    author: (name) => `écrits par ${name}`,
    tag: (label) => `sur ${label}`,
    search: (search) => `qui disent ${search}`,
    lang: (language) => `en ${language}`,
    unknownLanguage: 'dans une langue inconnue',
    month: (month) => `de ${month}`,
    since: (date) => `depuis ${le(date)}`,
    until: (date) => (/^\d/.test(date) ? `jusqu’au ${date}` : `jusqu’à ${date}`),
    on: (date) => `du ${date}`,
    starred: 'que vous avez marqués',
    hidden: 'qui sont masqués',
    asc: 'à partir du plus ancien',
  },
  spans: {
    yesterday: 'hier',
    week: 'une semaine',
    '10_days': 'dix jours',
    month: 'un mois',
    '30_days': 'trente jours',
  },
  posts: 'Billets',
  post: 'Un billet',
  pageTitle: (title, page) => (page > 1 ? `${title}, page ${number(page)}` : title),

  pages: 'Pages',
  pagesAbove: 'Pages, au-dessus des billets',
  page: (page, pages) => `Page ${number(page)} sur ${number(pages)}`,
  postCount: (count) => counted(count, { one: '# billet', other: '# billets' }),
  number: (count) => number(count),
  newer: 'Billets plus récents',
  older: 'Billets plus anciens',

  star: 'Marquer',
  starred: 'Marqués',
  noStars: 'Vous n’avez encore marqué aucun billet.',
  postsOf: (date) => `Billets du ${date}`,
  folded: (count) => counted(count, { one: '# billet lu', other: '# billets lus' }),
  lastVisit: (date) => `Votre dernière visite : ${date}`,
  readingStates: { read: 'lu', new: 'nouveau' },
  settings: 'Réglages',
  mute: 'Masquer',
  unmute: 'Montrer de nouveau',
  hiddenPosts: (count) => counted(count, { one: '# billet est masqué', other: '# billets sont masqués' }),
  newPosts: (count) => `↑ ${counted(count, { one: '# nouveau billet', other: '# nouveaux billets' })}`,
  keys: {
    title: 'Touches',
    next: 'billet suivant',
    previous: 'billet précédent',
    open: 'ouvrir le billet',
    star: 'marquer le billet',
    read: 'lu, non lu',
    fold: 'replier le jour',
    mute: 'masquer son blog',
    pages: 'page suivante, page précédente',
    search: 'chercher',
    home: 'tous les billets',
    starred: 'billets marqués',
    settings: 'réglages',
    help: 'cette liste',
    close: 'Fermer',
  },
  neighbours: 'Les billets voisins',
  newerPost: 'Plus récent',
  olderPost: 'Plus ancien',

  readSince: 'Lire les nouveautés depuis',
  sinceLinks: { yesterday: 'hier', week: 'une semaine', '10_days': 'dix jours', month: 'un mois' },
  oldestFirst: 'les plus anciennes d’abord',

  onThisPlanet: 'Ce billet sur cette planète',
  by: (author) => `par ${author}`,
  under: 'dans',
  comments: 'Commentaires',
  alsoAt: 'Aussi chez',
  more: (count) => `et ${number(count)} de plus`,
  updated: (date) => `Mis à jour le ${date}`,
  updatedMark: 'mis à jour',
  undated: 'Le flux ne donne pas de date : voici quand le billet a été vu pour la première fois',
  unshowable: 'Ce billet n’a pas pu être affiché.',
  tooLarge: 'Ce billet est trop grand pour être affiché ici.',
  original: 'Lire l’original',
  elsewhere: (host) => `Le contenu est chez ${host}`,
  embedded: (host) => `Ouvrir ce qui est intégré ici, chez ${host}`,

  why: 'Comment il est arrivé ici',
  whyFeed: (name) => `Comment va le flux de ${name}`,
  feedLink: (name) => `Flux de ${name}`,
  feed: 'flux',
  state: {
    waiting: 'pas encore lu',
    lastPost: (date) => `dernier billet : ${date}`,
    noPosts: 'aucun billet',
    failed: (state) => failedFor(reasons, state, 'illisible'),
    since: (text, date) => `${text}, depuis ${le(date)}`,
    kept: (text) => `${text} ; ses derniers bons billets sont affichés`,
    moved: (text, url) => `${text} ; le flux a déménagé pour de bon, à ${url}`,
    faulty: (text, line, detail) => `${text} ; le flux a un défaut à la ligne ${number(line)} : ${detail}`,
  },

  progress: (done, total) => `Lecture des flux : ${number(done)} sur ${number(total)}`,
  finished: (posts, failed) =>
    `${counted(posts, { one: '# billet', other: '# billets' })}.${failed ? ` ${counted(failed, { one: '# flux n’a pas pu être lu', other: '# flux n’ont pas pu être lus' })}.` : ''}`,
  loading: 'Lecture des flux…',
  nothing: 'Il n’y a pas de billets ici.',
  nothingFound: (search) => `Aucun billet ici ne dit ${search}.`,
  nothingYet: 'Il n’y a pas encore de billets.',
  noEntry: 'Cette planète n’a plus ce billet.',
  hiddenEntry: 'Cette planète conserve ce billet, mais un de ses filtres le cache.',
  noFeeds: 'Cette planète n’a pas encore de flux : planet.json n’en nomme aucun sous « feeds ».',
  allFailed: 'Aucun flux n’a pu être lu. La liste des auteurs dit ce qui ne va pas pour chacun.',
  unknownFeed: (nick) => `Personne sur cette planète ne s’appelle « ${nick} ».`,
  unknownAddress: (part) => `« ${part} » dans l’adresse ne veut rien dire ici : c’est ignoré.`,
  trouble: {
    store_full: 'Ce navigateur n’a plus de place : ces billets ne sont pas gardés pour la prochaine fois.',
    no_store: 'Ce navigateur ne garde rien de cette page : les billets sont relus à chaque visite.',
    store_busy:
      'Ce que ce navigateur garde de votre dernière visite ne s’ouvre pas, peut-être parce qu’un autre onglet le tient : les billets sont relus, et pas gardés.',
    damaged_archive:
      'Quelque chose gardé depuis votre dernière visite était abîmé : c’est relu depuis les flux.',
  },

  wrong: 'Cette planète ne peut pas être affichée',
  ask: {
    title: 'Une planète depuis un lien',
    hosts: (count) =>
      `Ce lien demande à votre navigateur de lire chez ${counted(count, { one: '# serveur', other: '# serveurs' })}. Ils verront votre adresse, comme tout site que vous visitez.`,
    moreHosts: (count) => `et ${number(count)} de plus`,
    yes: 'Les lire',
    no: 'Pas maintenant',
    choose: 'Une planète de blogs',
    drop: 'Déposez ici une liste d’abonnements : un fichier OPML, un planet.json, le config.ini d’une ancienne planète ou un texte avec des adresses de flux.',
    file: 'Ou choisissez le fichier',
    addresses: 'Ou écrivez des adresses de flux, une par ligne',
    read: 'Les lire',
    nothingIn: (name) => `Il n’y a pas de flux dans ${name}.`,
    here: 'ce que vous avez écrit',
    chosen: (name) => `Lu dans ${name}, qui reste sur cet appareil.`,
    close: 'Fermer',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `Il n’y a pas de planète à ${url} : le serveur a répondu ${status}. Mettez-y un planet.json.`
        : `${url} n’a pas pu être lu : le serveur ne répond pas, ou la page a été ouverte depuis le disque, où les navigateurs ne lisent pas de fichiers.`,
    'bad-json': ({ url, line, column }) =>
      `${url} n’est pas du JSON valide : voyez la ligne ${line}, colonne ${column}.`,
    'bad-config': ({ url, detail }) => `Dans ${url} : ${detail}.`,
    'no-core': ({ detail }) =>
      `Le programme qui lit les flux, planetarium.wasm, n’a pas pu être chargé : ${detail}`,
  },
};

/** The words of the page in Spanish. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, counted, megabytes } = countsIn('es');

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'no se encuentra';
  if (status === 401 || status === 403) return 'su servidor se niega a mostrarlo';
  if (status === 429) return 'su servidor pide más paciencia';
  return status >= 500 ? 'su servidor tiene un error' : 'su servidor respondió con un error';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'su servidor respondió con un error',
  gone: () => 'desapareció para siempre (410)',
  blocked: () => 'su servidor no funciona o no deja que otras páginas lo lean',
  mixed_content: () => 'una página segura no puede leerlo por http simple',
  unreachable: () => 'no se llega a su servidor',
  timeout: () => 'su servidor no respondió a tiempo',
  bad_redirect: () => 'su servidor nos hace dar vueltas',
  too_large: ({ detail }) => (Number(detail) ? `mayor de ${megabytes(Number(detail))}` : 'demasiado grande'),
  not_a_feed: ({ detail }) => detail || 'no es un canal',
  empty_document: () => 'vacío',
  malformed_xml: () => 'XML roto',
  malformed_json: () => 'JSON roto',
  malformed_bytes: () => 'texto roto',
  truncated_document: () => 'cortado a la mitad',
  too_deep: () => 'demasiado anidado',
  crashed: () => 'hizo fallar el programa que lo lee',
  unsupported_encoding: ({ detail }) => `en una codificación desconocida${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'no se llega al proxy',
  proxy_status: ({ detail }) => `el proxy respondió con un error${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'el proxy no pide esta dirección',
  forbidden_origin: () => 'el proxy no atiende a esta página',
  bad_url: () => 'el proxy no acepta esta dirección',
  url_too_long: () => 'su dirección es demasiado larga para el proxy',
  rate_limited: () => 'el proxy pide más paciencia',
  busy: () => 'el proxy está ocupado',
  loop: () => 'el proxy se preguntaría a sí mismo',
};

/** @type {Words} */
export const words = {
  language: 'es',
  direction: 'ltr',
  reasons,

  skip: 'Ir a las entradas',
  people: 'Gente',
  topics: (name) => (name ? `De qué habla ${name}` : 'De qué se habla'),
  search: 'Buscar en las entradas',
  links: 'En otros sitios',
  archive: 'Archivo',
  perMonth: (from, to, most, when) =>
    `Entradas por mes de ${from} a ${to}; el máximo, ${number(most)}, en ${when}`,
  calendar: (year) => `Calendario de ${year}`,
  languages: 'Idiomas',
  otherLanguages: 'desconocido',
  linked: 'Lo más enlazado de la semana',
  linkedBy: (weblogs) => `enlazado por ${counted(weblogs, { one: '# blog', other: '# blogs' })}:`,
  linkingPost: (index) => `Una entrada que lo enlaza, ${number(index)}`,
  documents: 'Para tu lector',
  document: (format) => `Descargar estas entradas como ${format}`,
  documentFailed: (detail) => `No se pudo crear el archivo: ${detail}`,
  density: 'Cuánto de cada entrada',
  densities: { full: 'Completas', excerpt: 'Extractos', titles: 'Titulares' },
  ago: { today: 'Hoy', week: 'Esta semana', month: 'Este mes' },
  look: 'Aspecto',
  looks: { page: 'Página', planet: 'Planeta', plain: 'Sencillo', gazette: 'Gaceta', terminal: 'Terminal' },
  colours: 'Colores',
  schemes: { system: 'Como el sistema', light: 'Claros', dark: 'Oscuros' },
  loadPictures: 'Cargar imágenes',
  showPicture: (what) => `Mostrar la imagen: ${what}`,
  views: 'Vistas',
  everything: 'Todas las entradas',
  without: (filter) => `Quitar «${filter}»`,
  mark: '»',

  filters: {
    feed: (name) => `de ${name}`,
    author: (name) => `escritas por ${name}`,
    tag: (label) => `sobre ${label}`,
    search: (search) => `que dicen ${search}`,
    lang: (language) => `en ${language}`,
    unknownLanguage: 'en un idioma desconocido',
    month: (month) => `en ${month}`,
    since: (date) => `desde ${date}`,
    until: (date) => `hasta ${date}`,
    on: (date) => `del ${date}`,
    starred: 'que has marcado',
    hidden: 'que están ocultas',
    asc: 'desde la más antigua',
  },
  spans: {
    yesterday: 'ayer',
    week: 'hace una semana',
    '10_days': 'hace diez días',
    month: 'hace un mes',
    '30_days': 'hace treinta días',
  },
  posts: 'Entradas',
  post: 'Una entrada',
  pageTitle: (title, page) => (page > 1 ? `${title}, página ${number(page)}` : title),

  pages: 'Páginas',
  pagesAbove: 'Páginas, encima de las entradas',
  page: (page, pages) => `Página ${number(page)} de ${number(pages)}`,
  postCount: (count) => counted(count, { one: '# entrada', other: '# entradas' }),
  number: (count) => number(count),
  newer: 'Entradas más nuevas',
  older: 'Entradas más antiguas',

  star: 'Marcar',
  starred: 'Marcadas',
  noStars: 'Aún no has marcado ninguna entrada.',
  postsOf: (date) => `Entradas del ${date}`,
  folded: (count) => counted(count, { one: '# entrada leída', other: '# entradas leídas' }),
  lastVisit: (date) => `Tu última visita: ${date}`,
  readingStates: { read: 'leída', new: 'nueva' },
  settings: 'Ajustes',
  mute: 'Silenciar',
  unmute: 'Volver a mostrar',
  hiddenPosts: (count) => counted(count, { one: '# entrada está oculta', other: '# entradas están ocultas' }),
  newPosts: (count) => `↑ ${counted(count, { one: '# entrada nueva', other: '# entradas nuevas' })}`,
  keys: {
    title: 'Teclas',
    next: 'entrada siguiente',
    previous: 'entrada anterior',
    open: 'abrir la entrada',
    star: 'marcar la entrada',
    read: 'leída, no leída',
    fold: 'plegar el día',
    mute: 'silenciar su blog',
    pages: 'página siguiente, página anterior',
    search: 'buscar',
    home: 'todas las entradas',
    starred: 'entradas marcadas',
    settings: 'ajustes',
    help: 'esta lista',
    close: 'Cerrar',
  },
  neighbours: 'Las entradas vecinas',
  newerPost: 'Más nueva',
  olderPost: 'Más antigua',

  readSince: 'Leer lo nuevo desde',
  sinceLinks: {
    yesterday: 'ayer',
    week: 'hace una semana',
    '10_days': 'hace diez días',
    month: 'hace un mes',
  },
  oldestFirst: 'lo más antiguo primero',

  onThisPlanet: 'Esta entrada en este planeta',
  by: (author) => `por ${author}`,
  under: 'en',
  comments: 'Comentarios',
  alsoAt: 'También en',
  more: (count) => `y ${number(count)} más`,
  updated: (date) => `Actualizada el ${date}`,
  updatedMark: 'actualizada',
  undated: 'El canal no da fecha: esta es la hora en que se vio la entrada por primera vez',
  unshowable: 'Esta entrada no se pudo mostrar.',
  tooLarge: 'Esta entrada es demasiado grande para mostrarla aquí.',
  original: 'Leer el original',
  elsewhere: (host) => `El contenido está en ${host}`,
  embedded: (host) => `Abrir lo incrustado aquí, en ${host}`,

  why: 'Cómo llegó aquí',
  whyFeed: (name) => `Cómo está el canal de ${name}`,
  feedLink: (name) => `Canal de ${name}`,
  feed: 'canal',
  state: {
    waiting: 'aún sin leer',
    lastPost: (date) => `última entrada: ${date}`,
    noPosts: 'sin entradas',
    failed: (state) => failedFor(reasons, state, 'no se puede leer'),
    since: (text, date) => `${text}, desde ${date}`,
    kept: (text) => `${text}; se muestran sus últimas entradas buenas`,
    moved: (text, url) => `${text}; el canal se mudó para siempre a ${url}`,
    faulty: (text, line, detail) => `${text}; el canal tiene un fallo en la línea ${number(line)}: ${detail}`,
  },

  progress: (done, total) => `Leyendo los canales: ${number(done)} de ${number(total)}`,
  finished: (posts, failed) =>
    `${counted(posts, { one: '# entrada', other: '# entradas' })}.${failed ? ` ${counted(failed, { one: 'No se pudo leer # canal', other: 'No se pudieron leer # canales' })}.` : ''}`,
  loading: 'Leyendo los canales…',
  nothing: 'Aquí no hay entradas.',
  nothingFound: (search) => `Ninguna entrada dice ${search}.`,
  nothingYet: 'Todavía no hay entradas.',
  noEntry: 'Este planeta ya no tiene esa entrada.',
  hiddenEntry: 'Este planeta guarda esa entrada, pero uno de sus filtros la oculta.',
  noFeeds: 'Este planeta aún no tiene canales: planet.json no nombra ninguno en «feeds».',
  allFailed: 'No se pudo leer ningún canal. La lista de gente dice qué le pasa a cada uno.',
  unknownFeed: (nick) => `Nadie en este planeta se llama «${nick}».`,
  unknownAddress: (part) => `«${part}» en la dirección no significa nada aquí, así que se omite.`,
  trouble: {
    store_full: 'A este navegador no le queda sitio: estas entradas no se guardan para tu próxima visita.',
    no_store: 'Este navegador no guarda nada de esta página: las entradas se leen de nuevo en cada visita.',
    store_busy:
      'Lo que este navegador guarda de tu última visita no se abre ahora, quizá porque lo tiene otra pestaña: las entradas se leen de nuevo y no se guardan.',
    damaged_archive: 'Algo guardado desde tu última visita estaba dañado: se lee de nuevo de los canales.',
  },

  wrong: 'Este planeta no se puede mostrar',
  ask: {
    title: 'Un planeta desde un enlace',
    hosts: (count) =>
      `Este enlace pide a tu navegador que lea de ${counted(count, { one: '# servidor', other: '# servidores' })}. Verán tu dirección, como cualquier sitio que visitas.`,
    moreHosts: (count) => `y ${number(count)} más`,
    yes: 'Leerlos',
    no: 'Ahora no',
    choose: 'Un planeta de blogs',
    drop: 'Suelta aquí una lista de suscripciones: un archivo OPML, un planet.json, el config.ini de un planeta antiguo o un texto con direcciones de fuentes.',
    file: 'O elige el archivo',
    addresses: 'O escribe direcciones de fuentes, una por línea',
    read: 'Leerlas',
    nothingIn: (name) => `No hay fuentes en ${name}.`,
    here: 'lo que escribiste',
    chosen: (name) => `Leído de ${name}, que se queda en este dispositivo.`,
    close: 'Cerrar',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `No hay ningún planeta en ${url}: el servidor respondió ${status}. Pon ahí un planet.json.`
        : `No se pudo leer ${url}: el servidor no responde, o la página se abrió desde el disco, donde los navegadores no leen archivos.`,
    'bad-json': ({ url, line, column }) =>
      `${url} no es JSON válido: mira la línea ${line}, columna ${column}.`,
    'bad-config': ({ url, detail }) => `En ${url}: ${detail}.`,
    'no-core': ({ detail }) =>
      `No se pudo cargar el programa que lee los canales, planetarium.wasm: ${detail}`,
  },
};

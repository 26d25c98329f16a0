/** The words of the page in Portuguese. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, counted, megabytes } = countsIn('pt');

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'não encontrado';
  if (status === 401 || status === 403) return 'o servidor recusa-se a mostrá-lo';
  if (status === 429) return 'o servidor pede mais paciência';
  return status >= 500 ? 'o servidor tem um erro' : 'o servidor respondeu com um erro';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'o servidor respondeu com um erro',
  gone: () => 'desapareceu de vez (410)',
  blocked: () => 'o servidor está fora do ar, ou não deixa outras páginas lê-lo',
  mixed_content: () => 'uma página segura não pode lê-lo por http simples',
  unreachable: () => 'não se chega ao servidor',
  timeout: () => 'o servidor não respondeu a tempo',
  bad_redirect: () => 'o servidor nos faz andar em círculos',
  too_large: ({ detail }) => (Number(detail) ? `maior que ${megabytes(Number(detail))}` : 'grande demais'),
  not_a_feed: ({ detail }) => detail || 'não é um feed',
  empty_document: () => 'vazio',
  malformed_xml: () => 'XML com defeito',
  malformed_json: () => 'JSON com defeito',
  malformed_bytes: () => 'texto com defeito',
  truncated_document: () => 'cortado no meio',
  too_deep: () => 'aninhado demais',
  crashed: () => 'fez falhar o programa que o lê',
  unsupported_encoding: ({ detail }) => `em uma codificação desconhecida${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'não se chega ao proxy',
  proxy_status: ({ detail }) => `o proxy respondeu com um erro${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'o proxy não busca este endereço',
  forbidden_origin: () => 'o proxy não atende esta página',
  bad_url: () => 'o proxy não aceita este endereço',
  url_too_long: () => 'o endereço é longo demais para o proxy',
  rate_limited: () => 'o proxy pede mais paciência',
  busy: () => 'o proxy está ocupado',
  loop: () => 'o proxy perguntaria a si mesmo',
};

/** @type {Words} */
export const words = {
  language: 'pt',
  direction: 'ltr',
  reasons,

  skip: 'Ir para os posts',
  people: 'Pessoas',
  topics: (name) => (name ? `Do que ${name} fala` : 'Do que se fala'),
  search: 'Buscar nos posts',
  links: 'Em outros lugares',
  archive: 'Arquivo',
  perMonth: (from, to, most, when) =>
    `Posts por mês de ${from} a ${to}; o máximo, ${number(most)}, em ${when}`,
  calendar: (year) => `Calendário de ${year}`,
  languages: 'Idiomas',
  otherLanguages: 'desconhecido',
  linked: 'Os mais citados da semana',
  linkedBy: (weblogs) => `citado por ${counted(weblogs, { one: '# blog', other: '# blogs' })}:`,
  linkingPost: (index) => `Um post que o cita, ${number(index)}`,
  documents: 'Para o seu leitor',
  document: (format) => `Baixar estes posts como ${format}`,
  documentFailed: (detail) => `Não foi possível criar o arquivo: ${detail}`,
  density: 'Quanto de cada post',
  densities: { full: 'Inteiros', excerpt: 'Trechos', titles: 'Títulos' },
  ago: { today: 'Hoje', week: 'Esta semana', month: 'Este mês' },
  look: 'Aparência',
  looks: { page: 'Página', planet: 'Planeta', plain: 'Simples', gazette: 'Gazeta', terminal: 'Terminal' },
  colours: 'Cores',
  schemes: { system: 'Como o sistema', light: 'Claras', dark: 'Escuras' },
  loadPictures: 'Carregar imagens',
  showPicture: (what) => `Mostrar a imagem: ${what}`,
  views: 'Visões',
  everything: 'Todos os posts',
  without: (filter) => `Remover “${filter}”`,
  mark: '»',

  filters: {
    feed: (name) => `de ${name}`,
    author: (name) => `escritos por ${name}`,
    tag: (label) => `sobre ${label}`,
    search: (search) => `que dizem ${search}`,
    lang: (language) => `em ${language}`,
    unknownLanguage: 'em idioma desconhecido',
    month: (month) => `de ${month}`,
    since: (date) => `desde ${date}`,
    until: (date) => `até ${date}`,
    on: (date) => `de ${date}`,
    starred: 'que você marcou',
    hidden: 'que estão ocultos',
    asc: 'a partir do mais antigo',
  },
  spans: {
    yesterday: 'ontem',
    week: 'uma semana atrás',
    '10_days': 'dez dias atrás',
    month: 'um mês atrás',
    '30_days': 'trinta dias atrás',
  },
  posts: 'Posts',
  post: 'Um post',
  pageTitle: (title, page) => (page > 1 ? `${title}, página ${number(page)}` : title),

  pages: 'Páginas',
  pagesAbove: 'Páginas, acima dos posts',
  page: (page, pages) => `Página ${number(page)} de ${number(pages)}`,
  postCount: (count) => counted(count, { one: '# post', other: '# posts' }),
  number: (count) => number(count),
  newer: 'Posts mais novos',
  older: 'Posts mais antigos',

  star: 'Marcar',
  starred: 'Marcados',
  noStars: 'Você ainda não marcou nenhum post.',
  postsOf: (date) => `Posts de ${date}`,
  folded: (count) => counted(count, { one: '# post lido', other: '# posts lidos' }),
  lastVisit: (date) => `Sua última visita: ${date}`,
  readingStates: { read: 'lido', new: 'novo' },
  settings: 'Ajustes',
  mute: 'Silenciar',
  unmute: 'Mostrar de novo',
  hiddenPosts: (count) => counted(count, { one: '# post está oculto', other: '# posts estão ocultos' }),
  newPosts: (count) => `↑ ${counted(count, { one: '# post novo', other: '# posts novos' })}`,
  keys: {
    title: 'Teclas',
    next: 'próximo post',
    previous: 'post anterior',
    open: 'abrir o post',
    star: 'marcar o post',
    read: 'lido, não lido',
    fold: 'recolher o dia',
    mute: 'silenciar o blog',
    pages: 'próxima página, página anterior',
    search: 'buscar',
    home: 'todos os posts',
    starred: 'posts marcados',
    settings: 'ajustes',
    help: 'esta lista',
    close: 'Fechar',
  },
  neighbours: 'Os posts vizinhos',
  newerPost: 'Mais novo',
  olderPost: 'Mais antigo',

  readSince: 'Ler as novidades desde',
  sinceLinks: {
    yesterday: 'ontem',
    week: 'uma semana atrás',
    '10_days': 'dez dias atrás',
    month: 'um mês atrás',
  },
  oldestFirst: 'as mais antigas primeiro',

  onThisPlanet: 'Este post neste planeta',
  by: (author) => `por ${author}`,
  under: 'em',
  comments: 'Comentários',
  alsoAt: 'Também em',
  more: (count) => `e mais ${number(count)}`,
  updated: (date) => `Atualizado em ${date}`,
  updatedMark: 'atualizado',
  undated: 'O feed não dá data: aqui está quando o post foi visto pela primeira vez',
  unshowable: 'Não foi possível mostrar este post.',
  tooLarge: 'Este post é grande demais para ser mostrado aqui.',
  original: 'Ler o original',
  elsewhere: (host) => `O conteúdo está em ${host}`,
  embedded: (host) => `Abrir o que está incorporado aqui, em ${host}`,

  why: 'Como chegou aqui',
  whyFeed: (name) => `Como está o feed de ${name}`,
  feedLink: (name) => `Feed de ${name}`,
  feed: 'feed',
  state: {
    waiting: 'ainda não lido',
    lastPost: (date) => `último post: ${date}`,
    noPosts: 'sem posts',
    failed: (state) => failedFor(reasons, state, 'não pode ser lido'),
    since: (text, date) => `${text}, desde ${date}`,
    kept: (text) => `${text}; são mostrados seus últimos posts bons`,
    moved: (text, url) => `${text}; o feed mudou de vez para ${url}`,
    faulty: (text, line, detail) => `${text}; o feed tem um defeito na linha ${number(line)}: ${detail}`,
  },

  progress: (done, total) => `Lendo os feeds: ${number(done)} de ${number(total)}`,
  finished: (posts, failed) =>
    `${counted(posts, { one: '# post', other: '# posts' })}.${failed ? ` ${counted(failed, { one: '# feed não pôde ser lido', other: '# feeds não puderam ser lidos' })}.` : ''}`,
  loading: 'Lendo os feeds…',
  nothing: 'Não há posts aqui.',
  nothingFound: (search) => `Nenhum post aqui diz ${search}.`,
  nothingYet: 'Ainda não há posts.',
  noEntry: 'Este planeta não tem mais esse post.',
  hiddenEntry: 'Este planeta guarda esse post, mas um dos seus filtros o esconde.',
  noFeeds: 'Este planeta ainda não tem feeds: planet.json não nomeia nenhum em “feeds”.',
  allFailed: 'Nenhum dos feeds pôde ser lido. A lista de pessoas diz o que há de errado com cada um.',
  unknownFeed: (nick) => `Ninguém neste planeta se chama “${nick}”.`,
  unknownAddress: (part) => `“${part}” no endereço não significa nada aqui, por isso é ignorado.`,
  trouble: {
    store_full:
      'Este navegador não tem mais espaço: estes posts não são guardados para a sua próxima visita.',
    no_store: 'Este navegador não guarda nada desta página: os posts são lidos de novo a cada visita.',
    store_busy:
      'O que este navegador guarda da sua última visita não abre agora, talvez porque outra aba o esteja usando: os posts são lidos de novo, e não guardados.',
    damaged_archive:
      'Algo guardado desde a sua última visita estava danificado: é lido de novo a partir dos feeds.',
  },

  wrong: 'Este planeta não pode ser mostrado',
  ask: {
    title: 'Um planeta a partir de um link',
    hosts: (count) =>
      `Este link pede ao seu navegador que leia de ${counted(count, { one: '# servidor', other: '# servidores' })}. Eles verão o seu endereço, como qualquer site que você visita.`,
    moreHosts: (count) => `e mais ${number(count)}`,
    yes: 'Ler',
    no: 'Agora não',
    choose: 'Um planeta de blogs',
    drop: 'Solte aqui uma lista de assinaturas: um arquivo OPML, um planet.json, o config.ini de um planeta antigo ou um texto com endereços de feeds.',
    file: 'Ou escolha o arquivo',
    addresses: 'Ou escreva endereços de feeds, um por linha',
    read: 'Ler',
    nothingIn: (name) => `Não há feeds em ${name}.`,
    here: 'o que você escreveu',
    chosen: (name) => `Lido de ${name}, que fica neste aparelho.`,
    close: 'Fechar',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `Não há planeta em ${url}: o servidor respondeu ${status}. Ponha lá um planet.json.`
        : `Não foi possível ler ${url}: o servidor não responde, ou a página foi aberta do disco, onde navegadores não leem arquivos.`,
    'bad-json': ({ url, line, column }) =>
      `${url} não é JSON válido: veja a linha ${line}, coluna ${column}.`,
    'bad-config': ({ url, detail }) => `Em ${url}: ${detail}.`,
    'no-core': ({ detail }) =>
      `Não foi possível carregar o programa que lê os feeds, planetarium.wasm: ${detail}`,
  },
};

/** The words of the page in Japanese. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, megabytes } = countsIn('ja');

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return '見つかりません';
  if (status === 401 || status === 403) return 'サーバーが表示を拒んでいます';
  if (status === 429) return 'サーバーがしばらく待つよう求めています';
  return status >= 500 ? 'サーバーでエラーが起きています' : 'サーバーがエラーを返しました';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'サーバーがエラーを返しました',
  gone: () => '完全になくなりました (410)',
  blocked: () => 'サーバーが止まっているか、他のページからの読み込みを許していません',
  mixed_content: () => '安全なページからは http で読めません',
  unreachable: () => 'サーバーに接続できません',
  timeout: () => 'サーバーから時間内に返事がありません',
  bad_redirect: () => 'サーバーの転送が繰り返されています',
  too_large: ({ detail }) =>
    Number(detail) ? `${megabytes(Number(detail))} を超えています` : '大きすぎます',
  not_a_feed: ({ detail }) => detail || 'フィードではありません',
  empty_document: () => '空です',
  malformed_xml: () => 'XML が壊れています',
  malformed_json: () => 'JSON が壊れています',
  malformed_bytes: () => '文字が壊れています',
  truncated_document: () => '途中で切れています',
  too_deep: () => '入れ子が深すぎます',
  crashed: () => '読み取るプログラムが止まりました',
  unsupported_encoding: ({ detail }) => `未知の文字コードです${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'プロキシに接続できません',
  proxy_status: ({ detail }) => `プロキシがエラーを返しました${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'プロキシはこのアドレスを取得しません',
  forbidden_origin: () => 'プロキシはこのページに対応していません',
  bad_url: () => 'プロキシがこのアドレスを受け付けません',
  url_too_long: () => 'アドレスがプロキシには長すぎます',
  rate_limited: () => 'プロキシがしばらく待つよう求めています',
  busy: () => 'プロキシが混み合っています',
  loop: () => 'プロキシが自分自身に問い合わせることになります',
};

/** @type {Words} */
export const words = {
  language: 'ja',
  direction: 'ltr',
  reasons,

  skip: '記事へ移動',
  people: 'メンバー',
  topics: (name) => (name ? `${name} の話題` : '話題'),
  search: '記事を検索',
  links: 'ほかのサイト',
  archive: 'アーカイブ',
  perMonth: (from, to, most, when) =>
    `${from}から${to}までの月ごとの記事数。最多は${when}の ${number(most)} 件`,
  calendar: (year) => `${year}年のカレンダー`,
  languages: '言語',
  otherLanguages: '不明',
  linked: '今週よくリンクされたもの',
  linkedBy: (weblogs) => `${number(weblogs)} のブログがリンク:`,
  linkingPost: (index) => `リンクしている記事 ${number(index)}`,
  documents: 'フィードリーダー用',
  document: (format) => `これらの記事を ${format} でダウンロード`,
  documentFailed: (detail) => `ファイルを作成できませんでした: ${detail}`,
  density: '記事の表示量',
  densities: { full: '全文', excerpt: '抜粋', titles: '見出し' },
  ago: { today: '今日', week: '今週', month: '今月' },
  look: '外観',
  looks: { page: '本', planet: 'プラネット', plain: 'シンプル', gazette: '新聞', terminal: 'ターミナル' },
  colours: '配色',
  schemes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
  loadPictures: '画像を読み込む',
  showPicture: (what) => `画像を表示: ${what}`,
  views: '表示',
  everything: 'すべての記事',
  without: (filter) => `「${filter}」を外す`,
  mark: '»',

  filters: {
    feed: (name) => `ブログ: ${name}`,
    author: (name) => `著者: ${name}`,
    tag: (label) => `話題: ${label}`,
    search: (search) => `検索: ${search}`,
    lang: (language) => `言語: ${language}`,
    unknownLanguage: '言語: 不明',
    month: (month) => month,
    since: (date) => `${date}以降`,
    until: (date) => `${date}まで`,
    on: (date) => date,
    starred: '（スター付き）',
    hidden: '（非表示）',
    asc: '古い順',
  },
  spans: { yesterday: '昨日', week: '1週間前', '10_days': '10日前', month: '1か月前', '30_days': '30日前' },
  posts: '記事',
  post: '記事',
  pageTitle: (title, page) => (page > 1 ? `${title}、${number(page)} ページ` : title),

  pages: 'ページ',
  pagesAbove: 'ページ（記事の上）',
  page: (page, pages) => `${number(page)} / ${number(pages)} ページ`,
  postCount: (count) => `${number(count)} 件の記事`,
  number: (count) => number(count),
  newer: '新しい記事',
  older: '古い記事',

  star: 'スターを付ける',
  starred: 'スター付き',
  noStars: 'スターを付けた記事はまだありません。',
  postsOf: (date) => `${date} の記事`,
  folded: (count) => `既読 ${number(count)} 件`,
  lastVisit: (date) => `前回の訪問: ${date}`,
  readingStates: { read: '既読', new: '新着' },
  settings: '設定',
  mute: 'ミュート',
  unmute: 'ミュートを解除',
  hiddenPosts: (count) => `${number(count)} 件が非表示`,
  newPosts: (count) => `↑ 新しい記事 ${number(count)} 件`,
  keys: {
    title: 'キー',
    next: '次の記事',
    previous: '前の記事',
    open: '記事を開く',
    star: '記事にスターを付ける',
    read: '既読・未読',
    fold: 'その日をたたむ',
    mute: 'そのブログをミュート',
    pages: '次のページ、前のページ',
    search: '検索',
    home: 'すべての記事',
    starred: 'スター付きの記事',
    settings: '設定',
    help: 'この一覧',
    close: '閉じる',
  },
  neighbours: '前後の記事',
  newerPost: '新しい記事',
  olderPost: '古い記事',

  readSince: '新着を読む:',
  sinceLinks: { yesterday: '昨日から', week: '1週間前から', '10_days': '10日前から', month: '1か月前から' },
  oldestFirst: '古い順',

  onThisPlanet: 'このプラネットでのこの記事',
  by: (author) => `著者: ${author}`,
  under: '話題:',
  comments: 'コメント',
  alsoAt: 'ほかの掲載先:',
  more: (count) => `ほか ${number(count)} 件`,
  updated: (date) => `${date}更新`,
  updatedMark: '更新',
  undated: 'フィードに日付がないため、最初に見つけた日時です',
  unshowable: 'この記事は表示できません。',
  tooLarge: 'この記事は大きすぎてここに表示できません。',
  original: '元の記事を読む',
  elsewhere: (host) => `内容は ${host} にあります`,
  embedded: (host) => `埋め込みを ${host} で開く`,

  why: 'ここに届くまで',
  whyFeed: (name) => `${name} のフィードの状態`,
  feedLink: (name) => `${name} のフィード`,
  feed: 'フィード',
  state: {
    waiting: '未読み込み',
    lastPost: (date) => `最終記事 ${date}`,
    noPosts: '記事なし',
    failed: (state) => failedFor(reasons, state, '読み込めません'),
    since: (text, date) => `${text}（${date}から）`,
    kept: (text) => `${text}。最後に読めた記事を表示しています`,
    moved: (text, url) => `${text}。フィードは ${url} に移転しました`,
    faulty: (text, line, detail) => `${text}。フィードの ${number(line)} 行目に誤りがあります: ${detail}`,
  },

  progress: (done, total) => `フィードを読み込み中: ${number(done)} / ${number(total)}`,
  finished: (posts, failed) =>
    `${number(posts)} 件の記事。${failed ? `${number(failed)} 件のフィードを読み込めませんでした。` : ''}`,
  loading: 'フィードを読み込み中…',
  nothing: 'ここに記事はありません。',
  nothingFound: (search) => `「${search}」を含む記事はありません。`,
  nothingYet: 'まだ記事がありません。',
  noEntry: 'その記事はもうこのプラネットにありません。',
  hiddenEntry: 'このプラネットにその記事はありますが、フィルターで非表示になっています。',
  noFeeds: 'このプラネットにはまだフィードがありません。planet.json の「feeds」が空です。',
  allFailed: 'どのフィードも読み込めませんでした。原因はメンバーの一覧にあります。',
  unknownFeed: (nick) => `「${nick}」という人はこのプラネットにいません。`,
  unknownAddress: (part) => `アドレスの「${part}」は意味がないため無視します。`,
  trouble: {
    store_full: 'ブラウザーに空きがないため、これらの記事は次回まで保存されません。',
    no_store: 'このブラウザーはこのページのデータを保存しないため、記事は毎回読み込み直されます。',
    store_busy:
      '前回保存した内容を今は開けません。別のタブが使っているのかもしれません。記事は読み込み直され、保存されません。',
    damaged_archive: '前回から保存していたものの一部が壊れていたため、フィードから読み込み直します。',
  },

  wrong: 'このプラネットを表示できません',
  ask: {
    title: 'リンクからのプラネット',
    hosts: (count) =>
      `このリンクはブラウザーに ${number(count)} 件のホストから読み込むよう求めています。訪れるどのサイトとも同じく、相手にはあなたのアドレスが見えます。`,
    moreHosts: (count) => `ほか ${number(count)} 件`,
    yes: '読み込む',
    no: '今はしない',
    choose: 'ブログのプラネット',
    drop: '購読リストをここにドロップしてください：OPML ファイル、planet.json、以前のプラネットの config.ini、またはフィードのアドレスを書いたテキスト。',
    file: 'またはファイルを選ぶ',
    addresses: 'またはフィードのアドレスを 1 行に 1 つ書く',
    read: '読み込む',
    nothingIn: (name) => `${name} にフィードはありません。`,
    here: '入力した内容',
    chosen: (name) => `${name} から読み込みました。この端末の外には出ません。`,
    close: '閉じる',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `${url} にプラネットがありません。サーバーの応答は ${status} です。そこに planet.json を置いてください。`
        : `${url} を読み込めませんでした。サーバーから返事がないか、ブラウザーがファイルを読めないディスク上のページです。`,
    'bad-json': ({ url, line, column }) =>
      `${url} は正しい JSON ではありません。${line} 行目、${column} 文字目を見てください。`,
    'bad-config': ({ url, detail }) => `${url}: ${detail}`,
    'no-core': ({ detail }) =>
      `フィードを読み取るプログラム planetarium.wasm を読み込めませんでした: ${detail}`,
  },
};

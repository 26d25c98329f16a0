/** The words of the page in Chinese, in simplified characters. */
import { countsIn, failedFor } from './counts.js';

/** @import { Words } from './en.js' */

const { number, megabytes } = countsIn('zh');

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return '找不到';
  if (status === 401 || status === 403) return '其服务器拒绝显示';
  if (status === 429) return '其服务器要求稍后再试';
  return status >= 500 ? '其服务器出错' : '其服务器返回了错误';
};

/** @type {Words['reasons']} */
const reasons = {
  upstream_status: ({ status }) => (status ? `${answered(status)} (${status})` : '其服务器返回了错误'),
  gone: () => '已永久消失 (410)',
  blocked: () => '其服务器已停止，或不允许其他页面读取',
  mixed_content: () => '安全页面不能通过普通 http 读取',
  unreachable: () => '无法连接其服务器',
  timeout: () => '其服务器没有及时响应',
  bad_redirect: () => '其服务器在循环跳转',
  too_large: ({ detail }) => (Number(detail) ? `大于 ${megabytes(Number(detail))}` : '太大'),
  not_a_feed: ({ detail }) => detail || '不是订阅源',
  empty_document: () => '空的',
  malformed_xml: () => 'XML 有误',
  malformed_json: () => 'JSON 有误',
  malformed_bytes: () => '文本有误',
  truncated_document: () => '内容中途截断',
  too_deep: () => '嵌套过深',
  crashed: () => '读取它的程序崩溃了',
  unsupported_encoding: ({ detail }) => `编码未知${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => '无法连接代理',
  proxy_status: ({ detail }) => `代理返回了错误${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => '代理不读取这个地址',
  forbidden_origin: () => '代理不为此页面服务',
  bad_url: () => '代理不接受这个地址',
  url_too_long: () => '地址太长，代理无法处理',
  rate_limited: () => '代理要求稍后再试',
  busy: () => '代理正忙',
  loop: () => '代理会请求它自己',
};

/** @type {Words} */
export const words = {
  language: 'zh',
  direction: 'ltr',
  reasons,

  skip: '跳到文章',
  people: '成员',
  topics: (name) => (name ? `${name} 的话题` : '大家的话题'),
  search: '搜索文章',
  links: '其他网站',
  archive: '存档',
  perMonth: (from, to, most, when) => `${from}至${to}每月文章数；最多的是${when}，${number(most)} 篇`,
  calendar: (year) => `${year}年日历`,
  languages: '语言',
  otherLanguages: '未知',
  linked: '本周最多链接',
  linkedBy: (weblogs) => `${number(weblogs)} 个博客链接：`,
  linkingPost: (index) => `链接到它的文章 ${number(index)}`,
  documents: '供阅读器使用',
  document: (format) => `以 ${format} 格式下载这些文章`,
  documentFailed: (detail) => `无法生成文件：${detail}`,
  density: '每篇文章显示多少',
  densities: { full: '全文', excerpt: '摘要', titles: '标题' },
  ago: { today: '今天', week: '本周', month: '本月' },
  look: '外观',
  looks: { page: '书页', planet: '星球', plain: '简洁', gazette: '报纸', terminal: '终端' },
  colours: '配色',
  schemes: { system: '跟随系统', light: '浅色', dark: '深色' },
  loadPictures: '加载图片',
  showPicture: (what) => `显示图片：${what}`,
  views: '视图',
  everything: '全部文章',
  without: (filter) => `去掉“${filter}”`,
  mark: '»',

  filters: {
    feed: (name) => `博客：${name}`,
    author: (name) => `作者：${name}`,
    tag: (label) => `话题：${label}`,
    search: (search) => `包含 ${search}`,
    lang: (language) => `语言：${language}`,
    unknownLanguage: '语言未知',
    month: (month) => month,
    since: (date) => `自${date}起`,
    until: (date) => `至${date}`,
    on: (date) => date,
    starred: '已加星标',
    asc: '从最旧的开始',
  },
  spans: { yesterday: '昨天', week: '一周前', '10_days': '十天前', month: '一个月前', '30_days': '三十天前' },
  posts: '文章',
  post: '一篇文章',
  pageTitle: (title, page) => (page > 1 ? `${title}，第 ${number(page)} 页` : title),

  pages: '页码',
  pagesAbove: '页码（文章上方）',
  page: (page, pages) => `第 ${number(page)} 页，共 ${number(pages)} 页`,
  postCount: (count) => `${number(count)} 篇文章`,
  number: (count) => number(count),
  newer: '较新的文章',
  older: '较旧的文章',

  star: '加星标',
  starred: '星标文章',
  noStars: '还没有给任何文章加星标。',
  postsOf: (date) => `${date} 的文章`,
  folded: (count) => `${number(count)} 篇已读`,
  lastVisit: (date) => `上次访问：${date}`,
  newPosts: (count) => `↑ ${number(count)} 篇新文章`,
  keys: {
    title: '按键',
    next: '下一篇',
    previous: '上一篇',
    open: '打开文章',
    star: '给文章加星标',
    read: '已读、未读',
    fold: '收起这一天',
    pages: '下一页、上一页',
    search: '搜索',
    home: '所有文章',
    help: '此列表',
    close: '关闭',
  },
  neighbours: '前后的文章',
  newerPost: '较新',
  olderPost: '较旧',

  readSince: '阅读新文章：',
  sinceLinks: { yesterday: '昨天起', week: '一周内', '10_days': '十天内', month: '一个月内' },
  oldestFirst: '从旧到新',

  onThisPlanet: '本站上的这篇文章',
  by: (author) => `作者：${author}`,
  under: '话题：',
  comments: '评论',
  alsoAt: '另见',
  more: (count) => `还有 ${number(count)} 个`,
  updated: (date) => `${date}更新`,
  updatedMark: '已更新',
  undated: '订阅源没有给出日期：这是首次看到该文章的时间',
  unshowable: '无法显示这篇文章。',
  tooLarge: '这篇文章太大，无法在此显示。',
  original: '阅读原文',
  elsewhere: (host) => `内容在 ${host}`,
  embedded: (host) => `在 ${host} 打开此处嵌入的内容`,

  why: '它是怎么来的',
  whyFeed: (name) => `${name} 的订阅源状况`,
  feedLink: (name) => `${name} 的订阅源`,
  feed: '订阅源',
  state: {
    waiting: '尚未读取',
    lastPost: (date) => `最近文章：${date}`,
    noPosts: '没有文章',
    failed: (state) => failedFor(reasons, state, '无法读取'),
    since: (text, date) => `${text}，自${date}起`,
    kept: (text) => `${text}；显示的是它最后一批正常的文章`,
    moved: (text, url) => `${text}；订阅源已永久迁移到 ${url}`,
    faulty: (text, line, detail) => `${text}；订阅源第 ${number(line)} 行有误：${detail}`,
  },

  progress: (done, total) => `正在读取订阅源：${number(done)} / ${number(total)}`,
  finished: (posts, failed) =>
    `${number(posts)} 篇文章。${failed ? `${number(failed)} 个订阅源无法读取。` : ''}`,
  loading: '正在读取订阅源…',
  nothing: '这里没有文章。',
  nothingFound: (search) => `没有文章包含 ${search}。`,
  nothingYet: '还没有文章。',
  noEntry: '本站已没有这篇文章。',
  hiddenEntry: '本站存有这篇文章，但被一个过滤器隐藏了。',
  noFeeds: '本站还没有订阅源：planet.json 的“feeds”中没有列出任何一个。',
  allFailed: '所有订阅源都无法读取。成员列表中写明了各自的原因。',
  unknownFeed: (nick) => `本站没有名叫“${nick}”的人。`,
  unknownAddress: (part) => `地址中的“${part}”在这里没有意义，已忽略。`,
  trouble: {
    store_full: '此浏览器空间已满：这些文章不会保留到下次访问。',
    no_store: '此浏览器不为此页面保存任何内容：每次访问都会重新读取文章。',
    store_busy: '上次访问保存的内容现在无法打开，可能被另一个标签页占用：文章会重新读取，且不保存。',
    damaged_archive: '上次访问以来保存的部分内容已损坏：正在从订阅源重新读取。',
  },

  wrong: '无法显示本站',
  ask: {
    title: '来自链接的星球',
    hosts: (count) =>
      `此链接要求您的浏览器从 ${number(count)} 个主机读取。与您访问的任何网站一样，它们会看到您的地址。`,
    moreHosts: (count) => `以及另外 ${number(count)} 个`,
    yes: '读取',
    no: '暂不',
    choose: '博客星球',
    drop: '将订阅列表拖放到这里：OPML 文件、planet.json、旧星球的 config.ini，或写有订阅源地址的文本。',
    file: '或选择文件',
    addresses: '或填写订阅源地址，每行一个',
    read: '读取',
    nothingIn: (name) => `${name} 中没有订阅源。`,
    here: '您填写的内容',
    chosen: (name) => `已从 ${name} 读取，文件留在本设备上。`,
    close: '关闭',
  },

  failures: {
    'no-planet': ({ url, status }) =>
      status
        ? `${url} 没有内容：服务器返回 ${status}。请在那里放置 planet.json。`
        : `无法读取 ${url}：服务器没有响应，或页面是从磁盘打开的，浏览器无法在那里读取文件。`,
    'bad-json': ({ url, line, column }) => `${url} 不是有效的 JSON：请看第 ${line} 行第 ${column} 列。`,
    'bad-config': ({ url, detail }) => `${url} 中：${detail}。`,
    'no-core': ({ detail }) => `无法加载读取订阅源的程序 planetarium.wasm：${detail}`,
  },
};

/** Every word of the builder, in Japanese. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('ja');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'ja',
  direction: 'ltr',
  title: 'プラネットを作る',
  lead: 'フィードの一覧をこのページのどこにでもドロップしてください。OPML ファイル、planet.json、古いプラネットの config.ini、表、アドレスを並べたテキストが使えます。内容がこのブラウザーの外へ出ることはありません。',
  file: 'ファイルを選ぶ',
  address: 'ブログかフィードのアドレス',
  add: '追加',
  feeds: 'フィード',
  noFeeds: 'まだありません。',
  remove: (name) => `${name} を外す`,
  name: '名前',
  planetTitle: 'タイトル',
  proxy: 'プロキシ',
  proxyHint:
    '多くのフィードは、自分のサイトのページからしか読めません。アドレスに {url} を含む公開プロキシがあれば、このプレビューとあなたのプラネットのために読み込みます。',
  preview: 'プレビュー',
  previewEmpty: 'フィードを追加すると、ここに記事が表示されます。',
  take: '持ち帰る',
  oneFile: '1 つのファイルのページ',
  folder: 'どのサーバーにも置けるフォルダー (zip)',
  snippet: '自分のページに入れる',
  copy: 'コピー',
  copied: 'コピーしました',
  waiting: '読み込み中…',
  posts: (count) => counted(count, { other: '# 件' }),
  searching: 'フィードを探しています…',
  unreachable: (address) =>
    `${address} はここから読めません。フィードのアドレスを書くか、下に公開プロキシを指定してください。`,
  none: (address) => `${address} にはフィードの指定がありません。`,
  known: 'そのフィードは一覧にあります。',
  nothingIn: (name) => `${name} にはフィードがありません。`,
  took: (name, count) => counted(count, { other: '{} から # 件のフィード。' }).replace('{}', () => name),
  missing: (detail) => `作れませんでした: ${detail}`,
};

/** Every word of the settings, in Japanese. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('ja');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'ja',
  lead: 'この端末にだけ保存され、ほかの誰にも見えません。',
  muted: 'ミュート中',
  nothingMuted:
    'ミュートしているものはありません。ブログはそのページで、話題はその話題のページでミュートできます。',
  unmute: (name) => `${name} のミュートを解除`,
  weblog: 'ブログ',
  topic: '話題',
  word: '言葉',
  addWord: '読みたくない言葉',
  languages: '読む言語',
  allLanguages: '選ばなければ、すべて表示します。',
  own: '自分のフィード',
  ownHint:
    'プラネットのフィードに加えて読みます。フィードのサーバーがほかのページからの読み込みを許可しているか、プラネットのプロキシが誰にでも開かれている必要があります。',
  address: 'フィードのアドレス',
  add: '追加',
  remove: (name) => `${name} を外す`,
  notAnAddress: 'フィードのアドレスではありません。https:// で始めてください。',
  order: '人の並び順',
  orders: { planet: 'プラネットの順', newest: '新しい記事の順', name: '名前の順', posts: '記事の多い順' },
  letterKeys: '1文字のキー操作（? で一覧）',
  kept: 'ここに保存されているもの',
  exportIt: 'ファイルに保存',
  importIt: 'ファイルから読み込む',
  forget: 'すべて忘れる',
  badFile: (name) => `${name} にはそのような内容がありません。`,
  done: '完了',
  hidden: (count) => counted(count, { other: '# 件' }),
};

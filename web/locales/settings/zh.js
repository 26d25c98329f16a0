/** Every word of the settings, in Chinese. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('zh');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'zh',
  lead: '只保存在此设备上，其他人看不到。',
  muted: '已屏蔽',
  nothingMuted: '没有屏蔽任何内容。可在博客的页面屏蔽该博客，在话题的页面屏蔽该话题。',
  unmute: (name) => `不再屏蔽 ${name}`,
  weblog: '博客',
  topic: '话题',
  word: '词语',
  addWord: '不想读到的词语',
  languages: '我阅读的语言',
  allLanguages: '不选则全部显示。',
  own: '我自己的订阅源',
  ownHint: '附加在星球的订阅源之外。该订阅源的主机须允许其他网页读取，或星球的代理须对所有人开放。',
  address: '订阅源的地址',
  add: '添加',
  remove: (name) => `移除 ${name}`,
  notAnAddress: '这不是订阅源的地址：地址以 https:// 开头',
  order: '成员的顺序',
  orders: { planet: '按星球的顺序', newest: '最新文章在前', name: '按名称', posts: '文章最多在前' },
  letterKeys: '单字母快捷键（按 ? 查看列表）',
  kept: '保存在这里的内容',
  exportIt: '保存为文件',
  importIt: '从文件读取',
  forget: '全部忘记',
  badFile: (name) => `${name} 中没有此类内容。`,
  done: '完成',
  hidden: (count) => counted(count, { other: '# 篇文章' }),
};

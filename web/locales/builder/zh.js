/** Every word of the builder, in Chinese. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('zh');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'zh',
  direction: 'ltr',
  title: '建立一个星球',
  lead: '把订阅列表拖到此页任意位置：OPML 文件、planet.json、旧星球的 config.ini、表格，或写有地址的文本。内容不会离开此浏览器。',
  file: '选择文件',
  address: '博客或订阅源的地址',
  add: '添加',
  feeds: '订阅源',
  noFeeds: '还没有。',
  remove: (name) => `移除 ${name}`,
  name: '名称',
  planetTitle: '标题',
  proxy: '代理',
  proxyHint: '多数订阅源只允许自己的网页读取。地址中含有 {url} 的开放代理可以为此预览和你的星球读取它们。',
  preview: '预览',
  previewEmpty: '有了订阅源，文章就会显示在这里。',
  take: '带走',
  oneFile: '单个文件的网页',
  folder: '可放到任何主机的文件夹 (zip)',
  snippet: '放进你的网页',
  copy: '复制',
  copied: '已复制',
  waiting: '读取中…',
  posts: (count) => counted(count, { other: '# 篇文章' }),
  searching: '正在寻找订阅源…',
  unreachable: (address) => `无法从这里读取 ${address}。请填写其订阅源的地址，或在下方填写一个开放代理。`,
  none: (address) => `${address} 没有指明订阅源。`,
  known: '该订阅源已在列表中。',
  nothingIn: (name) => `${name} 中没有订阅源。`,
  took: (name, count) => counted(count, { other: '从 {} 取得 # 个订阅源。' }).replace('{}', () => name),
  missing: (detail) => `无法生成：${detail}`,
};

/** Every word of the settings, in Serbian. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('sr');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'sr',
  lead: 'Чува се на овом уређају; нико други то не види.',
  muted: 'Утишано',
  nothingMuted: 'Ништа није утишано. Блог се утишава на својој страници, тема на својој.',
  unmute: (name) => `Поново прикажи: ${name}`,
  weblog: 'блог',
  topic: 'тема',
  word: 'реч',
  addWord: 'Реч о којој не желиш да читаш',
  languages: 'Језици које читам',
  allLanguages: 'Ниједан није изабран: сви.',
  own: 'Моји доводи',
  ownHint:
    'Поред оних које има планета. Сервер таквог довода мора да дозволи другим страницама да га читају, или посредник планете мора бити отворен за све.',
  address: 'Адреса довода',
  add: 'Додај',
  remove: (name) => `Уклони ${name}`,
  notAnAddress: 'То није адреса довода: она почиње са https://',
  order: 'Редослед људи',
  orders: {
    planet: 'како их планета наводи',
    newest: 'прво најновији чланак',
    name: 'по имену',
    posts: 'прво ко највише пише',
  },
  letterKeys: 'Тастери од једног слова (? их набраја)',
  kept: 'Шта се овде чува',
  exportIt: 'Сачувај у датотеку',
  importIt: 'Учитај из датотеке',
  forget: 'Заборави све',
  badFile: (name) => `У ${name} нема ничега таквог.`,
  done: 'Готово',
  hidden: (count) => counted(count, { one: '# чланак', few: '# чланка', other: '# чланака' }),
};

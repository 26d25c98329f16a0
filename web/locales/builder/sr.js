/** Every word of the builder, in Serbian. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('sr');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'sr',
  direction: 'ltr',
  title: 'Направи планету',
  lead: 'Спусти списак довода било где на ову страницу: OPML датотеку, planet.json, config.ini старије планете, табелу, текст са адресама. Ништа од тога не напушта овај прегледач.',
  file: 'Изабери датотеку',
  address: 'Адреса блога или довода',
  add: 'Додај',
  feeds: 'Доводи',
  noFeeds: 'Још ниједан.',
  remove: (name) => `Уклони ${name}`,
  name: 'Име',
  planetTitle: 'Наслов',
  proxy: 'Посредник',
  proxyHint:
    'Већину довода смеју да читају само њихове странице. Отворени посредник, са {url} у адреси, чита их за овај преглед и за твоју планету.',
  preview: 'Преглед',
  previewEmpty: 'Чланци се овде појављују чим има довода.',
  take: 'Понеси',
  oneFile: 'Једна страница у једној датотеци',
  folder: 'Фасцикла за било који сервер (zip)',
  snippet: 'За твоју страницу',
  copy: 'Копирај',
  copied: 'Копирано',
  waiting: 'чита се…',
  posts: (count) => counted(count, { one: '# чланак', few: '# чланка', other: '# чланака' }),
  searching: 'Траже се доводи…',
  unreachable: (address) =>
    `${address} не може да се чита одавде. Упиши адресу довода или доле наведи отвореног посредника.`,
  none: (address) => `${address} не наводи ниједан довод.`,
  known: 'Тај довод је већ на списку.',
  nothingIn: (name) => `У ${name} нема довода.`,
  took: (name, count) =>
    counted(count, { one: '# довод из {}.', few: '# довода из {}.', other: '# довода из {}.' }).replace(
      '{}',
      () => name,
    ),
  missing: (detail) => `Не може да се направи: ${detail}`,
};

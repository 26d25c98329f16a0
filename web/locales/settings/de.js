/** Every word of the settings, in German. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('de');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'de',
  lead: 'Bleibt auf diesem Gerät; niemand sonst sieht es.',
  muted: 'Stumm',
  nothingMuted:
    'Nichts ist stumm. Ein Weblog wird auf seiner Seite stumm geschaltet, ein Thema auf der seinen.',
  unmute: (name) => `${name} wieder zeigen`,
  weblog: 'Weblog',
  topic: 'Thema',
  word: 'Wort',
  addWord: 'Ein Wort, von dem du nichts lesen willst',
  languages: 'Sprachen, die ich lese',
  allLanguages: 'Keine gewählt: alle.',
  own: 'Eigene Feeds',
  ownHint:
    'Neben denen des Planeten. Der Server eines solchen Feeds muss anderen Seiten erlauben, ihn zu lesen, oder der Proxy des Planeten muss für alle offen sein.',
  address: 'Adresse eines Feeds',
  add: 'Hinzufügen',
  remove: (name) => `${name} entfernen`,
  notAnAddress: 'Das ist keine Adresse eines Feeds: sie beginnt mit https://',
  order: 'Reihenfolge der Leute',
  orders: {
    planet: 'wie der Planet sie nennt',
    newest: 'neuester Beitrag zuerst',
    name: 'nach Namen',
    posts: 'die meisten Beiträge zuerst',
  },
  letterKeys: 'Tasten aus einem Zeichen (? zählt sie auf)',
  kept: 'Was hier bleibt',
  exportIt: 'Als Datei sichern',
  importIt: 'Aus einer Datei lesen',
  forget: 'Alles vergessen',
  badFile: (name) => `In ${name} ist nichts dergleichen.`,
  done: 'Fertig',
  hidden: (count) => counted(count, { one: '# Beitrag', other: '# Beiträge' }),
};

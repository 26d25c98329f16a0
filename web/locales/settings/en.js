/** Every word of the settings, in English. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('en');

export const words = {
  language: 'en',
  lead: 'Kept on this device; nobody else sees it.',
  muted: 'Muted',
  nothingMuted: 'Nothing is muted. A weblog is muted on its own page, a topic on its own page.',
  unmute: (/** @type {string} */ name) => `Unmute ${name}`,
  weblog: 'weblog',
  topic: 'topic',
  word: 'word',
  addWord: 'A word you do not want to read about',
  languages: 'Languages I read',
  allLanguages: 'None chosen: all of them.',
  own: 'Feeds of my own',
  ownHint:
    'Beside the planet’s. The host of such a feed must let other pages read it, or the proxy of the planet must be open to all.',
  address: 'Address of a feed',
  add: 'Add',
  remove: (/** @type {string} */ name) => `Remove ${name}`,
  notAnAddress: 'That is no address of a feed: it begins with https://',
  order: 'Order of the people',
  orders: {
    planet: 'as the planet has it',
    newest: 'the newest post first',
    name: 'by name',
    posts: 'the most posts first',
  },
  letterKeys: 'Keys of one letter (? lists them)',
  kept: 'What is kept here',
  exportIt: 'Save as a file',
  importIt: 'Read from a file',
  forget: 'Forget everything',
  badFile: (/** @type {string} */ name) => `${name} holds nothing of this kind.`,
  done: 'Done',
  hidden: (/** @type {number} */ count) => counted(count, { one: '# post', other: '# posts' }),
};

/** @typedef {typeof words} SettingsWords */

/** A view and the words it is shown in → a short text that another one shares as long as its posts would look the same. */

/** @import { View } from '../model.js' */
/** @import { Scene } from './scene.js' */

/**
 * @param {Pick<View, 'days' | 'entries'>} view
 * @param {Pick<Scene, 'density' | 'dates' | 'words'>} how
 * @returns {string}   FNV-1a, 32 bits, and the length of what it is of
 */
export function digestOf({ days, entries }, { density, dates, words }) {
  // Not the name of the language: en-GB and en-US may write alike, and what they write is what is seen.
  const written = [
    words.posts,
    days.map(({ date }) => dates.day(date)),
    entries.map(({ local }) => dates.time(local)),
  ];
  const said = JSON.stringify([density, written, days, entries]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < said.length; at++) hash = Math.imul(hash ^ said.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(36)}-${said.length.toString(36)}`;
}

/** A view and the words it is shown in → a short text that another one shares as long as its posts would look the same. */

import { fingerprint } from '../config/fingerprint.js';

/** @import { View } from '../model.js' */
/** @import { Scene } from './scene.js' */

/**
 * @param {Pick<View, 'days' | 'entries'>} view
 * @param {Pick<Scene, 'density' | 'dates' | 'words'>} how
 * @returns {string}
 */
export function digestOf({ days, entries }, { density, dates, words }) {
  // Not the name of the language: en-GB and en-US may write alike, and what they write is what is seen.
  const written = [
    words.posts,
    days.map(({ date }) => dates.day(date)),
    entries.map(({ local }) => dates.time(local)),
  ];
  return fingerprint(new TextEncoder().encode(JSON.stringify([density, written, days, entries])));
}

/** All that is kept of a reader for a planet ↔ one file of JSON, for another browser or device. */

/** @import { Choices } from '../store/choices.js' */

/** What readers of a planet have: each is a text of Choices. */
const KEPT = [
  'own',
  'stars',
  'read',
  'folds',
  'visit',
  'density',
  'look',
  'scheme',
  'pictures',
  'letterKeys',
];

/** @param {Choices} choices @returns {string} */
export function backupOf(choices) {
  const kept = KEPT.flatMap((key) => {
    const value = choices.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  return `${JSON.stringify({ planetarium: Object.fromEntries(kept) }, null, 2)}\n`;
}

/** @param {string} text @returns {boolean} */
export const isBackup = (text) => valuesIn(text) !== undefined;

/**
 * Each key is read with care where it is used.
 * @param {Choices} choices
 * @param {string} text    what is not in it is forgotten
 */
export function restore(choices, text) {
  const values = valuesIn(text) ?? {};
  for (const key of KEPT) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (typeof value === 'string') choices.set(key, value);
    else choices.drop?.(key);
  }
}

/** @param {string} text @returns {Record<string, unknown> | undefined} */
function valuesIn(text) {
  try {
    const { planetarium } = JSON.parse(text);
    return planetarium && typeof planetarium === 'object' ? planetarium : undefined;
  } catch {
    return undefined;
  }
}

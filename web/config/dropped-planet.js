/** A file that somebody hands to the page → the object of a planet.json, or a sentence's reason why there is none. */
import { addressesIn } from './linked-planet.js';

/** @import { Failure, Subscriptions } from '../model.js' */

/** @typedef {{ kind: 'ok', value: object } | { kind: 'failed', reason: 'nothing-in-it' }} Dropped */

/**
 * @param {Uint8Array} bytes
 * @param {(bytes: Uint8Array) => Promise<{ kind: 'ok', value: Subscriptions } | Failure>} readOpml
 * @returns {Promise<Dropped>}
 */
export async function droppedPlanet(bytes, readOpml) {
  const text = new TextDecoder().decode(bytes).trim();
  const json = text.startsWith('{') ? parsed(text) : undefined;
  if (json) return { kind: 'ok', value: json };
  if (text.startsWith('<')) {
    const read = await readOpml(bytes);
    if (read.kind === 'ok' && read.value.feeds.length) return { kind: 'ok', value: planetOf(read.value) };
    return { kind: 'failed', reason: 'nothing-in-it' };
  }
  const feeds = addressesIn(text.replace(/^\s*[#;].*$/gm, ''));
  return feeds.length ? { kind: 'ok', value: { feeds } } : { kind: 'failed', reason: 'nothing-in-it' };
}

/** @param {Subscriptions} list */
export const planetOf = ({ title, feeds }) => ({
  ...(title && { title }),
  feeds: feeds.map(({ url, name, link, tags }) => ({
    url,
    ...(name && { name }),
    ...(link && /^https?:/.test(link) && { link }),
    ...(tags?.length && { tags }),
  })),
});

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

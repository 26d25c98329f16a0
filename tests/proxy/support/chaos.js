// What the publishers of the chaos and its readers agree on.
import { feedText } from './origin.js';

export const rounds = 10;
export const hosts = 1000;

/** What becomes of those who hang, drip, bomb, pour, and break off. */
export const evilCodes = ['timeout', 'timeout', 'too-large', 'too-large', 'unreachable'];

/**
 * @param {number} n
 * @param {number} round
 */
export function chaosFeed(n, round) {
  return feedText.replace('A', `${n} in round ${round} ${`${n} `.repeat(n % 10 === 1 ? 20_000 : 100)}`);
}

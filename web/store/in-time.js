/** A promise that may never settle → one that does: nobody waits for the store in front of an empty page. */

const LIMIT_MS = 3000;

export class TooLate extends Error {}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what     that is waited for
 * @returns {Promise<T>}    rejects with TooLate after a few seconds
 */
export function inTime(promise, what) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timeout;
  const limit = new Promise((_, reject) => {
    timeout = setTimeout(() => reject(new TooLate(`${what} does not answer`)), LIMIT_MS);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timeout));
}

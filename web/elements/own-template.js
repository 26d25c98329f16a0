/** The planet's own template of a post, where it has one: read before the first posts are drawn, or done without. */

/** Milliseconds that the posts wait for it, as for a style sheet. */
const PATIENCE_MS = 1000;

/**
 * @param {string | undefined} url
 * @returns {Promise<import('../render/own-post.js').OwnPost | undefined>}
 */
export async function loadOwnPost(url) {
  if (!url) return undefined;
  try {
    const [response, { readOwnPost }] = await Promise.all([
      fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }),
      import('../render/own-post.js'),
    ]);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const read = readOwnPost(await response.text());
    if (read.kind === 'ok') return read.value;
    throw new Error(read.detail);
  } catch (error) {
    console.error(`The planet's template ${url}: ${/** @type {Error} */ (error).message}`);
    return undefined;
  }
}

/** The page's own files → their answer, or why there is none. */

/**
 * @param {string} url
 * @param {typeof fetch} fetch
 * @returns {Promise<{ kind: 'ok', value: string } | { kind: 'failed', reason: 'no-planet', url: string, status?: number }>}
 */
export async function fetchPlanetFile(url, fetch) {
  try {
    const response = await fetch(url);
    if (response.ok) return { kind: 'ok', value: await response.text() };
    return { kind: 'failed', reason: 'no-planet', url, status: response.status };
  } catch {
    return { kind: 'failed', reason: 'no-planet', url };
  }
}

/**
 * @param {string} url
 * @param {typeof fetch} fetch
 * @returns {Promise<Response>}   rejects with a sentence when there is no such file
 */
export async function fetchCoreFile(url, fetch) {
  const response = await fetch(url).catch(() => undefined);
  if (!response) throw new Error(`${url} could not be read.`);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}.`);
  return response;
}

/** An address with `#opml=URL` or `#feeds=URL,URL` → the planet that it asks for. */

/**
 * @typedef {{ kind: 'list', url: string, proxy?: string } | { kind: 'feeds', feeds: string[], proxy?: string }} Linked
 */

/**
 * @param {{ hash: string, search: string }} location   the query says it once the fragment is needed for views
 * @returns {Linked | undefined}
 */
export function linkedPlanet({ hash, search }) {
  for (const part of [hash, search]) {
    const said = new URLSearchParams(part.slice(1));
    const proxy = said.get('proxy')?.includes('{url}') ? { proxy: String(said.get('proxy')) } : {};
    const [url] = said.getAll('opml').filter(isWeb);
    if (url) return { kind: 'list', url, ...proxy };
    const feeds = said.getAll('feeds').flatMap(addressesIn);
    if (feeds.length) return { kind: 'feeds', feeds, ...proxy };
  }
  return undefined;
}

/** @param {Linked} linked @returns {string}   the query that says the same */
export function linkedQuery(linked) {
  const said = new URLSearchParams();
  if (linked.kind === 'list') said.set('opml', linked.url);
  else for (const url of linked.feeds) said.append('feeds', url);
  if (linked.proxy) said.set('proxy', linked.proxy);
  return `?${said}`;
}

/** @param {string} text @returns {string[]}   each once; a comma may be a part of one, unless another begins behind it */
export function addressesIn(text) {
  const found = text.split(/\s+|,\s*(?=https?:)/).filter(isWeb);
  return [...new Set(found)];
}

/** @param {string} text */
function isWeb(text) {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

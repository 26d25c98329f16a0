/** The address of a weblog, or of a feed → the feeds that are there. */
import { inertParser } from '../elements/trusted.js';

/**
 * @typedef {{ url: string, name?: string }} Found
 * @typedef {{ kind: 'ok', feeds: Found[] } | { kind: 'failed', reason: 'unreachable' | 'none' }} Search
 *
 * @param {string} address
 * @param {{ fetch: typeof fetch, proxy?: string }} env   proxy: an open one, absolute, with `{url}`
 * @returns {Promise<Search>}
 */
export async function findFeeds(address, { fetch, proxy }) {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  const asked = proxy ? proxy.replaceAll('{url}', encodeURIComponent(url)) : url;
  try {
    const response = await fetch(asked, { referrerPolicy: 'no-referrer' });
    if (!response.ok) return await fromProblem(response);
    const text = await response.text();
    if (!isPage(text)) return { kind: 'ok', feeds: [{ url: response.headers.get('x-feed-url') ?? url }] };
    return found(linksIn(text, response.url || url));
  } catch {
    return { kind: 'failed', reason: 'unreachable' };
  }
}

/** A proxy keeps a page back, and says which feeds it names. @param {Response} response @returns {Promise<Search>} */
async function fromProblem(response) {
  const problem = Object(await response.json().catch(() => undefined));
  if (problem.code !== 'not-a-feed') return { kind: 'failed', reason: 'unreachable' };
  const alternates = Array.isArray(problem.alternates) ? problem.alternates : [];
  return found(
    alternates.flatMap((/** @type {any} */ one) =>
      typeof one?.url === 'string' ? [{ url: one.url, ...(one.title && { name: String(one.title) }) }] : [],
    ),
  );
}

/** @param {Found[]} feeds @returns {Search} */
const found = (feeds) => (feeds.length ? { kind: 'ok', feeds } : { kind: 'failed', reason: 'none' });

/** @param {string} text */
const isPage = (text) =>
  /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4096));

const FEED_TYPE = /^application\/(?:(?:atom|rss|rdf)\+xml|feed\+json)\b/i;

/** Autodiscovery of feeds: links in the head with a feed's type. @param {string} html @param {string} base @returns {Found[]} */
function linksIn(html, base) {
  const page = inertParser.parseFromString(html, 'text/html');
  const links = [...page.querySelectorAll('link[rel~="alternate" i][href][type]')];
  return links
    .filter((link) => FEED_TYPE.test(link.getAttribute('type') ?? ''))
    .flatMap((link) => {
      const url = resolved(String(link.getAttribute('href')), base);
      const name = link.getAttribute('title')?.trim();
      return url ? [{ url, ...(name && { name }) }] : [];
    });
}

/** @param {string} written @param {string} base */
function resolved(written, base) {
  try {
    const { href, protocol } = new URL(written, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

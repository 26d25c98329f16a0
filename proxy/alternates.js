/**
 * An HTML page comes in, the feeds it names in its `<link rel="alternate">` go out, resolved.
 * https://html.spec.whatwg.org/multipage/links.html#rel-alternate ; nothing else of the page is passed on.
 * The core finds the same ones (src/parse/html_links.cpp): tests/alternates.json holds both to it.
 *
 * @typedef {{ url: string, type: string, title?: string }} Alternate
 */
import { tags } from './markup.js';

const maxBytes = 262144;
const maxLinks = 10;
const maxUrl = 2048;
const maxTitle = 200;

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
]);

/**
 * @param {Uint8Array} bytes
 * @param {string} contentType
 * @param {URL} pageUrl
 * @returns {Alternate[]}
 */
export function feedLinks(bytes, contentType, pageUrl) {
  const html = decode(bytes.subarray(0, maxBytes), contentType);
  /** @type {Map<string, Alternate>} */
  const found = new Map();
  let base = pageUrl;
  let baseSeen = false;
  for (const { name, attributes } of tags(html)) {
    const href = attributes.get('href')?.trim();
    if (!href || (name !== 'base' && name !== 'link')) continue;
    const url = URL.canParse(href, base) ? new URL(href, base) : null;
    if (name === 'base') {
      // Only the first counts: https://html.spec.whatwg.org/multipage/semantics.html#the-base-element
      if (!baseSeen && url && isFollowed(url)) base = url;
      baseSeen = true;
    } else if (url && isFeedLink(attributes, url) && !found.has(url.href) && found.size < maxLinks) {
      const title = attributes.get('title')?.trim().slice(0, maxTitle);
      found.set(url.href, { url: url.href, type: typeOf(attributes), ...(title && { title }) });
    }
  }
  return [...found.values()];
}

/**
 * @param {Map<string, string>} attributes
 * @param {URL} url
 */
function isFeedLink(attributes, url) {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  if (!rel.includes('alternate') || !isFollowed(url)) return false;
  // WordPress names its API beside its feeds, with the type that JSON Feed 1.0 asked for.
  return feedTypes.has(typeOf(attributes)) && !url.pathname.includes('/wp-json/');
}

/** @param {URL} url */
function isFollowed(url) {
  return /^https?:$/.test(url.protocol) && url.href.length <= maxUrl;
}

/** @param {Map<string, string>} attributes */
function typeOf(attributes) {
  return (attributes.get('type') ?? '').split(';')[0].trim().toLowerCase();
}

/**
 * @param {Uint8Array} bytes
 * @param {string} contentType
 */
function decode(bytes, contentType) {
  const label = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * The bytes of a body come in, what kind of feed they look like goes out. Any of UTF-8, UTF-16 and UTF-32, with or without
 * a byte order mark, after junk, comments and declarations: a feed that the parser could save is not refused here.
 * Every other encoding of the web writes markup in ASCII.
 *
 * @typedef {'rss' | 'rdf' | 'atom' | 'opml' | 'json'} FeedKind
 */

const prefixBytes = 65536;
const junkChars = 4096;

/** @type {Record<string, FeedKind>} */
const roots = { rss: 'rss', channel: 'rss', rdf: 'rdf', feed: 'atom', entry: 'atom', opml: 'opml' };
const htmlRoots = new Set(
  'html head body title meta link script style div p br b h1 h2 h3 table center font a span'.split(' '),
);

/**
 * @param {Uint8Array} bytes
 * @returns {FeedKind | 'html' | null}
 */
export function sniff(bytes) {
  const text = markupOf(bytes.subarray(0, prefixBytes));
  // U+FFFD is what markupOf makes of a byte order mark of two or four bytes, ï»¿ that of UTF-8.
  const start = /[^\s\0\ufffd\u00ef\u00bb\u00bf]/.exec(text);
  if (!start) return null;
  if (text[start.index] !== '{') return rootOf(text);
  // The version may stand last: look at the whole body before a JSON Feed is refused (JSON Feed 1.1, "version" is required).
  return isJsonFeed(text) || (bytes.length > prefixBytes && isJsonFeed(markupOf(bytes))) ? 'json' : null;
}

/**
 * A planet.json, by the one key it must have.
 * @param {Uint8Array} bytes
 */
export function isPlanet(bytes) {
  const text = new TextDecoder().decode(bytes);
  return /^\s*\{/.test(text) && /"feeds"\s*:/.test(text);
}

/** @param {string} text */
function isJsonFeed(text) {
  return /"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org\\?\/version/i.test(text);
}

/**
 * The first element's name decides; PHP warnings and the like before an XML declaration do not.
 * @param {string} text
 * @returns {FeedKind | 'html' | null}
 */
function rootOf(text) {
  const name = /<(?:[\w.-]+:)?([\w.-]+)/y;
  let isHtml = false;
  let at = text.indexOf('<');
  while (at >= 0) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<?', at)) at = after(text, '>', at);
    else if (text.startsWith('<!', at)) {
      isHtml ||= /^<!doctype\s+html\b/i.test(text.slice(at, at + 40));
      at = afterDoctype(text, at);
    } else {
      name.lastIndex = at;
      const found = name.exec(text)?.[1].toLowerCase();
      if (found && Object.hasOwn(roots, found)) return roots[found];
      if (isHtml || found === 'html') return 'html';
      const declaration = text.indexOf('<?xml', at);
      if (declaration < 0 || declaration > junkChars) return found && htmlRoots.has(found) ? 'html' : null;
      at = declaration;
    }
    if (at >= 0) at = text.indexOf('<', at);
  }
  return isHtml ? 'html' : null;
}

/**
 * @param {string} text
 * @param {string} mark
 * @param {number} from
 */
function after(text, mark, from) {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/**
 * Past a document type and its internal subset (XML 1.0 §2.8), which may hold `>` within its brackets.
 * @param {string} text
 * @param {number} at
 */
function afterDoctype(text, at) {
  const close = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (bracket < 0 || close < bracket) return close < 0 ? -1 : close + 1;
  const end = after(text, ']', bracket);
  return end < 0 ? -1 : after(text, '>', end);
}

/**
 * The ASCII characters of a text, whatever its code units; everything else is a placeholder.
 * @param {Uint8Array} bytes
 */
function markupOf(bytes) {
  const { width, low } = unitOf(bytes);
  if (width === 1) return new TextDecoder('latin1').decode(bytes);
  const codes = new Uint16Array(Math.floor(bytes.length / width)).fill(0xfffd);
  for (let unit = 0; unit < codes.length; unit++) {
    let rest = 0;
    for (let i = 0; i < width; i++) if (i !== low) rest |= bytes[unit * width + i];
    if (rest === 0) codes[unit] = bytes[unit * width + low];
  }
  return new TextDecoder('utf-16le').decode(codes);
}

/**
 * How many bytes a code unit has and which of them holds ASCII (XML 1.0 appendix F.1).
 * @param {Uint8Array} bytes
 */
function unitOf(bytes) {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d))) return { width: 4, low: 3 };
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a && b === 0))) return { width: 4, low: 0 };
  if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) return { width: 2, low: 1 };
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return { width: 2, low: 0 };
  return { width: 1, low: 0 };
}

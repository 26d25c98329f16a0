/**
 * The parsers that a page or a program would take instead: bytes of a feed → its object, each by its shortest way.
 * They take strings, so that decoding the bytes is a part of their work.
 */

/**
 * @typedef {{ url: string, contentType: string }} About
 * @typedef {(bytes: Uint8Array, about: About) => unknown} Parse   may promise its object
 * @typedef {{ parse: Parse, kinds: string[] }} Peer   kinds of feeds that it is made for
 */

const XML = ['xml'];
const ALL = ['xml', 'json'];

/** @type {Record<string, () => Promise<Peer>>} */
export const PEERS = {
  'this core': async () => {
    const adapter = await import('./adapter.mjs');
    await adapter.init();
    return { kinds: ALL, parse: adapter.parse };
  },
  feedsmith: async () => {
    const { parseFeed } = await import('feedsmith');
    return { kinds: ALL, parse: (bytes) => parseFeed(decode(bytes)).feed };
  },
  'rss-parser': async () => {
    const { default: Parser } = await import('rss-parser');
    const parser = new Parser();
    return { kinds: XML, parse: (bytes) => parser.parseString(decode(bytes)) };
  },
  '@rowanmanning/feed-parser': async () => {
    const { parseFeed } = await import('@rowanmanning/feed-parser');
    return { kinds: XML, parse: (bytes) => parseFeed(decode(bytes)) };
  },
  // Knows XML and nothing of feeds: what the others build on is in what it gives.
  'fast-xml-parser': async () => {
    const { XMLParser } = await import('fast-xml-parser');
    const parser = new XMLParser({ ignoreAttributes: false });
    return { kinds: XML, parse: (bytes) => parser.parse(decode(bytes)) };
  },
};

const utf8 = new TextDecoder();

/**
 * The text of a feed by byte order mark, XML declaration, else UTF-8.
 * @param {Uint8Array} bytes
 */
function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.length)).toString('latin1');
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? 'utf-8';
  if (/^utf-?8$/i.test(label)) return utf8.decode(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return utf8.decode(bytes);
  }
}

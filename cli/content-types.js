/**
 * A file's name comes in, its media type goes out (IANA media types; RFC 9239 for JavaScript).
 */
import { extname } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.atom': 'application/atom+xml',
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.opml': 'text/x-opml',
  '.png': 'image/png',
  '.rdf': 'application/rdf+xml',
  '.rss': 'application/rss+xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  // No charset here and with the feeds: their own declaration knows better (RFC 7303 §3.2).
  '.xml': 'application/xml',
};

/** @param {string} file */
export function contentTypeOf(file) {
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

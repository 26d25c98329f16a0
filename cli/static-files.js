/**
 * A Request comes in, a file of one of some folders goes out: the first folder that has it wins. Nothing outside of them is
 * reachable, by dots, by encoding or by a symbolic link, and names that begin with a dot are nobody's business.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { holdsTag } from '../proxy/headers.js';
import { contentTypeOf } from './content-types.js';

/**
 * A page may run this origin's scripts and WebAssembly alone, whatever markup a feed carries; it may fetch feeds and show
 * pictures from anywhere. https://www.w3.org/TR/CSP3/
 */
export const pageHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    'img-src * data:',
    'media-src *',
    'connect-src *',
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * @param {string[]} folders
 * @returns {(request: Request) => Promise<Response>}
 */
export function createStaticFiles(folders) {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Only GET and HEAD are answered.\n', request, { Allow: 'GET, HEAD' });
    }
    const path = new URL(request.url).pathname;
    const segments = segmentsOf(path);
    for (const folder of segments ? folders : []) {
      const found = await find(folder, /** @type {string[]} */ (segments));
      if (found?.kind === 'file') return answer(found, request);
      if (found?.kind === 'folder') return plain(308, '', request, { Location: `${path}/` });
    }
    return plain(404, 'There is nothing here.\n', request);
  };
}

/**
 * Decoded one by one, so that an encoded slash is a strange name and not a way out.
 * @param {string} path   as the URL parser leaves it: `.` and `..` are gone
 * @returns {string[] | null}
 */
function segmentsOf(path) {
  try {
    const segments = path.slice(1).split('/').map(decodeURIComponent);
    if (segments[segments.length - 1] === '') segments[segments.length - 1] = 'index.html';
    return segments.every((segment) => /^[^./\\\0][^/\\\0]*$/.test(segment)) ? segments : null;
  } catch {
    return null;
  }
}

/**
 * @typedef {{ kind: 'file', file: string, size: number, etag: string }} Found
 *
 * @param {string} folder
 * @param {string[]} segments
 * @returns {Promise<Found | { kind: 'folder' } | null>}
 */
async function find(folder, segments) {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...segments));
    if (!file.startsWith(root + sep)) return null;
    const about = await stat(file, { bigint: true });
    if (about.isDirectory()) return { kind: 'folder' };
    if (!about.isFile()) return null;
    const etag = `"${about.mtimeNs.toString(36)}-${about.size.toString(36)}"`;
    return { kind: 'file', file, size: Number(about.size), etag };
  } catch {
    return null;
  }
}

/**
 * @param {Found} found
 * @param {Request} request
 */
async function answer({ file, size, etag }, request) {
  const headers = { ...pageHeaders, 'Cache-Control': 'no-cache', ETag: etag };
  const tags = request.headers.get('if-none-match');
  if (tags !== null && holdsTag(tags, etag)) return new Response(null, { status: 304, headers });
  const isHead = request.method === 'HEAD';
  const bytes = isHead ? null : await readFile(file);
  return new Response(bytes, {
    headers: {
      ...headers,
      'Content-Type': contentTypeOf(file),
      'Content-Length': String(bytes?.byteLength ?? size),
    },
  });
}

/**
 * @param {number} status
 * @param {string} text
 * @param {Request} request
 * @param {Record<string, string>} [headers]
 */
function plain(status, text, request, headers = {}) {
  return new Response(request.method === 'HEAD' ? null : text, {
    status,
    headers: {
      ...pageHeaders,
      'Cache-Control': 'no-cache',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    },
  });
}

/** The core as benchmarks drive it: bytes of a feed in, the normalised feed out. */
import { readFileSync } from 'node:fs';
import { parseFeed } from '../../web/core/parse-feed.js';
import { loadParser } from '../../web/core/parser.js';

export const name = 'planetarium';

/** @type {Awaited<ReturnType<typeof loadParser>>} */
let parser;

export async function init() {
  parser = await loadParser(
    new Uint8Array(readFileSync(new URL('../../dist/planetarium-parser.wasm', import.meta.url))),
  );
}

/**
 * @param {Uint8Array} bytes
 * @param {{ contentType?: string, url?: string }} about
 * @returns {object}   throws when it is no feed
 */
export function parse(bytes, { contentType, url }) {
  const parsed = parseFeed(parser, bytes, { contentType, url });
  if (parsed.kind === 'failed') throw new Error(parsed.detail ?? parsed.reason);
  return parsed.value;
}

// `planetarium parse`: feeds in files to normalised JSON on stdout; --batch answers one request a line.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseFeed } from '../web/core/parse-feed.js';
import { loadParser } from '../web/core/parser.js';

const wasm = new URL('../dist/planetarium-parser.wasm', import.meta.url);

/**
 * @param {import('../web/core/parser.js').Parser} parser
 * @param {{ file: string, contentType?: string, url?: string }} request
 * @returns {Promise<object>}   the feed, or `{ error }`
 */
export async function parseFile(parser, { file, contentType, url }) {
  /** @type {Uint8Array} */
  let bytes;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { error: `${file} cannot be read: ${/** @type {Error} */ (error).message}` };
  }
  const outcome = parseFeed(parser, bytes, { contentType, url });
  if (outcome.kind === 'ok') return outcome.value;
  return { error: [outcome.reason, outcome.detail].filter(Boolean).join(': ') };
}

/** @param {import('../web/core/parser.js').Parser} parser @param {string} line @returns {Promise<object>} */
async function answer(parser, line) {
  let request;
  try {
    request = JSON.parse(line);
  } catch {
    return { error: 'the request is not JSON' };
  }
  if (typeof request?.file !== 'string') return { error: 'the request names no "file"' };
  return parseFile(parser, request);
}

/**
 * @param {string[]} args
 * @param {{ stdin: NodeJS.ReadableStream, stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream }} io
 * @returns {Promise<number>}   the exit status
 */
export async function run(args, { stdin, stdout, stderr } = process) {
  const batch = args.includes('--batch');
  const files = args.filter((arg) => arg !== '--batch');
  const unknown = files.find((file) => file.startsWith('-'));
  if (unknown || batch === files.length > 0) {
    stderr.write(
      unknown
        ? `parse does not know ${unknown}\n`
        : 'parse takes files, or --batch alone: planetarium parse FILE...\n',
    );
    return 2;
  }
  const parser = await loadParser(await readWasm());
  let failed = 0;
  const print = (/** @type {object} */ reply) => {
    if ('error' in reply && !('format' in reply)) failed = 1;
    stdout.write(`${JSON.stringify(reply)}\n`);
  };
  if (batch) {
    for await (const line of createInterface({ input: stdin })) {
      if (line.trim()) print(await answer(parser, line));
    }
    return 0;
  }
  for (const file of files) print(await parseFile(parser, { file }));
  return failed;
}

async function readWasm() {
  try {
    return await readFile(wasm);
  } catch {
    throw new Error(`${fileURLToPath(wasm)} is missing: run "npm run build" first`);
  }
}

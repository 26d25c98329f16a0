// web/store/indexeddb.js in Chromium: what two pages of one planet do to each other's archive.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchChromium } from './support/chromium.js';

/** @type {import('playwright-core').Browser} */
let browser;
let script = '';
const server = createServer((request, response) => {
  const type = request.url === '/archive.js' ? 'text/javascript' : 'text/html';
  response
    .writeHead(200, { 'Content-Type': type })
    .end(type === 'text/html' ? '<!doctype html><script src="/archive.js"></script>' : script);
});

before(async () => {
  const entry = fileURLToPath(new URL('../../web/store/indexeddb.js', import.meta.url));
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: 'archive',
    write: false,
  });
  script = built.outputFiles[0].text;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/** @returns {Promise<import('playwright-core').BrowserContext>} */
async function newContext() {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
    const text = (/** @type {Uint8Array | undefined} */ given) => given && new TextDecoder().decode(given);
    Object.assign(globalThis, { bytes, text });
  });
  return context;
}

/** @param {import('playwright-core').BrowserContext} context */
async function open(context) {
  const page = await context.newPage();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.evaluate(() =>
    Object.assign(globalThis, { store: /** @type {any} */ (globalThis).archive.openArchive('planet.json') }),
  );
  return {
    /** @param {string} head @param {string[]} names @param {boolean} [damaged] */
    save: (head, names, damaged) =>
      page.evaluate(([written, all, isDamaged]) => {
        const { store, bytes } = /** @type {any} */ (globalThis);
        const segments = new Map(all.map((name) => [name, bytes(`segment ${name}`)]));
        return store.save({ head: bytes(written), names: all, segments, damaged: isDamaged });
      }, /** @type {[string, string[], boolean | undefined]} */ ([head, names, damaged])),
    load: () =>
      page.evaluate(async () => {
        const { store, text } = /** @type {any} */ (globalThis);
        const loaded = await store.load();
        Object.assign(globalThis, { loaded });
        return loaded && { head: text(loaded.head), previous: text(loaded.previous) };
      }),
    /** Of what was loaded last. @param {string} name */
    segment: (name) =>
      page.evaluate(async (wanted) => {
        const { loaded, text } = /** @type {any} */ (globalThis);
        return text(await loaded.segment(wanted)) ?? null;
      }, name),
  };
}

test('archive: a page reads the segments of the head that it loaded, whatever another deletes meanwhile', async () => {
  const context = await newContext();
  const [slow, busy] = [await open(context), await open(context)];
  assert.equal(await slow.load(), null);
  assert.deepEqual(await busy.save('one', ['a', 'b']), { kind: 'ok' });
  assert.deepEqual(await slow.load(), { head: 'one', previous: undefined });
  await busy.save('two', ['c']);
  await busy.save('three', ['c']);
  assert.deepEqual([await slow.segment('a'), await slow.segment('b')], ['segment a', 'segment b']);
  await busy.load();
  assert.deepEqual([await busy.segment('a'), await busy.segment('c')], [null, 'segment c']);
  await context.close();
});

test('archive: a damaged head does not take the place of the whole one before it, nor of its segments', async () => {
  const context = await newContext();
  const page = await open(context);
  await page.save('one', ['a']);
  await page.save('two', ['b']);
  await page.save('three', ['c'], true);
  assert.deepEqual(await page.load(), { head: 'three', previous: 'one' });
  assert.deepEqual([await page.segment('a'), await page.segment('b')], ['segment a', null]);
  await page.save('four', ['c']);
  assert.deepEqual(await page.load(), { head: 'four', previous: 'three' });
  await context.close();
});

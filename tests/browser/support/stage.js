/**
 * A loopback server with the page's index.html and style, whose script is stage-page.js: the page without core and network.
 * Every request that a page makes elsewhere is refused and remembered.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleThemes } from '../../../scripts/lib/bundle.js';
import { launchChromium } from './chromium.js';

/** @import { View } from '../../../web/model.js' */

const file = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const web = (/** @type {string} */ name) => readFileSync(file(`../../../web/${name}`));

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

/** @returns {Promise<Stage>} */
export async function openStage() {
  const [script, style] = await Promise.all([
    bundle(file('stage-page.js')),
    bundle(file('../../../web/planet.css')),
  ]);
  /** @type {Record<string, [string, string | Uint8Array]>} */
  const files = {
    '/': ['text/html', web('index.html')],
    '/icon.svg': ['image/svg+xml', web('icon.svg')],
    '/planetarium.css': ['text/css', style],
    '/page.js': ['text/javascript', script],
    '/planetarium.wasm': ['application/wasm', ''], // the page preloads it; the stage has no core
    '/planet.json': ['application/json', '{}'],
    '/face.svg': ['image/svg+xml', web('icon.svg')],
  };
  for (const [name, bytes] of await bundleThemes()) files[`/${name}`] = ['text/css', bytes];
  files['/own.css'] = ['text/css', ':root { --mark: #c00; }'];
  const server = createServer((request, response) => {
    const found = files[new URL(request.url ?? '/', 'http://stage').pathname];
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': found[0] }).end(found[1]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  const browser = await launchChromium();
  return new Stage(origin, browser, server);
}

/** @param {string} entry @returns {Promise<Uint8Array>} */
async function bundle(entry) {
  const options = /** @type {const} */ ({ bundle: true, format: 'esm', write: false, logLevel: 'silent' });
  return (await build({ entryPoints: [entry], ...options })).outputFiles[0].contents;
}

export class Stage {
  /** @param {string} origin @param {import('playwright-core').Browser} browser @param {import('node:http').Server} server */
  constructor(origin, browser, server) {
    this.origin = origin;
    this.browser = browser;
    this.server = server;
  }

  /** @param {{ hash?: string } & import('playwright-core').BrowserContextOptions} [options] */
  async open({ hash = '', ...options } = {}) {
    const context = await this.browser.newContext({
      locale: 'en-US',
      timezoneId: 'America/Denver',
      viewport: { width: 1100, height: 800 },
      ...options,
    });
    const page = await context.newPage();
    /** @type {string[]} */
    const elsewhere = [];
    /** @type {string[]} */
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('dialog', (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.route(
      (url) => url.origin !== this.origin,
      (route) => {
        elsewhere.push(route.request().url());
        // Every picture elsewhere is one pixel, save those that are gone.
        const isPicture = route.request().resourceType() === 'image';
        const body = isPicture && !route.request().url().includes('gone') ? PIXEL : '';
        return route.fulfill({ status: 200, contentType: isPicture ? 'image/gif' : 'text/plain', body });
      },
    );
    await page.goto(`${this.origin}/${hash}`);
    await page.waitForFunction(() => 'stage' in globalThis);
    return {
      page,
      elsewhere,
      problems,
      /** @param {View} view @param {object} [planet] @param {{ done: number, total: number }} [reading] */
      show: (view, planet, reading) =>
        page.evaluate((args) => /** @type {any} */ (globalThis).stage.show(...args), [view, planet, reading]),
      /** @param {object} failure */
      fail: (failure) => page.evaluate((given) => /** @type {any} */ (globalThis).stage.fail(given), failure),
      close: () => context.close(),
    };
  }

  async close() {
    await this.browser.close();
    this.server.close();
  }
}

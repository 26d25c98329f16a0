/**
 * Firefox and WebKitGTK of this machine, each through the protocol that it speaks itself: Marionette (Firefox's own, over TCP), and
 * W3C WebDriver (over HTTP, by WebKitWebDriver). No library drives both.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { findFirefox, findWebKit } from '../../../scripts/setup/needs.js';

/**
 * @typedef {object} Engine
 * @property {(url: string) => Promise<void>} open
 * @property {() => Promise<void>} reload
 * @property {(script: string) => Promise<any>} run     an expression, awaited in the page
 * @property {(width: number, height: number) => Promise<void>} resize   of the window
 * @property {() => Promise<Buffer>} picture
 * @property {() => Promise<void>} close
 */

const PATIENCE_MS = 60_000;

/** As a person has it: file:// pages share nothing, which automation would otherwise relax. */
const PREFERENCES = {
  'marionette.port': 0,
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'en-US',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 0,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

/** @returns {Promise<Engine>} */
export async function openFirefox() {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  const env = {
    ...process.env,
    MOZ_HEADLESS_WIDTH: '1280',
    MOZ_HEADLESS_HEIGHT: '900',
    TZ: 'America/Denver',
  };
  const browser = spawn(/** @type {string} */ (findFirefox()), args, { stdio: 'ignore', env });
  const port = await until(() => Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')));
  const { call, end } = await marionette(port);
  await call('WebDriver:NewSession', {});
  await call('WebDriver:SetTimeouts', { script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  return {
    open: (url) => call('WebDriver:Navigate', { url }),
    reload: () => call('WebDriver:Refresh', {}),
    run: async (script) =>
      answerIn(
        (await call('WebDriver:ExecuteAsyncScript', { script: awaited(script), args: [], sandbox: null }))
          .value,
      ),
    resize: (width, height) => call('WebDriver:SetWindowRect', { width, height }),
    picture: async () =>
      Buffer.from((await call('WebDriver:TakeScreenshot', { full: false, hash: false })).value, 'base64'),
    async close() {
      const left = once(browser, 'exit');
      await call('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => browser.kill());
      end();
      await left;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Frames of Marionette: the length in bytes, a colon, JSON. @param {number} port */
async function marionette(port) {
  const socket = await until(async () => {
    const opened = connect(port, '127.0.0.1');
    await once(opened, 'connect');
    return opened;
  });
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let bytes = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('Firefox is gone'))));
  const greeted = new Promise((resolve) =>
    socket.on('data', (more) => {
      bytes = Buffer.concat([bytes, more]);
      for (let colon = bytes.indexOf(':'); colon >= 0; colon = bytes.indexOf(':')) {
        const end = colon + 1 + Number(bytes.subarray(0, colon));
        if (bytes.length < end) return;
        const message = JSON.parse(bytes.subarray(colon + 1, end).toString());
        bytes = bytes.subarray(end);
        if (!Array.isArray(message)) resolve(message);
        else take(message);
      }
    }),
  );
  /** @param {any[]} message   [1, number, error, result] */
  function take([, number, error, result]) {
    const { resolve, reject } = waiting.get(number) ?? { resolve() {}, reject() {} };
    waiting.delete(number);
    if (error) reject(new Error(`${error.error}: ${error.message}`));
    else resolve(result);
  }
  await greeted;
  let number = 0;
  return {
    /** @param {string} name @param {object} parameters @returns {Promise<any>} */
    call: (name, parameters) =>
      new Promise((resolve, reject) => {
        waiting.set(++number, { resolve, reject });
        const text = JSON.stringify([0, number, name, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    end: () => socket.destroy(),
  };
}

/** It draws to a display: Xvfb is one that nobody sees. @returns {Promise<Engine>} */
export async function openWebKit() {
  const { driver, browser, display } = /** @type {NonNullable<ReturnType<typeof findWebKit>>} */ (
    findWebKit()
  );
  const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(/** @type {import('node:stream').Readable} */ (screen.stdio[3]), 'data');
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, TZ: 'America/Denver', LANG: 'C.UTF-8' };
  const served = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env });
  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await until(() => ask('GET', '/status'));
  const options = { binary: browser, args: ['--automation'] };
  const { sessionId } = await ask('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const call = (/** @type {string} */ method, /** @type {string} */ path, /** @type {object} */ body = {}) =>
    ask(method, `/session/${sessionId}/${path}`, method === 'POST' ? body : undefined);
  await call('POST', 'timeouts', { script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  return {
    open: (url) => call('POST', 'url', { url }),
    reload: () => call('POST', 'refresh'),
    run: async (script) =>
      answerIn(await call('POST', 'execute/async', { script: awaited(script), args: [] })),
    resize: (width, height) => call('POST', 'window/rect', { width, height }),
    picture: async () => Buffer.from(await call('GET', 'screenshot'), 'base64'),
    async close() {
      await ask('DELETE', `/session/${sessionId}`).catch(() => {});
      served.kill();
      screen.kill();
    },
  };
}

/** @param {string} script   an expression */
const awaited = (script) =>
  `const tell = arguments[arguments.length - 1];
  (async () => (${script}))().then((value) => tell({ value }), (error) => tell({ error: String(error && error.stack || error) }));`;

/** @param {{ value?: any, error?: string }} answer */
function answerIn(answer) {
  if (answer?.error) throw new Error(answer.error);
  return answer?.value;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @template T @param {() => T | Promise<T>} attempt @returns {Promise<T>}   what it gives when it no longer throws */
async function until(attempt) {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      const value = await attempt();
      if (value) return value;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await after(25);
  }
}

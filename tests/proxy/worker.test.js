import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { createEdgeCache } from '../../proxy/edge-cache.js';
import { createWorker, workerVersion } from '../../proxy/create-worker.js';
import { feedRequest, startOrigin, verdictOf } from './support/origin.js';
import { compatibilityDate, workerScript } from './support/runtimes.js';

/** Path of the program, which the package for this system brings. @type {string} */
const workerd = createRequire(import.meta.url)('workerd').default;
const variables = { PLANETARIUM_PROXY: { feeds: ['https://a.example/'] } };
const context = { waitUntil: () => {} };

/**
 * workerd as it is, without Miniflare: its default network reaches the public internet alone.
 * @param {import('node:test').TestContext} t
 * @param {object} policy
 */
async function startWorkerd(t, policy) {
  const dir = mkdtempSync(join(tmpdir(), 'workerd-'));
  writeFileSync(join(dir, 'worker.js'), await workerScript('../../../proxy/worker.js'));
  writeFileSync(
    join(dir, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "proxy", worker = .proxy)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "proxy")]
);
const proxy :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${compatibilityDate}",
  bindings = [(name = "PLANETARIUM_PROXY", text = ${JSON.stringify(JSON.stringify(policy))})]
);
`,
  );
  const child = spawn(workerd, ['serve', '--control-fd=3', join(dir, 'config.capnp')], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  t.after(() => {
    child.kill('SIGKILL');
    rmSync(dir, { recursive: true });
  });
  const control = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  for await (const line of createInterface({ input: control })) {
    const { event, port } = JSON.parse(line);
    if (event === 'listen') return `http://127.0.0.1:${port}/`;
  }
  throw new Error('workerd does not listen');
}

test('worker: where our own rules are lifted, the runtime\u2019s network still reaches nothing private', async (t) => {
  const origin = await startOrigin(t);
  const hosts = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '127.0.0.2'];
  const feeds = hosts.map((host) => `http://${host}:${origin.port}/feed`);
  const url = await startWorkerd(t, { feeds, allowPrivate: true, timeoutMs: 2000 });
  for (const feed of feeds) {
    const response = await fetch(`${url}v1/feed?url=${encodeURIComponent(feed)}`);
    const [status, code] = await verdictOf(response);
    assert.ok(status === 502 && code === 'unreachable', `${feed}: ${status} ${code}`);
  }
  assert.equal((await (await fetch(`${url}v1/health`)).json()).ok, true);
  assert.equal(origin.hits.length, 0);
});

test('worker: the same file of the handler runs in both, in the version of the package', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.equal(workerVersion, manifest.version);
});

/** @type {[string, any, RegExp][]} */
const configs = [
  ['is missing', {}, /PLANETARIUM_PROXY is missing/],
  ['is no JSON', { PLANETARIUM_PROXY: '{' }, /JSON/],
  ['has an unknown key', { PLANETARIUM_PROXY: '{"feed": []}' }, /feed is not a key of the proxy/],
  ['names a file', { PLANETARIUM_PROXY: '{"feeds": "file:///planet.json"}' }, /feeds names a file/],
];

for (const [name, broken, message] of configs) {
  test(`worker: a config that ${name} is told in the log, not to strangers`, async (t) => {
    const logged = t.mock.method(console, 'log', () => {});
    const response = await createWorker().fetch(feedRequest('https://a.example/'), broken, context);
    assert.deepEqual(await verdictOf(response), [500, 'internal']);
    assert.match(String(logged.mock.calls[0].arguments[0]), message);
  });
}

test('worker: it answers under the path of its route', async () => {
  const worker = createWorker();
  const mounted = { ...variables, PLANETARIUM_MOUNT: '/proxy' };
  const status = async (/** @type {string} */ path) =>
    (await worker.fetch(new Request(`https://planet.example${path}`), mounted, context)).status;
  assert.deepEqual([await status('/proxy/v1/health'), await status('/v1/health')], [200, 404]);
});

/** @type {import('../../proxy/cache.js').Entry} */
const entry = { failure: { code: 'gone' }, failures: 1, earliest: 10, next: 10 };

test('edge cache: what one isolate has fetched, another knows', async () => {
  const shelf = new Map();
  const caches = {
    default: {
      match: async (/** @type {any} */ url) => shelf.get(url)?.clone(),
      put: async (/** @type {any} */ url, /** @type {Response} */ response) => void shelf.set(url, response),
    },
  };
  let now = 0;
  const [one, other] = [0, 1].map(() => createEdgeCache({ now: () => now, caches }));
  await one.set('https://a.example/?x=1', entry);
  assert.deepEqual(await other.get('https://a.example/?x=1'), entry);
  assert.equal(await other.get('https://a.example/?x=2'), undefined);
  assert.match([...shelf.values()][0].headers.get('cache-control'), /^public, max-age=691200$/);
  now = 20; // due: another isolate may know more
  await one.set('https://a.example/?x=1', { ...entry, next: 30 });
  assert.equal((await other.get('https://a.example/?x=1'))?.next, 30);
  shelf.clear();
  shelf.set('https://cache.planetarium.invalid/b', new Response('junk'));
  assert.equal(await other.get('b'), undefined);
});

test('edge cache: where there is none, or it fails, memory serves', async () => {
  const failing = {
    default: {
      match: () => Promise.reject(new Error('No Cache was configured')),
      put: () => Promise.reject(new Error('No Cache was configured')),
    },
  };
  for (const caches of [{}, failing]) {
    const cache = createEdgeCache({ caches });
    assert.equal(await cache.get('a'), undefined);
    await cache.set('a', entry);
    assert.deepEqual(await cache.get('a'), entry);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchLists } from '../../../web/fetch/fetch-lists.js';

const LIST = 'https://a.example/list.opml';
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** A list of these tests is the URLs of its feeds. @param {Uint8Array} list @returns {Promise<any>} */
const readOpml = async (list) => {
  const text = new TextDecoder().decode(list);
  return text.startsWith('http')
    ? { kind: 'ok', value: { encoding: 'utf-8', feeds: text.split(' ').map((url) => ({ url })), lists: [] } }
    : { kind: 'failed', reason: 'not_a_list' };
};

/**
 * @param {any} answer            of the network
 * @param {Record<string, any>} rows   what is remembered
 */
function world(answer, rows = {}) {
  /** @type {any[]} */
  const updates = [];
  return {
    updates,
    env: {
      readOpml,
      fetchFeed: async () => answer,
      store: {
        load: async () => new Map(Object.entries(rows)),
        update: async (/** @type {string} */ url, /** @type {any} */ changes) =>
          void updates.push([url, changes]),
      },
    },
  };
}

const fresh = (/** @type {string} */ text) => ({
  kind: 'fresh',
  bytes: bytes(text),
  contentType: 'text/x-opml',
  url: 'https://a.example/moved.opml',
  route: 'proxy',
  direct: true,
});
const failed = { kind: 'failed', reason: 'timeout', route: 'proxy' };

test('lists: a list is fetched once, read, and remembered', async () => {
  const { env, updates } = world(fresh('https://b.example/ https://c.example/'));
  assert.deepEqual(
    await fetchLists([LIST, LIST], env),
    new Map([[LIST, [{ url: 'https://b.example/' }, { url: 'https://c.example/' }]]]),
  );
  const { bytes: kept, contentType, url: baseUrl } = fresh('https://b.example/ https://c.example/');
  assert.deepEqual(updates, [[LIST, { bytes: kept, contentType, baseUrl, direct: true }]]);
});

for (const [name, answer] of /** @type {[string, any][]} */ ([
  ['cannot be had', failed],
  ['is none any more', fresh('<html>')],
])) {
  test(`lists: where a list ${name}, what it last said still counts`, async () => {
    const { env, updates } = world(answer, { [LIST]: { bytes: bytes('https://b.example/') } });
    assert.deepEqual(await fetchLists([LIST], env), new Map([[LIST, [{ url: 'https://b.example/' }]]]));
    assert.deepEqual(updates, []);
  });
}

test('lists: a list that could never be read is left out', async () => {
  assert.deepEqual(await fetchLists([LIST], world(failed).env), new Map());
});

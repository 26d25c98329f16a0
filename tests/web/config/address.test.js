import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAddress, parseAddress, queryOf } from '../../../web/config/address.js';

/** @import { Address } from '../../../web/config/address.js' */

for (const [hash, address, canonical] of /** @type {[string, Address, string][]} */ ([
  ['', {}, '#/'],
  ['#', {}, '#/'],
  ['#/', {}, '#/'],
  ['#/tag/Xen', { tag: 'xen' }, '#/tag/xen'],
  [
    '#/feed/ada/tag/xen/since/week/asc/page/2',
    { feed: 'ada', tag: 'xen', since: 'week', asc: true, page: 2 },
    '#/feed/ada/tag/xen/since/week/asc/page/2',
  ],
  [
    '#/page/2/asc/since/week/tag/xen/feed/ada',
    { feed: 'ada', tag: 'xen', since: 'week', asc: true, page: 2 },
    '#/feed/ada/tag/xen/since/week/asc/page/2',
  ],
  ['#/user/ada', { feed: 'ada' }, '#/feed/ada'],
  ['#/starred', { starred: true }, '#/starred'],
  ['#/asc/hidden/tag/xen', { tag: 'xen', hidden: true, asc: true }, '#/tag/xen/hidden/asc'],
  ['#/user/ada/tag/xen/', { feed: 'ada', tag: 'xen' }, '#/feed/ada/tag/xen'],
  ['#/feed/no%20nic', { feed: 'no nic' }, '#/feed/no%20nic'],
  ['#/feed/no nic', { feed: 'no nic' }, '#/feed/no%20nic'],
  ['#/tag/a%2Fb', { tag: 'a/b' }, '#/tag/a%2Fb'],
  ['#/tag/100%', { tag: '100%' }, '#/tag/100%25'],
  ['#/tag/c++', { tag: 'c++' }, '#/tag/c++'],
  ['#/tag/%E6%B1%90', { tag: '汐' }, '#/tag/%E6%B1%90'],
  ['#/tag/tag', { tag: 'tag' }, '#/tag/tag'],
  ['#/tag/asc/asc', { tag: 'asc', asc: true }, '#/tag/asc/asc'],
  ['#/author/Ada Lovelace', { author: 'Ada Lovelace' }, '#/author/Ada%20Lovelace'],
  ['#/month/2008-06', { month: '2008-06' }, '#/month/2008-06'],
  [
    '#/since/2008-06-01/until/2008-06-30',
    { since: '2008-06-01', until: '2008-06-30' },
    '#/since/2008-06-01/until/2008-06-30',
  ],
  ['#/since/2008-06-01 12:30', { since: '2008-06-01T12:30:00Z' }, '#/since/2008-06-01T12:30:00Z'],
  [
    '#/since/2008-06-01T12:30:00-06:00',
    { since: '2008-06-01T12:30:00-06:00' },
    '#/since/2008-06-01T12:30:00-06:00',
  ],
  ['#/since/10_days', { since: '10_days' }, '#/since/10_days'],
  ['#/entry/00000000000000AB', { entry: '00000000000000ab' }, '#/entry/00000000000000ab'],
  ['#/search/two words/lang/DE', { search: 'two words', lang: 'de' }, '#/search/two%20words/lang/de'],
  ['#/page/1', {}, '#/'],
  ['tag/xen', { tag: 'xen' }, '#/tag/xen'],
])) {
  test(`address: ${hash || 'nothing'} is ${canonical}`, () => {
    assert.deepEqual(parseAddress(hash), { address, unknown: [] });
    assert.equal(formatAddress(address), canonical);
  });
}

for (const [hash, address, unknown] of /** @type {[string, Address, string[]][]} */ ([
  ['#/wat/tag/xen', { tag: 'xen' }, ['wat']],
  ['#/tag', {}, ['tag']],
  ['#/page/0/asc', { asc: true }, ['page/0']],
  ['#/page/two', {}, ['page/two']],
  ['#/since/2008-02-30', {}, ['since/2008-02-30']],
  ['#/since/whenever/tag/a', { tag: 'a' }, ['since/whenever']],
  ['#/month/2008-13', {}, ['month/2008-13']],
  ['#/entry/xyz', {}, ['entry/xyz']],
  ['#/since/constructor', {}, ['since/constructor']],
  ['#/__proto__/x', {}, ['__proto__', 'x']],
  ['#/tag/%20', {}, ['tag/ ']],
])) {
  test(`address: ${hash} leaves out what says nothing`, () => {
    assert.deepEqual(parseAddress(hash), { address, unknown });
  });
}

test('address: a plain fragment is none', () => {
  assert.equal(parseAddress('#posts'), undefined);
  assert.equal(parseAddress('#p00-fn1'), undefined);
});

test('address: what is formatted reads as the same, in any order of its parts', () => {
  const letters = ['a', 'Ö', ' ', '/', '%', '#', '?', '汐', '\u{1F30D}', '\uD800', '+', '..', "'"];
  let seed = 7;
  const random = (/** @type {number} */ n) => (seed = (seed * 48271) % 2147483647) % n;
  const word = () => `x${Array.from({ length: random(6) }, () => letters[random(letters.length)]).join('')}y`;
  for (let round = 0; round < 500; round++) {
    /** @type {Address} */
    const address = {
      ...(random(2) && { feed: word() }),
      ...(random(2) && { author: word() }),
      ...(random(2) && { tag: word().toLowerCase() }),
      ...(random(2) && { search: word() }),
      ...(random(2) && { since: ['week', '2008-01-31', '2020-02-29T23:59:59+01:00'][random(3)] }),
      ...(random(2) && { asc: true }),
      ...(random(2) && { page: 2 + random(9999) }),
    };
    const hash = formatAddress(address);
    assert.match(hash, /^#(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-F]{2})*$/, 'RFC 3986 §3.5');
    const again = parseAddress(hash)?.address ?? {};
    assert.equal(formatAddress(again), hash);
    assert.deepEqual(again, JSON.parse(JSON.stringify(address).replaceAll('\\ud800', '\uFFFD')));
  }
});

const config = { pageSize: 20, order: /** @type {const} */ ('published') };
const now = Date.UTC(2008, 5, 21, 12) / 1000;

test('address: a query has only what filters, the page size, the order and the time', () => {
  assert.deepEqual(queryOf({}, config, { now }), { order: 'published', size: 20, now });
  assert.deepEqual(
    queryOf({ feed: 'ada', tag: 'xen', asc: true, page: 3 }, config, { now, zone: [[0, 60]] }),
    {
      feed: 'ada',
      tag: 'xen',
      asc: true,
      page: 3,
      order: 'published',
      size: 20,
      zone: [[0, 60]],
      now,
    },
  );
});

for (const [address, asked] of /** @type {[Address, object][]} */ ([
  [{ since: 'yesterday' }, { since: '2008-06-20T12:00:00Z' }],
  [{ since: '30_days' }, { since: '2008-05-22T12:00:00Z' }],
  [
    { since: '2008-06-01', until: 'week' },
    { until: '2008-06-14T12:00:00Z', fromDay: '2008-06-01' },
  ],
  [{ since: '2008-06-01T12:30:00-06:00' }, { since: '2008-06-01T12:30:00-06:00' }],
  [
    { since: '2008-06-21', until: '2008-06-21' },
    { fromDay: '2008-06-21', toDay: '2008-06-21' },
  ],
  [{ month: '2008-02' }, { fromDay: '2008-02-01', toDay: '2008-02-29' }],
  [
    { month: '2008-02', since: '2008-02-10', until: '2009-01-01' },
    { fromDay: '2008-02-10', toDay: '2008-02-29' },
  ],
  [
    { month: '2008-02', since: '2008-01-10' },
    { fromDay: '2008-02-01', toDay: '2008-02-29' },
  ],
])) {
  test(`address: ${formatAddress(address)} asks for ${JSON.stringify(asked)}`, () => {
    assert.deepEqual(queryOf(address, config, { now }), { ...asked, order: 'published', size: 20, now });
  });
}

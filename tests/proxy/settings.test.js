import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNodeProxy } from '../../proxy/node.js';
import { readSettings } from '../../proxy/settings.js';

const contact = 'https://a.example/about';

/** @type {[string, any, RegExp][]} */
const refused = [
  ['open without contact', { open: true, limits: { inFlight: 8 } }, /: contact is needed in open mode/],
  ['open without limits', { open: true, contact }, /: limits is needed in open mode/],
  ['open with empty limits', { open: true, contact, limits: {} }, /: limits is needed in open mode/],
  [
    'open that is not a flag',
    { open: 'no', contact, limits: { inFlight: 8 } },
    /: open must be true or false/,
  ],
  ['a key that does not exist', { feed: [] }, /: feed is not a key/],
  ['a limit that does not exist', { limits: { perPlanet: 1 } }, /: limits\.perPlanet is not a limit/],
  [
    'a feed that is no URL',
    { feeds: ['https://a.example/', 'blog'] },
    /: feeds\[1\] must be an http or https URL/,
  ],
  ['a feed of another scheme', { feeds: ['file:///etc/passwd'] }, /: feeds\[0\] must be/],
  ['a feed with a password', { feeds: ['https://u:p@a.example/'] }, /: feeds\[0\] must not carry/],
  [
    'a feed with a bad interval',
    { feeds: [{ url: contact, minIntervalS: -1 }] },
    /: feeds\[0\]\.minIntervalS must/,
  ],
  ['feeds that are no list', { feeds: 7 }, /: feeds must be a list, not 7/],
  ['feeds that name no list', { feeds: 'planet.json' }, /: feeds must name a planet\.json or OPML by/],
  ['a list of another scheme', { feeds: [{ list: 'ftp://a.example/' }] }, /: feeds\[0\] must name a planet/],
  [
    'a list with a bad interval',
    { feeds: [{ list: contact, minIntervalS: '1' }] },
    /: feeds\[0\]\.minIntervalS/,
  ],
  ['a feed that is nothing', { feeds: [null] }, /: feeds\[0\] must be an http or https URL, not undefined/],
  ['origins that are no list', { origins: 'https://a.example' }, /: origins must be a list/],
  ['trust that is none', { trustProxy: 'yes' }, /: trustProxy must be true, false or how many/],
  ['trust in half a proxy', { trustProxy: 1.5 }, /: trustProxy must be/],
  [
    'a client who may ask nothing',
    { limits: { perClient: 0 } },
    /: limits\.perClient must be a number from 1/,
  ],
  ['a contact that is no URL', { contact: 'me' }, /: contact must be/],
  ['an origin that is none', { origins: ['a.example'] }, /: origins holds a\.example/],
  ['a port that is none', { ports: [0] }, /: ports holds 0/],
  ['a size that is none', { maxBytes: Number.NaN }, /: maxBytes must be a number/],
  ['no room at all', { limits: { inFlight: 0 } }, /: limits\.inFlight must be a number from 1/],
];

for (const [name, policy, message] of refused) {
  test(`settings: ${name} is refused with the key's name`, () => {
    assert.throws(() => readSettings(policy), message);
    assert.throws(() => createNodeProxy(policy), message);
  });
}

test('settings: a password never stands in the message that refuses it', () => {
  assert.throws(
    () => readSettings({ feeds: ['https://u:secret@a.example/'] }),
    (error) => {
      assert.ok(error instanceof Error);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    },
  );
});

test('settings: what is not said has a default', () => {
  assert.deepEqual(readSettings({}), {
    fixed: new Map(),
    lists: [],
    listed: new Map(),
    listedOrigins: new Set(),
    open: false,
    contact: null,
    origins: null,
    ports: new Set(['', '80', '443']),
    maxBytes: 16777216,
    timeoutMs: 8000,
    minIntervalS: 3600,
    trustProxy: 0,
    limits: { perClient: Infinity, perHost: Infinity, inFlight: 32 },
    allowPrivate: false,
  });
});

test('settings: a contact with brackets cannot end the comment it stands in', () => {
  assert.equal(readSettings({ contact: 'https://a.example/(x)' }).contact, 'https://a.example/%28x%29');
});

test('settings: an open proxy has limits, whatever of them is written', () => {
  const { limits } = readSettings({ open: true, contact, limits: { perHost: 5 } });
  assert.deepEqual(limits, { perClient: 60, perHost: 5, inFlight: 32 });
});

test('settings: a list is read again every five minutes, or as it says', () => {
  assert.deepEqual(
    [
      readSettings({ feeds: 'https://a.example/planet.json#x' }).lists,
      readSettings({ feeds: [{ list: contact, minIntervalS: 60 }, contact] }).lists,
    ],
    [[{ url: 'https://a.example/planet.json', minIntervalS: 300 }], [{ url: contact, minIntervalS: 60 }]],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRedirect, checkTarget } from '../../proxy/policy.js';
import { readSettings } from '../../proxy/settings.js';

const self = new URL('https://proxy.example/v1/feed?url=x');
const open = readSettings({ open: true, contact: 'https://proxy.example/about', limits: { inFlight: 8 } });

/** @param {string} url */
const verdict = (url, settings = open) => {
  const result = checkTarget(url, settings, self);
  return result.kind === 'ok' ? 'ok' : result.code;
};

/** @type {[string, string[]][]} */
const refused = [
  ['bad-url', ['', 'not a url', '//x', '/feed', 'http://', 'http://a b', 'http://xn--a', 'http://x:99999']],
  ['bad-url', ['http://256.1.1.1', 'http://1.2.3.4.5', 'http://[::1', 'http://a%00b/']],
  ['bad-url', ['http://u:p@a.example/', 'http://u@a.example/', 'http://example.com@127.0.0.1/']],
  ['forbidden-target', ['file:///etc/passwd', 'ftp://a.example/', 'gopher://a.example/', 'ws://a.example/']],
  ['forbidden-target', ['data:text/xml,<rss/>', 'javascript:alert(1)', 'blob:https://a.example/1']],
  [
    'forbidden-target',
    ['http://127.0.0.1/', 'http://10.1.2.3/', 'http://172.16.0.1/', 'http://192.168.0.1/'],
  ],
  ['forbidden-target', ['http://0.0.0.0/', 'http://255.255.255.255/', 'http://8.8.8.8/']],
  ['forbidden-target', ['http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://127.1/']],
  ['forbidden-target', ['http://0/', 'http://127.0.0.1./', 'http://①②⑦.0.0.1/', 'http://%31%32%37.0.0.1/']],
  ['forbidden-target', ['http://[::1]/', 'http://[::]/', 'http://[fe80::1]/', 'http://[fc00::1]/']],
  ['forbidden-target', ['http://[fd00:ec2::254]/', 'http://[ff02::1]/', 'http://[2606:4700::1111]/']],
  [
    'forbidden-target',
    ['http://[::ffff:127.0.0.1]/', 'http://[::127.0.0.1]/', 'http://[::ffff:0:0:127.0.0.1]/'],
  ],
  [
    'forbidden-target',
    ['http://[64:ff9b::a9fe:a9fe]/', 'http://[64:ff9b:1::7f00:1]/', 'http://[2002:7f00:1::]/'],
  ],
  ['forbidden-target', ['http://169.254.169.254/latest/meta-data/', 'http://100.100.100.200/']],
  ['forbidden-target', ['http://192.0.0.192/', 'http://168.63.129.16/']],
  [
    'forbidden-target',
    ['http://localhost/', 'http://LOCALHOST./', 'http://x.localhost/', 'http://ⓛocalhost/'],
  ],
  [
    'forbidden-target',
    ['http://printer.local/', 'http://metadata.google.internal/', 'http://nas.home.arpa/'],
  ],
  ['forbidden-target', ['http://intranet/', 'http://wiki.corp/', 'http://a.onion/', 'http://a..example/']],
  ['forbidden-target', ['http://a.example:22/', 'http://a.example:25/', 'http://a.example:6379/']],
  ['forbidden-target', ['http://a.example:3306/', 'https://a.example:8080/']],
  ['loop', ['https://proxy.example/v1/feed?url=https%3A%2F%2Fa.example%2F']],
];

for (const [code, urls] of refused) {
  for (const url of urls) {
    test(`policy: an open proxy answers ${JSON.stringify(url)} with ${code}`, () => {
      assert.equal(verdict(url), code);
    });
  }
}

test('policy: an open proxy fetches public names on the ports of http and https', () => {
  const urls = [
    'http://a.example/',
    'https://a.example:443/',
    'http://a.example:443/',
    'HTTPS://A.Example./feed#x',
  ];
  assert.deepEqual(
    urls.map((url) => verdict(url)),
    ['ok', 'ok', 'ok', 'ok'],
  );
});

test('policy: a list permits its very URLs, fragments aside, on their own ports', () => {
  const settings = readSettings({
    feeds: ['http://a.example:8080/feed?x=1#top', { url: 'https://b.example' }],
  });
  /** @type {[string, string][]} */
  const rows = [
    ['http://a.example:8080/feed?x=1', 'ok'],
    ['HTTP://A.EXAMPLE:8080/./feed?x=1#other', 'ok'],
    ['http://a.example:8080/feed?x=1#', 'ok'],
    ['https://b.example/', 'ok'],
    ['https://b.example/#', 'ok'],
    ['http://a.example:8080/feed', 'forbidden-target'],
    ['http://a.example:8080/feed?x=1&y=2', 'forbidden-target'],
    ['http://a.example/feed?x=1', 'forbidden-target'],
    ['http://b.example/', 'forbidden-target'],
    ['https://b.example/other', 'forbidden-target'],
    ['https://c.example/', 'forbidden-target'],
  ];
  for (const [url, expected] of rows) assert.equal(verdict(url, settings), expected, url);
});

test('policy: a list alone does not lift the address and name rules', () => {
  const urls = ['http://127.0.0.1:8080/feed', 'http://localhost/feed', 'http://[::1]/feed'];
  const settings = readSettings({ feeds: urls });
  assert.deepEqual(
    urls.map((url) => verdict(url, settings)),
    ['forbidden-target', 'forbidden-target', 'forbidden-target'],
  );
});

test('policy: allowPrivate lifts the rules for listed URLs and for nothing beside them', () => {
  const feeds = ['http://127.0.0.1:8080/feed', 'http://localhost:9/feed', 'http://[::1]/feed'];
  const settings = readSettings({ feeds, allowPrivate: true });
  for (const url of feeds) assert.equal(verdict(url, settings), 'ok', url);
  for (const url of ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/feed?', 'http://127.0.0.1:8081/feed']) {
    assert.equal(verdict(url, settings), 'forbidden-target', url);
  }
  const both = readSettings({ ...openPolicy(), feeds, allowPrivate: true });
  assert.equal(verdict('http://127.0.0.1:8080/other', both), 'forbidden-target');
});

test('policy: a redirect is judged like a first request, but need not be listed', () => {
  const settings = readSettings({
    feeds: ['http://a.example:8080/feed', 'http://127.0.0.1:1/x'],
    allowPrivate: true,
  });
  const from = new URL('http://a.example:8080/feed');
  const secure = new URL('https://a.example/feed');
  /** @type {[string | null, URL, string][]} */
  const rows = [
    ['http://b.example/feed', from, 'http://b.example/feed'],
    ['other?x', from, 'http://a.example:8080/other?x'],
    ['https://b.example/feed', secure, 'https://b.example/feed'],
    ['http://127.0.0.1:1/x', from, 'http://127.0.0.1:1/x'],
    ['http://127.0.0.1:1/y', from, 'forbidden-target'],
    ['http://169.254.169.254/', from, 'forbidden-target'],
    ['//[::1]/', from, 'forbidden-target'],
    ['http://printer.local/', from, 'forbidden-target'],
    ['http://b.example:22/', from, 'forbidden-target'],
    ['http://a.example:22/', from, 'forbidden-target'],
    ['file:///etc/passwd', from, 'forbidden-target'],
    ['http://u:p@b.example/', from, 'forbidden-target'],
    ['http://a.example/feed', secure, 'bad-redirect'],
    ['http://a b/', from, 'bad-redirect'],
    ['', from, 'bad-redirect'],
    [null, from, 'bad-redirect'],
    ['https://proxy.example/v1/feed?url=x', from, 'loop'],
  ];
  for (const [location, at, expected] of rows) {
    const result = checkRedirect(location, at, settings, self);
    assert.equal(result.kind === 'ok' ? result.url.href : result.code, expected, `${location}`);
  }
});

function openPolicy() {
  return { open: true, contact: 'https://proxy.example/about', limits: { inFlight: 8 } };
}

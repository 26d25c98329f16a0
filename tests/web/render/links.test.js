import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivateHost } from '../../../web/render/hosts.js';
import { linkTo, mediaAt, resolveSrcset } from '../../../web/render/links.js';

const PAGE = 'https://planet.example/';

for (const [written, base, link] of /** @type {[string, string | undefined, string | undefined][]} */ ([
  ['/x', 'https://a.example/b/', 'https://a.example/x'],
  ['x', undefined, undefined],
  ['', undefined, undefined],
  ['//b.example/x', 'https://a.example/', 'https://b.example/x'],
  ['mailto:a@b.example', undefined, 'mailto:a@b.example'],
  [' \u0000java\nscript:alert(1)', 'https://a.example/', undefined],
  ['JavaScript:alert(1)', undefined, undefined],
  ['data:text/html,x', undefined, undefined],
  ['vbscript:x', undefined, undefined],
  ['blob:https://planet.example/1', undefined, undefined],
  ['file:///etc/passwd', undefined, undefined],
  ['ftp://a.example/x', undefined, undefined],
  ['http://[', undefined, undefined],
  ['https://a.example/?utm_source=rss&utm_medium=rss', undefined, 'https://a.example/'],
  [
    'https://a.example/?p=1&UTM_Source=x&q=a%20b+c&fbclid=2#c',
    undefined,
    'https://a.example/?p=1&q=a%20b+c#c',
  ],
  ['https://a.example/?p=&&utmost=1', undefined, 'https://a.example/?p=&&utmost=1'],
])) {
  test(`links: ${JSON.stringify(written)} leads to ${link}`, () => assert.equal(linkTo(written, base), link));
}

for (const [host, isPrivate] of /** @type {[string, boolean][]} */ ([
  ['localhost', true],
  ['a.localhost.', true],
  ['127.1', true],
  ['0x7f000001', true],
  ['2130706433', true],
  ['0177.0.0.1', true],
  ['0.0.0.0', true],
  ['10.1.2.3', true],
  ['100.64.0.1', true],
  ['100.128.0.1', false],
  ['169.254.169.254', true],
  ['172.15.0.1', false],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.150', true],
  ['198.18.0.1', true],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
  ['8.8.8.8', false],
  ['[::]', true],
  ['[::1]', true],
  ['[::ffff:127.0.0.1]', true],
  ['[::ffff:8.8.8.8]', false],
  ['[64:ff9b::10.0.0.1]', true],
  ['[2002:7f00:1::]', true],
  ['[2002:808:808::]', false],
  ['[fe80::1]', true],
  ['[fd00::1]', true],
  ['[ff02::1]', true],
  ['[2001:4860:4860::8888]', false],
  ['router', true],
  ['nas.local', true],
  ['a.home.arpa', true],
  ['a.example', false],
  ['10.example', false],
])) {
  test(`links: ${host} is ${isPrivate ? 'a private' : 'a public'} host`, () => {
    assert.equal(isPrivateHost(new URL(`http://${host}/`).hostname), isPrivate);
  });
}

test('links: pictures of private hosts are not asked for, save by a page of the same origin', () => {
  assert.equal(mediaAt('http://192.168.1.1/a.png', undefined, PAGE), undefined);
  assert.equal(
    mediaAt('http://127.0.0.1:8080/a.png', undefined, 'http://127.0.0.1:8080/x'),
    'http://127.0.0.1:8080/a.png',
  );
  assert.equal(mediaAt('http://127.0.0.1:8081/a.png', undefined, 'http://127.0.0.1:8080/x'), undefined);
  assert.equal(mediaAt('data:image/png;base64,x', undefined, PAGE), undefined);
});

for (const [srcset, resolved] of [
  ['a.jpg', 'https://a.example/a.jpg'],
  ['a.jpg 1x, b.jpg 2.5x', 'https://a.example/a.jpg 1x, https://a.example/b.jpg 2.5x'],
  ['a.jpg 1x,b.jpg 2x', 'https://a.example/a.jpg 1x, https://a.example/b.jpg 2x'],
  ['a,b.jpg 100w, c.jpg', 'https://a.example/a,b.jpg 100w, https://a.example/c.jpg'],
  [' a.jpg,, b.jpg 2w ', 'https://a.example/a.jpg, https://a.example/b.jpg 2w'],
  ['http://10.0.0.1/a.jpg 1x, b.jpg 2x', 'https://a.example/b.jpg 2x'],
  ['javascript:alert(1) 1x', ''],
  ['a.jpg 1x evil', 'https://a.example/a.jpg'],
  ['', ''],
]) {
  test(`links: srcset "${srcset}" resolves to "${resolved}"`, () => {
    assert.equal(
      resolveSrcset(srcset, (url) => mediaAt(url, 'https://a.example/', PAGE)),
      resolved,
    );
  });
}

for (const hostile of [',', ', ', 'a', 'a,', 'a ', ' ', 'a 1', '1x,', 'a 1x b,'])
  test(`links: a srcset of 500,000 letters of "${hostile}" takes no time to speak of`, () => {
    const started = performance.now();
    resolveSrcset(`a ${hostile.repeat(500_000 / hostile.length)}b`, () => 'https://a.example/');
    assert.ok(performance.now() - started < 1000);
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quiet } from '../../../web/render/quiet-markup.js';

for (const [html, expected] of [
  ['<p onclick="a > b" class=x>onclick="y"</p>', '<p class=x>onclick="y"</p>'],
  ["<a ONLOAD = 'x' href=/on?onload=1 style=\"a:'b'\">style=x</a>", '<a href=/on?onload=1>style=x</a>'],
  ['<img alt="press onclick=x, style=y" src=x onerror=X/>', '<img alt="press onclick=x, style=y" src=x>'],
  ['<img/onerror=x/src=y>', '<img>'],
  ['<img src=x onerror>', '<img src=x>'],
  ['<p onclick=>x</p>', '<p>x</p>'],
  ['<p "onclick"=x>', '<p "onclick"=x>'],
  ['1 < 2 onclick=x <3', '1 < 2 onclick=x <3'],
  ['&lt;p onclick="x"&gt;', '&lt;p onclick="x"&gt;'],
  ['<style>p { a: "<b onclick=x>" }</style><p>x', '<p>x'],
  ['a<base href="x" onclick=y>b', 'ab'],
  ['<p onclick="never closed <b>', '<p'],
  ['<once>x</once>', '<once>x</once>'],
  ['<style>never closed', ''],
  ['<STYLE type=x>a</STYLE ><style/>b</style>c', 'c'],
]) {
  test(`quiet markup: ${html}`, () => assert.equal(quiet(html), expected));
}

for (const hostile of ['<a', '<a "', '<a x="', '<style>', "<a onx='", '< ', '<a =', '<a  ']) {
  test(`quiet markup: a megabyte of ${hostile} takes no time to speak of`, () => {
    const started = performance.now();
    quiet(hostile.repeat(1_000_000 / hostile.length));
    assert.ok(performance.now() - started < 1000);
  });
}

for (const [what, html, fits] of /** @type {[string, string, boolean][]} */ ([
  ['20,000 tags', '<br>'.repeat(20_000), true],
  ['20,001 tags', '<br>'.repeat(20_001), false],
  ['a million letters', 'x'.repeat(1_000_000), true],
  ['two million letters', 'x'.repeat(2_000_000), false],
  ['256 elements in each other', '<b>'.repeat(256), true],
  ['257 elements in each other', '<b>'.repeat(257), false],
  ['elements that are ended by others', '<b></i>'.repeat(257), false],
  ['many elements beside each other', '<i><b>x</b></i>'.repeat(5000), true],
  ['paragraphs and cells without an end', `<table><tr>${'<td><p>x'.repeat(5000)}</table>`, true],
  [
    'a list that opens 200 elements anew at each of its points',
    '<b>'.repeat(200) + '<p>x</p>'.repeat(5000),
    false,
  ],
])) {
  test(`quiet markup: ${what} ${fits ? 'can be carried' : 'are too much'}`, () =>
    assert.equal(quiet(html) !== undefined, fits));
}

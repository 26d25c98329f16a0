import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage } from './support/stage.js';
import { person, post, viewOf } from './support/views.js';

/** @type {import('./support/stage.js').Stage} */
let stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

const KEY = '00000000000000a1';
const html = (/** @type {string} */ value) => ({ type: 'html', value, base: 'https://ada.example/blog/' });

const REL = 'rel="noopener nofollow ugc"';

test('hostile posts: a heading of 150,000 children is a heading', async () => {
  const { page, show, problems, close } = await stage.open();
  const content = html(`<h2>${'a<!---->'.repeat(75_000)}</h2>`);
  await show(viewOf([post({ key: KEY, date: '2008-06-21T10:00:00Z', content })]));
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('.e-content h4')].map((h) => h.textContent?.length),
    ),
    [75_000],
  );
  assert.deepEqual(problems, []);
  await close();
});

test('hostile posts: a post that cannot be made costs no other post', async () => {
  const { page, show, close } = await stage.open();
  const at = { date: '2008-06-21T10:00:00Z' };
  await page.evaluate(() => {
    const { replaceWith } = Element.prototype;
    Element.prototype.replaceWith = function (/** @type {(string | Node)[]} */ ...nodes) {
      if (this.nodeName === 'H1') throw new RangeError('too many arguments');
      replaceWith.apply(this, nodes);
    };
  });
  await show(
    viewOf([
      post({ ...at, key: KEY, content: html('<h1>x</h1>') }),
      post({ ...at, key: '00000000000000a2', content: html('<p>good</p>') }),
    ]),
  );
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('.post > :is(.e-content, .unshown)')].map((body) => body.innerHTML),
    ),
    [
      `This post could not be shown. <a href="https://ada.example/${KEY}" ${REL}>Read the original</a>`,
      '<p>good</p>',
    ],
  );
  await close();
});

for (const [what, content, type] of [
  [
    'two megabytes of markup',
    `<p>Beginning &amp; <b>more</b></p><script>x</script>${'<p>x</p>'.repeat(260_000)}`,
    'html',
  ],
  ['300 elements in each other', `<p>Beginning &amp; <b>more</b></p>${'<div>'.repeat(300)}`, 'html'],
  ['two megabytes of text', `Beginning & more ${'x '.repeat(1_000_000)}`, 'text'],
]) {
  test(`hostile posts: of ${what} the beginning is shown, and where the rest is`, async () => {
    const { page, show, problems, close } = await stage.open();
    await show(
      viewOf([post({ key: KEY, date: '2008-06-21T10:00:00Z', content: { ...html(content), type } })]),
    );
    const body = await page.evaluate(() => document.querySelector('.e-content')?.innerHTML ?? '');
    assert.match(body, /^Beginning &amp; +more/);
    assert.ok(body.length < 2300);
    assert.ok(
      body.endsWith(
        `<p class="unshown">This post is too large to show here. <a href="https://ada.example/${KEY}" ${REL}>Read the original</a></p>`,
      ),
    );
    assert.deepEqual(problems, []);
    await close();
  });
}

test('hostile posts: a cell spans no more than a table may have', async () => {
  const { page, show, close } = await stage.open();
  const content = html(
    '<table><colgroup span="999999"></colgroup><tr><td colspan="999999" rowspan="65534">a</td><td colspan="2" rowspan="0x">b</td></tr></table>',
  );
  await show(viewOf([post({ key: KEY, date: '2008-06-21T10:00:00Z', content })]));
  assert.equal(
    await page.evaluate(() => document.querySelector('.e-content .wide')?.innerHTML),
    '<table><colgroup span="100"></colgroup><tbody><tr><td colspan="100" rowspan="1000">a</td><td colspan="2" rowspan="1">b</td></tr></tbody></table>',
  );
  await close();
});

test('hostile posts: of names and lists without end the beginning is shown', async () => {
  const { page, show, close } = await stage.open();
  const long = `e${'\u0300'.repeat(100_000)} ${'x'.repeat(500)}`;
  const many = Array.from({ length: 33 }, (_, at) => `${at}`);
  const entry = post({
    key: KEY,
    date: '2008-06-21T10:00:00Z',
    title: { type: 'text', value: long },
    content: html(`<p>e${'<i>\u0300</i>'.repeat(1000)}</p>`),
    tags: [{ tag: long, label: long }, ...many.map((tag) => ({ tag, label: tag }))],
    alsoAt: many.map((feed) => ({ feed })),
    enclosures: many.map((name) => ({ url: `https://ada.example/${name}` })),
  });
  const feeds = [person({ nick: 'ada', name: long, title: long })];
  await show(viewOf([entry], { feeds, cloud: [{ tag: long, label: long, count: 1, weight: 5 }] }));
  const few = `e${'\u0300'.repeat(8)}`;
  const short = `${few}…`;
  assert.deepEqual(
    await page.evaluate(() => {
      const text = (/** @type {string} */ selector) =>
        document.querySelector(selector)?.textContent?.trim().replace(/\s+/g, ' ');
      return [
        ...['.title .p-name', '.e-content', '.p-author .p-name', '.weblog', '.who a', '.cloud a'].map(text),
        ...['.tags', '.tags + span', '.enclosures'].map(text),
      ];
    }),
    [
      `${few} ${'x'.repeat(500)}`,
      few,
      ...[short, short, short, short],
      `under ${short} ${many.slice(0, 19).join(' ')} and 14 more`,
      `Also at ${many.slice(0, 20).join(' ')} and 13 more`,
      `${many.slice(0, 20).join(' ')} and 13 more`,
    ],
  );
  await close();
});

test('hostile posts: a name that turns text around does not turn its neighbours', async () => {
  const { page, show, close } = await stage.open();
  const turn = '\u202eabc';
  const entry = post({
    key: KEY,
    date: '2008-06-21T10:00:00Z',
    title: { type: 'text', value: turn },
    content: html('x'),
    authors: [{ name: turn }],
    tags: [{ tag: turn, label: turn }],
    alsoAt: [{ feed: turn }],
    enclosures: [{ url: 'https://ada.example/x', title: turn }],
  });
  const feeds = [person({ nick: 'ada', name: turn, title: turn })];
  const planet = { feeds: [{ url: 'https://ada.example/feed', nick: 'ada', name: turn }] };
  await show(viewOf([entry], { feeds, cloud: [{ tag: turn, label: turn, count: 1, weight: 5 }] }), planet);
  assert.deepEqual(
    await page.evaluate(() => {
      const open = [];
      const texts = document.createTreeWalker(document.getElementById('planet') ?? document, 4);
      for (let text; (text = texts.nextNode());)
        if (text.textContent?.includes('\u202e')) {
          const parent = /** @type {Element} */ (text.parentElement);
          if (!parent.closest('.p-name, bdi') && getComputedStyle(parent).unicodeBidi !== 'plaintext')
            open.push(parent.outerHTML);
        }
      return open;
    }),
    [],
  );
  await close();
});

const within = (/** @type {string} */ tag, /** @type {number} */ times, inner = 'x') =>
  `<${tag}>`.repeat(times) + inner + `</${tag}>`.repeat(times);

const zalgo = 'Z\u0351\u0343\u0300\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(300);

for (const [what, content] of [
  ['a reading of 5,000 letters', `<ruby>x<rt>${'y'.repeat(5000)}</rt></ruby>`],
  ['a space of 20,000 pixels', 'a <math><mspace width="20000px"/><mi>x</mi></math> b'],
  ['a wide padding', '<math><mpadded width="20000px"><mi>x</mi></mpadded></math>'],
  ['a formula without end', `a <math>${'<mi>x</mi><mo>+</mo>'.repeat(900)}</math> b`],
  ['a formula without end on a line of its own', `<math display="block">${'<mi>x</mi>'.repeat(900)}</math>`],
  ['100 big in each other', within('big', 100, 'word')],
  ['200 lists in each other', `${'<ul><li>'.repeat(200)}word`],
  ['200 quotations in each other', within('blockquote', 200, 'word')],
  ['100 terms in each other', `${'<dl><dd>'.repeat(100)}word`],
  ['80 tables in each other', `${'<table><tr><td>'.repeat(80)}word`],
  ['marks upon marks', `<p>${zalgo}</p>`],
]) {
  test(`hostile posts: ${what} make the page no wider`, async () => {
    const { page, show, close } = await stage.open({ viewport: { width: 360, height: 700 } });
    const entry = post({
      key: KEY,
      date: '2008-06-21T10:00:00Z',
      title: { type: 'text', value: zalgo },
      tags: [{ tag: 'z', label: zalgo }],
      content: html(content),
    });
    const feeds = [person({ nick: 'ada', name: zalgo, title: zalgo })];
    await show(viewOf([entry], { feeds, cloud: [{ tag: 'z', label: zalgo, count: 1, weight: 5 }] }));
    const seen = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      fonts: Math.max(
        ...[...document.querySelectorAll('.e-content *')].map((e) =>
          parseFloat(getComputedStyle(e).fontSize),
        ),
      ),
    }));
    assert.equal(seen.width, 360);
    assert.ok(seen.fonts < 40);
    await close();
  });
}

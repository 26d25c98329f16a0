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

/**
 * Shows one post with that content.
 * @param {string} content
 * @param {string} [type]
 * @returns {Promise<string>}   the markup in the page
 */
async function shown(content, type = 'html') {
  const { page, show, close } = await stage.open();
  await show(viewOf([post({ key: KEY, date: '2008-06-21T10:00:00Z', content: { ...html(content), type } })]));
  const markup = await page.evaluate(() => document.querySelector('.e-content')?.innerHTML ?? 'nothing');
  await close();
  return markup;
}

const REL = 'rel="noopener nofollow ugc"';
const IMG = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

for (const [what, content, expected] of [
  [
    'relative links and pictures resolve against the base of the entry',
    '<a href="../x">x</a><img src="a.png" alt="A">',
    `<a href="https://ada.example/x" ${REL}>x</a><img src="https://ada.example/blog/a.png" alt="A" ${IMG}>`,
  ],
  [
    'srcset and sources resolve',
    '<picture><source srcset="a.webp 1x, /b.webp 2x" type="image/webp"><img src="a.png"></picture>',
    `<picture><source srcset="https://ada.example/blog/a.webp 1x, https://ada.example/b.webp 2x" type="image/webp"><img src="https://ada.example/blog/a.png" alt="" ${IMG}></picture>`,
  ],
  [
    'film and sound get controls and wait to be started',
    '<video src="v.mp4" autoplay loop poster="p.png" onplay="x()"></video><audio src="a.mp3" autoplay preload="auto"></audio>',
    '<video src="https://ada.example/blog/v.mp4" poster="https://ada.example/blog/p.png" controls="" preload="none"></video><audio src="https://ada.example/blog/a.mp3" controls="" preload="none"></audio>',
  ],
  [
    'links of other schemes are no links',
    '<a href="javascript:alert(1)">a</a><a href="data:text/html,x">b</a><a href="vbscript:x">c</a><a href="mailto:a@b.example">d</a>',
    `abc<a href="mailto:a@b.example" ${REL}>d</a>`,
  ],
  [
    'a target and a class are dropped, direction and language stay',
    '<p class="h-entry p-name" dir="rtl" lang="ar" style="position:fixed" data-x="1" aria-hidden="true" role="alert">x</p><a href="https://b.example/" target="_top" ping="https://c.example/" download>y</a>',
    `<p dir="rtl" lang="ar">x</p><a href="https://b.example/" ${REL}>y</a>`,
  ],
  [
    'headings go below the title, in their order',
    '<h1 id="a">One</h1><h3>Two</h3><h6>Three</h6><h2>Four</h2>',
    `<h4 id="p${KEY}-a">One</h4><h6>Two</h6><h6>Three</h6><h5>Four</h5>`,
  ],
  [
    'a footnote leads to the post itself, another place to its page',
    '<a href="#fn1">1</a><a href="#none">2</a><p id="fn1">Note</p>',
    `<a href="#p${KEY}-fn1" ${REL}>1</a><a href="https://ada.example/blog/#none" ${REL}>2</a><p id="p${KEY}-fn1">Note</p>`,
  ],
  [
    'a full link to a place of the post stays on the page',
    `<a href="https://ada.example/${KEY}#x%20y">1</a><a name="x y">Note</a>`,
    `<a href="#p${KEY}-x%20y" ${REL}>1</a><a id="p${KEY}-x y">Note</a>`,
  ],
  [
    'what is embedded becomes a link',
    '<iframe src="https://www.video.example/embed/1" title="A film"></iframe><iframe src="//v.example/2"></iframe><iframe srcdoc="<script>x</script>"></iframe><iframe src="javascript:x"></iframe><embed src="https://e.example/x.swf"><object data="https://e.example/x.swf"><b>fallback</b></object>',
    `<p dir="auto" class="embedded"><a href="https://www.video.example/embed/1" ${REL}>A film</a></p><p dir="auto" class="embedded"><a href="https://v.example/2" ${REL}>Open what is embedded here, at v.example</a></p><b>fallback</b>`,
  ],
  [
    'forms lose their controls',
    '<form action="https://evil.example/"><label>Name <input name="q"></label><textarea>t</textarea><select><option>o</option></select><button>b</button><p>kept</p></form>',
    'Name <p>kept</p>',
  ],
  [
    'styles, scripts, svg and meta are dropped with what is in them',
    '<style>*{display:none}</style><script>x()</script><svg><text>s</text></svg><link rel="stylesheet" href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/"><title>t</title><p>kept</p>',
    '<p>kept</p>',
  ],
  [
    'mathematics stays',
    '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac><annotation>a over 2</annotation></math>',
    '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
  ],
  [
    'a wide table scrolls by itself',
    '<table><tr><th scope="col" onclick="x">a</th></tr></table>',
    '<div class="wide"><table><tbody><tr><th scope="col">a</th></tr></tbody></table></div>',
  ],
  [
    'a picture that counts readers is dropped',
    '<p>x<img src="https://t.example/p.gif" width="1" height="1"><img src="https://t.example/q.gif" height="0"></p>',
    '<p>x</p>',
  ],
  [
    'pictures of private hosts are dropped, their words stay',
    '<img src="http://192.168.1.1/logo.png" alt="Router"><img src="http://localhost/x"><img src="http://[::1]/x"><img src="//2130706433/x" srcset="http://10.0.0.1/x 2x"><video src="http://127.0.0.1/v" poster="http://169.254.169.254/"></video>',
    'Router',
  ],
  [
    'a player with nothing to play leaves its words',
    '<video poster="p.png"><p>No film</p></video><video><source src="http://10.0.0.1/v"></video><audio><source src="http://10.0.0.1/a"><source src="a.mp3">x</audio>',
    '<p>No film</p><audio controls="" preload="none"><source src="https://ada.example/blog/a.mp3">x</audio>',
  ],
  [
    'a picture in the markup itself stays, a drawing with scripts does not',
    '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==" alt="a"><img src="data:image/svg+xml,<svg onload=x>"><img src="data:text/html,x">',
    `<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==" alt="a" ${IMG}>`,
  ],
  [
    'sizes that are no numbers of pixels are dropped',
    '<img src="a" width="100%" height="40">',
    `<img src="https://ada.example/blog/a" height="40" alt="" ${IMG}>`,
  ],
]) {
  test(`sanitiser: ${what}`, async () => assert.equal(await shown(content), expected));
}

test('sanitiser: xhtml may close an empty element in its tag', async () => {
  assert.equal(
    await shown('<div><a id="x"/>text<br/><p title="a"/>more</div>', 'xhtml'),
    `<div><a id="p${KEY}-x"></a>text<br><p title="a"></p>more</div>`,
  );
});

test('sanitiser: text is text', async () => {
  assert.equal(await shown('<b>1 < 2</b> &amp;', 'text'), '&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp;amp;');
});

test('sanitiser: without a base a relative address leads nowhere, least of all to the planet', async () => {
  const { page, show, close } = await stage.open();
  const entry = post({
    key: KEY,
    date: '2008-06-21T10:00:00Z',
    content: {
      type: 'html',
      value: '<a href="planet.json">x</a><a href="#a">y</a><i id="a">z</i><img src="face.svg" alt="w">',
    },
  });
  await show(
    viewOf([{ ...entry, link: undefined }], {
      feeds: [person({ nick: 'ada', link: undefined, url: 'urn:x' })],
    }),
    { feeds: ['https://ada.example/'] },
  );
  assert.equal(
    await page.evaluate(() => document.querySelector('.e-content')?.innerHTML),
    `x<a href="#p${KEY}-a" ${REL}>y</a><i id="p${KEY}-a">z</i>w`,
  );
  await close();
});

/** Ways to run a script or to call home that have worked somewhere. `X` stands for `globalThis.hacked=1`. */
const HOSTILE = [
  '<script>X</script>',
  '<img src=x onerror=X>',
  '<img src="https://a.example/x" onload=X>',
  '<svg onload=X>',
  '<svg><script>X</script></svg>',
  '<svg><animate onbegin=X attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:X"><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>X</script></svg>#x"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>parent.hacked=1</script>"></foreignObject></svg>',
  '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '<iframe src="javascript:parent.hacked=1"></iframe>',
  '<object data="javascript:X"></object>',
  '<embed src="javascript:X">',
  '<a href="javascript:X" autofocus onfocus=X>x</a>',
  '<a href="java\nscript:X">x</a>',
  '<a href="&#1;javascript:X">x</a>',
  '<details open ontoggle=X><summary>x</summary></details>',
  '<video><source onerror=X src=x></video>',
  '<audio src=x onerror=X autoplay>',
  '<video poster="javascript:X"></video>',
  '<body onload=X>',
  '<input autofocus onfocus=X>',
  '<select autofocus onfocus=X>',
  '<textarea autofocus onfocus=X>',
  '<marquee onstart=X>x</marquee>',
  '<form action="javascript:X"><button type=submit>x</button></form>',
  '<form id=f></form><button form=f formaction="javascript:X">x</button>',
  '<math><mi xlink:href="javascript:X">x</mi></math>',
  '<math href="javascript:X">x</math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=X></annotation-xml></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=X&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=X>',
  '<noscript><p title="</noscript><img src=x onerror=X>">',
  '<svg></p><style><a id="</style><img src=1 onerror=X>">',
  '<template><script>X</script></template>',
  '<div><template shadowrootmode=open><img src=x onerror=X></template></div>',
  '<xmp><p title="</xmp><img src=x onerror=X>">',
  '<plaintext><img src=x onerror=X>',
  '<style>@import "https://evil.example/";</style>',
  '<style>body{background:url(https://evil.example/css)}</style>',
  '<p style="background:url(https://evil.example/style)">x</p>',
  '<table background="https://evil.example/table"><td background="https://evil.example/td">x</table>',
  '<link rel=stylesheet href="https://evil.example/css">',
  '<link rel=prefetch href="https://evil.example/prefetch">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:X">',
  '<base href="https://evil.example/">',
  '<embed src="https://evil.example/embed"><object data="https://evil.example/object"></object>',
  '<iframe src="https://evil.example/frame"></iframe>',
  '<frameset onload=X><frame src="https://evil.example/frame">',
  '<img src="http://127.0.0.1:1/loopback"><img src="http://[::ffff:127.0.0.1]/x">',
  '<img srcset="http://192.168.0.1/a 1x, http://10.0.0.1/b 2x">',
  '<video src="https://evil.example/film" preload=auto autoplay></video>',
  '<audio preload=auto autoplay><source src="https://evil.example/sound"></audio>',
  '<picture><source srcset="http://169.254.169.254/latest/meta-data"><img></picture>',
  '<x-card onclick=X is=x-y>x</x-card>',
  '<a id=planet name=stage href="#/">x</a><form id=posts name=location></form><img name=getElementById>',
  '<p id=__proto__ name=constructor>x</p>',
  "<p>${X}{{constructor.constructor('X')()}}</p>",
];

test('sanitiser: no script of a feed runs and no request leaves, whatever it writes and wherever', async () => {
  const payloads = HOSTILE.map((payload) => payload.replaceAll('X', 'globalThis.hacked=1'));
  const { page, show, elsewhere, problems, close } = await stage.open();
  const entries = payloads.map((payload, index) =>
    post({
      key: index.toString(16).padStart(16, '0'),
      date: '2008-06-21T10:00:00Z',
      title: html(payload),
      link: ['javascript:globalThis.hacked=1', 'data:text/html,<script>opener.hacked=1</script>', payload][
        index % 3
      ],
      authors: [
        { name: payload, uri: 'javascript:globalThis.hacked=1', avatar: 'https://evil.example/avatar' },
      ],
      tags: [{ tag: payload, label: payload }],
      content: { ...html(payload), language: payload },
      comments: 'javascript:globalThis.hacked=1',
      image: 'https://evil.example/image',
      enclosures: [
        { url: 'javascript:globalThis.hacked=1', type: 'audio/mpeg' },
        { url: 'https://evil.example/sound', type: 'audio/mpeg' },
      ],
      alsoAt: [{ feed: payload, link: 'javascript:globalThis.hacked=1' }],
    }),
  );
  const feeds = [
    person({
      nick: 'ada',
      name: payloads[1],
      title: payloads[0],
      link: 'javascript:globalThis.hacked=1',
      face: 'javascript:globalThis.hacked=1',
      image: 'https://evil.example/logo',
      state: { kind: 'failed', reason: 'x', detail: payloads[1] },
    }),
  ];
  const cloud = payloads
    .slice(0, 5)
    .map((payload) => ({ tag: payload, label: payload, count: 1, weight: 1 }));
  await show(viewOf(entries, { feeds, cloud }), {
    welcome: payloads.join(''),
    feeds: ['https://ada.example/'],
  });
  // Everything that waits for a reader: scroll to lazy pictures, focus, open, press.
  await page.evaluate(async () => {
    for (const element of document.querySelectorAll('*')) {
      element.scrollIntoView();
      /** @type {HTMLElement} */ (element).focus?.();
      if (element.matches('details, summary, p, td')) /** @type {HTMLElement} */ (element).click();
    }
    for (const link of document.querySelectorAll('a'))
      if (/^(?:javascript|data|vbscript)/.test(link.protocol)) link.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  assert.equal(await page.evaluate(() => 'hacked' in globalThis), false);
  assert.deepEqual(
    elsewhere.filter((url) => !/^https:\/\/(?:a|ada)\.example\//.test(url)),
    [],
    'pictures of the open web, shown as such, are the only requests',
  );
  assert.deepEqual(
    await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '#planet :is(script, style, iframe, object, embed, form, input, button, textarea, select, svg, link, meta, base, template, [style], [srcdoc], [autoplay])',
        ),
      ]
        .filter(
          (element) =>
            !element.closest(
              '.search, .densities, .documents, .dress, .meta > .star, .day > h2 > .fold, footer',
            ),
        ) // the page's own
        .map((element) => element.outerHTML),
    ),
    [],
  );
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('#planet *')]
        .flatMap(({ attributes }) => [...attributes].map(({ name }) => name))
        .filter((name) => name.startsWith('on')),
    ),
    [],
  );
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('#planet [href]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !/^(?:https?:|mailto:|#)/.test(href)),
    ),
    [],
  );
  assert.deepEqual(
    problems.filter((problem) => !/Failed to load resource|net::ERR|Content Security Policy/.test(problem)),
    [],
  );
  await close();
});

test('sanitiser: the inline handlers and styles of ordinary posts leave no line in the console', async () => {
  const { show, problems, close } = await stage.open();
  const content =
    '<p style="color:red" onclick="x()">a</p><style>p{}</style><base href="/"><img src="https://a.example/x" onerror="y()">';
  await show(viewOf([post({ key: KEY, date: '2008-06-21T10:00:00Z', content: html(content) })]));
  assert.deepEqual(problems, []);
  await close();
});

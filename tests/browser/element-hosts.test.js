/** `<planet-feed>` among the styles, policies and frames of other sites, in Chromium. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openEmbedding, titles, told } from './support/embedding.js';

/** @type {Awaited<ReturnType<typeof openEmbedding>>} */
let site;
/** @type {Awaited<ReturnType<typeof openEmbedding>>['open']} */
let open;
/** @type {Awaited<ReturnType<typeof openEmbedding>>['home']} */
let home;
const src = () => site.src;

before(async () => {
  site = await openEmbedding();
  ({ open, home } = site);
});
after(() => site.close());

test('element: the host’s font and colour come in, and nothing else of its style', async () => {
  const { page, close } = await open(
    `<div id="box"><planet-feed ${src()} density="full"></planet-feed></div>`,
    {
      head: `<style>* { letter-spacing: 9px !important; text-transform: uppercase !important; float: left }
        #box { font: 21px monospace; color: rgb(10, 60, 10) } a, h3, p { display: none !important; color: red !important }</style>`,
    },
  );
  await told(page);
  assert.deepEqual(
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('planet-feed')?.shadowRoot);
      const style = getComputedStyle(/** @type {Element} */ (root.querySelector('.e-content p')));
      const link = getComputedStyle(/** @type {Element} */ (root.querySelector('.title a')));
      return [
        style.fontFamily,
        style.fontSize,
        style.color,
        style.letterSpacing,
        style.textTransform,
        style.display,
        link.color,
      ];
    }),
    ['monospace', '21px', 'rgb(10, 60, 10)', 'normal', 'none', 'block', 'rgb(10, 60, 10)'],
  );
  await close();
});

test('element: a host styles it by properties and by parts', async () => {
  const { page, close } = await open(`<planet-feed ${src()} theme="dark"></planet-feed>`, {
    head: '<style>planet-feed { --planet-ink: rgb(1, 2, 3) } planet-feed::part(title) { font-size: 33px }</style>',
  });
  await told(page);
  assert.deepEqual(
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('planet-feed')?.shadowRoot);
      const frame = getComputedStyle(/** @type {Element} */ (root.querySelector('.frame')));
      return [
        frame.color,
        frame.backgroundColor,
        getComputedStyle(/** @type {Element} */ (root.querySelector('.title'))).fontSize,
      ];
    }),
    ['rgb(1, 2, 3)', 'rgb(23, 24, 28)', '33px'],
  );
  await close();
});

test('element: it works under a strict policy with Trusted Types', async () => {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${home.url} 'wasm-unsafe-eval'`,
    `connect-src ${home.url}`,
    'img-src https: http: data:',
    "require-trusted-types-for 'script'",
    "trusted-types dompurify lit-html 'allow-duplicates'",
  ].join('; ');
  const { page, problems, close } = await open(`<planet-feed ${src()} density="full"></planet-feed>`, {
    headers: { 'Content-Security-Policy': policy },
  });
  await told(page);
  assert.deepEqual(await titles(page), [['Engines', 'Bread', 'Notes']]);
  assert.equal(
    await page.evaluate(
      () =>
        getComputedStyle(
          /** @type {any} */ (document.querySelector('planet-feed')).shadowRoot.querySelector('.frame'),
        ).overflowWrap,
    ),
    'break-word',
  );
  assert.deepEqual(problems, []);
  await close();
});

test('element: a frame without an origin of its own reads a planet, from memory alone', async () => {
  const { page, problems, close } = await open(
    `<iframe sandbox="allow-scripts" srcdoc='<script type="module" src="${home.url}dist/planetarium.js"></script><planet-feed src="${home.url}planet.json"></planet-feed>'></iframe>`,
    { script: false },
  );
  const frame = /** @type {import('playwright-core').Frame} */ (
    page.frames().find((each) => each !== page.mainFrame())
  );
  await frame.locator('.title').first().waitFor();
  assert.equal(await frame.locator('.title').count(), 3);
  assert.deepEqual(problems, []);
  await close();
});

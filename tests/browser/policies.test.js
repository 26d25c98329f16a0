/** What docs/hosting.md says a page needs for `<planet-feed>`, held to what Chromium does with each directive left out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openEmbedding, titles, told } from './support/embedding.js';
import { openSite, rss } from './support/sites.js';

/** @type {Awaited<ReturnType<typeof openEmbedding>>} */
let site;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let weblog;

before(async () => {
  [site, weblog] = await Promise.all([
    openEmbedding(),
    openSite({
      'face.svg': readFileSync(new URL('../../web/icon.svg', import.meta.url), 'utf8'),
      'cyd.xml': rss('cyd', [{ title: 'Hello', date: 'Sat, 21 Jun 2008 10:00:00 GMT' }]),
    }),
  ]);
  site.home.files['other.json'] = JSON.stringify({
    feeds: [{ url: `${weblog.url}cyd.xml`, name: 'Cyd', face: `${weblog.url}face.svg` }],
  });
});
after(async () => {
  await site.close();
  weblog.close();
});

/** @param {Record<string, string>} changes   of the policy that is enough */
async function under(changes) {
  const directives = {
    'default-src': "'none'",
    'script-src': `'self' ${site.home.url} 'wasm-unsafe-eval'`,
    'connect-src': `${site.home.url} ${weblog.url}`,
    'img-src': `${weblog.url} data:`,
    ...changes,
  };
  const policy = Object.entries(directives).map((directive) => directive.join(' '));
  const { page, problems, close } = await site.open(
    `<planet-feed src="${site.home.url}other.json">Blogs</planet-feed>`,
    { headers: { 'Content-Security-Policy': policy.join('; ') } },
  );
  const isDefined = await page.evaluate(() => Boolean(customElements.get('planet-feed')));
  const events = isDefined ? await told(page) : [];
  const shown = await titles(page);
  const styled = await page.evaluate(() => {
    const frame = document.querySelector('planet-feed')?.shadowRoot?.querySelector('.frame');
    return frame ? getComputedStyle(frame).overflowWrap : undefined;
  });
  const face = await page.evaluate(async () => {
    const image = document.querySelector('planet-feed')?.shadowRoot?.querySelector('img');
    if (!image) return undefined;
    await image.decode().catch(() => {});
    return image.naturalWidth > 0;
  });
  await close();
  const error = events.find(({ type }) => type === 'planet-error')?.reason;
  return { isDefined, shown: shown.flat(), error, face, styled, quiet: problems.length === 0 };
}

test('policies: what the documentation names is enough, without a word for styles', async () => {
  assert.deepEqual(await under({}), {
    isDefined: true,
    shown: ['Hello'],
    error: undefined,
    face: true,
    styled: 'break-word',
    quiet: true,
  });
});

test('policies: without each of the words, what the documentation says happens', async () => {
  const { home } = site;
  assert.equal((await under({ 'script-src': "'self' 'wasm-unsafe-eval'" })).isDefined, false);
  assert.equal((await under({ 'script-src': `'self' ${home.url}` })).error, 'no-core');
  assert.equal((await under({ 'connect-src': weblog.url })).error, 'no-planet');
  assert.equal((await under({ 'connect-src': home.url })).error, 'no-posts');
  const blind = await under({ 'img-src': "'none'" });
  assert.deepEqual([blind.shown, blind.face], [['Hello'], false]);
});

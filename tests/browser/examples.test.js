/** The pages of examples/, in Chromium: their readers see posts, and nothing is loaded twice. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { becomes } from './support/becomes.js';
import { launchChromium } from './support/chromium.js';
import { openSite } from './support/sites.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Each example of them is the same component. */
const FRAMEWORKS = ['react', 'vue', 'svelte'];

/** @type {import('esbuild').Plugin} */
const svelte = {
  name: 'svelte',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { filename: path }).js.code,
    })),
};

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;

before(async () => {
  [browser, site] = await Promise.all([launchChromium(), openSite()]);
  for (const folder of ['examples', 'demo'])
    for (const entry of readdirSync(root + folder, { recursive: true, withFileTypes: true })) {
      const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
      if (entry.isFile()) site.files[path.slice(root.length)] = { body: readFileSync(path) };
    }
  for (const name of FRAMEWORKS) {
    const app = await build({
      entryPoints: [`${root}examples/${name}/app.js`],
      bundle: true,
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
      alias: { vue: 'vue/dist/vue.esm-bundler.js' }, // compiles templates
      conditions: ['browser'],
      plugins: [svelte],
      write: false,
    });
    site.files[`examples/${name}/bundle.js`] = { body: app.outputFiles[0].contents };
  }
});
after(async () => {
  await browser.close();
  site.close();
});

/** @param {string} name */
async function open(name) {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  site.asked.length = 0;
  await page.goto(`${site.url}examples/${name}/`);
  await posts(page);
  return { page, problems, close: () => page.context().close() };
}

/** Titles of each element, once all feeds are read. @param {import('playwright-core').Page} page */
async function posts(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('planet-feed')].every((feed) =>
      feed.shadowRoot?.querySelector('.frame:not([aria-busy]) .h-entry'),
    ),
  );
  return page.evaluate(() =>
    [...document.querySelectorAll('planet-feed')].map((feed) =>
      [...(feed.shadowRoot?.querySelectorAll('.title .p-name') ?? [])].map((title) => title.textContent),
    ),
  );
}

test('examples: a weblog shows what its friends write', async () => {
  const { page, problems, close } = await open('blog-sidebar');
  assert.equal((await posts(page))[0].length, 6);
  assert.equal(await page.locator('planet-feed li').first().isVisible(), false);
  assert.deepEqual(problems, []);
  await close();
});

test('examples: three elements of one planet load nothing twice', async () => {
  const { page, problems, close } = await open('three-widgets');
  const [newest, byWeblog, bread] = await posts(page);
  assert.deepEqual([newest.length, byWeblog.length, bread.length > 0], [3, 12, true]);
  assert.deepEqual(
    site.asked.filter(
      (path, index) => site.asked.indexOf(path) !== index && !/^demo\/(?:faces|pictures)/.test(path),
    ),
    [],
  );
  assert.deepEqual(problems, []);
  await close();
});

for (const name of FRAMEWORKS)
  test(`examples: a component of ${name} sets attributes, hears events and troubles, takes it out and puts it back`, async () => {
    const { page, problems, close } = await open(name);
    const heading = page.locator('h1');
    await becomes(page, () => /^[1-9]\d+ posts$/.test(document.querySelector('h1')?.textContent ?? ''), true);
    const all = await heading.innerText();
    const limit = await page.evaluate(() => document.querySelector('planet-feed')?.getAttribute('limit'));
    assert.equal(limit, '5');
    await page.getByText('Bread alone').click();
    await heading.filter({ hasNotText: all }).waitFor();
    assert.ok(Number.parseInt(await heading.innerText()) < Number.parseInt(all));
    await page.getByText('Everything').click();
    await heading.filter({ hasText: all }).waitFor();
    const before = await posts(page);
    await page.getByText('Hide').click();
    await page.locator('planet-feed').waitFor({ state: 'detached' });
    await page.getByText('Show').click();
    assert.deepEqual(await posts(page), before);
    assert.deepEqual(problems, []);
    // What was shown before stays, and who embeds it is told why nothing else came.
    await page.getByText('Another planet').click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByRole('alert').innerText(), 'No planet: no-planet');
    await close();
  });

test('examples: a page whose style reaches for everything does not reach into the posts', async () => {
  const { page, problems, close } = await open('old-cms');
  const seen = await page.evaluate(() => {
    const shadow = /** @type {ShadowRoot} */ (document.querySelector('planet-feed')?.shadowRoot);
    const style = (/** @type {string} */ selector) =>
      getComputedStyle(/** @type {Element} */ (shadow.querySelector(selector)));
    const title = style('.title');
    return [
      title.display,
      title.textTransform,
      title.letterSpacing,
      title.position,
      style('.e-content p').float,
      style('.frame').fontFamily,
    ];
  });
  assert.deepEqual(seen, ['block', 'none', 'normal', 'static', 'none', 'Verdana, sans-serif']);
  // It floats, and so is as wide as its words.
  const box = await page.locator('planet-feed').boundingBox();
  assert.ok(box && box.width > 200);
  assert.deepEqual(problems, []);
  await close();
});

test('examples: documentation under a strict policy has its posts, and a quiet console', async () => {
  const { page, problems, close } = await open('strict-docs');
  assert.equal((await posts(page))[0].length, 3);
  assert.deepEqual(problems, []);
  await close();
});

/**
 * The page, the page in one file and the element in Firefox and in WebKitGTK: what their readers do every day. Chromium has test
 * files of its own for each part.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { becomes } from './support/becomes.js';
import { ENGINES, pageOf } from './support/engines.js';
import { HOSTILE, hostileFeed } from './support/hostile.js';
import { WEBLOGS, openSite } from './support/sites.js';

const built = readFileSync(fileURLToPath(new URL('../../dist/planetarium.html', import.meta.url)), 'utf8');
const disk = mkdtempSync(join(tmpdir(), 'engines-'));
after(() => rmSync(disk, { recursive: true }));

/** Titles of the posts, once all is read. */
const titles = () =>
  document.querySelector('.h-feed')?.getAttribute('aria-busy') === 'false'
    ? [...document.querySelectorAll('.h-entry .title .p-name')].map((name) => name.textContent)
    : undefined;

const widgets = () =>
  [...document.querySelectorAll('planet-feed')].map((feed) =>
    feed.shadowRoot?.querySelector('[aria-busy]')
      ? 'busy'
      : [...(feed.shadowRoot?.querySelectorAll('.title .p-name') ?? [])]
          .map((name) => name.textContent)
          .join(),
  );

/** @param {string} name @param {Record<string, string>} files @returns {string}   URL of the page in one file */
function onDisk(name, files) {
  const folder = mkdtempSync(join(disk, `${name}-`));
  for (const [file, text] of Object.entries({ 'planetarium.html': built, ...files }))
    writeFileSync(join(folder, file), text);
  return pathToFileURL(join(folder, 'planetarium.html')).href;
}

for (const { name, missing, launch } of ENGINES) {
  /** Why there is no engine: a browser that does not start is the machine's fault. @type {string | false} */
  let absent = missing;
  /** @type {import('./support/engines.js').Engine} */
  let engine;
  /** @type {ReturnType<typeof pageOf>} */
  let page;
  /** @type {Awaited<ReturnType<typeof openSite>>} */
  let site;
  const all = ['Engines', 'Bread', 'Notes'];

  before(async () => {
    if (absent) return;
    site = await openSite({ ...WEBLOGS });
    try {
      engine = await launch();
    } catch (error) {
      absent = `${name} does not start: ${/** @type {Error} */ (error).message}`;
      return;
    }
    page = pageOf(engine);
    const feeds = [`${site.url}ada.xml`, `${site.url}bob.xml`];
    site.files['dist/planet.json'] = JSON.stringify({ title: 'Planet Home', feeds });
  });
  after(async () => {
    if (!absent) await engine.close();
    site?.close();
  });
  /** @param {string} fact @param {() => Promise<void>} show */
  const it = (fact, show) =>
    test(`${name}: ${fact}`, async (context) => (absent ? context.skip(absent) : show()));

  const feeds = () => [`${site.url}ada.xml`, `${site.url}bob.xml`];

  it(`a planet is read, searched, and its addresses lead there and back`, async () => {
    await engine.open(`${site.url}dist/index.html`);
    await becomes(page, titles, all);
    await page.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('.search input'));
      field.focus();
      field.value = 'bread';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await becomes(page, titles, ['Bread']);
    await page.evaluate(() => (location.hash = '#/tag/engines'));
    await becomes(page, titles, ['Engines']);
    assert.equal(await page.evaluate(() => document.title), 'Posts about Engines · Planet Home');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.when')).click());
    await becomes(page, () => document.querySelectorAll('.neighbours a').length, 1);
    await page.evaluate(() => history.back()); // the button skips what no finger has touched
    await becomes(page, () => location.hash, '#/tag/engines');
    await becomes(page, titles, ['Engines']);
  });

  it(`a star and a folded day are there at the next visit, and the settings open`, async () => {
    await engine.open(`${site.url}dist/index.html`);
    await becomes(page, titles, all);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.star')).click());
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelectorAll('.fold')[1]).click());
    await becomes(page, titles, ['Engines', 'Notes']);
    await engine.reload();
    await becomes(page, titles, ['Engines', 'Notes']);
    assert.equal(await page.evaluate(() => document.querySelectorAll('.star[aria-pressed=true]').length), 1);
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: ',', bubbles: true })),
    );
    await becomes(page, () => document.querySelector('dialog.settings h2')?.textContent, 'Settings');
    await page.evaluate(() => localStorage.clear());
  });

  it(`hostile posts run nothing, load nothing unasked and stay in their place`, async () => {
    site.files['hostile.xml'] = hostileFeed();
    site.files['dist/planet.json'] = JSON.stringify({ feeds: [`${site.url}hostile.xml`], pageSize: 100 });
    await engine.open(`${site.url}dist/index.html`);
    await becomes(page, () => document.querySelectorAll('.h-entry').length, HOSTILE.length);
    const found = await page.evaluate(async () => {
      for (const element of document.querySelectorAll('.h-entry *')) element.scrollIntoView();
      await new Promise(requestAnimationFrame);
      return {
        hacked: 'hacked' in globalThis,
        dangerous: [
          ...document.querySelectorAll(
            '.h-entry :is(script, style, iframe, object, embed, form, input, link, meta, base, svg, [style], [onerror], [onload])',
          ),
        ].length,
        links: [...document.querySelectorAll('a')].filter((link) =>
          /^(?:javascript|data|vbscript)/.test(link.protocol),
        ).length,
        wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      };
    });
    assert.deepEqual(found, { hacked: false, dangerous: 0, links: 0, wide: false });
    assert.deepEqual(
      site.asked.filter((path) => path.includes('stolen')),
      [],
    );
    site.files['dist/planet.json'] = JSON.stringify({ title: 'Planet Home', feeds: feeds() });
  });

  it(`one file from disk has its planet beside it, and again when the network is off`, async () => {
    const weblogs = await openSite({ ...WEBLOGS });
    const planet = { title: 'Planet Disk', feeds: [`${weblogs.url}ada.xml`, `${weblogs.url}bob.xml`] };
    await engine.open(onDisk('beside', { 'planet.js': `planetarium(${JSON.stringify(planet)})` }));
    await becomes(page, titles, all);
    weblogs.close();
    await engine.reload();
    await becomes(page, titles, all);
  });

  it(`one file has its planet within, from a link, and from a list that is dropped`, async () => {
    const within = JSON.stringify({ feeds: [`${site.url}bob.xml`] });
    const file = onDisk('within', {
      'planetarium.html': built.replace(/(id="planet-json">)/, (_, start) => start + within),
    });
    await engine.open(file);
    await becomes(page, titles, ['Bread']);
    await page.evaluate((url) => {
      const dataTransfer = new DataTransfer();
      const outline = `<opml version="2.0"><body><outline xmlUrl="${url}"/></body></opml>`;
      dataTransfer.items.add(new File([outline], 'friends.opml'));
      for (const type of ['dragover', 'drop']) {
        // WebKit's constructor drops what it is given.
        const event = Object.defineProperty(new Event(type, { cancelable: true }), 'dataTransfer', {
          value: dataTransfer,
        });
        window.dispatchEvent(event);
      }
    }, `${site.url}ada.xml`);
    await becomes(page, titles, ['Engines', 'Notes']);
  });

  for (const [where, open] of /** @type {[string, () => string][]} */ ([
    ['the host’s page', () => `${site.url}dist/index.html`],
    ['one file', () => onDisk('link', {})],
  ]))
    it(`${where} shows the planet of a link, of feeds or of a list, once the reader agrees`, async () => {
      site.files['dist/planet.json'] = JSON.stringify({ title: 'Its own', feeds: [] });
      site.files['list.opml'] =
        `<opml version="2.0"><body><outline type="rss" xmlUrl="${site.url}ada.xml"/></body></opml>`;
      /** Says yes as often as it is asked: an answer holds for its hosts. */
      const agreeing = () => {
        const yes = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent?.trim() === 'Read them',
        );
        yes?.click();
        return [...document.querySelectorAll('.title .p-name')].map((title) => title.textContent?.trim());
      };
      await engine.open(`${open()}#feeds=${encodeURIComponent(`${site.url}bob.xml`)}`);
      await becomes(page, () => document.querySelectorAll('.hosts li').length, 1);
      await becomes(page, agreeing, ['Bread']);
      await engine.open('about:blank'); // an address with another fragment alone is the same page
      await engine.open(`${open()}#opml=${encodeURIComponent(`${site.url}list.opml`)}`);
      await becomes(page, agreeing, ['Engines', 'Notes']);
    });

  it(`planets of two files on one disk do not mix`, async () => {
    const planet = (/** @type {string} */ feed) => ({
      'planet.js': `planetarium({ feeds: ['${site.url}${feed}.xml'] })`,
    });
    const [one, other] = [onDisk('one', planet('ada')), onDisk('other', planet('bob'))];
    await engine.open(one);
    await becomes(page, titles, ['Engines', 'Notes']);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.star')).click());
    await engine.open(other);
    await becomes(page, titles, ['Bread']);
    assert.equal(
      await page.evaluate(() => document.querySelectorAll('.star[aria-pressed=true], .densities a').length),
      0,
    );
  });

  it(`three widgets show their posts, one moves, one leaves, and none is loaded twice`, async () => {
    const source = `src="${site.url}planet.json"`;
    site.files['host.html'] =
      `<!doctype html><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
      <script type="module" src="dist/planetarium.js"></script><div id="to"></div>
      <planet-feed ${source}>Blogs</planet-feed><planet-feed ${source} limit="1">Blogs</planet-feed><planet-feed ${source} feed="bob">Blogs</planet-feed>`;
    site.asked.length = 0;
    await engine.open(`${site.url}host.html`);
    await becomes(page, widgets, [all.join(), 'Engines', 'Bread']);
    for (const path of ['dist/planetarium.wasm', 'planet.json', 'ada.xml', 'bob.xml'])
      assert.equal(site.asked.filter((asked) => asked === path).length, 1, path);
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('planet-feed');
      document.getElementById('to')?.append(second);
      first.remove();
    });
    await becomes(page, widgets, ['Engines', 'Bread']);
  });

  it(`a widget in a frame without an origin shows its posts; one whose planet is gone shows what stood there`, async () => {
    site.files['framed.html'] =
      `<!doctype html><title>Framed</title><script type="module" src="${site.url}dist/planetarium.js"></script>
      <planet-feed src="${site.url}planet.json">Blogs</planet-feed><planet-feed src="${site.url}nowhere.json"><b>Fallback</b></planet-feed>
      <script>addEventListener('planet-load', ({ target }) => parent.postMessage([...target.shadowRoot.querySelectorAll('.title .p-name')].map((name) => name.textContent), '*'));
      addEventListener('planet-error', ({ target }) => parent.postMessage(target.querySelector('b').checkVisibility?.() ?? true, '*'))</script>`;
    site.files['frame.html'] =
      `<!doctype html><title>Frame</title><script>globalThis.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>
      <iframe sandbox="allow-scripts" src="framed.html" width="600" height="600"></iframe>`;
    await engine.open(`${site.url}frame.html`);
    const heard = () =>
      [.../** @type {any} */ (globalThis).heard]
        .sort((a, b) => String(a).localeCompare(String(b)))
        .map(String);
    await becomes(page, heard, ['Engines,Bread,Notes', 'true']);
  });
}

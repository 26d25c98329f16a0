/** Pages of another site with `<planet-feed>` in them, in Chromium, and what the elements tell. */
import { launchChromium } from './chromium.js';
import { WEBLOGS, openSite } from './sites.js';

/** A site that has the element, a planet and its weblogs, and another that has the pages which show them. */
export async function openEmbedding() {
  const [browser, home, host] = await Promise.all([
    launchChromium(),
    openSite({ ...WEBLOGS }),
    openSite({ 'told.js': TOLD }),
  ]);
  let pages = 0;
  return {
    home,
    host,
    src: `src="${home.url}planet.json"`,
    /**
     * @param {string} body
     * @param {{ head?: string, headers?: Record<string, string>, script?: boolean }} [options]
     */
    async open(body, { head = '', headers = {}, script = true } = {}) {
      const path = `page-${pages++}.html`;
      const module = script ? `<script type="module" src="${home.url}dist/planetarium.js"></script>` : '';
      host.files[path] = {
        body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}<script src="told.js"></script>${module}<body>${body}`,
        headers,
      };
      home.asked.length = 0;
      const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/Denver' });
      const page = await context.newPage();
      /** @type {string[]} */
      const problems = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => problems.push(message.text()));
      await page.goto(host.url + path);
      return { page, problems, close: () => context.close() };
    },
    async close() {
      await browser.close();
      home.close();
      host.close();
    },
  };
}

const TOLD = `globalThis.told = [];
  for (const type of ['planet-load', 'planet-update', 'planet-error'])
    addEventListener(type, (event) => told.push({ type, id: event.target.id, feed: event.target, ...event.detail }));`;

/**
 * What the elements tell, once each of so many has told something and none is still reading.
 * @param {import('playwright-core').Page} page
 * @param {number} [elements]
 * @returns {Promise<any[]>}
 */
export const told = async (page, elements = 1) => {
  await page.waitForFunction(
    (least) =>
      [...document.querySelectorAll('planet-feed')].every(
        (feed) => !feed.shadowRoot?.querySelector('[aria-busy]'),
      ) &&
      new Set(/** @type {any} */ (globalThis).told.map((/** @type {any} */ { feed }) => feed)).size >= least,
    elements,
  );
  return page.evaluate(() => {
    const { told: events } = /** @type {any} */ (globalThis);
    return events.splice(0).map((/** @type {any} */ { feed, ...event }) => event);
  });
};

/** What a reader sees of each element: titles, and the rest as text. @param {import('playwright-core').Page} page */
export const titles = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('planet-feed')].map((feed) =>
      [...(feed.shadowRoot?.querySelectorAll('.title .p-name') ?? [])].map((name) => name.textContent),
    ),
  );

/** A page → what axe-core finds to complain about in it, by WCAG 2.2 A and AA and by good custom. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('playwright-core').Page} page @param {string} [part] selector @returns {Promise<string[]>} */
export async function complaints(page, part = 'html') {
  // By the debugger's way: the page's policy lets in no script of others.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map(
        (/** @type {any} */ { html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`,
      ),
    );
  }, part);
}

/** The engines beside Chromium that this machine has, and what a test file asks of each: to open a page and look into it. */
import { findFirefox, findWebKit } from '../../../scripts/setup/needs.js';
import { openFirefox, openWebKit } from './webdriver.js';

/** @typedef {import('./webdriver.js').Engine} Engine */

/** @type {{ name: string, missing: string | false, launch: () => Promise<Engine> }[]} */
export const ENGINES = [
  { name: 'Firefox', missing: !findFirefox() && 'Firefox is not on this machine', launch: openFirefox },
  {
    name: 'WebKit',
    missing: !findWebKit() && 'WebKitWebDriver and Xvfb are not on this machine',
    launch: openWebKit,
  },
];

/** What `becomes` and tests need of a page. @param {Engine} engine */
export const pageOf = (engine) => ({
  /**
   * @template T
   * @param {(...values: any[]) => T | Promise<T>} read    runs in the page, and sees nothing of the test
   * @param {...unknown} values     JSON
   * @returns {Promise<T>}
   */
  evaluate: (read, ...values) => engine.run(`(${read})(...${JSON.stringify(values)})`),
});

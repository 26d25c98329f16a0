import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepFresh } from '../../../web/elements/keep-fresh.js';

/** A page with a clock of its own. */
function pageOf() {
  const page = { hidden: false, onLine: true, seconds: 0, asked: 0 };
  /** @type {Record<string, () => void>} */
  const listeners = {};
  /** @type {{ run: () => void, ms: number }[]} */
  const timers = [];
  const listen = (/** @type {string} */ name, /** @type {() => void} */ listener) =>
    void (listeners[name] = listener);
  const window = {
    document: {
      addEventListener: listen,
      get hidden() {
        return page.hidden;
      },
    },
    navigator: {
      get onLine() {
        return page.onLine;
      },
    },
    addEventListener: listen,
    setTimeout: (/** @type {() => void} */ run, /** @type {number} */ ms) => timers.push({ run, ms }),
  };
  keepFresh({
    window: /** @type {Window} */ (/** @type {unknown} */ (window)),
    refresh: async () => void page.asked++,
    now: () => page.seconds,
    random: () => 1,
  });
  return { page, timers, tell: (/** @type {string} */ name) => listeners[name]() };
}

test('refresh: who comes back soon sees what is there, who comes back later what is new', () => {
  const { page, tell } = pageOf();
  page.seconds = 500;
  tell('focus');
  assert.equal(page.asked, 0);
  page.seconds = 601;
  tell('focus');
  tell('visibilitychange');
  assert.equal(page.asked, 1);
});

test('refresh: not while nobody looks, nor without a network', () => {
  const { page, tell } = pageOf();
  page.seconds = 5000;
  page.hidden = true;
  tell('visibilitychange');
  page.hidden = false;
  page.onLine = false;
  tell('focus');
  assert.equal(page.asked, 0);
  page.onLine = true;
  tell('online');
  assert.equal(page.asked, 1);
});

test('refresh: now and then while the page is open, at moments of its own', () => {
  const { page, timers } = pageOf();
  assert.deepEqual(
    timers.map(({ ms }) => ms / 60_000),
    [36],
  );
  page.seconds = 36 * 60;
  timers[0].run();
  assert.deepEqual([page.asked, timers.length], [1, 2]);
});

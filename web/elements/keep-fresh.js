/** When a page that stays open asks the feeds again: now and then while somebody looks, and when somebody comes back. */

/** Who comes back after so long wants to see what is new. */
const AWAY_S = 10 * 60;
/** While the page is looked at. Each page waits a little longer or shorter, so that they do not all come at once. */
const EVERY_MS = 30 * 60_000;
const JITTER = 0.2;

/**
 * @param {object} env
 * @param {Window} env.window
 * @param {() => Promise<void>} env.refresh   does nothing while one is under way
 * @param {() => number} env.now              UTC seconds
 * @param {() => number} [env.random]         0 to 1
 */
export function keepFresh({ window, refresh, now, random = Math.random }) {
  const { document, navigator } = window;
  let last = now();
  const ask = () => {
    if (document.hidden || !navigator.onLine || now() - last < AWAY_S) return;
    last = now();
    void refresh().catch(() => {}); // what went wrong with a feed stands in its row
  };
  const wait = () => {
    window.setTimeout(
      () => {
        ask();
        wait();
      },
      EVERY_MS * (1 + JITTER * (2 * random() - 1)),
    );
  };
  document.addEventListener('visibilitychange', ask);
  window.addEventListener('focus', ask);
  window.addEventListener('online', ask);
  wait();
}

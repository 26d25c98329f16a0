/** A page that came with its posts → the moment from which it may be made alive without keeping anybody from reading them. */

/** Milliseconds after which a picture that never comes is waited for no longer. */
const PATIENCE_MS = 2000;

/** Milliseconds in which a page that is never idle is idle all the same. */
const BUSY_MS = 500;

/** Whoever does one of these wants a page that answers. */
const ACTS = ['pointerdown', 'keydown', 'focusin', 'scroll', 'hashchange'];

/**
 * @param {Window} window
 * @returns {Promise<void>}   when all that the page shows is there and nothing else is to be done; at the reader's first act
 */
export function firstLook(window) {
  const { document } = window;
  if (window.location.hash) return Promise.resolve(); // another view is wanted than the one that stands there
  return new Promise((resolve) => {
    const stop = new AbortController();
    const options = { capture: true, passive: true, once: true, signal: stop.signal };
    const done = () => {
      stop.abort();
      resolve();
    };
    const whenIdle = () =>
      typeof window.requestIdleCallback === 'function'
        ? void window.requestIdleCallback(done, { timeout: BUSY_MS })
        : void window.setTimeout(done, 100); // WebKit
    for (const act of ACTS) window.addEventListener(act, done, options);
    if (document.readyState === 'complete') return whenIdle();
    window.addEventListener('load', whenIdle, options);
    window.setTimeout(done, PATIENCE_MS);
  });
}

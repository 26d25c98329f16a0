/** A page that came with its posts → the moment from which it may be made alive without keeping anybody from reading them. */

/** Milliseconds after which a picture that never comes is waited for no longer. */
const PATIENCE_MS = 2000;

/** Milliseconds in which a page that is never idle is idle all the same. */
const BUSY_MS = 500;

/** Whoever does one of these wants a page that answers. */
const ACTS = ['pointerdown', 'keydown', 'focusin', 'scroll', 'hashchange'];

/**
 * @param {Window} window
 * @returns {Promise<'idle' | 'act'>}   when all that the page shows is painted and nothing else is to be done; at the reader's first act
 */
export function firstLook(window) {
  const { document } = window;
  if (window.location.hash) return Promise.resolve('act'); // another view is wanted than the one that stands there
  return new Promise((resolve) => {
    const stop = new AbortController();
    const options = { capture: true, passive: true, once: true, signal: stop.signal };
    const done = (/** @type {'idle' | 'act'} */ first) => {
      stop.abort();
      resolve(first);
    };
    const idle = () => done('idle');
    const whenIdle = () =>
      typeof window.requestIdleCallback === 'function'
        ? void window.requestIdleCallback(idle, { timeout: BUSY_MS })
        : void window.setTimeout(idle, 100); // WebKit
    // A picture that has come is painted with the next frame, at the latest with the one after it.
    const whenPainted = () => void window.requestAnimationFrame(() => window.requestAnimationFrame(whenIdle));
    for (const act of ACTS) window.addEventListener(act, () => done('act'), options);
    window.setTimeout(idle, PATIENCE_MS);
    if (document.readyState === 'complete') return whenPainted();
    window.addEventListener('load', whenPainted, options);
  });
}

/**
 * A page that came with its posts → how long they may stay as they stand. Drawing them anew costs a phone half a second and shows
 * its reader nothing new: it is done when somebody does something, when there are other posts, or when all has long been quiet.
 */
import { digestOf } from '../render/shows.js';

/** Milliseconds after which a page that nobody has touched is made alive all the same. */
const QUIET_MS = 6000;

/** Whoever does one of these wants a page that answers. */
const ACTS = ['pointermove', 'click', 'keydown', 'focusin', 'scroll', 'hashchange', 'popstate'];

/**
 * @param {object} env
 * @param {Window & typeof globalThis} env.window
 * @param {HTMLElement} env.root        in which a build has drawn, or not
 * @param {boolean} env.isKnown         whether the reader has been here: their marks belong to the posts
 * @param {() => void} env.onEnd        draw
 * @returns {{ is: () => boolean, holds: (...what: Parameters<typeof digestOf>) => boolean }}   is: whether it may still stand;
 *          holds: whether what stands there is this view
 */
export function createStanding({ window, root, isKnown, onEnd }) {
  const { shows } = root.dataset;
  let stands = Boolean(shows) && !isKnown;
  let pressed = false;
  let wanted = false;
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  const on = (/** @type {string} */ type, /** @type {(event: Event) => void} */ work) =>
    window.addEventListener(type, work, options);
  if (stands) {
    on('pointerdown', () => void (pressed = true));
    for (const type of ['pointerup', 'pointercancel'])
      on(type, () => {
        pressed = false;
        if (wanted) window.setTimeout(end); // the click comes first
      });
    for (const act of ACTS) on(act, end);
    window.setTimeout(end, QUIET_MS);
  }
  return { is: () => stands, holds: (...what) => shows === digestOf(...what) };

  /** @param {Event} [act] */
  function end(act) {
    // A link that is drawn anew between a press and its release is never followed.
    wanted = pressed && act?.type !== 'keydown';
    if (!stands || wanted) return;
    stands = false;
    stop.abort();
    // A key is for what is drawn by it; a click is for what it was done to.
    if (act?.type === 'keydown') onEnd();
    else window.setTimeout(onEnd);
  }
}

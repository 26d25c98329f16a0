/**
 * The service worker gives what it kept of planet.json, and says when there is another by now: who has not begun to read sees
 * that planet at once, others when they come again.
 */
import { readPlanet } from '../config/read-planet.js';

/** Milliseconds in which a reader has hardly begun to read. */
const FIRST_GLANCE_MS = 10_000;

/** Two servers behind one address may each have another planet for a while: a page that was just opened anew for one stays. */
const ONCE_IN_MS = 60_000;
const OPENED_ANEW = 'planetarium:opened-anew';

/**
 * @param {Window} window
 * @param {string} url   of planet.json
 */
export function followPlanetFile(window, url) {
  /** @type {string | undefined} */
  let shown;
  /** @type {string | undefined} */
  let newer;
  // From the beginning: what is said while nobody listens is lost.
  workersOf(window)?.addEventListener('message', ({ data }) => {
    newer = data.planet;
    compare();
  });
  return {
    /** @param {string} written   what the page is made of */
    shown(written) {
      shown = written;
      compare();
    },
  };

  function compare() {
    if (shown === undefined || newer === undefined || hasBegun()) return;
    const [before, after] = [shown, newer].map((written) => readPlanet(written, url));
    const isAnother = after.kind === 'ok' && JSON.stringify(after) !== JSON.stringify(before);
    if (isAnother && isFirst(window)) window.location.reload();
  }

  function hasBegun() {
    return window.scrollY > 0 || window.location.hash > '#/' || window.performance.now() > FIRST_GLANCE_MS;
  }
}

/** A frame without an origin may not so much as ask for them. @param {Window} window */
function workersOf({ navigator }) {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** @param {Window} window @returns {boolean}   whether the page was not opened anew a moment ago; it is now */
function isFirst(window) {
  try {
    const { sessionStorage } = window; // asking for it may throw
    const last = Number(sessionStorage.getItem(OPENED_ANEW));
    sessionStorage.setItem(OPENED_ANEW, String(Date.now()));
    return Date.now() - last > ONCE_IN_MS;
  } catch {
    return false; // it could not be remembered
  }
}

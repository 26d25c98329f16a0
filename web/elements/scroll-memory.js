/** Entries of the browser's history → how far each was scrolled: the page draws later than the browser would restore. */

/**
 * @param {Window} window
 * @returns {() => number | undefined}   call when the entry has changed: where the new one was left; undefined: never seen before
 */
export function createScrollMemory(window) {
  const { history } = window;
  history.scrollRestoration = 'manual';
  // Each entry keeps its own place in its state, written when scrolling comes to rest: so it survives a reload, too.
  let timer = 0;
  window.addEventListener(
    'scroll',
    () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(write, 150);
    },
    { passive: true },
  );
  window.addEventListener('pagehide', write);
  // Following a link: the entry that is left must be written while it is still the current one.
  window.document.addEventListener('click', write, { capture: true });

  function write() {
    window.clearTimeout(timer);
    try {
      history.replaceState({ ...history.state, scroll: Math.round(window.scrollY) }, '');
    } catch {
      // Browsers refuse when it is done too often: then the place is a little stale.
    }
  }

  return () => {
    window.clearTimeout(timer);
    const scroll = history.state?.scroll;
    return typeof scroll === 'number' ? scroll : undefined;
  };
}

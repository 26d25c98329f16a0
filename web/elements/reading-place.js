/** What is being read stays where it is while posts come in above it. */

/**
 * @param {Window} window
 * @param {string} selector    of the things that are read
 * @param {() => void} change
 */
export function keepReadingPlace(window, selector, change) {
  // At the top nothing is being read yet: there the newest belongs.
  const reading = window.scrollY > 0 ? firstVisible(window.document, selector) : undefined;
  const before = reading?.getBoundingClientRect().top;
  change();
  if (!reading?.isConnected || before === undefined) return;
  const moved = reading.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
}

/** @param {Document} document @param {string} selector @returns {Element | undefined}   the first that reaches into the window */
function firstVisible(document, selector) {
  for (const element of document.querySelectorAll(selector))
    if (element.getBoundingClientRect().bottom > 0) return element;
  return undefined;
}

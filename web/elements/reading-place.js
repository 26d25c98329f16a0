/** What is being read stays where it is while posts come in above it. */

/**
 * @param {Window} window
 * @param {string} selector    of the things that are read
 * @param {() => void} change
 * @param {boolean} [anew]     each of them is drawn again, in the same order: the one in the same place is the same
 */
export function keepReadingPlace(window, selector, change, anew = false) {
  // At the top nothing is being read yet: there the newest belongs.
  const all = () => [...window.document.querySelectorAll(selector)];
  const before = window.scrollY > 0 ? firstVisible(all()) : undefined;
  change();
  if (!before) return;
  const reading = anew ? all()[before.at] : before.element;
  if (!reading?.isConnected) return;
  const moved = reading.getBoundingClientRect().top - before.top;
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
}

/** @param {Element[]} all   from the top down @returns {{ element: Element, at: number, top: number } | undefined}   the first that reaches into the window */
function firstVisible(all) {
  for (const [at, element] of all.entries()) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0) return { element, at, top };
  }
  return undefined;
}

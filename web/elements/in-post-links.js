/** A click on a link to a place in the page (a footnote, the posts) → the place, without leaving the view's address. */

/**
 * @param {HTMLElement | ShadowRoot} root
 * @param {Window} window
 */
export function followInPostLinks(root, window) {
  root.addEventListener('click', (clicked) => {
    const event = /** @type {MouseEvent} */ (clicked);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = /** @type {Element} */ (event.target).closest?.('a[href^="#"]');
    const place = link?.getAttribute('href')?.slice(1);
    if (!place || place.startsWith('/')) return;
    const tree = root instanceof ShadowRoot ? root : window.document;
    const target = tree.getElementById(decodeURIComponent(place));
    if (!target) return;
    event.preventDefault();
    // Focus, so that Tab goes on from there; a place in a text takes it only when told it may.
    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  });
}

/** Lets the page open without a network from now on, where browsers allow that: on a secure page, in a window of its own. */

/** @param {Window} window */
export function keepForOffline({ navigator, document, isSecureContext }) {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI)).catch(() => {}); // a private window, or a host without that file: the page works as it did
}

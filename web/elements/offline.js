/** Lets the page open without a network from now on, where browsers allow that: on a secure page, in a window of its own. */

import { ownScript } from './trusted.js';

/** @param {Window} window */
export function keepForOffline({ navigator, document, isSecureContext }) {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register(ownScript(new URL('service-worker.js', document.baseURI).href))
    .catch(() => {}); // a private window, or a host without that file: the page works as it did
}

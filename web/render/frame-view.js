/** What an embedded element shows → its frame; and what it shows while there are no posts, or none to be had. */
import { html, nothing } from 'lit/html.js';

/** @typedef {{ busy?: boolean, density: string, theme: string | null }} Frame */

/** @param {unknown} content @param {Frame} frame */
export const frameView = (content, { busy = false, density, theme }) =>
  html`<div
    class="frame"
    part="frame"
    data-density=${density}
    data-theme=${/^(?:light|dark|system)$/.test(theme ?? '') ? theme : nothing}
    aria-busy=${busy ? 'true' : nothing}
  >
    ${content}
  </div>`;

/**
 * Posts that were written into the page are shown as posts from the start; anything else is shown as it stands there.
 * @param {HTMLElement} host
 * @param {string} [message]   why there are no posts, for where the page says nothing itself
 */
export function fallbackView(host, message) {
  const written = [...host.querySelectorAll('.h-entry')].slice(0, MOST);
  if (written.length)
    return html`<div class="h-feed" part="posts">${written.map((entry) => entry.cloneNode(true))}</div>`;
  const silent = !message || host.textContent?.trim();
  return html`<slot></slot>${silent ? nothing : html`<p class="notice" part="notice">${message}</p>`}`;
}

const MOST = 100;

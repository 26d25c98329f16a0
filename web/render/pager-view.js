/** Where a view's page stands among its pages → links to its neighbours; and the posts beside one that stands alone. */
import { html, nothing } from 'lit/html.js';
import { formatAddress } from '../config/address.js';
import { label } from './excerpt.js';
import { feedOf } from './scene.js';

/** @import { View } from '../model.js' */
/** @import { Scene } from './scene.js' */

/** @param {Scene} scene @param {string} place    names the landmark: a page has two of them */
export function pagerView({ address, view, words }, place) {
  if (view.pages < 2) return nothing;
  const [before, after] = address.asc ? [words.older, words.newer] : [words.newer, words.older];
  /** @param {number} page @param {string} text @param {string} rel */
  const link = (page, text, rel) =>
    page >= 1 && page <= view.pages
      ? html`<a class=${rel} rel=${rel} href=${formatAddress({ ...address, page })}>${text}</a>`
      : html`<span class=${rel}></span>`;
  return html`<nav class="pager" aria-label=${place}>
    ${link(view.page - 1, before, 'prev')}
    <p>${words.page(view.page, view.pages)} <span class="of">(${words.postCount(view.total)})</span></p>
    ${link(view.page + 1, after, 'next')}
  </nav>`;
}

/** @param {Scene} scene */
export function neighboursView(scene) {
  const { address, view, words } = scene;
  if (!address.entry || !(view.newer || view.older)) return nothing;
  /** @param {View['newer']} entry @param {string} text @param {string} className */
  const link = (entry, text, className) =>
    entry
      ? html`<a class=${className} href=${formatAddress({ ...address, entry: entry.key })}
          ><span class="which">${text}</span
          ><bdi>${label(entry.title || feedOf(scene, entry.feed)?.name || entry.feed)}</bdi></a
        >`
      : html`<span></span>`;
  return html`<nav class="neighbours" aria-label=${words.neighbours}>
    ${link(view.newer, words.newerPost, 'prev')} ${link(view.older, words.olderPost, 'next')}
  </nav>`;
}

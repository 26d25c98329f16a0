/** Draws what keeps the planet from being shown in the place of the planet. */
import { render } from 'lit/html.js';
import { failureView } from '../render/failure-view.js';

/** @import { Words } from '../locales/en.js' */
/** @import { Unshowable } from '../render/failure-view.js' */

/** @param {HTMLElement} root @param {Words} words @param {Unshowable} failure */
export function showFailure(root, words, failure) {
  root.replaceChildren();
  render(failureView(words, failure), root);
}

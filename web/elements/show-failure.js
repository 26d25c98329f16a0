/** Draws what keeps the planet from being shown in the place of the planet. */
import { failureView } from '../render/failure-view.js';
import { draw } from './draw.js';

/** @import { Words } from '../locales/en.js' */
/** @import { Unshowable } from '../render/failure-view.js' */

/** @param {HTMLElement} root @param {Words} words @param {Unshowable} failure */
export const showFailure = (root, words, failure) => draw(failureView(words, failure), root);

/** A template → the content of an element, in the place of what stood there before the first one. */
import { render } from 'lit/html.js';

/** @type {WeakSet<HTMLElement>} */
const drawn = new WeakSet();

/** @param {unknown} template @param {HTMLElement} root */
export function draw(template, root) {
  if (!drawn.has(root)) root.replaceChildren();
  drawn.add(root);
  render(template, root);
}

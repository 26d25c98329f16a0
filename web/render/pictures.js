/** Pictures of posts that stay away: those that cannot be had, and all of them where the reader wants none before a click. */
import { hostOf } from './links.js';

/**
 * A picture that cannot be had leaves its words in a quiet box of its shape, so that nothing moves; one without words leaves nothing.
 * @param {Element} root
 */
export function quietBroken(root) {
  root.addEventListener(
    'error',
    ({ target }) => {
      const image = /** @type {Element} */ (target);
      if (image.nodeName !== 'IMG' || !image.closest('.e-content')) return;
      if (!image.getAttribute('alt')?.trim()) return image.remove();
      for (const source of image.closest('picture')?.querySelectorAll('source') ?? []) source.remove();
      image.removeAttribute('srcset');
      image.removeAttribute('src');
      image.className = 'unseen';
    },
    true, // errors do not bubble
  );
}

/**
 * Nothing of a fragment is asked for until it stands in the page: its pictures wait in buttons.
 * @param {DocumentFragment} fragment
 * @param {(words: string) => string} label   of the button, from the picture's own words or its host
 */
export function holdPictures(fragment, label) {
  for (const image of fragment.querySelectorAll('img')) {
    const src = image.getAttribute('src') ?? image.getAttribute('srcset')?.split(' ')[0] ?? '';
    if (src.startsWith('data:')) continue;
    const held = image.closest('picture') ?? image;
    const button = image.ownerDocument.createElement('button');
    button.className = 'held';
    button.setAttribute('type', 'button');
    button.textContent = label(image.getAttribute('alt')?.trim() || hostOf(src));
    button.addEventListener('click', (event) => {
      event.preventDefault(); // the picture may be a link
      button.replaceWith(held);
    });
    held.replaceWith(button);
  }
}

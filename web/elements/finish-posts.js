/** Drawn posts → the same with their parts named for the host page's style, and its links opening where the host page says. */

/** @type {[string, string][]} */
const PARTS = [
  ['.h-entry', 'post'],
  ['.p-author', 'author'],
  ['.face', 'face'],
  ['.title', 'title'],
  ['.e-content', 'content'],
  ['.p-summary', 'content'],
  ['.meta', 'meta'],
  ['.dt-published', 'date'],
  ['.p-category', 'tag'],
];

/** @param {ShadowRoot} root @param {string} target   empty: as links do */
export function finishPosts(root, target) {
  for (const [selector, part] of PARTS)
    for (const element of root.querySelectorAll(selector)) element.setAttribute('part', part);
  for (const link of root.querySelectorAll('a[href]')) {
    const inside = link.getAttribute('href')?.startsWith('#');
    if (target && !inside) link.setAttribute('target', target);
    else link.removeAttribute('target');
  }
}

/**
 * Keys of the planets and feed readers of old, for those whose hands stay on the keyboard: from post to post, to the search, to
 * the help that lists them. Never while something is written, nor with a key that belongs to the browser.
 *
 * @typedef {object} KeyEnv
 * @property {Window & typeof globalThis} window
 * @property {HTMLElement} root
 * @property {() => void} search         focuses the field
 * @property {(address: string) => void} go
 * @property {Record<string, (post: Element | undefined) => void>} [posts]   what a key does to the post that has the keyboard
 * @property {Record<string, string>} addresses   where a key leads to that follows a g
 * @property {() => boolean} [isOff]     who speaks to the computer would press letters without meaning to (WCAG 2.1.4)
 * @property {() => void} settings
 * @property {() => void} help
 */

/** @param {KeyEnv} env */
export function listenToKeys({
  window,
  root,
  isOff,
  search,
  go,
  posts: onPost = {},
  addresses,
  settings,
  help,
}) {
  const { document } = window;
  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    o: () => open(),
    v: () => open(),
    n: () => turn('next'),
    p: () => turn('prev'),
    '/': search,
    '?': help,
    ',': settings,
    h: () => go('#/'),
    ...Object.fromEntries(Object.entries(onPost).map(([key, act]) => [key, () => act(there())])),
  };
  let led = false;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isOff?.()) return;
    if (isWriting(event.composedPath()[0]) || document.querySelector('dialog[open]')) return;
    const address = led && Object.hasOwn(addresses, event.key) ? addresses[event.key] : undefined;
    led = event.key === 'g';
    const act = address ? () => go(address) : Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act(event);
  });

  const posts = () =>
    [...root.querySelectorAll('.h-entry')].filter((post) => post.getClientRects().length > 0);
  const titleOf = (/** @type {Element | undefined} */ post) =>
    /** @type {HTMLElement | null | undefined} */ (post?.querySelector('.title a, .when'));

  /** The post that has the focus, else the first that is in sight. */
  function here() {
    const all = posts();
    const focused = all.findIndex((post) => post.contains(document.activeElement));
    const seen = all.findIndex((post) => post.getBoundingClientRect().bottom > 1);
    return { all, focused, seen };
  }

  /** @param {1 | -1} by */
  function step(by) {
    const { all, focused, seen } = here();
    const inSight = focused >= 0 && all[focused].getBoundingClientRect().bottom > 0;
    const top = seen >= 0 ? all[seen].getBoundingClientRect().top : 0;
    // From nowhere, j goes to the first that is in sight and k to the one before.
    const next = inSight ? focused + by : by > 0 && top < -1 ? seen + 1 : by > 0 ? seen : seen - 1;
    const post = all[Math.min(Math.max(next, 0), all.length - 1)];
    titleOf(post)?.focus({ preventScroll: true });
    post?.scrollIntoView({ block: 'start' });
  }

  function there() {
    const { all, focused, seen } = here();
    return all[focused >= 0 ? focused : seen];
  }

  const open = () => titleOf(there())?.click();

  /** @param {'next' | 'prev'} rel */
  function turn(rel) {
    /** @type {HTMLElement | null} */ (
      root.querySelector(`.pager a[rel=${rel}], .neighbours a.${rel}`)
    )?.click();
  }
}

/** @param {EventTarget | undefined} target */
const isWriting = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.nodeName));

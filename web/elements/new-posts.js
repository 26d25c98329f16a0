/** Posts that came in above what is being read → a button that says how many, and leads to them. */

/**
 * @param {object} env
 * @param {Window} env.window
 * @param {import('../locales/en.js').Words} env.words
 */
export function createNewPosts({ window, words }) {
  const { document } = window;
  const pill = document.createElement('button');
  pill.type = 'button';
  pill.className = 'pill';
  pill.hidden = true;
  document.body.append(pill);
  /** Of the view that was last drawn. */
  let where = '';
  /** @type {Set<string>} */
  let known = new Set();
  /** @type {Set<string>} */
  const unseen = new Set();
  pill.addEventListener('click', () => {
    window.scrollTo({ top: 0 });
    document.getElementById('shown')?.focus({ preventScroll: true });
    forget();
  });
  window.addEventListener('scroll', () => window.scrollY === 0 && forget(), { passive: true });

  function forget() {
    unseen.clear();
    pill.hidden = true;
  }

  return {
    /**
     * @param {string} address
     * @param {string[]} keys       of the entries of its first page, the newest first
     * @param {boolean} isScrolled  asked before drawing: now it would have the page laid out at once
     */
    drawn(address, keys, isScrolled) {
      if (address !== where) {
        where = address;
        forget();
      } else if (isScrolled && known.size) {
        const first = keys.findIndex((key) => known.has(key));
        for (const key of keys.slice(0, Math.max(0, first))) unseen.add(key);
      }
      known = new Set(keys);
      pill.hidden = unseen.size === 0;
      if (unseen.size) pill.textContent = words.newPosts(unseen.size);
    },
  };
}

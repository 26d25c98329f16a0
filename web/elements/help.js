/** The dialog that lists the keys. */

/** Keys by what they do, in the words' order. */
const KEYS = /** @type {const} */ ({
  next: ['j'],
  previous: ['k'],
  open: ['o', 'v'],
  star: ['s'],
  read: ['u'],
  fold: ['f'],
  mute: ['m'],
  pages: ['n', 'p'],
  search: ['/'],
  home: ['h', 'g h'],
  starred: ['g s'],
  settings: [','],
  help: ['?'],
});

/**
 * @param {Document} document
 * @param {import('../locales/en.js').Words} words
 */
export function showHelp(document, words) {
  if (document.querySelector('dialog[open]')) return; // a second press, while this was on its way
  const dialog = document.createElement('dialog');
  dialog.className = 'help';
  dialog.setAttribute('aria-labelledby', 'help-title');
  const title = document.createElement('h2');
  title.id = 'help-title';
  title.tabIndex = -1;
  title.autofocus = true;
  title.textContent = words.keys.title;
  const list = document.createElement('dl');
  for (const [what, keys] of Object.entries(KEYS)) {
    const term = document.createElement('dt');
    keys.forEach((key, i) => {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      term.append(...(i ? [' '] : []), cap);
    });
    const meaning = document.createElement('dd');
    meaning.textContent = words.keys[/** @type {keyof typeof KEYS} */ (what)];
    list.append(term, meaning);
  }
  const form = document.createElement('form');
  form.method = 'dialog';
  const close = document.createElement('button');
  close.className = 'quiet';
  close.textContent = words.keys.close;
  close.addEventListener('click', (event) => {
    event.preventDefault(); // the page's policy knows no forms
    dialog.close();
  });
  form.append(close);
  dialog.append(title, list, form);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

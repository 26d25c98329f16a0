/** The field in which one searches the planet: the posts follow what is typed, Enter goes to them, Escape leaves. */

/** Milliseconds without a key after which what is typed is looked for. */
const REST_MS = 150;

/**
 * @param {object} env
 * @param {Window} env.window
 * @param {import('../locales/en.js').Words} env.words
 * @param {(words: string) => void} env.onWords   what to look for now, trimmed; empty: nothing
 * @param {() => void} env.onDone                 the reader wants to read what was found
 * @param {() => void} env.onFocus                something will be looked for
 * @returns {{ element: HTMLElement, show: (words: string, busy: boolean) => void, focus: () => void }}
 */
export function createSearchBox({ window, words, onWords, onDone, onFocus }) {
  const { document } = window;
  const form = document.createElement('form');
  form.className = 'search';
  form.setAttribute('role', 'search');
  const input = document.createElement('input');
  Object.assign(input, { type: 'search', name: 'search', autocomplete: 'off', enterKeyHint: 'search' });
  input.placeholder = words.search;
  input.setAttribute('aria-label', words.search);
  input.setAttribute('dir', 'auto');
  form.append(input);

  let said = '';
  let timer = 0;
  function say() {
    window.clearTimeout(timer);
    const typed = input.value.trim().replace(/\s+/g, ' ');
    if (typed === said) return;
    said = typed;
    onWords(typed);
  }
  function sayAfterRest() {
    window.clearTimeout(timer);
    timer = window.setTimeout(say, REST_MS);
  }
  input.addEventListener('focus', onFocus);
  // Half a syllable of an input method is no word yet.
  input.addEventListener('input', (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) sayAfterRest();
  });
  input.addEventListener('compositionend', sayAfterRest);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !input.value) return;
    event.preventDefault();
    input.value = '';
    say();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say();
    onDone();
  });

  return {
    element: form,
    focus: () => input.focus(),
    show(shown, busy) {
      form.setAttribute('aria-busy', String(busy));
      if (shown === said && document.activeElement === input) return;
      said = shown;
      if (input.value !== shown) input.value = shown;
    },
  };
}

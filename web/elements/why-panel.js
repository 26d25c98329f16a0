/** A question about a feed or a post → a dialog with all that is known, which leaves the page when it is closed. */
import { whyWordsIn } from '../locales/why-words.js';
import { label } from '../render/excerpt.js';
import { entryFacts, factsText, feedFacts } from '../render/why/why-facts.js';
import { whyView } from '../render/why/why-view.js';
import { draw } from './draw.js';

/** @param {Omit<import('../render/why/why-facts.js').Known, 'why'> & { window: Window & typeof globalThis }} env */
export function openWhyPanel({ window, ...env }) {
  const { document } = window;
  if (document.querySelector('dialog[open]')) return; // a second press, while this was on its way
  const { words, feed, entry } = env;
  const why = whyWordsIn(words.language);
  const known = { ...env, why };
  const ofFeed = { title: words.whyFeed(label(feed.name)), facts: feedFacts(known) };
  const parts = entry ? [{ title: words.why, facts: entryFacts({ ...known, entry }) }, ofFeed] : [ofFeed];
  const dialog = document.createElement('dialog');
  dialog.className = 'why-panel';
  dialog.setAttribute('aria-labelledby', 'why-title');
  dialog.addEventListener('close', () => dialog.remove());
  // The dialog itself is hit only where it ends: its content covers the rest.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  const inside = document.createElement('div');
  dialog.append(inside);
  show('');
  document.body.append(dialog);
  dialog.showModal();

  /** @param {string} note */
  function show(note) {
    draw(whyView({ parts, why, note, onCopy }), inside);
  }

  async function onCopy() {
    const copied = await copy(factsText(parts), inside, window);
    show(copied ? why.copied : '');
  }
}

/**
 * @param {string} text
 * @param {HTMLElement} beside   where the text may stand for a moment: a modal dialog lets nothing outside of it be selected
 * @param {Window & typeof globalThis} window
 * @returns {Promise<boolean>}
 */
async function copy(text, beside, window) {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain http there is no clipboard, and a frame may not be allowed to use it.
    const area = window.document.createElement('textarea');
    area.value = text;
    beside.append(area);
    area.select();
    const copied = window.document.execCommand('copy');
    area.remove();
    return copied;
  }
}

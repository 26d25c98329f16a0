/** What a search found in an entry → the text around it, with what was looked for marked. */
import { html } from 'lit/html.js';
import { fewMarks } from './excerpt.js';

/**
 * @param {{ text: string, hits: [number, number][] }} found   hits: from, to, in UTF-16 units, ascending
 * @returns {unknown}
 */
export function foundView({ text, hits }) {
  /** @type {unknown[]} */
  const parts = [];
  let at = 0;
  for (const [from, to] of hits) {
    if (from < at || to > text.length) continue;
    parts.push(fewMarks(text.slice(at, from)), html`<mark>${fewMarks(text.slice(from, to))}</mark>`);
    at = to;
  }
  parts.push(fewMarks(text.slice(at)));
  return html`<p class="p-summary found">${parts}</p>`;
}

/** What is attached to an entry → a list of links, sound with a player. */
import { html, nothing } from 'lit/html.js';
import { firstOf, label } from './excerpt.js';
import { linkTo, mediaAt, resolve } from './links.js';

/** @import { EntryView, Enclosure } from '../model.js' */

/** @import { Words } from '../locales/en.js' */

/** @param {EntryView} entry @param {Words} words */
export function enclosuresView(entry, words) {
  const { shown, more } = firstOf(entry.enclosures ?? []);
  const list = shown
    .map((enclosure) => enclosureView(enclosure, entry.link))
    .filter((item) => item !== nothing);
  return list.length
    ? html`<ul class="enclosures">
        ${list} ${more ? html`<li>${words.more(more)}</li>` : nothing}
      </ul>`
    : nothing;
}

/** @param {Enclosure} enclosure @param {string | undefined} base */
function enclosureView(enclosure, base) {
  const link = linkTo(enclosure.url, base);
  if (!link) return nothing;
  // A player asks for the file on its own once it is started, so it is held to the rules of pictures.
  const sound =
    enclosure.type?.startsWith('audio/') && mediaAt(link, undefined, globalThis.location?.href ?? link);
  return html`<li>
    ${sound ? html`<audio controls preload="none" src=${sound}></audio>` : nothing}
    <a class="u-enclosure" href=${link} rel="noopener nofollow ugc"
      >${label(enclosure.title ?? fileName(link))}</a
    >
    ${enclosure.type ? html`<small>${label(enclosure.type)}</small>` : nothing}
  </li>`;
}

/** @param {string} url */
function fileName(url) {
  const name = resolve(url, undefined)?.pathname.split('/').pop();
  try {
    return decodeURIComponent(name || url);
  } catch {
    return name || url;
  }
}

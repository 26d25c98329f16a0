/** What is attached to an entry → a list of links, sound with a player. */
import { html, nothing } from 'lit/html.js';
import { linkTo, mediaAt, resolve } from './links.js';

/** @import { EntryView, Enclosure } from '../model.js' */

/** @param {EntryView} entry */
export function enclosuresView(entry) {
  const list = entry.enclosures
    ?.map((enclosure) => enclosureView(enclosure, entry.link))
    .filter((item) => item !== nothing);
  return list?.length
    ? html`<ul class="enclosures">
        ${list}
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
    <a class="u-enclosure" href=${link} rel="noopener nofollow ugc">${enclosure.title ?? fileName(link)}</a>
    ${enclosure.type ? html`<small>${enclosure.type}</small>` : nothing}
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

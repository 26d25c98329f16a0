/** What is attached to an entry → a list of links, sound and video with the browser's own player. */
import { html, nothing } from 'lit/html.js';
import { firstOf, label } from './excerpt.js';
import { linkTo, mediaAt, resolve } from './links.js';

/** @import { EntryView, Enclosure } from '../model.js' */

/** @import { PostWords } from '../locales/en-posts.js' */

/** @param {EntryView} entry @param {PostWords} words */
export function enclosuresView(entry, words) {
  const { shown, more } = firstOf(entry.enclosures ?? []);
  const list = shown.map((enclosure) => enclosureView(enclosure, entry)).filter((item) => item !== nothing);
  return list.length
    ? html`<ul class="enclosures">
        ${list} ${more ? html`<li>${words.more(more)}</li>` : nothing}
      </ul>`
    : nothing;
}

/** @param {Enclosure} enclosure @param {EntryView} entry */
function enclosureView(enclosure, { link: base, image }) {
  const link = linkTo(enclosure.url, base);
  if (!link) return nothing;
  // A player asks for the file on its own once it is started, so it is held to the rules of pictures.
  const page = globalThis.location?.href ?? link;
  const kind = /^(audio|video)\//.exec(enclosure.type ?? '')?.[1];
  const media = kind && mediaAt(link, undefined, page);
  return html`<li>
    ${media && kind === 'audio' ? html`<audio controls preload="none" src=${media}></audio>` : nothing}
    ${
      media && kind === 'video'
        ? html`<video
            controls
            preload="none"
            src=${media}
            poster=${mediaAt(image, base, page) ?? nothing}
          ></video>`
        : nothing
    }
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

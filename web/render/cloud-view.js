/** The tags of a view → a cloud, in alphabetical order, five weights. */
import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatAddress } from '../config/address.js';
import { label } from './excerpt.js';
import { feedOf } from './scene.js';

/** @import { Scene } from './scene.js' */

/** @param {Scene} scene */
export function cloudView(scene) {
  const { address, view, words } = scene;
  if (!view.cloud.length) return nothing;
  const rest = { ...address, entry: undefined, page: undefined };
  return html`<section aria-labelledby="topics">
    <h2 id="topics">${words.topics(label(feedOf(scene, address.feed)?.name ?? ''))}</h2>
    <ul class="cloud">
      ${repeat(
        view.cloud,
        ({ tag }) => tag,
        ({ tag, label: name, count, weight }) =>
          html`<li>
            <a
              class="weight-${weight}"
              href=${formatAddress({ ...rest, tag })}
              title=${words.postCount(count)}
              aria-current=${tag === address.tag ? 'page' : nothing}
              >${label(name)}</a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

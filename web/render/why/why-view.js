/** Facts about a feed and a post → the dialog that tells them. */
import { html, nothing } from 'lit/html.js';

/** @import { WhyWords } from '../../locales/why-words.js' */
/** @import { Fact } from './why-facts.js' */

/**
 * @typedef {object} Asked
 * @property {{ title: string, facts: Fact[] }[]} parts    the first one names the dialog
 * @property {WhyWords} why
 * @property {string} note                 what became of the last wish
 * @property {() => void} onCopy
 */

/** @param {Asked} asked */
export const whyView = ({ parts, why, note, onCopy }) => html`
  ${parts.map(
    ({ title, facts }, at) =>
      html`<h2 id=${at ? nothing : 'why-title'} tabindex="-1" ?autofocus=${!at}>${title}</h2>
        <dl>
          ${facts.map(
            ({ label, values }) =>
              html`<dt>${label}</dt>
                ${values.map(({ text, href }) =>
                  href
                    ? html`<dd><a href=${href} rel="noopener nofollow ugc">${text}</a></dd>`
                    : html`<dd><bdi>${text}</bdi></dd>`,
                )}`,
          )}
        </dl>`,
  )}
  <form method="dialog">
    <button type="button" class="quiet" @click=${onCopy}>${why.copy}</button>
    <button class="quiet">${why.close}</button>
    <span role="status">${note}</span>
  </form>
`;

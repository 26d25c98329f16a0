/** Templates without a document → the same markup that lit makes of them in one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, nothing, svg } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { Markup, markupOf } from '../../cli/site/markup.js';

test('markup: values among nodes are text, lists, templates and what is markup already', () => {
  const rows = repeat(
    ['a', 'b'],
    (name) => name,
    (name, at) => html`<li>${at}: ${name}</li>`,
  );
  assert.equal(
    markupOf(
      html`<ul>
          ${rows}
        </ul>
        ${nothing}${undefined}${null}${'<&"'}${false}${new Markup('<b>x</b>')}`,
    ).replace(/\s+/g, ' '),
    '<ul> <li>0: a</li><li>1: b</li> </ul> &lt;&amp;&quot;false<b>x</b>',
  );
});

test('markup: attributes are whole or in part, there or not, and handlers stay out', () => {
  const view = (/** @type {unknown} */ href, /** @type {boolean} */ hidden) =>
    markupOf(
      html`<i class="a ${'b'} ${''}" title=${'"<'} lang=${href} ?hidden=${hidden} .value=${1} @click=${view}
        >x</i
      >`,
    ).replace(/\s+/g, ' ');
  assert.match(view('a&b', true), /^<i class="a b " title="&quot;&lt;" lang="a&amp;b" hidden="" ?>x<\/i ?>$/);
  assert.match(view(nothing, false), /^<i class="a b " title="&quot;&lt;" ?>x<\/i ?>$/);
  assert.equal(markupOf(svg`<circle cx=${1} cy=${2} r="2" />`), '<circle cx="1" cy="2" r="2" />');
});

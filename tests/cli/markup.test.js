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
    html`<a class="a ${'b'} ${''}" href=${href} title=${'"<'} ?hidden=${hidden} .value=${1} @click=${() => 1}
      >x</a
    >`;
  assert.equal(
    markupOf(view('/?a&b', true)),
    '<a class="a b " href="/?a&amp;b" title="&quot;&lt;" hidden="">x</a>',
  );
  assert.equal(markupOf(view(nothing, false)), '<a class="a b " title="&quot;&lt;">x</a>');
  assert.equal(markupOf(svg`<circle cx=${1} cy=${2} r="2" />`), '<circle cx="1" cy="2" r="2" />');
});

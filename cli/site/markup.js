/**
 * A template of the page with its values → markup, without a document: what lit would build in one, as text. A planet of many
 * feeds has hundreds of pages with hundreds of people each; nodes for them cost minutes and gigabytes.
 */
import { noChange, nothing } from 'lit/html.js';
import { PartType } from 'lit/directive.js';
import { escaped } from './html.js';

/** Markup that is safe already. */
export class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

const CHILD = Symbol('a value among nodes');

/**
 * @typedef {{ name: string, texts: string[] }} Attribute    texts[0] value texts[1] value texts[2] …
 * @typedef {(string | typeof CHILD | Attribute)[]} Plan     what a template is made of, in order
 */

/** @type {WeakMap<TemplateStringsArray, Plan>}   a template's texts are the same object each time */
const plans = new WeakMap();

/** @param {unknown} value   whatever may stand between tags of a template @returns {string} */
export function markupOf(value) {
  /** @type {string[]} */
  const out = [];
  write(value, out);
  return out.join('');
}

/** @param {any} value @param {string[]} out */
function write(value, out) {
  if (value === undefined || value === null || value === nothing || value === noChange) return;
  if (typeof value !== 'object') out.push(escaped(String(value)));
  else if (value instanceof Markup) out.push(value.text);
  else if (value._$litType$ !== undefined) writeTemplate(value, out);
  else if (value._$litDirective$ !== undefined) {
    const directive = new value._$litDirective$({ type: PartType.CHILD });
    write(directive.render(...value.values), out);
  } else if (value.nodeType !== undefined) out.push(serialised(value));
  else for (const one of value) write(one, out);
}

/** @param {{ strings: TemplateStringsArray, values: unknown[] }} template @param {string[]} out */
function writeTemplate({ strings, values }, out) {
  let plan = plans.get(strings);
  if (!plan) plans.set(strings, (plan = planOf(strings)));
  let next = 0;
  for (const step of plan) {
    if (typeof step === 'string') out.push(step);
    else if (step === CHILD) write(values[next++], out);
    else {
      const count = step.texts.length - 1;
      out.push(attributeOf(step, values.slice(next, next + count)));
      next += count;
    }
  }
}

/** @param {Attribute} attribute @param {unknown[]} values */
function attributeOf({ name, texts }, values) {
  if (name.startsWith('@') || name.startsWith('.')) return ''; // of a script alone
  if (name.startsWith('?')) return values[0] && values[0] !== nothing ? ` ${name.slice(1)}=""` : '';
  if (values.includes(nothing)) return '';
  const text = values.map((value, at) => `${texts[at]}${value ?? ''}`).join('') + texts[values.length];
  return ` ${name}="${escaped(text)}"`;
}

/** @param {Node} node */
function serialised(node) {
  if ('outerHTML' in node) return /** @type {Element} */ (node).outerHTML;
  const around = /** @type {Document} */ (node.ownerDocument).createElement('div');
  around.append(node.cloneNode(true));
  return around.innerHTML;
}

/**
 * Values stand between nodes, or are an attribute's value, whole or in part; the page's templates have them nowhere else.
 * @param {TemplateStringsArray} strings
 * @returns {Plan}
 */
function planOf(strings) {
  /** @type {Plan} */
  const plan = [];
  /** @type {{ attribute: Attribute, quote: string } | undefined} */
  let open;
  let inTag = false;
  strings.forEach((string, at) => {
    let text = string;
    if (open) {
      const end = open.quote ? text.indexOf(open.quote) : 0;
      open.attribute.texts.push(end < 0 ? text : text.slice(0, end));
      if (end < 0) return;
      text = text.slice(end + open.quote.length);
      open = undefined;
    }
    inTag = endsInTag(text, inTag);
    if (at === strings.length - 1) return void plan.push(text);
    const begun = inTag && /\s([.?@]?[^\s"'<>=]+)=(["']?)([^"']*)$/.exec(text);
    if (!begun) return void plan.push(text, CHILD);
    const [, name, quote, start] = begun;
    const attribute = { name, texts: [start] };
    open = { attribute, quote };
    plan.push(text.slice(0, begun.index), attribute);
  });
  return plan;
}

/** @param {string} text @param {boolean} inTag   whether it begins in one */
function endsInTag(text, inTag) {
  let inside = inTag;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (!inside) inside = letter === '<' && /[a-z/]/i.test(text[at + 1] ?? '');
    else if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') inside = false;
  }
  return inside;
}

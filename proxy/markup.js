/**
 * Markup comes in, its start tags and their attributes go out, read as a browser reads HTML: never in doubt, never backwards.
 */

/** Of elements whose text holds no tags, whatever it looks like. */
const closing = Object.fromEntries(
  ['script', 'style', 'title', 'textarea'].map((name) => [name, new RegExp(`</${name}`, 'gi')]),
);

/**
 * Start tags; comments, scripts and the like skipped. Each step moves forward: linear in the page.
 * @param {string} html
 * @returns {Generator<{ name: string, attributes: Map<string, string> }>}
 */
export function* tags(html) {
  const opening = /<([a-z][^\s/>]*)/iy;
  let at = html.indexOf('<');
  while (at >= 0) {
    opening.lastIndex = at;
    const name = opening.exec(html)?.[1].toLowerCase();
    if (html.startsWith('<!--', at)) at = html.indexOf('-->', at + 4);
    else if (name) {
      const { attributes, end } = readAttributes(html, opening.lastIndex);
      yield { name, attributes };
      at = end - 1;
      if (Object.hasOwn(closing, name)) {
        closing[name].lastIndex = end;
        at = (closing[name].exec(html)?.index ?? 0) - 1;
      }
    }
    if (at >= 0) at = html.indexOf('<', at + 1);
  }
}

/**
 * @param {string} html
 * @param {number} from
 */
function readAttributes(html, from) {
  const attribute = /[\s/]*([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'<]+)))?/y;
  attribute.lastIndex = from;
  /** @type {Map<string, string>} */
  const attributes = new Map();
  let end = from;
  for (let match; (match = attribute.exec(html)); end = attribute.lastIndex) {
    const key = match[1].toLowerCase();
    if (!attributes.has(key)) attributes.set(key, unescaped(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return { attributes, end };
}

/** @type {Record<string, string>} */
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));?/gi, (all, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

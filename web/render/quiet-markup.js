/**
 * Markup of a feed → the same without inline handlers, inline styles and base elements. Safety is the sanitiser's work: this
 * only keeps Chromium from writing each of them to the console while the sanitiser parses them (it holds even documents that
 * nobody sees to the page's Content Security Policy). Linear in the length, whatever the feed wrote. HTML §13.2.5.
 */

const TAG = /<([a-z][^\s/>]*)/gi;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*)?)?/y;
const STYLE_END = /<\/style|$/gi;

/** @param {string} html */
export function quiet(html) {
  let kept = '';
  let from = 0;
  /** @param {number} start @param {number} end */
  const drop = (start, end) => {
    kept += html.slice(from, start);
    from = end;
  };
  TAG.lastIndex = 0;
  for (let tag; (tag = TAG.exec(html));) {
    const whole = /^(?:style|base)$/i.test(tag[1]);
    let at = TAG.lastIndex;
    for (let attribute; (attribute = attributeAt(html, at)); at = ATTRIBUTE.lastIndex)
      if (!whole && /^(?:on|style$)/i.test(attribute)) drop(at, ATTRIBUTE.lastIndex);
    if (whole) drop(tag.index, (at = endOf(tag[1], html, at)));
    TAG.lastIndex = at;
  }
  return kept + html.slice(from);
}

/** @param {string} html @param {number} at @returns {string | undefined}   its name; where it ends is in ATTRIBUTE.lastIndex */
function attributeAt(html, at) {
  ATTRIBUTE.lastIndex = at;
  return ATTRIBUTE.exec(html)?.[1];
}

/** @param {string} name @param {string} html @param {number} at @returns {number}   behind the element that begins before `at` */
function endOf(name, html, at) {
  if (name.toLowerCase() === 'style') {
    STYLE_END.lastIndex = at;
    STYLE_END.exec(html);
    at = STYLE_END.lastIndex;
  }
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

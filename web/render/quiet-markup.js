/**
 * Markup of a feed → the same without inline handlers, inline styles and base elements, or nothing when it is more than a page
 * can carry: it is counted here because a parser that has begun cannot be stopped. Safety is the sanitiser's work: this
 * only keeps Chromium from writing each of them to the console while the sanitiser parses them (it holds even documents that
 * nobody sees to the page's Content Security Policy). Linear in the length, whatever the feed wrote. HTML §13.2.5.
 */

/** Of one post. `WORK` is the sum of open elements over all tags: after each, a parser may open all of them anew (HTML §13.2.4.3). */
const MOST = { LETTERS: 1 << 20, TAGS: 20_000, DEPTH: 256, WORK: 600_000 };

/** Without an end tag, or ended by the next of their kind: they nest only inside others, which are counted. */
const SHALLOW =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|d[dt]|t[dhr]|thead|tbody|tfoot|colgroup|option|r[bpt])$/;

const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*)?)?/y;
const STYLE_END = /<\/style|$/gi;

/** @param {string} html @returns {string | undefined}   undefined: too large */
export function quiet(html) {
  if (html.length > MOST.LETTERS) return undefined;
  const fits = createBudget();
  let kept = '';
  let from = 0;
  /** @param {number} start @param {number} end */
  const drop = (start, end) => {
    kept += html.slice(from, start);
    from = end;
  };
  TAG.lastIndex = 0;
  for (let tag; (tag = TAG.exec(html));) {
    const name = tag[2].toLowerCase();
    if (!fits(name, Boolean(tag[1]))) return undefined;
    const whole = !tag[1] && /^(?:style|base)$/.test(name);
    let at = TAG.lastIndex;
    for (let attribute; (attribute = attributeAt(html, at)); at = ATTRIBUTE.lastIndex)
      if (!whole && /^(?:on|style$)/i.test(attribute)) drop(at, ATTRIBUTE.lastIndex);
    if (whole) drop(tag.index, (at = endOf(name, html, at)));
    TAG.lastIndex = at;
  }
  return kept + html.slice(from);
}

/** @returns {(name: string, isEnd: boolean) => boolean}   asked of one tag after the other: whether they are still few enough */
function createBudget() {
  /** @type {Map<string, number>} */
  const open = new Map();
  let tags = 0;
  let depth = 0;
  let work = 0;
  return (name, isEnd) => {
    const others = open.get(name) ?? 0;
    if (!isEnd) tags++;
    // An end tag ends no more than one element, and none if there is none of its name.
    if (isEnd ? others : !SHALLOW.test(name)) {
      const change = isEnd ? -1 : 1;
      open.set(name, others + change);
      depth += change;
    }
    work += depth;
    return tags <= MOST.TAGS && depth <= MOST.DEPTH && work <= MOST.WORK;
  };
}

/** @param {string} html @param {number} at @returns {string | undefined}   its name; where it ends is in ATTRIBUTE.lastIndex */
function attributeAt(html, at) {
  ATTRIBUTE.lastIndex = at;
  return ATTRIBUTE.exec(html)?.[1];
}

/** @param {string} name @param {string} html @param {number} at @returns {number}   behind the element that begins before `at` */
function endOf(name, html, at) {
  if (name === 'style') {
    STYLE_END.lastIndex = at;
    STYLE_END.exec(html);
    at = STYLE_END.lastIndex;
  }
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

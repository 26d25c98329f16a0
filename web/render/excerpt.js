/** Text as feeds write it → text of few enough letters, and of few enough marks on each. */

/** @param {string} text @param {number} [most]    letters, about @returns {string}   cut between words */
export function excerpt(text, most = 400) {
  const start = text.slice(0, 20 * most);
  const line = fewMarks(start).replace(/\s+/g, ' ').trim();
  if (line.length <= most) return start === text ? line : `${line}…`;
  return `${line.slice(0, most).replace(/ [^ ]*$|[\ud800-\udbff]$/, '')}…`;
}

/** Letters of a name that stands in a list. */
const LABEL = 100;

/** @param {string} name @returns {string}   to stand in a list beside others */
export const label = (name) => excerpt(name, LABEL);

/** Letters carry a handful of marks; some text engines fail on a hundred thousand. @param {string} text */
export const fewMarks = (text) => text.replace(/(\p{M}{8})\p{M}+/gu, '$1');

/** The same in all text below a node, wherever an element begins or ends between two marks. @param {Node} root */
export function thinMarks(root) {
  const texts = /** @type {Document} */ (root.ownerDocument).createTreeWalker(root, 4); // NodeFilter.SHOW_TEXT
  let before = '';
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    const kept = fewMarks(before + text.data).slice(before.length);
    if (kept !== text.data) text.data = kept;
    before = (before + kept).slice(-16).match(/\p{M}*$/u)?.[0] ?? '';
  }
}

/** Elements that go on with the line they stand in. */
const INLINE =
  /^(?:A|ABBR|ACRONYM|B|BDI|BDO|BIG|CITE|CODE|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|RB|RP|RT|RTC|RUBY|S|SAMP|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR)$/;

/** Text as it is read, with a space where one paragraph or cell ends and the next begins. @param {Node} root @returns {string} */
export function spacedText(root) {
  const texts = /** @type {Document} */ (root.ownerDocument).createTreeWalker(root, 5); // NodeFilter: elements and text
  let text = '';
  let block = root;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    let around = node.nodeType === 3 ? node.parentNode : node;
    while (around && around !== root && INLINE.test(around.nodeName)) around = around.parentNode;
    if (around && around !== block) {
      text += ' ';
      block = around;
    }
    if (node.nodeType === 3) text += /** @type {Text} */ (node).data;
  }
  return text;
}

/** Of a list the first twenty. @template T @param {T[]} list @returns {{ shown: T[], more: number }} */
export const firstOf = (list) => ({ shown: list.slice(0, 20), more: Math.max(0, list.length - 20) });

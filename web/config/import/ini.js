/** The text of a Planet, Planet Venus or Pluto configuration → its sections, as Python's ConfigParser reads them. */

/**
 * @typedef {{ name: string, line: number, values: Map<string, string> }} Section   keys in lower case
 *
 * @param {string} text
 * @returns {{ top: Section, sections: Section[], unread: number[] }}   top: what stands before the first section (Pluto);
 *   unread: numbers of lines that are no setting, 1-based
 */
export function readIni(text) {
  const top = { name: '', line: 1, values: new Map() };
  /** @type {Section[]} */
  const sections = [];
  /** @type {number[]} */
  const unread = [];
  let section = top;
  let key = '';
  let indent = 0;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .forEach((line, index) => {
      if (/^\s*(?:[#;]|$)|^rem\s/i.test(line)) return;
      const header = /^\s*\[(.*)\]\s*(?:[#;].*)?$/.exec(line);
      if (header) {
        section = { name: header[1].trim(), line: index + 1, values: new Map() };
        sections.push(section);
        key = '';
        return;
      }
      // A line that is indented further goes on with the value above it.
      const deep = line.search(/\S/);
      if (deep > indent && key) {
        section.values.set(key, `${section.values.get(key)}\n${line.trim()}`.trim());
        return;
      }
      const setting = /^\s*([^=:\s][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
      if (!setting) return void unread.push(index + 1);
      indent = deep;
      key = setting[1].toLowerCase();
      section.values.set(key, setting[2].replace(/\s+;.*$/, '').trim());
    });
  return { top, sections, unread };
}

/** Whether a text is such a configuration. @param {string} text */
export const isIni = (text) => /^\s*\[[^\]\n]+\]\s*$/m.test(text) && /^\s*[\w.-]+\s*[=:]/m.test(text);

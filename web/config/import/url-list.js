/** A text with an address a line, named or not → planet.json. Lines as "Ada https://…", "[Ada](https://…)", "https://… Ada". */

/** @import { Imported } from './planet-ini.js' */

/** @param {string} text @returns {Imported} */
export function fromUrlList(text) {
  /** @type {(string | object)[]} */
  const feeds = [];
  /** @type {string[]} */
  const notes = [];
  text.split(/\r\n?|\n/).forEach((line, index) => {
    const content = line.replace(/^\uFEFF|^\s*(?:#|\/\/|;).*/, '').trim();
    if (!content) return;
    const url = /https?:\/\/[^\s<>"')\]]+/i.exec(content)?.[0].replace(/[,;.]+$/, '');
    if (!url) return void notes.push(`Line ${index + 1} holds no address: ${content.slice(0, 60)}`);
    const name = content
      .replace(url, ' ')
      .replace(/[[\]()<>"']/g, ' ')
      .replace(/^[\s*+|,:;=–—-]+|[\s|,:;=–—-]+$/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    feeds.push(name ? { url, name } : url);
  });
  return { planet: { feeds }, notes };
}

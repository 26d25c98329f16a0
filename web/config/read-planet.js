/** Text of a planet.json → its Config, or where the JSON breaks (line and column, 1-based). */
import { readConfig } from './planet-config.js';

/** @import { Listed } from '../model.js' */
/** @import { BadConfig, Config } from './planet-config.js' */

/**
 * @param {string} written
 * @param {string} baseUrl
 * @param {Map<string, Listed[]>} [lists]   as for readConfig
 * @returns {{ kind: 'ok', value: Config } | BadConfig | { kind: 'failed', reason: 'bad-json', line: number, column: number }}
 */
export function readPlanet(written, baseUrl, lists) {
  let planet;
  try {
    planet = JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch {
    const before = written.slice(0, whereJsonBreaks(written)).split('\n');
    return {
      kind: 'failed',
      reason: 'bad-json',
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
    };
  }
  return readConfig(planet, baseUrl, lists);
}

const SPACE = /[\uFEFF \t\r\n]*/y;
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Engines word their syntax errors differently and some leave the position out, so the text is walked again (RFC 8259).
 * @param {string} json    a text that JSON.parse refused
 * @returns {number}       offset of the first character that cannot stand where it stands
 */
export function whereJsonBreaks(json) {
  let at = 0;
  /** @param {RegExp} pattern */
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(json);
    if (found) at += found[0].length;
    return found?.[0] ?? '';
  };
  /** @param {string} close @param {() => boolean} member */
  const members = (close, member) => {
    at++;
    take(SPACE);
    if (json[at] === close) return ++at > 0;
    for (;;) {
      if (!member()) return false;
      take(SPACE);
      if (json[at] === close) return ++at > 0;
      if (json[at] !== ',') return false;
      at++;
      take(SPACE);
    }
  };
  /** @returns {boolean} */
  const pair = () => {
    if (json[at] !== '"' || !take(SCALAR)) return false;
    take(SPACE);
    if (json[at] !== ':') return false;
    at++;
    return value();
  };
  /** @returns {boolean} */
  const value = () => {
    take(SPACE);
    if (json[at] === '{') return members('}', pair);
    if (json[at] === '[') return members(']', value);
    return take(SCALAR) !== '';
  };
  value();
  take(SPACE);
  return at;
}

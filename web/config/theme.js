/** What planet.json says of the page's looks → a theme, its colours and the planet's own style sheet. */
import { ConfigError, http, text } from './config-values.js';

/** The themes beside the page's own; each is a file of web/themes. */
export const LOOKS = /** @type {const} */ (['planet', 'plain', 'gazette', 'terminal']);

export const SCHEMES = /** @type {const} */ (['system', 'light', 'dark']);

/** @typedef {typeof LOOKS[number]} Look */
/** @typedef {typeof SCHEMES[number]} Scheme */

/** @param {string | undefined} word @returns {word is Look} */
export const isLook = (word) => LOOKS.some((look) => look === word);

/** @param {string | undefined} word @returns {word is Scheme} */
export const isScheme = (word) => SCHEMES.some((scheme) => scheme === word);

const WANTED = `one of ${[...SCHEMES, ...LOOKS].map((word) => `"${word}"`).join(', ')}, or two of them as "planet dark"`;

/** @param {unknown} value   a look, a scheme of colours, or both: "planet dark" @returns {{ theme: Scheme, look: Look | undefined }} */
export function theme(value) {
  const words = text(value, 'theme')?.split(/\s+/) ?? [];
  const looks = words.filter(isLook);
  const schemes = words.filter(isScheme);
  if (looks.length > 1 || schemes.length > 1 || looks.length + schemes.length < words.length)
    throw new ConfigError('theme', value, WANTED);
  return { theme: schemes[0] ?? 'system', look: looks[0] };
}

/** The page's policy lets no other host's style in. @param {unknown} value @param {string} base */
export const styleSheet = (value, base) => onOwnHost(value, 'css', base, 'style sheet', 'my-planet.css');

/** What stands in a template stands in the page. @param {unknown} value @param {string} base */
export const entryTemplate = (value, base) => onOwnHost(value, 'template', base, 'template', 'post.html');

/**
 * @param {unknown} value @param {string} key @param {string} base @param {string} what @param {string} example
 * @returns {string | undefined}   absolute
 */
function onOwnHost(value, key, base, what, example) {
  const url = http(value, key, base);
  if (url && new URL(url).origin !== new URL(base).origin)
    throw new ConfigError(key, value, `a ${what} on the planet’s own host, as "${example}"`);
  return url;
}

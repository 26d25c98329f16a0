/**
 * The page, its style, its script and the core → planetarium.html, which needs no other file.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

/**
 * @param {object} parts
 * @param {string} parts.html     the template
 * @param {string} parts.script   a classic script
 * @param {string} parts.style
 * @param {Uint8Array} parts.icon
 * @param {string} parts.notices   licences
 * @param {Map<string, Uint8Array>} parts.modules   the core, by file name
 * @returns {string}
 */
export function oneFile({ html, script, style, icon, notices, modules }) {
  const code = scriptText(script);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}' 'self' file: 'wasm-unsafe-eval'`,
    `style-src '${hashOf(style)}'`,
    'img-src * data: file:',
    'media-src *',
    'connect-src *',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify lit-html planetarium',
  ].join('; ');
  const data = (/** @type {string} */ id, /** @type {string} */ text) =>
    `<script type="text/plain" id="${id}">${text}</script>`;
  const core = [...modules].map(([name, bytes]) => data(name, packed(bytes)));
  // As functions: a `$&` in a replacement would be read.
  return html
    .replace('CONTENT_POLICY', () => policy)
    .replace('ICON', () => `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`)
    .replace(/<style>[^]*?<\/style>/, () => `<style>${style}</style>`)
    .replace('CORE', () => [...core, data('notices', notices)].join('\n    '))
    .replace(/<script>[^]*?<\/script>/, () => `<script>${code}</script>`);
}

/** @param {string} text @returns {string}   a source of CSP3 §2.3.1 */
const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The bundler keeps end tags out of scripts; a comment's beginning could hide one (HTML §4.12.1.3). @param {string} script */
const scriptText = (script) => script.replaceAll('<!--', '\\x3C!--').trim();

/** The level is said: its default is the library's. @param {Uint8Array} bytes */
const packed = (bytes) => deflateRawSync(bytes, { level: 9 }).toString('base64');

// The same in Node, whose own TextDecoder is not the WHATWG's: windows-1253, iso-8859-16 and malformed bytes of every East
// Asian charset come out otherwise than in browsers (nodejs/node#61041). Loaded when the first feed needs it.
import { createRequire } from 'node:module';

/** @type {typeof import('@exodus/bytes/encoding.js') | undefined} */
let encoding;

/**
 * @param {string} label
 * @param {TextDecoderOptions} [options]
 * @returns {Pick<TextDecoder, 'decode'>}   throws a RangeError where the label is unknown
 */
export function textDecoder(label, options) {
  encoding ??= /** @type {typeof import('@exodus/bytes/encoding.js')} */ (
    createRequire(import.meta.url)('@exodus/bytes/encoding.js')
  );
  return new encoding.TextDecoder(label, options);
}

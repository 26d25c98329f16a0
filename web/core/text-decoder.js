// The decoder of every charset that the core leaves to others: in a page, the browser's own. Imported as #text-decoder.

/**
 * @param {string} label
 * @param {TextDecoderOptions} [options]
 * @returns {Pick<TextDecoder, 'decode'>}   throws a RangeError where the label is unknown
 */
export const textDecoder = (label, options) => new TextDecoder(label, options);

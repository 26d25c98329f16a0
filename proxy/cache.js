/**
 * What the proxy remembers of a feed, and the three methods it asks of whatever keeps that.
 *
 * @typedef {object} Copy             the last good body
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {Uint8Array<ArrayBuffer>} [gzip]   the same, where that is worth sending
 * @property {string} contentType
 * @property {string} etag            our own, of the bytes: the publisher's may speak of another encoding of them
 * @property {import('./headers.js').Validators} validators
 * @property {string} finalUrl
 * @property {string} [permanentUrl]  where a chain of permanent redirects ended
 * @property {boolean} cors           the publisher lets any page read it
 * @property {number} fetched         ms; when the publisher last vouched for it
 * @property {number} changed         ms; when it was first seen with these bytes
 * @property {number} status          200, or 304 when that was by revalidation
 *
 * @typedef {{ code: import('./problem.js').ProblemCode } & import('./problem.js').ProblemDetails} Failure
 *
 * @typedef {object} Entry
 * @property {Copy} [copy]
 * @property {Failure} [failure]      how the last attempt ended, if not well
 * @property {number} failures        in a row
 * @property {number} earliest        ms; no attempt before, even when a reader insists
 * @property {number} next            ms; no attempt before, else
 *
 * @typedef {object} Cache            by feed URL; may be asynchronous
 * @property {(key: string) => Entry | undefined | Promise<Entry | undefined>} get
 * @property {(key: string, entry: Entry) => unknown} set   a promise: until it is as safe as it will be
 * @property {() => { entries: number, bytes: number }} [stats]
 */

const overheadBytes = 2048;

/**
 * About how much memory an entry takes.
 * @param {Entry} entry
 */
export function entryBytes({ copy, failure }) {
  let bytes = overheadBytes;
  if (copy) {
    bytes += copy.bytes.byteLength + (copy.gzip?.byteLength ?? 0);
    bytes += 2 * (copy.validators.etag?.length ?? 0) + 2 * copy.finalUrl.length;
  }
  for (const { url, title = '' } of failure?.alternates ?? []) bytes += 2 * (url.length + title.length);
  return bytes;
}

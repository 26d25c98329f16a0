/** A response → its bytes, read no further than a limit. */

/**
 * @param {Response} response
 * @param {number} maxBytes    decoded
 * @returns {Promise<Uint8Array | undefined>}   undefined: there is more than that, and the rest was not read
 */
export async function readBody(response, maxBytes) {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}

/** @param {Uint8Array[]} chunks @param {number} size */
function joined(chunks, size) {
  if (chunks.length === 1) return chunks[0];
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

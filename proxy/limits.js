/**
 * A response body comes in, at most so many decoded bytes within so much time go out.
 * Bytes are counted after decompression: an agent's own limits count what is on the wire and let a gzip bomb pass.
 */

/**
 * @typedef {{ kind: 'ok', bytes: Uint8Array<ArrayBuffer> } | { kind: 'failed', code: 'too-large' }} Body
 *
 * @param {Response} response
 * @param {number} maxBytes
 * @param {AbortSignal} signal
 * @returns {Promise<Body>}   rejects when the connection breaks or the signal fires
 */
export async function readBody(response, maxBytes, signal) {
  if (!response.body) return { kind: 'ok', bytes: new Uint8Array() };
  const encoded = response.headers.has('content-encoding');
  if (!encoded && Number(response.headers.get('content-length')) > maxBytes) {
    discard(response);
    return { kind: 'failed', code: 'too-large' };
  }
  const reader = response.body.getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await orAbort(reader.read(), signal);
      if (done) return { kind: 'ok', bytes: joined(chunks, size) };
      size += value.byteLength;
      if (size > maxBytes) return { kind: 'failed', code: 'too-large' };
      chunks.push(value);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/**
 * Lets go of a body nobody will read, so that its connection is free again.
 * @param {Response} response
 */
export function discard(response) {
  response.body?.cancel().catch(() => {});
}

/**
 * Settles with the promise, or rejects as soon as the signal fires: also where the promise's own work ignores the signal.
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
export function orAbort(promise, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * One deadline for a whole job. `clear` must be called when the job is done.
 * @param {number} ms
 */
export function deadline(ms) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error('deadline')), ms);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} size
 */
function joined(chunks, size) {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * A response body comes in, at most so many decoded bytes within so much time go out.
 * Bytes are counted after decompression: an agent's own limits count what is on the wire and let a gzip bomb pass.
 */

const blockBytes = 65536;
/** What a body may take however many are being read; only longer ones share a room. */
const ownBytes = 1024 * 1024;

/**
 * Room for the bodies that are being read, beyond what each may take anyway: large ones at one time are few.
 * @param {number} bytes
 */
export function createRoom(bytes) {
  let free = bytes;
  return {
    /** @param {number} count */
    take(count) {
      if (count > free) return false;
      free -= count;
      return true;
    },
    /** @param {number} count */
    give(count) {
      free += count;
    },
  };
}

/**
 * @typedef {{ kind: 'ok', bytes: Uint8Array<ArrayBuffer> } | { kind: 'failed', code: 'too-large' | 'busy' }} Body
 *
 * @param {Response} response
 * @param {number} maxBytes
 * @param {AbortSignal} signal
 * @param {ReturnType<typeof createRoom>} [room]
 * @returns {Promise<Body>}   rejects when the connection breaks or the signal fires
 */
export async function readBody(response, maxBytes, signal, room) {
  if (!response.body) return { kind: 'ok', bytes: new Uint8Array() };
  const encoded = response.headers.has('content-encoding');
  if (!encoded && Number(response.headers.get('content-length')) > maxBytes) {
    discard(response);
    return { kind: 'failed', code: 'too-large' };
  }
  const reader = response.body.getReader();
  const blocks = createBlocks();
  let taken = 0;
  try {
    for (;;) {
      const { done, value } = await orAbort(reader.read(), signal);
      if (done) return { kind: 'ok', bytes: blocks.joined() };
      if (blocks.size() + value.byteLength > maxBytes) return { kind: 'failed', code: 'too-large' };
      blocks.add(value);
      const more = blocks.size() - ownBytes - taken;
      if (room && more > 0) {
        if (!room.take(more)) return { kind: 'failed', code: 'busy' };
        taken += more;
      }
    }
  } finally {
    room?.give(taken);
    reader.cancel().catch(() => {});
  }
}

/** Bytes gathered: a body in a million pieces takes no more memory than one in a few. */
function createBlocks() {
  /** @type {Uint8Array[]} */
  const blocks = [];
  let size = 0;
  let used = 0; // of the last block
  return {
    size: () => size,
    /** @param {Uint8Array} piece */
    add(piece) {
      size += piece.byteLength;
      const last = blocks.at(-1);
      const fitting = last ? piece.subarray(0, last.byteLength - used) : piece.subarray(0, 0);
      if (fitting.byteLength) last?.set(fitting, used);
      used += fitting.byteLength;
      const rest = piece.subarray(fitting.byteLength);
      if (rest.byteLength === 0) return;
      const block = new Uint8Array(Math.max(blockBytes, rest.byteLength));
      block.set(rest);
      blocks.push(block);
      used = rest.byteLength;
    },
    joined() {
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const block of blocks) {
        const part = block.subarray(0, size - at);
        bytes.set(part, at);
        at += part.byteLength;
      }
      return bytes;
    },
  };
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

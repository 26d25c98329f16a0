/** The linear memories of WebAssembly modules that are loaded from now on: how large they are together. */

/** @returns {() => number}   bytes */
export function watchMemory() {
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  const instantiate = /** @type {(...args: any[]) => Promise<any>} */ (WebAssembly.instantiate);
  WebAssembly.instantiate = /** @type {any} */ (
    async (/** @type {any[]} */ ...args) => {
      const loaded = await instantiate(...args);
      memories.push((loaded.instance ?? loaded).exports.memory);
      return loaded;
    }
  );
  return () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

/**
 * Planets that elements show: each is opened once, however many show it, and closed when the last of them has left.
 *
 * @template Planet
 * @typedef {object} Held
 * @property {Promise<Planet>} planet
 * @property {() => void} release
 */

/**
 * @template Request, Planet
 * @param {(request: Request, env: { signal: AbortSignal, onChange: () => void }) => Promise<Planet>} open   never rejects
 */
export function createShelf(open) {
  /** @type {Map<string, { planet: Promise<Planet>, listeners: Set<() => void>, close: () => void }>} */
  const shelf = new Map();

  /** @param {string} key @param {Request} request */
  function put(key, request) {
    const controller = new AbortController();
    /** @type {Set<() => void>} */
    const listeners = new Set();
    const onChange = () => {
      for (const listener of listeners) listener();
    };
    const kept = {
      planet: open(request, { signal: controller.signal, onChange }),
      listeners,
      close() {
        shelf.delete(key);
        controller.abort();
      },
    };
    shelf.set(key, kept);
    return kept;
  }

  return {
    /** @param {string} key @param {Request} request @param {() => void} onChange @returns {Held<Planet>} */
    take(key, request, onChange) {
      const kept = shelf.get(key) ?? put(key, request);
      kept.listeners.add(onChange);
      return {
        planet: kept.planet,
        release() {
          kept.listeners.delete(onChange);
          // An element that is moved leaves and comes back within one task.
          setTimeout(() => {
            if (kept.listeners.size === 0 && shelf.get(key) === kept) kept.close();
          });
        },
      };
    },
  };
}

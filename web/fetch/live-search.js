/**
 * What search looks through is made a slice at a time, so that nothing waits for it: a planet → whether it may be searched now.
 *
 * @typedef {object} Searchable
 * @property {(now: number, rest: () => Promise<unknown>) => Promise<void>} prepareSearch   of web/core/core.js
 *
 * @param {object} env
 * @param {() => number} env.now              UTC seconds
 * @param {() => Promise<unknown>} env.pause  between two slices
 * @param {() => void} env.onReady            a planet that was asked for can be searched
 */
export function createLiveSearch({ now, pause, onReady }) {
  /** @type {WeakSet<Searchable>} */
  const ready = new WeakSet();
  /** @type {WeakSet<Searchable>} */
  const preparing = new WeakSet();
  return {
    /** @param {Searchable} planet @returns {boolean}   false: it is being made ready */
    isReady(planet) {
      if (ready.has(planet)) return true;
      if (!preparing.has(planet)) {
        preparing.add(planet);
        // A core that crashes over this crashes over the query as well, which is where that is dealt with.
        const done = () => {
          ready.add(planet);
          onReady();
        };
        planet.prepareSearch(now(), pause).then(done, done);
      }
      return false;
    },
  };
}

/**
 * What a reader chose for a planet, kept on this device between visits where the browser keeps anything.
 *
 * @param {() => Storage} storage    throws where the browser refuses: opaque origins, blocked site data
 * @param {string} planetUrl         choices of one planet are not another's
 * @returns {Choices}
 *
 * @typedef {object} Choices
 * @property {(key: string) => string | undefined} get
 * @property {(key: string, value: string) => void} set
 * @property {(key: string) => void} [drop]
 * @property {() => boolean} [any]   whether anything was ever chosen, or remembered
 * @property {(window: Window, onChange: (key: string) => void) => void} [watch]   another tab of this planet has set something
 */
export function createChoices(storage, planetUrl) {
  /** @type {Map<string, string>}   where nothing is kept: until the page is left */
  const here = new Map();
  const nameOf = (/** @type {string} */ key) => `planetarium ${key} ${planetUrl}`;
  /** @param {string | null} name @returns {string | undefined}   undefined: another planet's, or nobody's */
  const keyOf = (name) => {
    const key = name?.split(' ')[1];
    return key && name === nameOf(key) ? key : undefined;
  };
  return {
    /** @param {string} key @returns {string | undefined} */
    get(key) {
      if (here.has(key)) return here.get(key);
      try {
        return storage().getItem(nameOf(key)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    /** @param {string} key @param {string} value */
    set(key, value) {
      here.set(key, value);
      try {
        storage().setItem(nameOf(key), value);
      } catch {
        // It counts until the page is left.
      }
    },
    drop(key) {
      here.delete(key);
      try {
        storage().removeItem(nameOf(key));
      } catch {
        // Nothing was kept.
      }
    },
    any() {
      if (here.size) return true;
      try {
        return Object.keys(storage()).some((name) => keyOf(name) !== undefined);
      } catch {
        return false;
      }
    },
    watch(window, onChange) {
      window.addEventListener('storage', ({ key: name }) => {
        const key = keyOf(name);
        if (key === undefined) return;
        here.delete(key);
        onChange(key);
      });
    },
  };
}

/**
 * One value of a planet.json → the value in its type, or a ConfigError that names the key, what stands there and what could.
 * `undefined` and `null` both mean that the key is not given.
 */

export class ConfigError extends Error {
  /**
   * @param {string} key
   * @param {unknown} found
   * @param {string} wanted
   */
  constructor(key, found, wanted) {
    super(`${key} is ${shown(found)}; it must be ${wanted}`);
    this.key = key;
  }
}

/** @param {unknown} value */
function shown(value) {
  const json = value === undefined ? 'missing' : (JSON.stringify(value) ?? typeof value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

/** @param {unknown} value @returns {value is undefined | null} */
const absent = (value) => value === undefined || value === null;

/**
 * @template {Record<string, any>} T
 * @param {T} object
 * @returns {T}   without the keys that have nothing to say
 */
export function filled(object) {
  return /** @type {T} */ (
    Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
  );
}

/** @param {unknown} value @param {string} key @returns {Record<string, unknown>} */
export function object(value, key) {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(key, value, 'an object');
  return /** @type {Record<string, unknown>} */ (value);
}

/** @param {unknown} value @param {string} key @returns {string | undefined}   trimmed; an empty text is none */
export function text(value, key) {
  if (absent(value)) return undefined;
  if (typeof value !== 'string') throw new ConfigError(key, value, 'a text');
  return value.trim() || undefined;
}

/** @param {unknown} value @param {string} key @returns {boolean | undefined} */
export function boolean(value, key) {
  if (absent(value)) return undefined;
  if (typeof value !== 'boolean') throw new ConfigError(key, value, 'true or false');
  return value;
}

/** @param {unknown} value @param {string} key @param {number} least @param {number} most @returns {number | undefined} */
export function whole(value, key, least, most) {
  if (absent(value)) return undefined;
  if (!Number.isInteger(value) || Number(value) < least || Number(value) > most)
    throw new ConfigError(key, value, `a whole number from ${least} to ${most}`);
  return Number(value);
}

/**
 * @template {string} T
 * @param {unknown} value
 * @param {string} key
 * @param {T[]} choices
 * @returns {T | undefined}
 */
export function oneOf(value, key, choices) {
  if (absent(value)) return undefined;
  const found = choices.find((choice) => choice === value);
  if (!found)
    throw new ConfigError(key, value, `one of ${choices.map((choice) => `"${choice}"`).join(', ')}`);
  return found;
}

/**
 * @template T
 * @param {unknown} value
 * @param {string} key
 * @param {(item: unknown, key: string) => T} read
 * @returns {T[] | undefined}
 */
export function listOf(value, key, read) {
  if (absent(value)) return undefined;
  if (!Array.isArray(value)) throw new ConfigError(key, value, 'a list');
  return value.map((item, index) => read(item, `${key}[${index}]`));
}

/** @param {unknown} value @param {string} key @param {string} base @returns {string | undefined}   absolute, http or https */
export function http(value, key, base) {
  const written = text(value, key);
  if (written === undefined) return undefined;
  const url = parsedUrl(written, base);
  if (!url || !/^https?:$/.test(url.protocol)) throw new ConfigError(key, value, 'an http or https URL');
  return url.href;
}

/** @param {string} written @param {string} [base] */
export function parsedUrl(written, base) {
  try {
    return new URL(written, base);
  } catch {
    return undefined;
  }
}

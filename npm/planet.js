/**
 * `planet-feed` in Node: a planet.json, a list of feeds or a config comes in, its feeds are fetched as `planetarium build` does,
 * and what they say goes out as views and as documents. A thin coat: the way is cli/gather.js, the rest the core's.
 */
import { rowsOf } from '../cli/check.js';
import { readAnyPlanet, readGivenPlanet } from '../cli/any-planet.js';
import { documentOf, gather } from '../cli/gather.js';
import { takeLock } from '../cli/lock.js';
import { listsReader } from '../cli/planet-lists.js';

/**
 * @typedef {import('../web/config/planet-config.js').Config} Config
 * @typedef {import('../web/model.js').View} View
 * @typedef {import('../web/core/emit.js').AboutOutput} AboutOutput
 * @typedef {import('../cli/check.js').Row} FeedRow
 * @typedef {import('../web/core/emit.js').Format} Format
 * @typedef {Omit<import('../web/model.js').Query, 'now'> & { now?: number }} PlanetQuery    docs/core.md
 *
 * @typedef {object} PlanetOptions
 * @property {string} [cache]          a folder: what was fetched stays there, and is not fetched again within the hour
 * @property {string} [url]            where the planet is published; else its `link`
 * @property {boolean} [allowPrivate]  the planet's own feeds may be on private and loopback addresses
 * @property {(sentence: string) => void} [warn]
 * @property {(feed: { nick: string, url: string }, ms: number, done: number) => void} [onFeed]   a feed was fetched, or was not
 */

/** What feeds say, merged; it does not change any more. Close it when it is no longer needed. */
export class Planet {
  #of;
  #gathered;

  /** @param {import('../cli/any-planet.js').AnyPlanet} of @param {import('../cli/gather.js').Gathered} gathered */
  constructor(of, gathered) {
    this.#of = of;
    this.#gathered = gathered;
  }

  /**
   * @param {string | string[] | Record<string, unknown>} source   a file or folder as `planetarium build` takes it; addresses of feeds; what a planet.json holds
   * @param {PlanetOptions} [options]
   * @returns {Promise<Planet>}   rejects with a sentence; a feed that fails is no reason
   */
  static async open(source, { cache, url, allowPrivate = false, warn = () => {}, onFeed } = {}) {
    const readLists = listsReader({ allowPrivate, warn });
    const given = Array.isArray(source) ? { feeds: source } : source;
    const read =
      typeof given === 'string'
        ? await readAnyPlanet(given, { url, readLists })
        : await readGivenPlanet(given, { file: 'planet.json', url, readLists });
    if (read.kind === 'failed') throw new Error(read.detail);
    const { config, folder, base } = read.value;
    const lock = cache === undefined ? undefined : await takeLock(cache);
    if (lock?.kind === 'failed') throw new Error(lock.detail);
    try {
      const onFetched =
        onFeed &&
        ((
          /** @type {any} */ feed,
          /** @type {unknown} */ _,
          /** @type {number} */ ms,
          /** @type {number} */ done,
        ) => onFeed(feed, ms, done));
      const gathered = await gather({ config, folder, base, cache, allowPrivate, warn, onFetched });
      if (gathered.trouble) warn(`What was kept: ${gathered.trouble}.`);
      return new Planet(read.value, gathered);
    } finally {
      await lock?.release();
    }
  }

  /** planet.json, checked and filled in. @returns {Config} */
  get config() {
    return this.#of.config;
  }

  /** How each feed does, in the order of the planet. @returns {FeedRow[]} */
  feeds() {
    return rowsOf(this.#gathered);
  }

  /**
   * @param {PlanetQuery} [query]   none: the first page of everything
   * @returns {View}   throws a sentence that names the key that is wrong
   */
  view(query) {
    const view = this.#gathered.planet.query(this.#whole(query));
    if (view.kind === 'failed') throw new Error(view.detail ?? view.reason);
    return view.value;
  }

  /** @param {string} words @param {PlanetQuery} [query] @returns {View}   with `found` in each post */
  search(words, query) {
    return this.view({ ...query, search: words });
  }

  /**
   * Counts of what a view holds.
   * @param {PlanetQuery} [query]
   * @returns {Pick<View, 'feeds' | 'cloud' | 'months' | 'days' | 'languages' | 'links' | 'total'>}
   */
  facets(query) {
    return this.view({ ...query, size: 1, months: true, languages: true, links: true });
  }

  /**
   * @param {Format} format
   * @param {PlanetQuery} [query]
   * @param {Partial<AboutOutput>} [about]   docs/outputs.md; title, link and owner are the planet's
   * @returns {Promise<string>}
   */
  write(format, query, about) {
    const { config, base } = this.#of;
    const { title, description, language, owner } = config;
    return documentOf(this.#gathered, format, this.#whole(query), {
      title,
      link: base,
      ...(description && { subtitle: description }),
      ...(language && { language }),
      ...(owner && { owner }),
      ...about,
    });
  }

  /** Gives its memory back. */
  close() {
    this.#gathered.planet.delete();
  }

  /** @param {PlanetQuery} [query] */
  #whole(query) {
    const { order, pageSize: size } = this.#of.config;
    return { order, size, now: this.#gathered.now, ...query };
  }
}

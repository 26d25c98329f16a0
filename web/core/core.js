// The planet's module, planetarium.wasm: feeds in, views out. What only the parser's module reads goes through that.
import { withDecoding } from './decoding.js';
import { loadModule, toLines } from './module.js';
import { loadParser } from './parser.js';

/** @import { Query, View, FeedState, AddedView } from '../model.js' */
/** @import { About } from './decoding.js' */
/** @import { Module, Outcome, Source } from './module.js' */
/** @import { Parser } from './parser.js' */

/** The parser's module reads more formats, and says more of what is none. */
const READ_AGAIN = new Set(['needs_parser', 'not_a_feed']);

export { CoreCrash } from './module.js';

/**
 * @typedef {object} PlanetConfig   what the core needs of a planet's config; more does not matter
 * @property {{ nick: string, url: string, name?: string, link?: string, face?: string, tags?: string[], titleType?: string, xmlBase?: string, maxEntries?: number }[]} feeds
 * @property {number} [pageSize]
 * @property {string} [order]
 * @property {string} [duplicates]
 * @property {string} [futureDates]
 */

export class Core {
  #module;
  #parserSource;
  /** @type {Promise<Parser> | undefined} */
  #parser;

  /**
   * @param {Module} module
   * @param {() => Source} [parserSource]   called when the first feed needs it
   */
  constructor(module, parserSource) {
    this.#module = module;
    this.#parserSource = parserSource;
  }

  /** @param {PlanetConfig} config @returns {Planet} */
  newPlanet(config) {
    const address = this.#module.call('new', [], configLines(config));
    if (address === 0) {
      const { detail } = JSON.parse(new TextDecoder().decode(this.#module.result()));
      throw new Error(`the core refuses the planet: ${detail}`);
    }
    return new Planet(this, this.#module, address);
  }

  /**
   * The parser's module, loaded once; after a failure it is tried again.
   * @returns {Promise<Outcome<Parser>>}
   */
  async parser() {
    if (!this.#parserSource) return { kind: 'failed', reason: 'needs_parser' };
    try {
      this.#parser ??= loadParser(this.#parserSource());
      return { kind: 'ok', value: await this.#parser };
    } catch (error) {
      this.#parser = undefined;
      return { kind: 'failed', reason: 'needs_parser', detail: /** @type {Error} */ (error).message };
    }
  }
}

/** A planet in the core's memory: delete it when it is no longer shown. */
export class Planet {
  #core;
  #module;
  #address;

  /** @param {Core} core @param {Module} module @param {number} address */
  constructor(core, module, address) {
    this.#core = core;
    this.#module = module;
    this.#address = address;
  }

  /**
   * @param {Uint8Array} bytes
   * @param {About} about   with `feed` and `receivedAt`
   * @returns {Promise<Outcome<AddedView>>}   rejects with CoreCrash when the bytes stopped the core
   */
  async addFeed(bytes, about) {
    const added = withDecoding(bytes, about, (input, what) => this.#ask('add_feed', input, toLines(what)));
    if (added.kind === 'ok' || !READ_AGAIN.has(added.reason)) return added;
    const parser = await this.#core.parser();
    if (parser.kind === 'failed') return added.reason === 'needs_parser' ? parser : added;
    const table = parser.value.table('planet', bytes, about);
    return table.kind === 'failed' ? table : this.#ask('add_table', table.value.table, toLines(about));
  }

  /** @param {string} nick @param {FeedState} state @returns {Outcome<object>} */
  setFeedState(nick, state) {
    return this.#ask('set_feed_state', toLines({ ...state, feed: nick }));
  }

  /** @param {string} nick @returns {Outcome<object>} */
  removeFeed(nick) {
    return this.#ask('remove_feed', toLines({ feed: nick }));
  }

  /** @param {PlanetConfig} config @returns {Outcome<object>} */
  configure(config) {
    return this.#ask('configure', configLines(config));
  }

  /** @param {Query} query @returns {Outcome<View>} */
  query({ zone, ...query }) {
    const changes = zone?.map(([from, offset]) => `${from}:${offset}`).join(',');
    return this.#ask('query', toLines({ ...query, zone: changes }));
  }

  /** @returns {Outcome<{ feeds: number, entries: number, entryBytes: number, memoryBytes?: number }>} */
  stats() {
    return this.#ask('stats');
  }

  delete() {
    if (this.#address !== 0) this.#module.call('delete', [this.#address]);
    this.#address = 0;
  }

  /**
   * @param {string} name
   * @param {(Uint8Array | string)[]} inputs
   * @returns {Outcome<any>}
   */
  #ask(name, ...inputs) {
    if (this.#address === 0) throw new Error('the planet was deleted');
    return this.#module.ask(name, [this.#address], ...inputs);
  }
}

/** @param {PlanetConfig} config @returns {string} */
function configLines({ feeds, pageSize, order, duplicates, futureDates }) {
  const lines = feeds.map(
    ({ nick, url, tags: tag, name, link, face, titleType, xmlBase, maxEntries }) =>
      toLines({ feed: nick }) +
      toLines({ url, name, link, face, tag, titleType, xmlBase, maxEntries }, 'feed.'),
  );
  return toLines({ pageSize, order, duplicates, futureDates }) + lines.join('');
}

/**
 * @param {Source} source               planetarium.wasm
 * @param {() => Source} [parserSource] planetarium-parser.wasm, asked for when a feed needs it (JSON Feed)
 * @returns {Promise<Core>}   rejects with a sentence that says what is wrong
 */
export async function loadCore(source, parserSource) {
  return new Core(await loadModule(source), parserSource);
}

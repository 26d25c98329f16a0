// The planet's module, planetarium.wasm: feeds in, views out. What only the parser's module reads goes through that.
import { answerLines, readConfig } from './config-lines.js';
import { withDecoding } from './decoding.js';
import { Given, loadModule, toLines } from './module.js';
import { loadParser } from './parser.js';

/** @import { Query, View, FeedState, AddedView } from '../model.js' */
/** @import { Pattern, PlanetConfig } from './config-lines.js' */
/** @import { About } from './decoding.js' */
/** @import { Module, Outcome, Source } from './module.js' */
/** @import { Parser } from './parser.js' */

/** The parser's module reads more formats, and says more of what is none. */
const READ_AGAIN = new Set(['needs_parser', 'not_a_feed']);

export { CoreCrash } from './module.js';

/** So many entries are held against regular expressions at a time. */
const QUESTIONS = 200;

/** A slice of making search texts is done after so many entries; then it is looked how long it took. */
const TEXTS = 20;

/**
 * @typedef {object} SavedPlanet     everything a planet holds (docs/archive.md)
 * @property {Uint8Array} head
 * @property {string[]} names        of all segments that the head needs
 * @property {Map<string, Uint8Array>} segments   those of them that were not stored yet
 * @property {string[]} obsolete     stored segments that it no longer needs
 *
 * @typedef {object} LoadedPlanet
 * @property {number} entries
 * @property {{ feed: string, held: number, memo?: string }[]} feeds
 * @property {string[]} segments     names of those to load, newest last
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
    const { lines, patterns } = readConfig(config);
    const address = this.#module.call('new', [], lines);
    if (address === 0) {
      const { detail } = JSON.parse(new TextDecoder().decode(this.#module.result()));
      throw new Error(`the core refuses the planet: ${detail}`);
    }
    return new Planet(this, this.#module, address, patterns);
  }

  /**
   * The parser's module, loaded once; after a failure or a crash it is tried again.
   * @returns {Promise<Outcome<Parser>>}
   */
  async parser() {
    if (!this.#parserSource) return { kind: 'failed', reason: 'needs_parser' };
    try {
      const last = this.#parser;
      if ((await last)?.crashed && this.#parser === last) this.#parser = undefined;
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
  #patterns;

  /** @param {Core} core @param {Module} module @param {number} address @param {Pattern[]} patterns */
  constructor(core, module, address, patterns) {
    this.#core = core;
    this.#module = module;
    this.#address = address;
    this.#patterns = patterns;
  }

  /**
   * @param {Uint8Array} bytes
   * @param {About} about   with `feed` and `receivedAt`
   * @returns {Promise<Outcome<AddedView>>}   rejects with CoreCrash when the bytes stopped the core
   */
  async addFeed(bytes, about) {
    const added = withDecoding(bytes, about, (input, what) => this.#ask('add_feed', input, toLines(what)));
    if (added.kind === 'ok') return this.#judged(added);
    if (!READ_AGAIN.has(added.reason)) return added;
    const parser = await this.#core.parser();
    if (parser.kind === 'failed') return added.reason === 'needs_parser' ? parser : added;
    const table = parser.value.table('planet', bytes, about);
    if (table.kind === 'failed') return table;
    return this.#judged(this.#ask('add_table', table.value.table, toLines(about)));
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
    const { lines, patterns } = readConfig(config);
    const configured = this.#ask('configure', lines);
    if (configured.kind === 'ok') this.#patterns = patterns;
    return this.#judged(configured);
  }

  /** @param {Query} query @returns {Outcome<View>} */
  query(query) {
    return this.#ask('query', queryLines(query));
  }

  /**
   * The entries of the same view as a feed table, for web/core/emit.js: a view that is valid until the next call.
   * @param {Query} query
   * @returns {Outcome<Uint8Array>}
   */
  queryTable(query) {
    return this.#module.askBytes('query_table', [this.#living()], queryLines(query));
  }

  /**
   * Makes what search looks through ahead of the first search, which otherwise waits for it; a slice at a time.
   * @param {number} now            UTC seconds
   * @param {() => Promise<unknown>} rest   awaited between slices
   * @param {number} [slice]        milliseconds
   */
  async prepareSearch(now, rest, slice = 8) {
    for (;;) {
      const end = performance.now() + slice;
      do {
        const made = this.#ask('prepare_search', toLines({ most: TEXTS, now }));
        if (made.kind === 'failed' || made.value.left === 0) return;
      } while (performance.now() < end);
      await rest();
      if (this.#address === 0) return;
    }
  }

  /** Gives back the memory of what search looks through. */
  dropSearch() {
    this.#ask('drop_search');
  }

  /**
   * Drops what the planet's limits no longer keep, and gives the rest as bytes.
   * @param {{ now: number, stored?: Iterable<string>, newest?: number }} what   stored: names of the segments that are known
   *                            to be stored; newest: no more posts stay, whatever their feeds carry
   * @returns {Outcome<SavedPlanet>}
   */
  save({ now, stored = [], newest }) {
    const saved = this.#ask('save', toLines({ now, newest, stored: [...stored] }));
    if (saved.kind === 'failed') return saved;
    const { head, segments, obsolete } = saved.value;
    const fresh = segments.filter((/** @type {any} */ segment) => segment.size);
    return {
      kind: 'ok',
      value: {
        head: this.#module.copy(head),
        names: segments.map((/** @type {any} */ segment) => segment.name),
        segments: new Map(fresh.map((/** @type {any} */ one) => [one.name, this.#module.copy(one)])),
        obsolete,
      },
    };
  }

  /**
   * Fills the feeds that hold nothing yet. Bodies of older entries are missing until their segments are loaded.
   * @param {Uint8Array} head
   * @returns {Outcome<LoadedPlanet>}
   */
  load(head) {
    return this.#judged(this.#ask('load', head));
  }

  /**
   * @param {string} name
   * @param {Uint8Array} [bytes]   none: they cannot be had
   * @returns {Outcome<{ bodies: number }>}
   */
  loadSegment(name, bytes) {
    const loaded = this.#ask('load_segment', name, new Given(bytes));
    this.#judged({ kind: 'ok', value: {} }); // posts whose bodies are lost are judged by what is left of them
    return loaded;
  }

  /** @returns {Outcome<{ feeds: number, entries: number, entryBytes: number, searchBytes: number, memoryBytes?: number }>} */
  stats() {
    return this.#ask('stats');
  }

  delete() {
    if (this.#address !== 0) this.#module.call('delete', [this.#address]);
    this.#address = 0;
  }

  /**
   * What has come or was configured is held against the config's regular expressions, which are JavaScript's.
   * @template T @param {Outcome<T>} outcome @returns {Outcome<T>}
   */
  #judged(outcome) {
    if (outcome.kind === 'failed' || this.#patterns.length === 0) return outcome;
    for (;;) {
      this.#module.call('questions', [this.#address, QUESTIONS]);
      const questions = JSON.parse(new TextDecoder().decode(this.#module.result()));
      if (questions.length === 0) return outcome;
      const answered = this.#ask('answer', answerLines(questions, this.#patterns));
      if (answered.kind === 'failed') return answered;
    }
  }

  /**
   * @param {string} name
   * @param {(Uint8Array | string | Given)[]} inputs
   * @returns {Outcome<any>}
   */
  #ask(name, ...inputs) {
    return this.#module.ask(name, [this.#living()], ...inputs);
  }

  #living() {
    if (this.#address === 0) throw new Error('the planet was deleted');
    return this.#address;
  }
}

/** @param {Query} query @returns {string} */
function queryLines({ zone, people = true, fromDay, toDay, ...query }) {
  const changes = zone?.map(([from, offset]) => `${from}:${offset}`).join(',');
  return toLines({
    ...query,
    from_day: fromDay,
    to_day: toDay,
    zone: changes,
    people: people ? undefined : 0,
  });
}

/**
 * @param {Source} source               planetarium.wasm
 * @param {() => Source} [parserSource] planetarium-parser.wasm, asked for when a feed needs it (JSON Feed)
 * @returns {Promise<Core>}   rejects with a sentence that says what is wrong
 */
export async function loadCore(source, parserSource) {
  return new Core(await loadModule(source), parserSource);
}

// Loads the core's WebAssembly and speaks its C ABI (include/planetarium/planetarium.h): bytes in, JSON out.

/** @import { Query, View, FeedState, AddedView, Failure } from '../model.js' */

const ABI_VERSION = 1;
const PAGE = 65536;

/**
 * @typedef {object} Exports   of planetarium.wasm; addresses and sizes are numbers of bytes
 * @property {WebAssembly.Memory} memory
 * @property {() => void} [_initialize]
 * @property {() => number} planetarium_abi_version
 * @property {(size: number) => number} planetarium_alloc
 * @property {(address: number) => void} planetarium_free
 * @property {() => number} planetarium_result
 * @property {() => number} planetarium_result_size
 * @property {(config: number, size: number) => number} planetarium_new
 * @property {(planet: number) => void} planetarium_delete
 * @property {(planet: number, config: number, size: number) => number} planetarium_configure
 * @property {(bytes: number, size: number, about: number, aboutSize: number) => number} planetarium_parse
 * @property {(planet: number, bytes: number, size: number, about: number, aboutSize: number) => number} planetarium_add_feed
 * @property {(planet: number, state: number, size: number) => number} planetarium_set_feed_state
 * @property {(planet: number, about: number, size: number) => number} planetarium_remove_feed
 * @property {(planet: number, query: number, size: number) => number} planetarium_query
 * @property {(planet: number) => number} planetarium_stats
 */

/**
 * @typedef {object} About   what is known of a document besides its bytes
 * @property {string} [feed]          nick, for `addFeed`
 * @property {string} [url]           where it came from: the first base URI
 * @property {string} [contentType]   value of the Content-Type header
 * @property {string} [charset]
 * @property {string} [originalCharset]
 * @property {number} [receivedAt]    UTC seconds
 * @property {number} [now]           UTC seconds
 */

/** @template T @typedef {{ kind: 'ok', value: T } | Failure} Outcome */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A trap: the instance must not be used again. Its planets are gone; fill new ones from the store. */
export class CoreCrash extends Error {}

export class Core {
  #exports;

  /** @param {Exports} exports */
  constructor(exports) {
    this.#exports = exports;
    exports._initialize?.();
    const version = exports.planetarium_abi_version?.();
    if (version !== ABI_VERSION) {
      throw new Error(
        `planetarium.wasm speaks version ${version} of its interface, this page version ${ABI_VERSION}`,
      );
    }
  }

  /**
   * The normalised feed of one document; nothing is kept.
   * @param {Uint8Array} bytes
   * @param {About} [about]
   * @returns {Outcome<any>}
   */
  parse(bytes, about = {}) {
    return this.#withDecoding(bytes, about, (address, size, aboutAddress, aboutSize) =>
      this.#exports.planetarium_parse(address, size, aboutAddress, aboutSize),
    );
  }

  /**
   * @param {object} config   as web/config reads it
   * @returns {Planet}
   */
  newPlanet(config) {
    const planet = this.#withInputs([encoder.encode(JSON.stringify(config))], (address, size) =>
      this.#exports.planetarium_new(address, size),
    );
    if (planet === 0) throw new Error(`the core refuses the planet: ${this.#result().detail}`);
    return new Planet(this, planet);
  }

  /**
   * @param {number} planet
   * @param {Uint8Array} bytes
   * @param {About} about
   * @returns {Outcome<AddedView>}
   */
  addFeed(planet, bytes, about) {
    return this.#withDecoding(bytes, about, (address, size, aboutAddress, aboutSize) =>
      this.#exports.planetarium_add_feed(planet, address, size, aboutAddress, aboutSize),
    );
  }

  /**
   * A function that takes a planet and one JSON object.
   * @param {'planetarium_query' | 'planetarium_configure' | 'planetarium_set_feed_state' | 'planetarium_remove_feed'} name
   * @param {number} planet
   * @param {object} request
   * @returns {Outcome<any>}
   */
  ask(name, planet, request) {
    const status = this.#withInputs([encoder.encode(JSON.stringify(request))], (address, size) =>
      this.#exports[name](planet, address, size),
    );
    return this.#outcome(status);
  }

  /** @param {number} planet @returns {Outcome<any>} */
  stats(planet) {
    return this.#outcome(this.#exports.planetarium_stats(planet));
  }

  /** @param {number} planet */
  delete(planet) {
    this.#exports.planetarium_delete(planet);
  }

  /**
   * Charsets that the core leaves to us come back as `unsupported_encoding` with their label.
   * @param {Uint8Array} bytes
   * @param {About} about
   * @param {(address: number, size: number, about: number, aboutSize: number) => number} call
   * @returns {Outcome<any>}
   */
  #withDecoding(bytes, about, call) {
    const once = (/** @type {Uint8Array} */ input, /** @type {About} */ what) => {
      this.#growAhead(input.length * 2);
      return this.#outcome(this.#withInputs([input, encoder.encode(JSON.stringify(what))], call));
    };
    const outcome = once(bytes, about);
    if (outcome.kind === 'ok' || outcome.reason !== 'unsupported_encoding') return outcome;
    const text = decodeLabelled(bytes, outcome.detail ?? '');
    return once(encoder.encode(text.value), {
      ...about,
      charset: 'utf-8',
      originalCharset: text.label,
    });
  }

  /**
   * Copies inputs into linear memory for one call.
   * @param {Uint8Array[]} inputs
   * @param {(...args: any[]) => number} call   gets address and size of each
   * @returns {number}
   */
  #withInputs(inputs, call) {
    const { planetarium_alloc: alloc, planetarium_free: free, memory } = this.#exports;
    /** @type {number[]} */
    const addresses = [];
    try {
      for (const input of inputs) {
        const address = alloc(input.length) >>> 0;
        if (address === 0) throw new CoreCrash('the memory of the core is used up');
        addresses.push(address);
        new Uint8Array(memory.buffer, address, input.length).set(input);
      }
      return call(...inputs.flatMap((input, i) => [addresses[i], input.length]));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError)
        throw new CoreCrash(`the core stopped: ${error.message}`);
      throw error;
    } finally {
      for (const address of addresses) free(address);
    }
  }

  /**
   * Memory that grows page by page makes V8 collect garbage at each step: grow by half as much again.
   * @param {number} bytes   that the next call may want
   */
  #growAhead(bytes) {
    const { memory } = this.#exports;
    const size = memory.buffer.byteLength;
    if (bytes < size / 4) return;
    try {
      memory.grow(Math.ceil(Math.max(bytes, size / 2) / PAGE));
    } catch {
      // At the limit: the call itself answers for that.
    }
  }

  /** @param {number} status @returns {Outcome<any>} */
  #outcome(status) {
    const value = this.#result();
    return status === 0 ? { kind: 'ok', value } : { kind: 'failed', ...value };
  }

  #result() {
    const { planetarium_result: result, planetarium_result_size: size, memory } = this.#exports;
    const bytes = new Uint8Array(memory.buffer, result() >>> 0, size() >>> 0);
    return JSON.parse(decoder.decode(bytes));
  }
}

/** A planet in the core's memory: delete it when it is no longer shown. */
export class Planet {
  #core;
  #address;

  /** @param {Core} core @param {number} address */
  constructor(core, address) {
    this.#core = core;
    this.#address = address;
  }

  /**
   * @param {Uint8Array} bytes
   * @param {About} about   with `feed`, `receivedAt` and `now`
   * @returns {Outcome<AddedView>}
   */
  addFeed(bytes, about) {
    return this.#core.addFeed(this.#address, bytes, about);
  }

  /** @param {string} nick @param {FeedState} state @returns {Outcome<object>} */
  setFeedState(nick, state) {
    return this.#core.ask('planetarium_set_feed_state', this.#address, { ...state, feed: nick });
  }

  /** @param {string} nick @returns {Outcome<object>} */
  removeFeed(nick) {
    return this.#core.ask('planetarium_remove_feed', this.#address, { feed: nick });
  }

  /** @param {object} config @returns {Outcome<object>} */
  configure(config) {
    return this.#core.ask('planetarium_configure', this.#address, config);
  }

  /** @param {Query} query @returns {Outcome<View>} */
  query(query) {
    return this.#core.ask('planetarium_query', this.#address, query);
  }

  /** @returns {Outcome<{ feeds: number, entries: number, bodyBytes: number, memoryBytes?: number }>} */
  stats() {
    return this.#core.stats(this.#address);
  }

  delete() {
    if (this.#address !== 0) this.#core.delete(this.#address);
    this.#address = 0;
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} label   of any charset
 * @returns {{ value: string, label: string }}   an unknown label is read as UTF-8
 */
function decodeLabelled(bytes, label) {
  try {
    return { value: new TextDecoder(label).decode(bytes), label };
  } catch {
    return { value: decoder.decode(bytes), label: 'utf-8' };
  }
}

/**
 * @param {BufferSource | WebAssembly.Module | Response | Promise<Response>} source   planetarium.wasm
 * @returns {Promise<Core>}   rejects with a sentence that says what is wrong with it
 */
export async function loadCore(source) {
  const imports = {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: {
      /** @param {number} code */
      proc_exit(code) {
        throw new CoreCrash(`the core gave up with code ${code}`);
      },
    },
  };
  const instance = await instantiate(await source, imports);
  return new Core(/** @type {Exports} */ (/** @type {unknown} */ (instance.exports)));
}

/**
 * @param {BufferSource | WebAssembly.Module | Response} source
 * @param {WebAssembly.Imports} imports
 * @returns {Promise<WebAssembly.Instance>}
 */
async function instantiate(source, imports) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, imports);
  if (typeof Response === 'undefined' || !(source instanceof Response)) {
    return (await WebAssembly.instantiate(/** @type {BufferSource} */ (source), imports)).instance;
  }
  if (!source.ok)
    throw new Error(`${source.url} answers ${source.status}: planetarium.wasm is missing there`);
  // Hosts that do not know the type still get their planet: streaming insists on it.
  const type = source.headers.get('content-type') ?? '';
  if (/^application\/wasm\b/i.test(type))
    return (await WebAssembly.instantiateStreaming(source, imports)).instance;
  return (await WebAssembly.instantiate(await source.arrayBuffer(), imports)).instance;
}

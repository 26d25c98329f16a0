// One WebAssembly module of the core: loaded by hand, bytes in, bytes out (include/planetarium/planetarium.h).

/** @import { Failure } from '../model.js' */

const ABI_VERSION = 1;
const PAGE = 65536;

/**
 * What a module can be made of. A function is called when the module is first needed.
 * @typedef {BufferSource | WebAssembly.Module | Response} Loaded
 * @typedef {Loaded | Promise<Loaded>} Source
 */

/** @template T @typedef {{ kind: 'ok', value: T } | Failure} Outcome */

/** A text this short is encoded where it is read, with room for the worst: an array of its own costs more than the call. */
const SHORT = 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes that become the module's own; without any, that there are none. */
export class Given {
  /** @param {Uint8Array} [bytes] */
  constructor(bytes) {
    this.bytes = bytes;
  }
}

/** A trap: the instance must not be used again. Its planets are gone; fill new ones from the store. */
export class CoreCrash extends Error {}

/**
 * @param {object} request   strings, numbers, true, or lists of them (a line each); undefined and null are left out
 * @param {string} [prefix]
 * @returns {string}   key=value lines
 */
export function toLines(request, prefix = '') {
  let lines = '';
  for (const key in request) {
    const value = /** @type {any} */ (request)[key];
    if (Array.isArray(value)) for (const one of value) lines += line(prefix + key, one);
    else lines += line(prefix + key, value);
  }
  return lines;
}

/** @param {string} key @param {any} value */
function line(key, value) {
  if (value === undefined || value === null || value === false) return '';
  return `${key}=${value === true ? '1' : escaped(String(value))}\n`;
}

const ESCAPED = /[\\\n]/;

/** @param {string} text */
function escaped(text) {
  return ESCAPED.test(text) ? text.replace(/[\\\n]/g, (c) => (c === '\n' ? '\\n' : '\\\\')) : text;
}

export class Module {
  /** Functions of the module by name, without "planetarium_". @type {Record<string, (...args: number[]) => number>} */
  #functions;
  #memory;
  /** What it holds after a trap is anything: a call could answer with that, or never. @type {CoreCrash | undefined} */
  #crash;

  /** @param {WebAssembly.Exports} exports   throws when they speak another version of the interface */
  constructor(exports) {
    this.#memory = /** @type {WebAssembly.Memory} */ (exports.memory);
    this.#functions = Object.fromEntries(
      Object.entries(exports)
        .filter(([name]) => name.startsWith('planetarium_'))
        .map(([name, value]) => [name.slice('planetarium_'.length), /** @type {any} */ (value)]),
    );
    /** @type {any} */ (exports)._initialize?.();
    const version = this.#functions.abi_version?.();
    if (version !== ABI_VERSION) {
      throw new Error(
        `the core's file speaks version ${version} of its interface, this page version ${ABI_VERSION}`,
      );
    }
  }

  /**
   * Calls a function with inputs copied into linear memory for the time of the call, or for good where they are Given.
   * @param {string} name
   * @param {number[]} first            arguments before the inputs
   * @param {(Uint8Array | string | Given)[]} inputs   each becomes an address and a size
   * @returns {number}   what the function returned; throws CoreCrash when it trapped
   */
  call(name, first, ...inputs) {
    if (this.#crash) throw this.#crash;
    const { alloc, free, [name]: run } = this.#functions;
    /** @type {number[]} */
    const addresses = [];
    /** @type {number[]} */
    const args = [];
    try {
      for (const input of inputs) {
        const given = input instanceof Given;
        const short = typeof input === 'string' && input.length <= SHORT ? input : undefined;
        const bytes = given
          ? input.bytes
          : typeof input === 'string'
            ? (short ?? encoder.encode(input))
            : input;
        if (bytes === undefined) {
          args.push(0, 0);
          continue;
        }
        const size = bytes.length * (short === undefined ? 1 : 3);
        this.#growAhead(size * 2);
        const address = alloc(size) >>> 0;
        if (address === 0) throw new CoreCrash('the memory of the core is used up');
        if (!given) addresses.push(address);
        const room = new Uint8Array(this.#memory.buffer, address, size);
        if (typeof bytes === 'string') args.push(address, encoder.encodeInto(bytes, room).written);
        else {
          room.set(bytes);
          args.push(address, size);
        }
      }
      const result = run(...first, ...args);
      for (const address of addresses) free(address);
      return result;
    } catch (error) {
      // A RangeError is the engine's stack running over. The instance is not called again: nothing is given back.
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
        this.#crash = new CoreCrash(`the core stopped: ${error.message}`);
      else if (error instanceof CoreCrash) this.#crash = error;
      throw this.#crash ?? error;
    }
  }

  /**
   * The same, for functions that answer with a status and a JSON text.
   * @param {string} name
   * @param {number[]} first
   * @param {(Uint8Array | string | Given)[]} inputs
   * @returns {Outcome<any>}
   */
  ask(name, first, ...inputs) {
    const answer = this.askBytes(name, first, ...inputs);
    return answer.kind === 'ok' ? { kind: 'ok', value: JSON.parse(decoder.decode(answer.value)) } : answer;
  }

  /**
   * The same, for those whose result is no JSON: a view that is valid until the next call.
   * @param {string} name
   * @param {number[]} first
   * @param {(Uint8Array | string | Given)[]} inputs
   * @returns {Outcome<Uint8Array>}
   */
  askBytes(name, first, ...inputs) {
    const status = this.call(name, first, ...inputs);
    const value = this.result();
    return status === 0 ? { kind: 'ok', value } : { kind: 'failed', ...JSON.parse(decoder.decode(value)) };
  }

  get crashed() {
    return this.#crash !== undefined;
  }

  /** The result view: valid until the next call. */
  result() {
    const { result, result_size: size } = this.#functions;
    return new Uint8Array(this.#memory.buffer, result() >>> 0, size() >>> 0);
  }

  /**
   * A copy of what a result says lies in memory.
   * @param {{ address: number, size: number }} place
   */
  copy({ address, size }) {
    return new Uint8Array(this.#memory.buffer, address, size).slice();
  }

  /**
   * Memory that grows page by page makes V8 collect garbage at each step: grow by half as much again.
   * @param {number} bytes   that the next call may want
   */
  #growAhead(bytes) {
    const size = this.#memory.buffer.byteLength;
    if (bytes < size / 4) return;
    try {
      this.#memory.grow(Math.ceil(Math.max(bytes, size / 2) / PAGE));
    } catch {
      // At the limit: the call itself answers for that.
    }
  }
}

/**
 * @param {Source} source
 * @returns {Promise<Module>}   rejects with a sentence that says what is wrong with it
 */
export async function loadModule(source) {
  const imports = {
    wasi_snapshot_preview1: {
      /** @param {number} code */
      proc_exit(code) {
        throw new CoreCrash(`the core gave up with code ${code}`);
      },
    },
  };
  return new Module((await WebAssembly.instantiate(await compile(source), imports)).exports);
}

/** @param {Source} source @returns {Promise<WebAssembly.Module>}   rejects with a sentence that says what is wrong */
export async function compile(source) {
  const loaded = await source;
  if (loaded instanceof WebAssembly.Module) return loaded;
  if (typeof Response === 'undefined' || !(loaded instanceof Response))
    return WebAssembly.compile(/** @type {BufferSource} */ (loaded));
  if (!loaded.ok) throw new Error(`${loaded.url} answers ${loaded.status}: the core's file is missing there`);
  // Hosts that do not know the type still get their planet: streaming insists on it.
  const type = loaded.headers.get('content-type') ?? '';
  return /^application\/wasm\b/i.test(type)
    ? WebAssembly.compileStreaming(loaded)
    : WebAssembly.compile(await loaded.arrayBuffer());
}

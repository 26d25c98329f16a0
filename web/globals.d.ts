/** Set by the bundler: twelve hex digits of the hash of planetarium.wasm. */
declare const __WASM_VERSION__: string;

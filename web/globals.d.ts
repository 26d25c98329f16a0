/** Set by the bundler: twelve hex digits of the hash of planetarium.wasm. */
declare const __WASM_VERSION__: string;
/** Set by the bundler: web/element.css, bundled. */
declare const __ELEMENT_STYLE__: string;

/** Set by the bundler in web/service-worker.js. */
declare const __PROGRAM_FILES__: string[];
declare const __PROGRAM_VERSION__: string;

/** Set by the bundler: twelve hex digits of the hash of planetarium.wasm. */
declare const __WASM_VERSION__: string;
/** Set by the bundler: web/element.css, bundled. */
declare const __ELEMENT_STYLE__: string;

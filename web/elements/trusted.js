/**
 * The page's own policy of Trusted Types: texts that are parsed and never drawn, and addresses of its own scripts. What is drawn comes
 * from the templates' policy and the sanitiser's. https://www.w3.org/TR/trusted-types/
 */

/** @type {{ createHTML: (html: string) => any, createScriptURL: (url: string) => any } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('planetarium', {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: (/** @type {string} */ url) => url,
});

/** The parser that reads a document without running anything of it. */
export const inertParser = {
  /** @param {string} text @param {DOMParserSupportedType} type @returns {Document} */
  parseFromString: (text, type) => new DOMParser().parseFromString(policy?.createHTML(text) ?? text, type),
};

/** @param {string} url   of the page's own folder @returns {string}   or what a browser with Trusted Types takes for it */
export const ownScript = (url) => policy?.createScriptURL(url) ?? url;

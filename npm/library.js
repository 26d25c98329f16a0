/** What `planet-feed/core` has in a page and in Node alike. */
export { Core, CoreCrash, Planet, loadCore } from '../web/core/core.js';
export { Parser, loadParser } from '../web/core/parser.js';
export { parseFeed } from '../web/core/parse-feed.js';
export { MEDIA_TYPES, emit } from '../web/core/emit.js';
export { exportPlanet } from '../web/core/export-planet.js';
export { importPlanet } from '../web/core/import-planet.js';
export { readConfig } from '../web/config/planet-config.js';
export { formatAddress, parseAddress, queryOf } from '../web/config/address.js';

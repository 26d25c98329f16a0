/** `planet-feed` in Node: a planet for programs, and for sites that are rendered there the element, which does nothing yet. */
export { PlanetFeed } from './element-node.js';
export { Planet } from './planet.js';

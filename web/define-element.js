/** planetarium.js: defines `<planet-feed>`, once however many scripts bring it. */
import { PlanetFeed } from './element.js';

PlanetFeed.define();
export { PlanetFeed };

export * from './planetarium.js';
export { Planet } from '../../types/npm/planet.js';
export type { FeedRow, Format, PlanetOptions, PlanetQuery } from '../../types/npm/planet.js';

// A planet → another one with the same entries, under a config of its own.

/** @import { PlanetConfig } from './config-lines.js' */
/** @import { Core, Planet } from './core.js' */
/** @import { Outcome } from './module.js' */

/**
 * @param {Core} core
 * @param {Planet} planet         with all its segments
 * @param {PlanetConfig} config   entries of feeds that it does not have are left out
 * @param {number} now            UTC seconds
 * @returns {Outcome<Planet>}     to be deleted
 */
export function copyPlanet(core, planet, config, now) {
  const saved = planet.save({ now });
  if (saved.kind === 'failed') return saved;
  const { head, names, segments } = saved.value;
  const missing = names.filter((name) => !segments.has(name));
  if (missing.length > 0) return { kind: 'failed', reason: 'missing_segments', detail: missing.join(' ') };
  const copy = core.newPlanet(config);
  const loaded = [copy.load(head), ...names.map((name) => copy.loadSegment(name, segments.get(name)))];
  const failed = loaded.find((one) => one.kind === 'failed');
  if (failed?.kind !== 'failed') return { kind: 'ok', value: copy };
  copy.delete();
  return failed;
}

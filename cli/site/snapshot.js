/** A planet → the snapshot with which a page begins: the newest posts of every feed, few enough to come at once. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { exportPlanet } from '../../web/core/export-planet.js';
import { importPlanet } from '../../web/core/import-planet.js';
import { packSnapshot } from '../../web/store/snapshot.js';

const POSTS = 200;

/**
 * @param {import('../gather.js').Gathered} gathered
 * @param {import('../../web/config/planet-config.js').Config} config
 * @param {string} link   of the planet
 * @returns {Promise<Uint8Array>}
 */
export async function snapshotOf({ core, planet, now, fetches }, config, link) {
  const exported = await exportPlanet(core, planet, { config, about: { link }, now });
  if (exported.kind === 'failed') throw new Error(`snapshot: ${exported.detail ?? exported.reason}`);
  const document = JSON.parse(exported.value);
  document.items = document.items
    .map(dated)
    .sort(newestFirst)
    .slice(0, POSTS)
    .map((/** @type {{ item: object }} */ one) => one.item);
  const small = core.newPlanet(config);
  try {
    const taken = await importPlanet(small, JSON.stringify(document), { now });
    if (taken.kind === 'failed') throw new Error(`snapshot: ${taken.detail ?? taken.reason}`);
    tellStates(planet, small, now, fetches, config);
    const saved = small.save({ now });
    if (saved.kind === 'failed') throw new Error(`snapshot: ${saved.detail ?? saved.reason}`);
    const { head, segments } = saved.value;
    return promisify(gzip)(Buffer.concat(packSnapshot(head, segments)), { level: 9 });
  } finally {
    small.delete();
  }
}

/** @param {any} item */
const dated = (item) => ({ item, date: Date.parse(item.date_published ?? item._planetarium.received) || 0 });

/** @param {{ date: number }} a @param {{ date: number }} b */
const newestFirst = (a, b) => b.date - a.date;

/**
 * How each feed does, and whether pages may ask it themselves; not what its last answer was: of that the snapshot has a part.
 * @param {import('../gather.js').Gathered['planet']} planet
 * @param {import('../gather.js').Gathered['planet']} small
 * @param {number} now
 * @param {import('../gather.js').Gathered['fetches']} fetches
 * @param {import('../../web/config/planet-config.js').Config} config
 */
function tellStates(planet, small, now, fetches, config) {
  const view = planet.query({ now, size: 1 });
  if (view.kind === 'failed') return;
  const urls = new Map(config.feeds.map(({ nick, url }) => [nick, url]));
  for (const { nick, state } of view.value.feeds) {
    const fetched = fetches.get(nick)?.fetched;
    const memo = { url: urls.get(nick), ...(fetched?.direct !== undefined && { direct: fetched.direct }) };
    small.setFeedState(nick, { ...state, memo: JSON.stringify(memo) });
  }
}

/** A planet → the snapshot with which a page begins: its newest posts, few enough to come at once. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { copyPlanet } from '../../web/core/copy-planet.js';
import { packSnapshot } from '../../web/store/snapshot.js';

const POSTS = 200;

/**
 * @param {import('../gather.js').Gathered} gathered
 * @param {import('../../web/config/planet-config.js').Config} config
 * @returns {Promise<Uint8Array>}
 */
export async function snapshotOf({ core, planet, now, fetches }, config) {
  const copied = copyPlanet(core, planet, config, now);
  if (copied.kind === 'failed') throw new Error(`snapshot: ${copied.detail ?? copied.reason}`);
  const small = copied.value;
  try {
    tellStates(planet, small, now, fetches, config);
    const saved = small.save({ now, newest: POSTS });
    if (saved.kind === 'failed') throw new Error(`snapshot: ${saved.detail ?? saved.reason}`);
    const { head, segments } = saved.value;
    return promisify(gzip)(Buffer.concat(packSnapshot(head, segments)), { level: 9 });
  } finally {
    small.delete();
  }
}

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

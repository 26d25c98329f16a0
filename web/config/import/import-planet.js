/**
 * A list of feeds in any of the forms that people have → planet.json: OPML, FOAF, config.ini of Planet, Venus or Pluto, a dump of
 * Feedjack's tables, CSV, addresses a line, or a planet.json itself. What it is, its content says.
 *
 * @import { Failure, Subscriptions } from '../../model.js'
 * @import { Imported } from './planet-ini.js'
 *
 * @typedef {object} ImportEnv
 * @property {(bytes: Uint8Array, about: { url?: string }) => Promise<{ kind: 'ok', value: Subscriptions } | Failure>} readOpml
 * @property {() => Promise<{ parseFromString: (text: string, type: 'application/xml') => any }>} domParser
 */
import { fromCsv, isCsv } from './csv.js';
import { fromFeedjack, isFeedjack } from './feedjack.js';
import { fromFoaf, isFoaf } from './foaf.js';
import { isIni } from './ini.js';
import { fromIni } from './planet-ini.js';
import { fromUrlList } from './url-list.js';

/**
 * @param {Uint8Array} bytes
 * @param {{ url?: string }} about
 * @param {ImportEnv} env
 * @returns {Promise<{ kind: 'ok', value: Imported & { format: string } } | Failure>}
 */
export async function importPlanet(bytes, about, env) {
  const text = new TextDecoder().decode(bytes);
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) {
    if (isFoaf(start)) return ok('FOAF', fromFoaf(text, await env.domParser()));
    const read = await env.readOpml(bytes, { url: HERE, ...about });
    return read.kind === 'ok' ? ok('OPML', fromOpml(read.value)) : read;
  }
  if (/^[[{]/.test(start) && !isIni(start)) return fromJson(text);
  if (isIni(start)) return ok('ini', fromIni(text));
  const imported = isCsv(start) ? fromCsv(text) : fromUrlList(text);
  if (!(/** @type {unknown[]} */ (imported.planet.feeds).length))
    return { kind: 'failed', reason: 'not_a_list', detail: 'holds no address of a feed' };
  return ok(isCsv(start) ? 'CSV' : 'list', imported);
}

/** Stands for the list's own place while it is read: what is beside it stays beside it. */
const HERE = 'https://here.invalid/';

/** @param {string} url */
const relative = (url) => (url.startsWith(HERE) ? url.slice(HERE.length) : url);

/** @param {string} format @param {Imported} value @returns {{ kind: 'ok', value: Imported & { format: string } }} */
const ok = (format, value) => ({ kind: 'ok', value: { format, ...value } });

/** @param {string} text @returns {{ kind: 'ok', value: Imported & { format: string } } | Failure} */
function fromJson(text) {
  let data;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      kind: 'failed',
      reason: 'bad-json',
      detail: `is not JSON: ${/** @type {Error} */ (error).message}`,
    };
  }
  if (isFeedjack(data)) return ok('Feedjack', fromFeedjack(data));
  if (Array.isArray(data)) return ok('JSON', { planet: { feeds: data }, notes: [] });
  if (Array.isArray(data?.feeds)) return ok('planet.json', { planet: data, notes: [] });
  return {
    kind: 'failed',
    reason: 'not_a_list',
    detail: 'is JSON, and no planet.json, list of feeds or dump of Feedjack',
  };
}

/** @param {Subscriptions} list @returns {Imported} */
function fromOpml({ title, owner, feeds, lists, problems = [] }) {
  const person = owner && {
    ...(owner.name && { name: owner.name }),
    ...(owner.email && { email: owner.email }),
  };
  return {
    planet: {
      ...(title && { title }),
      ...(person && Object.keys(person).length > 0 && { owner: person }),
      feeds: [
        ...feeds.map(({ url, name, link, tags }) => ({
          url: relative(url),
          ...(name && { name }),
          ...(link && { link: relative(link) }),
          ...(tags?.length && { tags }),
        })),
        ...lists.map(({ url }) => ({ list: relative(url) })),
      ],
    },
    notes: problems.map(({ reason, detail, line }) => `${line ? `Line ${line}: ` : ''}${detail ?? reason}.`),
  };
}

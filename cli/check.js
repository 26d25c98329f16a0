/**
 * `planetarium check PLANET`: each feed is fetched once and read; a row says how it does. Exit code 1 where one is broken.
 */
import { styleText } from 'node:util';
import { locateProblems } from './problems.js';
import { readAnyPlanet } from './any-planet.js';
import { readOptions } from './arguments.js';
import { gather } from './gather.js';
import { optionsOf } from './help/commands.js';
import { listsReader } from './planet-lists.js';

/**
 * @typedef {object} Row
 * @property {string} nick
 * @property {string} name
 * @property {string} url
 * @property {'ok' | 'failed' | 'gone' | 'faulty'} state    faulty: read, with faults that may have cost posts
 * @property {number} [status]       HTTP status
 * @property {string} [reason]
 * @property {string} [detail]
 * @property {string} [format]
 * @property {number} posts
 * @property {string} [newest]       RFC 3339
 * @property {number} [ms]           the fetch took
 * @property {string} [movedTo]
 * @property {{ line?: number, column?: number, reason: string, detail?: string }[]} problems
 */

/**
 * @param {string[]} args
 * @param {object} [io]
 * @param {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} [io.stdout]
 * @param {{ write: (text: string) => unknown }} [io.stderr]
 * @param {Record<string, string | undefined>} [io.env]
 * @returns {Promise<number>}   0: every feed could be read; 1: one is broken, or there is no planet; 2: wrong arguments
 */
export async function run(
  args,
  { stdout = process.stdout, stderr = process.stderr, env = process.env } = {},
) {
  const warn = (/** @type {string} */ sentence) => stderr.write(`${sentence}\n`);
  const options = readOptions(args, optionsOf('check'));
  if (options.kind === 'failed') return (warn(options.detail), 2);
  const { values, positionals } = options.value;
  if (positionals.length !== 1) return (warn('check takes one planet: planetarium check PLANET.'), 2);
  const allowPrivate = values['allow-private'] === true;
  const read = await readAnyPlanet(positionals[0], { readLists: listsReader({ allowPrivate, warn }) });
  if (read.kind === 'failed') return (warn(read.detail), 1);
  const rows = await checkPlanet(read.value, { allowPrivate, warn });
  const broken = rows.filter(({ state }) => state === 'failed' || state === 'gone').length;
  if (values.json) stdout.write(`${JSON.stringify({ feeds: rows, broken }, null, 2)}\n`);
  else {
    const colours = Boolean(stdout.isTTY) && !env.NO_COLOR;
    stdout.write(rows.map((row) => lineOf(row, colours)).join(''));
    stdout.write(`${counted(rows.length, 'feed')}, ${broken} broken.\n`);
  }
  return broken > 0 ? 1 : 0;
}

/**
 * @param {import('./any-planet.js').AnyPlanet} planet
 * @param {{ allowPrivate?: boolean, warn?: (sentence: string) => void }} [options]
 * @returns {Promise<Row[]>}   in the order of the planet
 */
export async function checkPlanet({ config, folder, base }, options = {}) {
  return rowsOf(await gather({ config, folder, base, ...options }));
}

/** @param {import('./gather.js').Gathered} gathered @returns {Row[]} */
export function rowsOf(gathered) {
  const view = gathered.planet.query({ now: gathered.now, size: 1 });
  if (view.kind === 'failed') throw new Error(view.detail);
  return view.value.feeds.map((feed) => {
    const { state } = feed;
    const took = gathered.fetches.get(feed.nick);
    const problems = locateProblems(feed.problems);
    const moved = state.kind === 'ok' && state.reason === 'moved' ? state.detail : undefined;
    const faulty = state.kind === 'ok' && problems.some(({ line }) => line);
    return {
      nick: feed.nick,
      name: feed.name,
      url: feed.url,
      state: faulty ? 'faulty' : /** @type {Row['state']} */ (state.kind),
      ...(state.status && { status: state.status }),
      ...(state.kind !== 'ok' && state.reason && { reason: state.reason }),
      ...(state.kind !== 'ok' && state.detail && { detail: state.detail }),
      ...(feed.format && { format: feed.format }),
      posts: feed.total,
      ...(feed.newest && { newest: feed.newest }),
      ...(took && { ms: took.ms }),
      ...(moved && { movedTo: moved }),
      problems,
    };
  });
}

/** @param {number} count @param {string} what */
const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** @param {Row} row @param {boolean} colours */
function lineOf(row, colours) {
  const paint = (/** @type {any} */ style, /** @type {string} */ text) =>
    colours ? styleText(style, text) : text;
  const mark = {
    ok: paint('green', 'ok    '),
    faulty: paint('yellow', 'faulty'),
    failed: paint('red', 'failed'),
    gone: paint('red', 'gone  '),
  }[row.state];
  const about = [
    row.format,
    counted(row.posts, 'post'),
    row.newest && `newest ${row.newest.slice(0, 10)}`,
    row.ms !== undefined && `${row.ms} ms`,
  ].filter(Boolean);
  const why =
    row.reason &&
    `${row.reason.replaceAll('_', ' ')}${row.status ? ` (${row.status})` : ''}${row.detail ? `: ${row.detail}` : ''}`;
  return [
    `${mark} ${paint('bold', row.name)}  ${row.state === 'ok' || row.state === 'faulty' ? about.join(', ') : why}`,
    `       ${row.url}`,
    ...(row.movedTo ? [`       moved for good to ${row.movedTo}`] : []),
    ...row.problems.map(
      ({ line, column, reason, detail }) =>
        `       ${line ? `line ${line}${column ? `, column ${column}` : ''}: ` : ''}${detail ?? reason.replaceAll('_', ' ')}`,
    ),
    '',
  ].join('\n');
}

/**
 * `planetarium build PLANET --out DIR`: fetches every feed and writes a site for any static host: pages that are whole without
 * a script, feeds to subscribe to, and the page that takes over where scripts run.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonOf } from './any-list.js';
import { NOWHERE, readAnyPlanet } from './any-planet.js';
import { failed, readOptions } from './arguments.js';
import { rowsOf } from './check.js';
import { gather } from './gather.js';
import { optionsOf } from './help/commands.js';
import { takeLock } from './lock.js';
import { listsReader } from './planet-lists.js';
import { createProgress } from './progress.js';
import { fetchFaces, withFaces } from './site/faces.js';
import { Taken, isWhole, publish } from './site/publish.js';
import { readOwnLook } from './site/own-look.js';
import { siteOf } from './site/site.js';

const distFolder = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * @param {string[]} args
 * @param {object} [io]
 * @param {{ write: (text: string) => unknown, isTTY?: boolean }} [io.stdout]
 * @param {{ write: (text: string) => unknown, isTTY?: boolean }} [io.stderr]
 * @returns {Promise<number>}   0: the site is written, though feeds may have failed; 1: it is not; 2: wrong arguments
 */
export async function run(args, { stdout = process.stdout, stderr = process.stderr } = {}) {
  const warn = (/** @type {string} */ sentence) => stderr.write(`${sentence}\n`);
  const options = readOptions(args, optionsOf('build'));
  if (options.kind === 'failed') return (warn(options.detail), 2);
  const { values, positionals } = options.value;
  if (positionals.length !== 1 || !values.out)
    return (warn('build takes a planet and a folder: planetarium build PLANET --out DIR.'), 2);
  const quiet = values.quiet === true || values.json === true;
  const built = await buildSite({
    path: positionals[0],
    out: String(values.out),
    cache: values.cache === undefined ? undefined : String(values.cache),
    url: values.url === undefined ? undefined : String(values.url),
    allowPrivate: values['allow-private'] === true,
    warn,
    progress: quiet ? undefined : createProgress(stderr),
  });
  if (built.kind === 'failed') return (warn(built.detail), 1);
  const { posts, feeds, broken, written, ms } = built.value;
  if (values.json) stdout.write(`${JSON.stringify(built.value)}\n`);
  else if (!quiet)
    stdout.write(
      `${posts} posts of ${feeds} feeds, ${broken} of them broken; ${written} files changed in ${values.out}, in ${(ms / 1000).toFixed(1)} s.\n`,
    );
  return 0;
}

/**
 * @typedef {{ posts: number, feeds: number, broken: number, written: number, removed: number, ms: number }} Built
 *
 * @param {object} what
 * @param {string} what.path
 * @param {string} what.out
 * @param {string} [what.cache]          .planetarium beside the planet's file
 * @param {string} [what.url]            where the site will stand; else the planet's link
 * @param {boolean} [what.allowPrivate]
 * @param {string} [what.dist]
 * @param {(sentence: string) => void} [what.warn]
 * @param {import('./progress.js').Progress} [what.progress]
 * @returns {Promise<{ kind: 'ok', value: Built } | import('./arguments.js').Failed>}
 */
export async function buildSite({
  path,
  out,
  cache,
  url,
  allowPrivate = false,
  dist = distFolder,
  warn = () => {},
  progress,
}) {
  const start = performance.now();
  if (!existsSync(join(dist, 'index.html')))
    return failed(`The page is not built yet: ${dist} has no index.html; run \`npm run build\` first.`);
  const read = await readAnyPlanet(path, { url, readLists: listsReader({ allowPrivate, warn }) });
  if (read.kind === 'failed') return read;
  let planet = read.value;
  if (resolve(out) === planet.folder)
    return failed(`--out cannot be the planet's own folder: ${planet.folder}.`);
  const options = readBuildOptions(planet.planet.build);
  if (options.kind === 'failed') return failed(`${planet.file}: ${options.detail}.`);
  const own = await readOwnLook(planet);
  if (own.kind === 'failed') return failed(`${own.detail}.`);
  if (planet.base === NOWHERE)
    warn('The planet has no link, so its feeds cannot name their own address: add "link", or --url.');
  const kept = cache ?? join(planet.folder, '.planetarium');
  /** @type {Awaited<ReturnType<typeof fetchFaces>>} */
  let faces = new Map();
  const lock = await takeLock(kept);
  if (lock.kind === 'failed') return lock;
  try {
    if (options.value.faces) {
      const { base, config } = planet;
      const elsewhere = config.feeds.flatMap(({ face }) => (face && !face.startsWith(base) ? [face] : []));
      const contact = config.link ?? config.owner?.email;
      faces = await fetchFaces(elsewhere, { cache: kept, allowPrivate, contact, warn });
      planet = withFaces(planet, faces);
    }
    progress?.begin(planet.config.feeds.length);
    const gathered = await gather({
      config: planet.config,
      folder: planet.folder,
      base: planet.base,
      cache: kept,
      allowPrivate,
      dist,
      warn,
      onFetched: (feed, fetched, ms, done) => progress?.feed(feed, fetched, ms, done),
    });
    progress?.end();
    if (gathered.trouble) warn(`What was kept: ${gathered.trouble}.`);
    const rows = rowsOf(gathered);
    const digest = await digestOf({ planet, gathered, rows, dist, out, own: own.value });
    const before = await readFile(join(kept, 'built'), 'utf8').catch(() => '');
    const same = digest === before && (await isWhole(out));
    const published = same
      ? { written: 0, removed: 0 }
      : await publish(
          out,
          siteOf({
            planet,
            gathered,
            options: options.value,
            rows,
            dist,
            faces: [...faces.values()],
            own: own.value,
          }),
        );
    if (!same) await writeFile(join(kept, 'built'), digest);
    return {
      kind: 'ok',
      value: {
        posts: rows.reduce((sum, { posts }) => sum + posts, 0),
        feeds: rows.length,
        broken: rows.filter(({ state }) => state === 'failed' || state === 'gone').length,
        ...published,
        ms: Math.round(performance.now() - start),
      },
    };
  } catch (error) {
    if (error instanceof Taken) return failed(error.message);
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return failed(`The site cannot be written, and what was there stays: ${reasonOf(error)}.`);
  } finally {
    await lock.release();
  }
}

/**
 * Everything that a site is made of: where it is the same as last time, so is the site.
 * @param {{ planet: import('./any-planet.js').AnyPlanet, gathered: import('./gather.js').Gathered, rows: import('./check.js').Row[], dist: string, out: string, own: import('./site/own-look.js').OwnLook }} what
 */
async function digestOf({ planet, gathered, rows, dist, out, own }) {
  const hash = createHash('sha256');
  const day = new Date(gathered.now * 1000).toISOString().slice(0, 10); // headlines are grouped by it
  hash.update(JSON.stringify([resolve(out), planet.base, planet.planet, planet.config, day]));
  hash.update(await readFile(join(dist, 'index.html')));
  for (const [path, bytes] of own.files) hash.update(path).update(bytes);
  for (const { ms: _, ...row } of rows) {
    const fetched = gathered.fetches.get(row.nick)?.fetched;
    hash.update(JSON.stringify(row));
    if (fetched?.kind === 'fresh') hash.update(createHash('sha256').update(fetched.bytes).digest());
  }
  return hash.digest('hex');
}

/**
 * `build` of planet.json: `{"pages": 5, "feeds": true, "tags": true, "faces": true}`.
 * @param {unknown} written
 * @returns {{ kind: 'ok', value: import('./site/site.js').BuildOptions } | import('./arguments.js').Failed}
 */
function readBuildOptions(written = {}) {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return failed('build must be {"pages": 5, "feeds": true, "tags": true, "faces": true}');
  const {
    pages = 5,
    feeds = false,
    tags = false,
    faces = false,
    ...rest
  } = /** @type {Record<string, any>} */ (written);
  const unknown = Object.keys(rest)[0];
  if (unknown) return failed(`build.${unknown} is no key of build; there are pages, feeds, tags and faces`);
  if (!Number.isInteger(pages) || pages < 1 || pages > 1000)
    return failed('build.pages must be a number from 1 to 1000');
  for (const [key, value] of Object.entries({ feeds, tags, faces }))
    if (typeof value !== 'boolean') return failed(`build.${key} must be true or false`);
  return { kind: 'ok', value: { pages, feeds, tags, faces } };
}

/**
 * What Lighthouse (mobile, simulated slow 4G, a quarter of the processor) says of a built page, and of a page of somebody
 * else's without and with a widget below the fold. Files are served as static hosts do: compressed with gzip, kept ten minutes.
 *
 * @typedef {{ performance: number, accessibility: number, 'best-practices': number, seo: number }} Scores   of 100
 * @typedef {{ what: string, scores: Scores, lcp: number, tbt: number, cls: number, bytes: number }} Seen   ms, ms, -, over the wire
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHttpServer, listen } from '../../cli/http-server.js';
import { createStaticFiles } from '../../cli/static-files.js';
import { runTool } from '../../scripts/lib/run.js';
import { findChromium } from '../browser/support/chromium.js';

/** Fetched by npx when it is wanted: 185 MB that nothing else here needs. */
const LIGHTHOUSE = 'lighthouse@12.8.2';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = { built: '', host: 'host.html', 'host with a widget': 'host-with-widget.html' };
const CATEGORIES = /** @type {const} */ (['performance', 'accessibility', 'best-practices', 'seo']);

/** Somebody's weblog: a post that is longer than any window, and what their friends write below it. @param {string} widget */
const hostPage = (widget) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="A weblog" />
    <title>Salt and Ink</title>
    <link rel="icon" href="icon.svg" />
    ${widget && '<script type="module" src="planetarium.js"></script>'}
  </head>
  <body>
    <main>
      <h1>Salt and Ink</h1>
      ${'<p>The ferry was late, and nobody minded. It came at nine, with its lamps lit and a piano on the deck.</p>\n'.repeat(60)}
      ${widget}
    </main>
  </body>
</html>
`;

/** @param {number} [rounds]   each page in turn; the median counts */
export async function measurePages(rounds = 5) {
  const folder = await mkdtemp(join(tmpdir(), 'planetarium-pages-'));
  const site = await serve(folder);
  try {
    await buildInto(folder, site.url);
    await writeFile(join(folder, PAGES.host), hostPage(''));
    await writeFile(
      join(folder, PAGES['host with a widget']),
      hostPage('<planet-feed src="planet.json" limit="6"></planet-feed>'),
    );
    /** @type {Map<string, Seen[]>} */
    const seen = new Map(Object.keys(PAGES).map((what) => [what, []]));
    for (let round = 0; round < rounds; round++)
      for (const [what, page] of Object.entries(PAGES))
        seen.get(what)?.push(await look(what, `${site.url}${page}`, folder));
    return [...seen.values()].map((all) => middle(all));
  } finally {
    site.close();
    await rm(folder, { recursive: true });
  }
}

/** The demo, but for the weblog that is gone: its absence stands in the console. @param {string} folder @param {string} url */
async function buildInto(folder, url) {
  const work = await mkdtemp(join(tmpdir(), 'planetarium-planet-'));
  const demo = join(ROOT, 'demo');
  for (const part of ['feeds', 'faces']) await cp(join(demo, part), join(work, part), { recursive: true });
  await cp(join(demo, 'pictures'), join(folder, 'pictures'), { recursive: true });
  const planet = JSON.parse(await readFile(join(demo, 'planet.json'), 'utf8'));
  planet.feeds = planet.feeds.filter((/** @type {{ url: string }} */ { url: feed }) =>
    existsSync(join(demo, feed)),
  );
  await writeFile(join(work, 'planet.json'), JSON.stringify(planet));
  const built = await runTool(process.execPath, [
    ...[join(ROOT, 'cli/planetarium.js'), 'build', work, '--out', folder],
    ...['--url', url, '--quiet', '--allow-private'],
  ]);
  await rm(work, { recursive: true });
  if (built.kind === 'failed') throw new Error(built.output);
}

/** @param {string} what @param {string} url @param {string} folder   for the report @returns {Promise<Seen>} */
async function look(what, url, folder) {
  const flags = '--headless=new --no-sandbox';
  const report = join(folder, 'lighthouse.json');
  const told = await runTool(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--chrome-flags=${flags}`,
    ],
    { env: { CHROME_PATH: findChromium() ?? '' } },
  );
  if (told.kind === 'failed') throw new Error(told.output);
  const { categories, audits } = JSON.parse(await readFile(report, 'utf8'));
  const number = (/** @type {string} */ audit) => audits[audit].numericValue;
  return {
    what,
    scores: /** @type {Scores} */ (
      Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]))
    ),
    lcp: number('largest-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
    bytes: number('total-byte-weight'),
  };
}

/** @param {Seen[]} all @returns {Seen} */
const middle = (all) =>
  all.sort((a, b) => a.scores.performance - b.scores.performance)[Math.floor(all.length / 2)];

/** @param {string} folder */
async function serve(folder) {
  const files = createStaticFiles([folder]);
  const server = createHttpServer(async (request) => {
    const { status, headers, body } = await files(request);
    headers.delete('Content-Length');
    headers.set('Content-Encoding', 'gzip');
    headers.set('Cache-Control', 'max-age=600');
    return new Response(body?.pipeThrough(new CompressionStream('gzip')), { status, headers });
  });
  const listening = await listen(server, '127.0.0.1', 0);
  if (listening.kind === 'failed') throw new Error(listening.detail);
  return { url: `http://127.0.0.1:${listening.port}/`, close: () => void server.close() };
}

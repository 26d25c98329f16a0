/** A gathered planet → all files of its site, one after the other: together they may be far larger than the memory. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatAddress, parseAddress, queryOf } from '../../web/config/address.js';
import { NOWHERE } from '../any-planet.js';
import { documentOf } from '../gather.js';
import { createDrawer } from './draw.js';
import { escaped, pageOf, statusMarkup } from './html.js';
import { pathIn } from './own-look.js';
import { snapshotOf } from './snapshot.js';

/** @typedef {import('../../web/config/address.js').Address} Address */
/** @typedef {import('../any-planet.js').AnyPlanet} AnyPlanet */
/** @typedef {import('../gather.js').Gathered} Gathered */
/** @typedef {import('../../web/model.js').View} View */
/** @typedef {[path: string, content: string | Uint8Array]} File */

/** What a build may be told under "build" in planet.json. @typedef {{ pages: number, feeds: boolean, tags: boolean, faces: boolean }} BuildOptions */

/** Posts of a document that people subscribe to. */
const DOCUMENT = 60;

const DOCUMENTS = /** @type {const} */ ([
  ['atom', 'atom.xml', 'application/atom+xml', 'Atom'],
  ['rss', 'rss.xml', 'application/rss+xml', 'RSS'],
  ['json', 'feed.json', 'application/feed+json', 'JSON Feed'],
]);
const LISTS = /** @type {const} */ ([
  ['opml', 'opml.xml'],
  ['foaf', 'foaf.rdf'],
]);

/**
 * @param {object} what
 * @param {AnyPlanet} what.planet
 * @param {Gathered} what.gathered
 * @param {BuildOptions} what.options
 * @param {import('../check.js').Row[]} what.rows
 * @param {string} what.dist
 * @param {import('./faces.js').Face[]} what.faces    that were fetched
 * @param {import('./own-look.js').OwnLook} what.own
 * @returns {AsyncGenerator<File, void, void>}
 */
export async function* siteOf({ planet, gathered, options, rows, dist, faces, own }) {
  const { config, base } = planet;
  const { now } = gathered;
  const template = await readFile(join(dist, 'index.html'), 'utf8');
  /** @type {Set<string>} */
  const given = new Set();
  const drawer = await createDrawer({ config, base, now, ownPost: own.ownPost });
  const query = (/** @type {Address} */ address) => queryOf(address, config, { now, zone: drawer.zone });
  const viewOf = (/** @type {Address} */ address) => {
    const view = gathered.planet.query(query(address));
    if (view.kind === 'failed') throw new Error(`${formatAddress(address)}: ${view.detail ?? view.reason}`);
    return view.value;
  };
  const first = viewOf({});
  const places = placesOf(first, options);
  const isSomewhere = base !== NOWHERE;
  try {
    for await (const file of allFiles()) {
      if (given.has(file[0])) continue;
      given.add(file[0]);
      yield file;
    }
  } finally {
    await drawer.close();
  }

  /** The site's own come first: what the folder has under the same name does not take their place. */
  async function* allFiles() {
    for (const address of places.addresses()) yield* pageAndDocuments(address);
    for (const [format, name] of LISTS)
      yield file(name, await documentOf(gathered, format, { now }, about({}, name, config.title)));
    yield file('planet.json', `${JSON.stringify({ ...planet.planet, snapshot: 'snapshot.bin' }, null, 2)}\n`);
    yield file('manifest.webmanifest', await manifestOf(dist, config));
    yield file('snapshot.bin', await snapshotOf(gathered, config));
    if (isSomewhere) yield file('sitemap.xml', sitemapOf(places.paths().map((path) => `${base}${path}`)));
    yield* status();
    for (const { path, bytes } of faces) yield file(path, bytes);
    yield* ownFiles(dist);
    for (const [path, bytes] of own.files) yield file(path, bytes);
    yield* namedFiles(planet);
  }

  /** @param {Address} address */
  async function* pageAndDocuments(address) {
    const view = viewOf(address);
    const path = places.pathOf(address);
    const root = '../'.repeat(path.split('/').length - 1);
    const { markup, title, shows } = await drawer.draw(view, address, root, (hash) => hrefOf(hash, root));
    const number = address.page ?? 1;
    const newer =
      number === 1 ? undefined : places.find({ ...address, page: number === 2 ? undefined : number - 1 });
    const older = places.find({ ...address, page: number + 1 });
    const hrefTo = (/** @type {string | undefined} */ place) =>
      place === undefined ? undefined : `${root}${place}` || './';
    yield file(
      `${path}index.html`,
      pageOf(template, {
        markup,
        title,
        locale: drawer.locale,
        root,
        shows: path === '' ? shows() : undefined,
        site: config.title,
        description: config.description ?? describe(config.title, view),
        canonical: isSomewhere ? `${base}${path}` : undefined,
        previous: hrefTo(newer),
        next: hrefTo(older),
        alternates: address.page
          ? []
          : DOCUMENTS.map(([, name, type, title]) => ({ type, title, href: name })),
        theme: config.theme === 'system' ? undefined : config.theme,
        look: config.look,
        css: own.css,
      }),
    );
    if (address.page) return;
    const size = Math.max(DOCUMENT, config.pageSize);
    for (const [format, name] of DOCUMENTS) {
      const self = `${path}${name}`;
      const said = about(address, self, title);
      yield file(self, await documentOf(gathered, format, { ...query(address), size }, said));
    }
  }

  /** @param {Address} address @param {string} self @param {string} title */
  function about(address, self, title) {
    const { description, language, owner } = config;
    return {
      title,
      link: `${base}${places.pathOf(address)}`,
      self: `${base}${self}`,
      ...(description && { subtitle: description }),
      ...(language && { language }),
      ...(owner && { owner }),
    };
  }

  /** @param {string} hash @param {string} root */
  function hrefOf(hash, root) {
    const address = parseAddress(hash)?.address ?? {};
    const path = places.find(address);
    return path === undefined ? `${root}${hash}` : `${root}${path}` || './';
  }

  function* status() {
    const said = { title: config.title, built: new Date(now * 1000).toISOString(), feeds: rows };
    yield file('status.json', `${JSON.stringify(said, null, 2)}\n`);
    const markup = statusMarkup(said);
    const { locale } = drawer;
    yield file('status.html', pageOf(template, { markup, title: config.title, locale, root: '' }));
  }
}

/** @param {string} path @param {string | Uint8Array} content @returns {File} */
const file = (path, content) => [path, content];

/** Who writes here: what search engines show where the planet says nothing of itself. @param {string} title @param {View} view */
function describe(title, { feeds }) {
  const names = feeds.filter(({ count }) => count > 0).map(({ name }) => name);
  const some = names.slice(0, 5).join(', ');
  return some ? `${title}: ${some}${names.length > 5 ? ' …' : ''}` : title;
}

/** What planet.json names in its own folder. @param {AnyPlanet} planet @returns {AsyncGenerator<File>} */
async function* namedFiles({ base, folder, config: { feeds, lists = [] } }) {
  for (const url of [...feeds.flatMap(({ face, url: feed }) => [face, feed]), ...lists]) {
    const path = url?.startsWith(base) ? pathIn(base, url) : undefined;
    const bytes = path && (await readFile(join(folder, path)).catch(() => undefined));
    if (bytes) yield file(path, bytes);
  }
}

/** @param {string} dist @returns {AsyncGenerator<File>} */
async function* ownFiles(dist) {
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const name = path.slice(join(dist, '.').length + 1).replaceAll('\\', '/');
    // Maps are for those who work on the program; the page in one file is a page of its own.
    if (entry.isFile() && !/\.map$|\.d\.ts$|^planetarium\.html$|^planet\.json$/.test(name))
      yield file(name, await readFile(path));
  }
}

/**
 * Which addresses have files, and where.
 * @param {import('../../web/model.js').View} view   of everything
 * @param {BuildOptions} options
 */
function placesOf(view, { pages, feeds, tags }) {
  /** @type {Map<string, string>} */
  const paths = new Map([['#/', '']]);
  for (let page = 2; page <= Math.min(pages, view.pages); page++)
    paths.set(formatAddress({ page }), `page/${page}/`);
  const slug = slugs();
  if (feeds)
    for (const { nick } of view.feeds)
      paths.set(formatAddress({ feed: nick }), `feed/${slug('feed', nick)}/`);
  if (tags) for (const { tag } of view.cloud) paths.set(formatAddress({ tag }), `tag/${slug('tag', tag)}/`);
  return {
    addresses: () =>
      [...paths.keys()].map((hash) => /** @type {{ address: Address }} */ (parseAddress(hash)).address),
    paths: () => [...paths.values()],
    pathOf: (/** @type {Address} */ address) => paths.get(formatAddress(address)) ?? '',
    find: (/** @type {Address} */ address) => paths.get(formatAddress(address)),
  };
}

/** No file or folder of Windows may be called so. */
const RESERVED = ['con', 'prn', 'aux', 'nul'].concat(
  Array.from('0123456789¹²³', (digit) => [`com${digit}`, `lpt${digit}`]).flat(),
);

/** Names of folders: letters and figures of any script, each given once. */
function slugs() {
  /** @type {Set<string>} */
  const given = new Set(['feed', 'tag'].flatMap((kind) => RESERVED.map((name) => `${kind} ${name}`)));
  return (/** @type {string} */ kind, /** @type {string} */ name) => {
    const words = name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? ['other'];
    // A file system takes 255 bytes, four a letter at most.
    const plain = [...words.join('-')].slice(0, 60).join('').replace(/-$/, '');
    let slug = plain;
    for (let n = 2; given.has(`${kind} ${slug}`); n++) slug = `${plain}-${n}`;
    given.add(`${kind} ${slug}`);
    return slug;
  };
}

/** @param {string} dist @param {import('../../web/config/planet-config.js').Config} config */
async function manifestOf(dist, { title }) {
  const manifest = JSON.parse(await readFile(join(dist, 'manifest.webmanifest'), 'utf8'));
  return `${JSON.stringify({ ...manifest, name: title, short_name: title }, null, 2)}\n`;
}

/** sitemaps.org, protocol 0.9. @param {string[]} urls */
const sitemapOf = (urls) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls
    .map((url) => ` <url><loc>${escaped(new URL(url).href)}</loc></url>\n`)
    .join('')}</urlset>\n`;

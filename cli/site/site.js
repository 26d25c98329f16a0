/** A gathered planet → all files of its site, by path. */
import { readFile, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { formatAddress, parseAddress, queryOf } from '../../web/config/address.js';
import { documentOf } from '../gather.js';
import { createDrawer } from './draw.js';
import { escaped, pageOf, statusMarkup } from './html.js';
import { snapshotOf } from './snapshot.js';

/** @typedef {import('../../web/config/address.js').Address} Address */
/** @typedef {import('../any-planet.js').AnyPlanet} AnyPlanet */
/** @typedef {import('../gather.js').Gathered} Gathered */
/** @typedef {Map<string, string | Uint8Array>} Files */

/** What a build may be told under "build" in planet.json. @typedef {{ pages: number, feeds: boolean, tags: boolean }} BuildOptions */

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
 * @returns {Promise<Files>}
 */
export async function siteOf({ planet, gathered, options, rows, dist }) {
  const { config, base, folder } = planet;
  const { now } = gathered;
  /** @type {Files} */
  const files = await ownFiles(dist);
  const template = Buffer.from(files.get('index.html') ?? '').toString('utf8');
  const drawer = await createDrawer({ config, base, now });
  const query = (/** @type {Address} */ address) => queryOf(address, config, { now, zone: drawer.zone });
  const viewOf = (/** @type {Address} */ address) => {
    const view = gathered.planet.query(query(address));
    if (view.kind === 'failed') throw new Error(`${formatAddress(address)}: ${view.detail ?? view.reason}`);
    return view.value;
  };
  const first = viewOf({});
  const places = placesOf(first, options);

  for (const address of places.addresses()) {
    const view = viewOf(address);
    const path = places.pathOf(address);
    const root = '../'.repeat(path.split('/').length - 1);
    const { markup, title } = drawer.draw(view, address, root, (hash) => hrefOf(hash, root));
    const own = address.page ? undefined : await documents(address, path, title);
    const page = pageOf(template, {
      markup,
      title,
      locale: drawer.locale,
      root,
      live: path === '',
      description: config.description,
      canonical: `${base}${path}`,
      alternates: own ?? [],
      theme: config.theme === 'system' ? undefined : config.theme,
    });
    files.set(`${path}index.html`, page);
    await nextTurn(); // jsdom's weak references let go of a page's nodes only between turns
  }
  for (const [format, name] of LISTS)
    files.set(name, await documentOf(gathered, format, { now }, about({}, name, config.title)));
  files.set('planet.json', `${JSON.stringify({ ...planet.planet, snapshot: 'snapshot.bin' }, null, 2)}\n`);
  files.set('manifest.webmanifest', manifestOf(files, config));
  files.set('snapshot.bin', await snapshotOf(gathered, config, base));
  files.set(
    'sitemap.xml',
    sitemapOf([...places.addresses()].map((address) => `${base}${places.pathOf(address)}`)),
  );
  addStatus();
  await addNamedFiles(files, planet);
  return files;

  /** @param {Address} address @param {string} path @param {string} title */
  async function documents(address, path, title) {
    const made = [];
    for (const [format, name, type, label] of DOCUMENTS) {
      const size = Math.max(DOCUMENT, config.pageSize);
      files.set(
        `${path}${name}`,
        await documentOf(
          gathered,
          format,
          { ...query(address), size },
          about(address, `${path}${name}`, title),
        ),
      );
      made.push({ type, title: label, href: name });
    }
    return made;
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

  function addStatus() {
    const status = { title: config.title, built: new Date(now * 1000).toISOString(), feeds: rows };
    files.set('status.json', `${JSON.stringify(status, null, 2)}\n`);
    const markup = statusMarkup(status);
    const { locale } = drawer;
    files.set(
      'status.html',
      pageOf(template, { markup, title: config.title, locale, root: '', live: false }),
    );
  }

  /** What planet.json names in its own folder. @param {Files} all @param {AnyPlanet} of */
  async function addNamedFiles(all, { config: { feeds, lists = [] } }) {
    const urls = [...feeds.flatMap(({ face, url }) => [face, url]), ...lists];
    for (const url of urls) {
      if (!url?.startsWith(base)) continue;
      const path = decodeURIComponent(new URL(url).pathname.slice(new URL(base).pathname.length));
      if (!path || all.has(path) || posix.normalize(path) !== path || /(?:^|\/)\./.test(path)) continue;
      const bytes = await readFile(join(folder, path)).catch(() => undefined);
      if (bytes) all.set(path, bytes);
    }
  }
}

/** @param {string} dist @returns {Promise<Files>} */
async function ownFiles(dist) {
  /** @type {Files} */
  const files = new Map();
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const name = file.slice(join(dist, '.').length + 1).replaceAll('\\', '/');
    // Maps are for those who work on the program; the page in one file is a page of its own.
    if (entry.isFile() && !/\.map$|\.d\.ts$|^planetarium\.html$|^planet\.json$/.test(name))
      files.set(name, await readFile(file));
  }
  return files;
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
    pathOf: (/** @type {Address} */ address) => paths.get(formatAddress(address)) ?? '',
    find: (/** @type {Address} */ address) => paths.get(formatAddress(address)),
  };
}

/** Names of folders: letters and figures of any script, each given once. */
function slugs() {
  /** @type {Set<string>} */
  const given = new Set();
  return (/** @type {string} */ kind, /** @type {string} */ name) => {
    const plain =
      name
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60) || 'other';
    let slug = plain;
    for (let n = 2; given.has(`${kind} ${slug}`); n++) slug = `${plain}-${n}`;
    given.add(`${kind} ${slug}`);
    return slug;
  };
}

/** @param {Files} files @param {import('../../web/config/planet-config.js').Config} config */
function manifestOf(files, { title }) {
  const manifest = JSON.parse(Buffer.from(files.get('manifest.webmanifest') ?? '{}').toString());
  return `${JSON.stringify({ ...manifest, name: title, short_name: title }, null, 2)}\n`;
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** sitemaps.org, protocol 0.9. @param {string[]} urls */
const sitemapOf = (urls) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls
    .map((url) => ` <url><loc>${escaped(new URL(url).href)}</loc></url>\n`)
    .join('')}</urlset>\n`;

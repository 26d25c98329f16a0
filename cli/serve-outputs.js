/**
 * A served planet for other programs: /atom.xml, /rss.xml, /feed.json, /opml.xml and /foaf.rdf, written by the core from what the
 * planet's feeds say; Feedjack's old addresses lead to them, and to the views of the page.
 */
import { parseAddress, formatAddress, queryOf } from '../web/config/address.js';
import { MEDIA_TYPES } from '../web/core/emit.js';
import { documentOf, gather } from './gather.js';

/** @typedef {import('../web/core/emit.js').Format} Format */

/** @type {Record<string, Format>} */
const DOCUMENTS = {
  '/atom.xml': 'atom',
  '/rss.xml': 'rss',
  '/rss10.xml': 'rss10',
  '/feed.json': 'json',
  '/opml.xml': 'opml',
  '/foaf.rdf': 'foaf',
};

/** Feedjack's, and those of its older versions. @type {[RegExp, (rest: string) => string][]} */
const OLD = [
  [/^\/(?:syndication\/)?opml\/?$/, () => '/opml.xml'],
  [/^\/(?:syndication\/)?foaf\/?$/, () => '/foaf.rdf'],
  [/^\/feed\/rss\/?$|^\/rss20\.xml$/, () => '/rss.xml'],
  [/^\/feed(?:\/atom)?\/?$/, () => '/atom.xml'],
  [
    /^\/((?:user|feed|tag|since|asc)(?:\/.*)?)$/,
    (rest) => `/${formatAddress(parseAddress(rest)?.address ?? {})}`,
  ],
];

/** Posts of a document. */
const SIZE = 60;
/** What is read of the feeds is good for so long; how often publishers are asked, the proxy decides. */
const FRESH_MS = 60_000;

/**
 * @param {object} env
 * @param {() => Promise<import('../web/config/planet-config.js').Config>} env.config   as it is now
 * @param {string} env.base             URL of the planet
 * @param {import('./gather.js').Way} env.way
 * @param {string} env.dist
 * @param {() => number} [env.now]      ms
 * @returns {(request: Request) => Promise<Response | undefined>}   undefined: not one of these
 */
export function createOutputs({ config, base, way, dist, now = Date.now }) {
  /** @typedef {import('./gather.js').Gathered & { config: import('../web/config/planet-config.js').Config }} Read */
  /** @type {{ at: number, planet: Promise<Read> } | undefined} */
  let last;

  async function gathered() {
    if (!last || now() - last.at > FRESH_MS) {
      const before = last;
      const planet = config().then(async (now) => ({
        ...(await gather({ config: now, folder: '', base, dist, way })),
        config: now,
      }));
      last = { at: now(), planet };
      planet.catch(() => (last = before));
      // The one before is left to the garbage collector with its core: a document may still be read from it.
    }
    return last.planet;
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    const syndication = /^\/syndication\/(atom|rss)\/?(.*)$/.exec(pathname);
    if (Object.hasOwn(DOCUMENTS, pathname)) return answer(DOCUMENTS[pathname], '', pathname);
    if (syndication) return answer(/** @type {Format} */ (syndication[1]), syndication[2], pathname);
    const old = OLD.find(([pattern]) => pattern.test(pathname));
    if (!old) return undefined;
    const rest = old[0].exec(pathname)?.[1] ?? '';
    return new Response(null, { status: 301, headers: { Location: old[1](rest) } });
  };

  /** @param {Format} format @param {string} view    an address @param {string} path */
  async function answer(format, view, path) {
    const planet = await gathered();
    const of = planet.config;
    const address = parseAddress(view)?.address ?? {};
    const query = { ...queryOf(address, of, { now: planet.now }), size: SIZE };
    const { title, description, language, owner } = of;
    const document = await documentOf(planet, format, query, {
      title,
      link: `${base}${formatAddress(address)}`,
      self: new URL(path, base).href,
      ...(description && { subtitle: description }),
      ...(language && { language }),
      ...(owner && { owner }),
    });
    return new Response(document, {
      headers: {
        'Content-Type': `${MEDIA_TYPES[format]}; charset=utf-8`,
        'Cache-Control': 'max-age=60',
        'Access-Control-Allow-Origin': '*',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  }
}

/** A view of the planet → a file for the reader: Atom, RSS, JSON Feed, OPML or FOAF, written by the core. */
import { formatAddress } from '../config/address.js';

/** @import { Address } from '../config/address.js' */
/** @import { Config } from '../config/planet-config.js' */
/** @import { Failure, Query } from '../model.js' */

/** Ending and media type by format. */
const FILES = {
  atom: ['atom.xml', 'application/atom+xml'],
  rss: ['rss.xml', 'application/rss+xml'],
  json: ['json', 'application/feed+json'],
  opml: ['opml', 'text/x-opml'],
  foaf: ['foaf.rdf', 'application/rdf+xml'],
};

/** @typedef {keyof typeof FILES} Format */
/** @typedef {(format: Format, query: Query, about: object) => Promise<{ kind: 'ok', value: string } | Failure>} Emit */

/** Posts of a document; a page of the planet has fewer. */
const SIZE = 60;

/**
 * @param {object} what
 * @param {Window & typeof globalThis} what.window
 * @param {Format} what.format
 * @param {Address} what.address
 * @param {Query} what.query
 * @param {Config} what.config
 * @param {string} what.title      of the view
 * @param {Emit} what.emit
 * @returns {Promise<Failure | undefined>}
 */
export async function download({ window, format, address, query, config, title, emit }) {
  const page = window.location.href.replace(/#.*/, '');
  const { title: name, description, owner, language } = config;
  const document = await emit(
    format,
    { ...query, size: Math.max(SIZE, query.size ?? 0) },
    {
      title,
      link: `${page}${formatAddress(address)}`,
      ...(description && { subtitle: description }),
      ...(language && { language }),
      ...(owner && { owner }),
    },
  );
  if (document.kind === 'failed') return document;
  const [ending, type] = FILES[format];
  const url = window.URL.createObjectURL(new Blob([document.value], { type }));
  const link = window.document.createElement('a');
  link.href = url;
  link.download = `${fileName(name, address)}.${ending}`;
  link.click();
  // The browser reads it after the click has been dealt with.
  window.setTimeout(() => window.URL.revokeObjectURL(url), 60_000);
  return undefined;
}

/** @param {string} planet @param {Address} address @returns {string}   letters, figures and hyphens of any script */
export const fileName = (planet, address) =>
  [planet, address.feed, address.author, address.tag, address.search, address.month]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'planet';

/** A FOAF blogroll as planets publish it (RDF/XML) → planet.json: a group, its members, the feed of each one's weblog. */

/** @import { Imported } from './planet-ini.js' */

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** @param {string} text */
export const isFoaf = (text) => text.includes('xmlns.com/foaf/') && text.includes(RDF);

/**
 * @param {string} text
 * @param {{ parseFromString: (text: string, type: 'application/xml') => any }} parser   a DOMParser
 * @returns {Imported}
 */
export function fromFoaf(text, parser) {
  const document = parser.parseFromString(text, 'application/xml');
  const all = (/** @type {any} */ below, /** @type {string} */ name) => [
    ...below.getElementsByTagNameNS('*', name),
  ];
  const about = (/** @type {any} */ element) =>
    element?.getAttributeNS(RDF, 'about') || element?.getAttributeNS(RDF, 'resource') || undefined;
  const group = all(document, 'Group')[0];
  const child = (/** @type {any} */ of, /** @type {string} */ name) =>
    [...(of?.children ?? [])].find((one) => one.localName === name);
  /** @type {string[]} */
  const notes = [];
  const feeds = [...all(document, 'Person'), ...all(document, 'Agent')].flatMap((person) => {
    const name = child(person, 'name')?.textContent?.trim() || undefined;
    const weblog = all(person, 'Document')[0];
    const url = about(all(person, 'channel')[0]) ?? about(weblog && child(weblog, 'seeAlso'));
    if (!url) {
      notes.push(`${name ?? 'Somebody'} has no feed in it.`);
      return [];
    }
    const link = about(weblog) ?? about(child(person, 'weblog'));
    return [{ url, ...(name && { name }), ...(link && { link }) }];
  });
  const title = child(group, 'name')?.textContent?.trim();
  const link = about(child(group, 'homepage'));
  return { planet: { ...(title && { title }), ...(link && { link }), feeds }, notes };
}

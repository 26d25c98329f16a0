// A feed table (include/planetarium/feed_table.hpp, the page's form) → the normalised feed. Fields stand in the order of
// feed_fields.hpp; a key with nothing to say is left out.
import {
  number,
  open,
  put,
  putFlag,
  putLanguage,
  putList,
  putNumber,
  putOptional,
  putSeconds,
  putText,
  string,
} from './table-cursor.js';
import { readGeometry, readItunes, readMedia, readPodcast } from './table-extensions.js';
import { readPerson } from './table-person.js';

/** @import { Place } from './lazy-text.js' */

/**
 * @param {Uint8Array} table   aligned to 4, as the core's result is
 * @param {Place} [place]      for a table of texts left in their document
 * @returns {any}
 */
export function readFeedTable(table, place) {
  open(table, place);
  return readFeed();
}

function readLink() {
  /** @type {any} */
  const link = { href: string(), rel: string() };
  put(link, 'type');
  put(link, 'title');
  put(link, 'hreflang');
  putNumber(link, 'length');
  return link;
}

function readCategory() {
  const category = {};
  put(category, 'term');
  put(category, 'scheme');
  put(category, 'label');
  return category;
}

function readEnclosure() {
  const enclosure = {};
  put(enclosure, 'url');
  put(enclosure, 'type');
  put(enclosure, 'title');
  putNumber(enclosure, 'length');
  putSeconds(enclosure, 'duration');
  return enclosure;
}

function readImage() {
  const image = {};
  put(image, 'url');
  put(image, 'title');
  put(image, 'link');
  put(image, 'description');
  putNumber(image, 'width');
  putNumber(image, 'height');
  return image;
}

function readGenerator() {
  const generator = {};
  put(generator, 'name');
  put(generator, 'uri');
  put(generator, 'version');
  return generator;
}

function readInReplyTo() {
  const reply = {};
  put(reply, 'ref');
  put(reply, 'href');
  put(reply, 'type');
  put(reply, 'source');
  return reply;
}

/**
 * What feeds, entries and sources have in common; language and base follow it.
 * @param {any} target
 */
function readShared(target) {
  put(target, 'id');
  putText(target, 'title');
  put(target, 'link');
  putList(target, 'links', readLink);
  putList(target, 'authors', readPerson);
  putList(target, 'contributors', readPerson);
  putList(target, 'categories', readCategory);
  putText(target, 'rights');
  put(target, 'published');
  put(target, 'updated');
}

/** @param {any} target */
function readRestOfMetadata(target) {
  putText(target, 'subtitle');
  putOptional(target, 'generator', readGenerator);
  put(target, 'icon');
  put(target, 'logo');
}

function readSource() {
  const source = {};
  readShared(source);
  string(); // language
  string(); // base: neither is a source's to show
  readRestOfMetadata(source);
  return source;
}

/** @param {any} target */
function readExtensions(target) {
  putOptional(target, 'itunes', readItunes);
  putOptional(target, 'media', readMedia);
  putOptional(target, 'geo', readGeometry);
  putOptional(target, 'podcast', readPodcast);
}

/** @param {string} feedLanguage @param {string} feedBase */
function readEntry(feedLanguage, feedBase) {
  /** @type {any} */
  const entry = {};
  readShared(entry);
  putLanguage(entry, feedLanguage);
  const base = string();
  if (base !== '' && base !== feedBase) entry.base = base;
  putFlag(entry, 'idIsPermaLink');
  putText(entry, 'summary');
  const contents = number();
  if (contents > 0) {
    entry.content = [];
    for (let i = 0; i < contents; i++) putText(entry.content, '');
  }
  putList(entry, 'enclosures', readEnclosure);
  put(entry, 'originalLink');
  put(entry, 'comments');
  put(entry, 'commentsFeed');
  putNumber(entry, 'commentCount');
  putOptional(entry, 'publisher', readPerson);
  put(entry, 'created');
  put(entry, 'expired');
  put(entry, 'license');
  putOptional(entry, 'image', readImage);
  putOptional(entry, 'inReplyTo', readInReplyTo);
  putOptional(entry, 'source', readSource);
  readExtensions(entry);
  return entry;
}

function readCloud() {
  const cloud = {};
  put(cloud, 'domain');
  putNumber(cloud, 'port');
  put(cloud, 'path');
  put(cloud, 'registerProcedure');
  put(cloud, 'protocol');
  return cloud;
}

function readTextInput() {
  const input = {};
  put(input, 'title');
  put(input, 'description');
  put(input, 'name');
  put(input, 'link');
  return input;
}

function readSyndication() {
  const syndication = {};
  put(syndication, 'updatePeriod');
  putNumber(syndication, 'updateFrequency');
  put(syndication, 'updateBase');
  return syndication;
}

/** @param {any} feed */
function readFeedOnly(feed) {
  putOptional(feed, 'publisher', readPerson);
  putOptional(feed, 'image', readImage);
  put(feed, 'license');
  putText(feed, 'info');
  put(feed, 'created');
  put(feed, 'docs');
  putNumber(feed, 'ttl');
  putOptional(feed, 'cloud', readCloud);
  putOptional(feed, 'textInput', readTextInput);
  putOptional(feed, 'syndication', readSyndication);
  readExtensions(feed);
}

/** @returns {string}   "malformed_xml at line 3, column 7: what was wrong" */
function readProblem() {
  const reason = string();
  const detail = string();
  const line = number();
  const column = number();
  const where = line === 0 ? '' : ` at line ${line}, column ${column}`;
  return `${reason}${where}${detail && `: ${detail}`}`;
}

/** @param {any} feed   the first problem is the one to tell */
function readProblems(feed) {
  const problems = number();
  for (let i = 0; i < problems; i++) {
    const problem = readProblem();
    if (i > 0) continue;
    feed.wellFormed = false;
    feed.error = problem;
  }
}

function readFeed() {
  /** @type {any} */
  const feed = { format: string(), version: string() };
  put(feed, 'encoding');
  feed.wellFormed = true;
  readShared(feed);
  const language = putLanguage(feed, '');
  const base = string();
  if (base !== '') feed.base = base;
  readRestOfMetadata(feed);
  readFeedOnly(feed);
  readProblems(feed);
  const count = number();
  const entries = new Array(count);
  for (let i = 0; i < count; i++) entries[i] = readEntry(language, base);
  feed.entries = entries;
  return feed;
}

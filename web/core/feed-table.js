// A feed table for a page (include/planetarium/feed_table.hpp) → the normalised feed, as one decoded string and its slices.
// The fields stand in the order of include/planetarium/feed_fields.hpp; a test compares every feed with the core's own JSON.

const HEADER = 8;
const decoder = new TextDecoder();

/**
 * @param {Uint8Array} table   aligned to 4, as the core's result is
 * @returns {any}              the normalised feed; a key with nothing to say is left out
 */
export function readFeedTable(table) {
  const count = new DataView(table.buffer, table.byteOffset).getUint32(4, true);
  numbers = new Uint32Array(table.buffer, table.byteOffset + HEADER, count);
  text = decoder.decode(table.subarray(HEADER + count * 4));
  at = 0;
  read = 0;
  return readFeed();
}

// The cursors of the table that is being read: nothing here waits, so no two tables are read at once.
/** @type {Uint32Array} */
let numbers;
let text = '';
let at = 0;
let read = 0;

function string() {
  const length = numbers[at++];
  return length === 0 ? '' : text.slice(read, (read += length));
}

/** @returns {number}   two words, low first; exact to 2^53 */
function wide() {
  const low = numbers[at++];
  return low + numbers[at++] * 0x1_0000_0000;
}

const optional = () => (numbers[at++] === 0 ? undefined : wide());

/** @param {any} object @param {string} key */
function put(object, key) {
  const value = string();
  if (value !== '') object[key] = value;
}

/** @param {any} object @param {string} key */
function putNumber(object, key) {
  const value = optional();
  if (value !== undefined) object[key] = value;
}

/** The model's "-" is xml:lang="": explicitly unknown. @param {any} object @param {string} inherited */
function putLanguage(object, inherited) {
  const language = string();
  if (language !== '' && language !== inherited) object.language = language === '-' ? '' : language;
  return language;
}

/** @param {any} object @param {string} key */
function putText(object, key) {
  const type = string();
  const value = string();
  const src = string();
  const base = string();
  const language = string();
  if (value === '' && src === '') return;
  /** @type {any} */
  const one = { type };
  if (value !== '') one.value = value;
  if (src !== '') one.src = src;
  if (base !== '') one.base = base;
  if (language !== '') one.language = language === '-' ? '' : language;
  if (Array.isArray(object)) object.push(one);
  else object[key] = one;
}

/** @param {any} object @param {string} key @param {() => any} readOne */
function putList(object, key, readOne) {
  const count = numbers[at++];
  if (count === 0) return;
  const list = new Array(count);
  for (let i = 0; i < count; i++) list[i] = readOne();
  object[key] = list;
}

/** @param {any} object @param {string} key @param {any} value */
function putUnlessEmpty(object, key, value) {
  for (const _ in value) {
    object[key] = value;
    return;
  }
}

function readPerson() {
  const person = {};
  put(person, 'name');
  put(person, 'email');
  put(person, 'uri');
  put(person, 'avatar');
  return person;
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
  const milliseconds = optional();
  if (milliseconds !== undefined) /** @type {any} */ (enclosure).duration = milliseconds / 1000;
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

/** @param {any} feed */
function readMetadata(feed) {
  put(feed, 'id');
  putText(feed, 'title');
  putText(feed, 'subtitle');
  put(feed, 'link');
  putList(feed, 'links', readLink);
  putList(feed, 'authors', readPerson);
  putList(feed, 'contributors', readPerson);
  putList(feed, 'categories', readCategory);
  putUnlessEmpty(feed, 'generator', readGenerator());
  put(feed, 'icon');
  put(feed, 'logo');
  putText(feed, 'rights');
  put(feed, 'published');
  put(feed, 'updated');
}

function readSource() {
  const source = {};
  readMetadata(source);
  string(); // language
  string(); // base: neither is a source's to show
  return source;
}

/** @param {string} feedLanguage @param {string} feedBase */
function readEntry(feedLanguage, feedBase) {
  /** @type {any} */
  const entry = {};
  put(entry, 'id');
  if (numbers[at++] !== 0) entry.idIsPermaLink = numbers[at++] !== 0;
  putText(entry, 'title');
  put(entry, 'link');
  putList(entry, 'links', readLink);
  putText(entry, 'summary');
  const contents = numbers[at++];
  if (contents > 0) {
    entry.content = [];
    for (let i = 0; i < contents; i++) putText(entry.content, '');
  }
  putList(entry, 'authors', readPerson);
  putList(entry, 'contributors', readPerson);
  putUnlessEmpty(entry, 'publisher', readPerson());
  putList(entry, 'categories', readCategory);
  put(entry, 'published');
  put(entry, 'updated');
  put(entry, 'created');
  putList(entry, 'enclosures', readEnclosure);
  putUnlessEmpty(entry, 'image', readImage());
  put(entry, 'comments');
  putText(entry, 'rights');
  if (numbers[at++] !== 0) entry.source = readSource();
  putLanguage(entry, feedLanguage);
  const base = string();
  if (base !== '' && base !== feedBase) entry.base = base;
  return entry;
}

/** @returns {string}   "malformed_xml at line 3, column 7: what was wrong" */
function readProblem() {
  const reason = string();
  const detail = string();
  const line = numbers[at++];
  const column = numbers[at++];
  const where = line === 0 ? '' : ` at line ${line}, column ${column}`;
  return `${reason}${where}${detail && `: ${detail}`}`;
}

function readFeed() {
  /** @type {any} */
  const feed = { format: string(), version: string() };
  put(feed, 'encoding');
  feed.wellFormed = true;
  readMetadata(feed);
  const language = putLanguage(feed, '');
  const base = string();
  if (base !== '') feed.base = base;
  putUnlessEmpty(feed, 'publisher', readPerson());
  putUnlessEmpty(feed, 'image', readImage());
  put(feed, 'docs');
  putNumber(feed, 'ttl');
  const problems = numbers[at++];
  for (let i = 0; i < problems; i++) {
    const problem = readProblem();
    if (i > 0) continue;
    feed.wellFormed = false;
    feed.error = problem;
  }
  const count = numbers[at++];
  const entries = new Array(count);
  for (let i = 0; i < count; i++) entries[i] = readEntry(language, base);
  feed.entries = entries;
  return feed;
}

// Reading a feed table front to back: numbers and characters in turn.
import { LazyText } from './lazy-text.js';
import { readUnits } from './units.js';

/** @import { Place } from './lazy-text.js' */

const HEADER = 8;

// Nothing here waits, so no two tables are read at once.
/** @type {Uint32Array} */
let numbers;
/** @type {Place | undefined} */
let place;
let text = '';
let at = 0;
let read = 0;

/**
 * @param {Uint8Array} table   aligned to 4, as the core's result is
 * @param {Place} [lies]       where the texts lie that were left in their document
 */
export function open(table, lies) {
  const count = new DataView(table.buffer, table.byteOffset).getUint32(4, true);
  numbers = new Uint32Array(table.buffer, table.byteOffset + HEADER, count);
  text = readUnits(table.subarray(HEADER + count * 4));
  place = lies;
  at = 0;
  read = 0;
}

export function number() {
  return numbers[at++];
}

export function string() {
  const length = numbers[at++];
  return length === 0 ? '' : text.slice(read, (read += length));
}

/** @returns {number}   two words, low first; exact to 2^53 */
function wide() {
  const low = numbers[at++];
  return low + numbers[at++] * 0x1_0000_0000;
}

/** @param {any} object @param {string} key */
export function put(object, key) {
  const length = numbers[at++];
  if (length !== 0) object[key] = text.slice(read, (read += length));
}

/** @param {any} object @param {string} key */
export function putNumber(object, key) {
  if (numbers[at++] !== 0) object[key] = wide();
}

/** @param {any} object @param {string} key */
export function putSeconds(object, key) {
  if (numbers[at++] !== 0) object[key] = wide() / 1000;
}

/** @param {any} object @param {string} key */
export function putFlag(object, key) {
  const flag = numbers[at++];
  if (flag !== 0) object[key] = flag === 2;
}

/** The model's "-" is xml:lang="": explicitly unknown. @param {any} object @param {string} inherited */
export function putLanguage(object, inherited) {
  const language = string();
  if (language !== '' && language !== inherited) object.language = language === '-' ? '' : language;
  return language;
}

/** @param {any} object @param {string} key   an array takes it as an item */
export function putText(object, key) {
  if (numbers[at++] === 0) return;
  const type = string();
  const form = numbers[at++];
  /** @type {any} */
  let one;
  if (form > 1)
    one = new LazyText(type, /** @type {Place} */ (place), form - 1, numbers[at++], numbers[at++]);
  else if (form === 1) one = { type, value: string() };
  else one = { type };
  put(one, 'src');
  put(one, 'base');
  putLanguage(one, '');
  if (Array.isArray(object)) object.push(one);
  else object[key] = one;
}

/** @param {any} object @param {string} key @param {() => any} readOne */
export function putList(object, key, readOne) {
  const count = numbers[at++];
  if (count === 0) return;
  const list = new Array(count);
  for (let i = 0; i < count; i++) list[i] = readOne();
  object[key] = list;
}

/** A group of fields, or an object that may be missing. @param {any} object @param {string} key @param {() => any} readOne */
export function putOptional(object, key, readOne) {
  if (numbers[at++] !== 0) object[key] = readOne();
}

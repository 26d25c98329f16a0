/** Saves one archive after the other into a folder, and tells each number once it is saved; until it is killed. */
import { openFolder } from '../../../web/store/files.js';

const [folder, after] = process.argv.slice(2);
const store = openFolder(folder);
const encode = (/** @type {string} */ text) => new TextEncoder().encode(text);
/** @type {string[]} */
let names = [];
for (let number = Number(after) + 1; ; number++) {
  const name = number.toString(16).padStart(16, '0');
  // A process before this one may have saved what it could not tell of.
  names = [...names, name].slice(-3);
  const head = encode(JSON.stringify({ number, names, filler: 'x'.repeat(200_000) }));
  const segments = new Map(names.map((one) => [one, encode(one + 'y'.repeat(300_000))]));
  const kept = await store.save({ head, names, segments });
  if (kept.kind !== 'ok') throw new Error(JSON.stringify(kept));
  process.stdout.write(`${number}\n`);
}

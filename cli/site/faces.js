/**
 * Faces that a planet names on other hosts → small pictures of its own: read politely and seldom, cut square, without what cameras
 * write into pictures. A face that cannot be had stays where it is.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetch } from 'undici';
import { isPublic } from '../../proxy/addresses.js';
import { createAgent } from '../../proxy/agent.js';
import { deadline, readBody } from '../../proxy/limits.js';

/** CSS pixels that a page shows at most are 64; screens have two or three for each. */
const SIZE = 128;
const MOST_BYTES = 8 * 1024 * 1024;
/** What a picture may unpack to: a bomb is small on its way. */
const MOST_PIXELS = 40_000_000;
const TIMEOUT_MS = 20_000;
const WEEK_MS = 7 * 86_400_000;
const AT_ONCE = 8;

/** @typedef {{ path: string, bytes: Uint8Array }} Face   path: in the site */

/**
 * @param {string[]} urls    absolute
 * @param {object} env
 * @param {string} env.cache           folder
 * @param {boolean} env.allowPrivate
 * @param {string} [env.contact]       of the planet
 * @param {(sentence: string) => void} env.warn
 * @param {number} [env.now]           milliseconds
 * @returns {Promise<Map<string, Face>>}   by URL
 */
export async function fetchFaces(urls, { cache, allowPrivate, contact, warn, now = Date.now() }) {
  /** @type {Map<string, Face>} */
  const faces = new Map();
  const shrink = await shrinker();
  if (!shrink) {
    warn('Faces stay where they are: the npm package sharp, which makes them small, is not installed.');
    return faces;
  }
  const folder = join(cache, 'faces');
  await mkdir(folder, { recursive: true });
  const agent = createAgent({ allows: allowPrivate ? () => true : isPublic, timeoutMs: TIMEOUT_MS });
  const wanted = [...new Set(urls)];
  const work = Array.from({ length: AT_ONCE }, async () => {
    for (let url = wanted.shift(); url !== undefined; url = wanted.shift()) {
      const bytes = await faceOf(url, join(folder, `${hashOf(url)}.webp`));
      if (bytes) faces.set(url, { path: `faces/${hashOf(bytes)}.webp`, bytes });
    }
  });
  await Promise.all(work);
  await agent.close();
  return faces;

  /** @param {string} url @param {string} file @returns {Promise<Uint8Array | undefined>} */
  async function faceOf(url, file) {
    const kept = await stat(file).catch(() => undefined);
    if (kept && now - kept.mtimeMs < WEEK_MS) return readFile(file);
    try {
      const bytes = await /** @type {NonNullable<typeof shrink>} */ (shrink)(await read(url));
      await writeFile(`${file}.new`, bytes);
      await rename(`${file}.new`, file);
      return bytes;
    } catch (error) {
      const { message, cause } = /** @type {Error & { cause?: Error }} */ (error);
      warn(
        `The face ${url} ${kept ? 'is the one of last time' : 'stays where it is'}: ${cause?.message ?? message}.`,
      );
      return kept && readFile(file);
    }
  }

  /** @param {string} url */
  async function read(url) {
    const { signal, clear } = deadline(TIMEOUT_MS);
    try {
      const name = `Planetarium${contact ? ` (+${contact})` : ''}`;
      const response = await fetch(url, {
        dispatcher: agent,
        signal,
        headers: { 'user-agent': name, accept: 'image/*' },
      });
      if (!response.ok) throw new Error(`its server answered ${response.status}`);
      const body = await readBody(/** @type {any} */ (response), MOST_BYTES, signal);
      if (body.kind === 'failed') throw new Error('it is larger than 8 MB');
      return body.bytes;
    } finally {
      clear();
    }
  }
}

/** @returns {Promise<((bytes: Uint8Array) => Promise<Uint8Array>) | undefined>}   rejects what is no picture */
async function shrinker() {
  const sharp = await import('sharp').then(
    (module) => module.default,
    () => undefined, // an optional package: not every machine has its binary
  );
  return (
    sharp &&
    ((bytes) =>
      sharp(bytes, { limitInputPixels: MOST_PIXELS })
        .rotate() // as its camera was held
        .resize(SIZE, SIZE, { fit: 'cover', position: 'attention' })
        .webp({ quality: 82 })
        .toBuffer())
  );
}

/** @param {string | Uint8Array} of */
const hashOf = (of) => createHash('sha256').update(of).digest('hex').slice(0, 16);

/**
 * @template {import('../any-planet.js').AnyPlanet} P
 * @param {P} planet
 * @param {Map<string, Face>} faces
 * @returns {P}     whose feeds have the faces of the site, in its config and as it is written
 */
export function withFaces(planet, faces) {
  const { base, config } = planet;
  const pathOf = (/** @type {unknown} */ face) =>
    typeof face === 'string' && URL.canParse(face, base)
      ? faces.get(new URL(face, base).href)?.path
      : undefined;
  const written = Array.isArray(planet.planet.feeds) ? planet.planet.feeds : [];
  return {
    ...planet,
    config: {
      ...config,
      feeds: config.feeds.map((feed) => {
        const path = pathOf(feed.face);
        return path ? { ...feed, face: `${base}${path}` } : feed;
      }),
    },
    planet: {
      ...planet.planet,
      feeds: written.map((feed) => {
        const path = pathOf(feed?.face);
        return path ? { ...feed, face: path } : feed;
      }),
    },
  };
}

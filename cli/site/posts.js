/**
 * Entries → their titles and bodies as markup, each drawn once. Documents of jsdom are slow and leave much behind: they live in
 * threads that may hold little, so that a build neither waits for one processor nor fills the memory.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Markup } from './markup.js';

/** @typedef {import('./post-thread.js').Drawn} Drawn */
/** @typedef {import('./post-thread.js').Post} Post */
/** @typedef {import('./post-thread.js').Order} Order */

const MOST_THREADS = 4;
/** Of a thread, in MiB: a post of a megabyte, the largest that is drawn, fits well. */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };
/** Posts that a thread is given at a time. */
const AT_ONCE = 8;
/** Letters of drawn posts that are kept: most posts stand on several pages. */
const MOST_LETTERS = 32 << 20;

/** @param {import('./post-thread.js').About} about */
export function createPosts(about) {
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () =>
    createThread(about),
  );
  /** @type {Map<string, Drawn>} */
  let drawn = new Map();
  let letters = 0;

  /** @param {Post[]} posts */
  async function drawAll(posts) {
    /** @type {Post[][]} */
    const queue = [];
    for (let at = 0; at < posts.length; at += AT_ONCE) queue.push(posts.slice(at, at + AT_ONCE));
    await Promise.all(
      threads.slice(0, queue.length).map(async (thread) => {
        for (let some = queue.shift(); some; some = queue.shift()) {
          const made = await drawSome(thread, some);
          some.forEach(({ entry }, at) => {
            drawn.set(entry.key, made[at]);
            letters += (made[at].body?.length ?? 0) + (made[at].title?.length ?? 0);
          });
        }
      }),
    );
  }

  return {
    /** Draws what was not yet drawn. @param {Post[]} posts */
    async prepare(posts) {
      if (letters > MOST_LETTERS) {
        drawn = new Map();
        letters = 0;
      }
      await drawAll(posts.filter(({ entry }) => !drawn.has(entry.key)).map(slim));
    },
    /** @param {string} key @returns {Drawn}   of a post that is prepared */
    of: (key) => drawn.get(key) ?? {},
    /** @param {string} html @returns {Promise<Markup>} */
    welcome: async (html) => new Markup((await threads[0].ask({ welcome: html })) ?? ''),
    close: () => Promise.all(threads.map((thread) => thread.close())),
  };
}

/** What of a post is drawn here; the rest need not be copied. @param {Post} post @returns {Post} */
const slim = ({ entry: { key, link, language, title, content }, feed }) => ({
  entry: /** @type {any} */ ({ key, link, language, title, content }),
  feed: feed && { link: feed.link, url: feed.url },
});

/**
 * @param {ReturnType<typeof createThread>} thread
 * @param {Post[]} posts
 * @returns {Promise<Drawn[]>}   nothing of a post for which even a whole thread is too small
 */
async function drawSome(thread, posts) {
  const drawn = await thread.ask({ posts });
  if (drawn) return drawn;
  if (posts.length === 1) return [{}];
  const all = [];
  for (const post of posts) all.push(...(await drawSome(thread, [post])));
  return all;
}

/**
 * A thread that begins when it is first asked, and anew when it ended over what it was asked.
 * @param {import('./post-thread.js').About} about
 */
function createThread(about) {
  /** @type {Worker | undefined} */
  let worker;
  return {
    /** @param {Order} order @returns {Promise<any>}   undefined: it ran out of memory */
    async ask(order) {
      const asked = (worker ??= new Worker(new URL('./post-thread.js', import.meta.url), {
        workerData: about,
        resourceLimits: HEAP,
        stdout: false,
      }));
      return new Promise((resolve, reject) => {
        const onMessage = (/** @type {unknown} */ answer) => {
          asked.off('error', onError);
          resolve(answer);
        };
        const onError = (/** @type {NodeJS.ErrnoException} */ error) => {
          asked.off('message', onMessage);
          worker = undefined;
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(undefined);
          else reject(error);
        };
        asked.once('message', onMessage);
        asked.once('error', onError);
        asked.postMessage(order);
      });
    },
    close: async () => void (await worker?.terminate()),
  };
}

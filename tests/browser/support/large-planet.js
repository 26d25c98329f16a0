/** A planet of many weblogs on loopback: as large as the planets that people have, and the same every time. */
import { openSite } from './sites.js';

const WORDS =
  'harbour tide lamp crumb almanac breakfast wren otter patience mapless kettle weather ferry pencil quarry'.split(
    ' ',
  );
const HOUR_MS = 3_600_000;
const NEWEST = Date.UTC(2026, 5, 21, 10);

/** As static hosts say it: who comes again has the program. */
const CACHED = { 'Cache-Control': 'max-age=600' };

/** @param {number} seed @param {number} length */
const prose = (seed, length) =>
  Array.from({ length }, (_, i) => WORDS[(seed * 7 + i * i * 3 + (i >> 3)) % WORDS.length]).join(' ');

/** A body as weblogs have them: paragraphs, code, a list, a quotation, links, a picture. @param {number} seed */
const body = (seed) =>
  `<h2>${prose(seed, 4)}</h2><p>${prose(seed, 60)} <a href="https://elsewhere.example/${seed}">${prose(seed, 3)}</a>.</p>` +
  `<pre><code>${prose(seed + 1, 40)}</code></pre><ul>${'<li>A line of a <em>list</em></li>'.repeat(8)}</ul>` +
  `<blockquote><p>${prose(seed + 2, 50)}</p></blockquote><p>${prose(seed + 3, 120)}</p>` +
  `<p><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==" width="320" height="200" alt="">${prose(seed + 4, 80)}</p>`;

/** @param {number} feed @param {number} posts */
function rss(feed, posts) {
  const items = Array.from({ length: posts }, (_, post) => {
    const when = new Date(NEWEST - (post * 97 + feed) * HOUR_MS).toUTCString();
    const tags = [post, feed, post + feed].map((n) => `<category>${WORDS[n % WORDS.length]}</category>`);
    return `<item><guid isPermaLink="false">w${feed}-${post}</guid><title>${prose(feed + post, 6)}</title><link>https://w${feed}.example/${post}</link>${tags.join('')}<pubDate>${when}</pubDate><description><![CDATA[${body(feed * 31 + post)}]]></description></item>`;
  });
  return `<rss version="2.0"><channel><title>Weblog ${feed}</title><link>https://w${feed}.example/</link>${items.join('')}</channel></rss>`;
}

/**
 * The page at `url`, its planet beside it.
 * @param {{ feeds?: number, posts?: number }} [size]
 */
export async function openLargePlanet({ feeds = 100, posts = 20 } = {}) {
  /** @type {Record<string, import('./sites.js').File>} */
  const files = {};
  /** @type {() => void} */
  let release = () => {};
  /** @type {Promise<void> | undefined} */
  let held;
  for (let feed = 0; feed < feeds; feed++)
    files[`dist/feeds/${feed}.xml`] = {
      body: rss(feed, posts),
      headers: { 'Cache-Control': 'no-cache' },
      get until() {
        return held;
      },
    };
  files['dist/planet.json'] = JSON.stringify({
    title: 'A large planet',
    language: 'en',
    feeds: Array.from({ length: feeds }, (_, i) => ({
      url: `feeds/${i}.xml`,
      name: `Author ${i}`,
      cors: true,
    })),
  });
  const site = await openSite(files, CACHED);
  return {
    url: `${site.url}dist/index.html`,
    asked: site.asked,
    /** No feed is answered until they are let go. */
    hold() {
      held = new Promise((resolve) => (release = resolve));
    },
    letGo() {
      held = undefined;
      release();
    },
    close: site.close,
  };
}

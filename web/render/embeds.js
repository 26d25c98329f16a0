/** The address of a player that a post embeds → the page of what it plays, where the video site is known: a page is for people. */

/** @type {[host: RegExp, path: RegExp, page: (id: string, url: URL) => string][]} */
const SITES = [
  [
    /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com$/,
    /^\/(?:embed|v)\/(?!videoseries)([\w-]{11})$/,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^player\.vimeo\.com$/, /^\/video\/(\d+)$/, (id) => `https://vimeo.com/${id}`],
  [
    /^(?:www\.)?dailymotion\.com$/,
    /^\/embed\/video\/(\w+)$/,
    (id) => `https://www.dailymotion.com/video/${id}`,
  ],
  // PeerTube runs on anybody's host: its path tells it.
  [/^/, /^\/videos\/embed\/([\w-]{20,40})$/, (id, { origin }) => `${origin}/videos/watch/${id}`],
];

/** @param {string} href   http or https @returns {string} */
export function pageOfEmbed(href) {
  const url = new URL(href);
  for (const [host, path, page] of SITES) {
    const id = host.test(url.hostname) && path.exec(url.pathname)?.[1];
    if (id) return page(id, url);
  }
  return href;
}

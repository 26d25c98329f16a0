/**
 * The lists a planet names → the feeds they hold. A list is fetched as a feed is, and remembered as one: where it cannot be
 * had, what it last said still counts, and with it the posts of its feeds.
 *
 * @import { Failure, Listed, Subscriptions } from '../model.js'
 * @import { Fresh, NotFetched } from './fetch-feed.js'
 *
 * @typedef {{ bytes?: Uint8Array, contentType?: string, baseUrl?: string, direct?: boolean }} Saved   of web/store/feed-store.js
 */

/**
 * @param {string[]} urls
 * @param {object} env
 * @param {(feed: { url: string, direct?: boolean }) => Promise<Fresh | NotFetched>} env.fetchFeed
 * @param {(bytes: Uint8Array, about: { url?: string, contentType?: string }) => Promise<{ kind: 'ok', value: Subscriptions } | Failure>} env.readOpml
 * @param {{ load: () => Promise<Map<string, Saved>>, update: (url: string, changes: Partial<Saved>) => Promise<void> }} env.store
 * @returns {Promise<Map<string, Listed[]>>}   without those that could never be read
 */
export async function fetchLists(urls, { fetchFeed, readOpml, store }) {
  const saved = await store.load();
  /** @param {string} url @returns {Promise<[string, Listed[] | undefined]>} */
  const one = async (url) => {
    const before = saved.get(url);
    const fetched = await fetchFeed({ url, direct: before?.direct });
    if (fetched.kind === 'fresh') {
      const { bytes, contentType, url: baseUrl, direct } = fetched;
      const read = await readOpml(bytes, { url: baseUrl, contentType });
      if (read.kind === 'ok') {
        await store.update(url, { bytes, contentType, baseUrl, ...(direct !== undefined && { direct }) });
        return [url, read.value.feeds];
      }
    }
    if (!before?.bytes) return [url, undefined];
    const { bytes, contentType, baseUrl = url } = before;
    const read = await readOpml(bytes, { url: baseUrl, contentType });
    return [url, read.kind === 'ok' ? read.value.feeds : undefined];
  };
  const lists = await Promise.all([...new Set(urls)].map(one));
  return new Map(/** @type {[string, Listed[]][]} */ (lists.filter(([, feeds]) => feeds)));
}

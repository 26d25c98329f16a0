/** The object of a planet.json that is read where it does not lie → the same without what only lies beside it. */
import { parsedUrl } from './config-values.js';

/**
 * On disk there are no pictures and no proxy to be asked for; a feed there is an error that people must be told of.
 * @param {unknown} planet
 * @param {string} base
 * @returns {unknown}
 */
export function portablePlanet(planet, base) {
  if (typeof planet !== 'object' || planet === null || /^https?:/.test(base)) return planet;
  const { proxy, link, feeds, ...rest } = /** @type {Record<string, any>} */ (planet);
  const isWeb = (/** @type {unknown} */ url) =>
    typeof url !== 'string' || /^https?:$/.test(parsedUrl(url, base)?.protocol ?? '');
  const proxies = [proxy ?? []].flat().filter(isWeb);
  return {
    ...rest,
    ...(proxies.length && { proxy: proxies }),
    ...(isWeb(link) && { link }),
    feeds: !Array.isArray(feeds)
      ? feeds
      : feeds.map((feed) =>
          typeof feed !== 'object' || feed === null
            ? feed
            : Object.fromEntries(
                Object.entries(feed).filter(([key, value]) => !/^(?:face|link)$/.test(key) || isWeb(value)),
              ),
        ),
  };
}

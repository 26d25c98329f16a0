/** Feedjack's tables as Django's dumpdata writes them (JSON) → planet.json of its first site. */

/** @import { Imported } from './planet-ini.js' */

/** @typedef {{ model: string, pk: number, fields: Record<string, any> }} Row */

/** By Feedjack's numbers and names. @type {Record<string, string>} */
const ORDERS = {
  1: 'updated',
  modified: 'updated',
  2: 'received',
  created: 'received',
  3: 'received_day',
  created_day: 'received_day',
};

/** @param {unknown} data @returns {data is Row[]} */
export const isFeedjack = (data) =>
  Array.isArray(data) && data.some((row) => /^feedjack\.(?:site|feed|subscriber)$/.test(row?.model));

/** @param {Row[]} rows @returns {Imported} */
export function fromFeedjack(rows) {
  /** @type {string[]} */
  const notes = [];
  const of = (/** @type {string} */ model) => rows.filter((row) => row.model === `feedjack.${model}`);
  const sites = of('site');
  const site = sites.find(({ fields }) => fields.default_site) ?? sites[0];
  for (const other of sites)
    if (other !== site)
      notes.push(
        `The site ${other.fields.name ?? other.pk} is a planet of its own: import it from a dump that holds it alone.`,
      );
  const feeds = new Map(of('feed').map((row) => [row.pk, row.fields]));
  const links = new Map(of('link').map((row) => [row.pk, row.fields]));
  const subscribers = of('subscriber').filter(({ fields }) => !site || fields.site === site.pk);
  const subscribed = subscribers.flatMap(({ pk, fields }) => {
    const feed = feeds.get(fields.feed);
    if (!feed?.feed_url) {
      notes.push(`The subscriber ${fields.name ?? pk} has no feed in this dump.`);
      return [];
    }
    const name = fields.name || feed.name;
    if (fields.is_active === false || feed.is_active === false) {
      notes.push(`${name} is not active, and left out: ${feed.feed_url}`);
      return [];
    }
    if (feed.filters?.length) notes.push(`Filters of ${name} are programs, and not taken over.`);
    const nick = fields.shortname || feed.shortname;
    return [
      filled({
        url: feed.feed_url,
        name,
        nick: nick === 'nobody' ? undefined : nick,
        link: feed.link || undefined,
      }),
    ];
  });
  const settings = site?.fields ?? {};
  if (settings.greets) notes.push('“Greetings” has no place of its own: put it into welcome.');
  if (settings.template && settings.template !== 'default')
    notes.push(`The theme ${settings.template} is not taken over.`);
  if (of('post').length)
    notes.push(`${of('post').length} posts are not taken over: the feeds bring those they still carry.`);
  const elsewhere = (settings.links ?? []).flatMap((/** @type {number} */ pk) => {
    const link = links.get(pk);
    return link ? [{ title: link.name, url: link.link }] : [];
  });
  return {
    planet: filled({
      title: settings.title || settings.name || undefined,
      description: settings.description || undefined,
      link: settings.url || undefined,
      welcome: settings.welcome || undefined,
      pageSize: settings.posts_per_page || undefined,
      order: ORDERS[settings.order_posts_by],
      links: elsewhere.length ? elsewhere : undefined,
      feeds:
        subscribed.length || site
          ? subscribed
          : [...feeds.values()].map(({ feed_url: url, name }) => filled({ url, name })),
    }),
    notes,
  };
}

/** @param {Record<string, unknown>} object @returns {Record<string, any>} */
const filled = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** What an address asks for → the words for it: the heading of the view, its title, and each filter with the way out of it. */
import { formatAddress } from '../config/address.js';
import { label } from './excerpt.js';
import { feedOf } from './scene.js';

/** @import { Address } from '../config/address.js' */
/** @import { Scene } from './scene.js' */

/**
 * @param {Scene} scene
 * @returns {{ text: string, without: string }[]}   each filter, and the address of the view without it
 */
export function filtersOf(scene) {
  const { address, words, dates, view } = scene;
  const { filters } = words;
  /** @param {keyof Address} key @param {(value: string) => string} say */
  const part = (key, say) =>
    address[key]
      ? [
          {
            text: label(say(String(address[key]))),
            without: formatAddress({ ...address, [key]: undefined, page: undefined }),
          },
        ]
      : [];
  /** @param {string} when */
  const date = (when) => words.spans[/** @type {keyof typeof words.spans} */ (when)] ?? dates.shortDay(when);
  return [
    ...part('feed', (nick) => filters.feed(feedOf(scene, nick)?.name ?? nick)),
    ...part('author', filters.author),
    ...part('tag', (tag) => filters.tag(view.cloud.find((other) => other.tag === tag)?.label ?? tag)),
    ...part('search', filters.search),
    ...part('lang', (code) =>
      code === 'und'
        ? filters.unknownLanguage
        : filters.lang(
            code
              .split(',')
              .map((one) => languageName(one, words.language))
              .join(', '),
          ),
    ),
    ...part('month', (month) => filters.month(dates.month(month))),
    ...(address.since && address.since === address.until
      ? part('since', (day) => filters.on(date(day))).map(({ text }) => ({
          text,
          without: formatAddress({ ...address, since: undefined, until: undefined, page: undefined }),
        }))
      : [
          ...part('since', (when) => filters.since(date(when))),
          ...part('until', (when) => filters.until(date(when))),
        ]),
    ...part('starred', () => filters.starred),
    ...part('hidden', () => filters.hidden),
    ...part('asc', () => filters.asc),
  ];
}

/**
 * @param {string} code     of the address: anything
 * @param {string} locale
 */
export function languageName(code, locale) {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {Scene} scene @returns {string}   for the window's title */
export function titleOf(scene) {
  const { address, config, view, words } = scene;
  const filters = filtersOf(scene).map(({ text }) => text);
  const entry =
    address.entry && view.entries[0]?.title?.type === 'text'
      ? label(view.entries[0].title.value ?? '')
      : undefined;
  const title = entry ?? (isFiltered(scene) ? [leadOf(scene), ...filters].join(' ') : undefined);
  return words.pageTitle(title ? `${title} · ${config.title}` : config.title, view.page);
}

/** @param {Scene} scene @returns {boolean} */
export const isFiltered = (scene) => Boolean(scene.address.entry) || filtersOf(scene).length > 0;

/** @param {Scene} scene @returns {string}   the first word of a heading */
export const leadOf = ({ address, words }) => (address.entry ? words.post : words.posts);

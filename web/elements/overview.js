/**
 * What the overview beside the posts needs, asked for when the page has nothing better to do: one count after the other,
 * each a short task of its own, anew when the filter or the planet has changed.
 *
 * @import { Address } from '../config/address.js'
 * @import { Query, View } from '../model.js'
 * @import { Facets } from '../render/overview/overview-view.js'
 *
 * @typedef {typeof import('../render/overview/overview-view.js')} Drawer
 */
import { formatAddress } from '../config/address.js';

/** Milliseconds of quiet before the first count, and between counts. */
const REST_MS = 30;

/**
 * @param {object} env
 * @param {Window} env.window
 * @param {(address: Address, wanted: Partial<Query>) => View | undefined} env.ask   a view of nothing but what is wanted
 * @param {() => void} env.onChange
 */
export function createOverview({ window, ask, onChange }) {
  /** @type {Drawer | undefined} */
  let drawer;
  /** @type {Facets} */
  let facets = {};
  let asked = '';
  let year = 0;
  let round = 0;

  return {
    /** Everything must be counted again: the planet has changed. */
    forget() {
      asked = '';
    },
    /** @param {Address} address */
    prepare(address) {
      const { page: _, entry: __, asc: ___, ...filter } = address;
      const wanted = formatAddress(filter);
      if (asked === wanted) return;
      const isOther = facets.months !== undefined && asked !== '';
      asked = wanted;
      if (isOther) facets = {};
      void count(filter, ++round);
    },
    /** @param {import('../render/scene.js').Scene} scene */
    view: (scene) => drawer?.overviewView(scene, facets, askYear),
  };

  /** @param {Address} filter @param {number} mine */
  async function count(filter, mine) {
    const { month: _, since: __, until: ___, ...ofAnyTime } = filter;
    const { lang: ____, ...ofAnyLanguage } = filter;
    drawer ??= await import('../render/overview/overview-view.js').catch(() => undefined);
    for (const take of [
      () => (facets.months = ask(ofAnyTime, { months: true })?.months),
      () => (facets.languages = ask(ofAnyLanguage, { languages: true })?.languages),
      () => (facets.links = ask(filter, { links: true })?.links),
      () => year && (facets.calendar = daysOf(ofAnyTime)),
    ]) {
      await new Promise((resolve) => window.setTimeout(resolve, REST_MS));
      if (mine !== round) return;
      take();
    }
    onChange();
  }

  /** @param {Address} address @returns {Facets['calendar']} */
  function daysOf(address) {
    const view = ask({ ...address, since: `${year}-01-01`, until: `${year}-12-31` }, { days: true });
    return { year, counts: new Map(view?.daysWithPosts?.map(({ day, count }) => [day, count])) };
  }

  /** @param {number} wanted */
  function askYear(wanted) {
    year = wanted;
    asked = '';
    onChange();
  }
}

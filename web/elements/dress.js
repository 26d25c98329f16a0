/**
 * The planet's and the reader's choice of looks → the page's attributes and style sheets. A theme's file is asked for when it
 * is chosen; the planet's own style sheet comes last, so that it wins.
 *
 * @import { Config } from '../config/planet-config.js'
 * @import { Look, Scheme } from '../config/theme.js'
 *
 * @typedef {object} Dress
 * @property {() => Look | 'page'} look        what is worn; `page` is the page's own
 * @property {() => Scheme} scheme
 * @property {() => Promise<void>} wear        fulfilled when it is there, or will not come
 * @property {(look: string, scheme: string) => Promise<void>} change   kept for the next visit
 */
import { isLook, isScheme } from '../config/theme.js';

/** Milliseconds that the posts wait for a style sheet: a page that dresses late jumps, one that waits for ever is empty. */
const PATIENCE_MS = 1000;

/**
 * @param {Document} document
 * @param {Pick<Config, 'theme' | 'look' | 'css'>} config
 * @param {{ get: (key: string) => string | undefined, set: (key: string, value: string) => void }} choices
 * @param {{ themesWithin?: boolean }} [page]    whether every theme stands in the page's own style
 * @returns {Dress}
 */
export function createDress(document, config, choices, { themesWithin = false } = {}) {
  const { documentElement: root } = document;
  const scheme = () => {
    const chosen = choices.get('scheme');
    return isScheme(chosen) ? chosen : config.theme;
  };
  const look = () => {
    const chosen = choices.get('look');
    return chosen === 'page' || isLook(chosen) ? chosen : (config.look ?? 'page');
  };

  async function wear() {
    const [wornLook, wornScheme] = [look(), scheme()];
    if (wornScheme === 'system') delete root.dataset.theme;
    else root.dataset.theme = wornScheme;
    const asked = wornLook !== 'page' && !themesWithin;
    const theme = asked ? new URL(`themes/${wornLook}.css`, document.baseURI).href : undefined;
    await Promise.all([sheet('theme', theme), sheet('own', config.css)]);
    if (look() !== wornLook) return;
    if (wornLook === 'page') delete root.dataset.look;
    else root.dataset.look = wornLook;
  }

  /** @param {string} name @param {string | undefined} href   http or https: the page's own host @returns {Promise<unknown>} */
  async function sheet(name, href) {
    const old = /** @type {HTMLLinkElement | null} */ (root.querySelector(`link[data-dress="${name}"]`));
    if (old?.href === (href ?? undefined)) return;
    if (!href) return old?.remove();
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href });
    link.dataset.dress = name;
    const there = new Promise((resolve) => {
      link.onload = link.onerror = resolve;
      setTimeout(resolve, PATIENCE_MS);
    });
    const own = name === 'theme' && root.querySelector('link[data-dress="own"]');
    document.head.insertBefore(link, own || null);
    await there;
    old?.remove();
  }

  return {
    look,
    scheme,
    wear,
    change(chosenLook, chosenScheme) {
      choices.set('look', chosenLook);
      choices.set('scheme', chosenScheme);
      return wear();
    },
  };
}

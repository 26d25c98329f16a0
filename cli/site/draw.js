/** A view of a planet → the markup of its page: the page's own templates, drawn in jsdom and sanitised there. */
import { JSDOM } from 'jsdom';
import { zoneTransitions } from '../../web/config/time-zone.js';
import { loadWords } from '../../web/locales/load-words.js';

/** @typedef {import('../../web/model.js').View} View */
/** @typedef {import('../../web/config/address.js').Address} Address */
/** @typedef {import('../../web/config/planet-config.js').Config} Config */
/** @typedef {{ markup: string, title: string }} Drawn */

/**
 * @param {object} env
 * @param {Config} env.config
 * @param {string} env.base     URL of the site
 * @param {number} env.now      UTC seconds
 */
export async function createDrawer({ config, base, now }) {
  const dom = new JSDOM('<!doctype html><body></body>', { url: base });
  const window = /** @type {Window & typeof globalThis} */ (/** @type {unknown} */ (dom.window));
  // lit asks for the document when it is loaded, and once.
  const globals = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (globalThis));
  globals.document ??= window.document;
  const { render } = await import('lit/html.js');
  const { pageView } = await import('../../web/render/page-view.js');
  const { createContents } = await import('../../web/render/contents.js');
  const { createSanitizer } = await import('../../web/render/sanitize.js');
  const { datesIn } = await import('../../web/render/dates.js');
  const { pageOfEmbed } = await import('../../web/render/embeds.js');
  const { titleOf } = await import('../../web/render/heading.js');
  const { noticesOf } = await import('../../web/render/notices.js');
  const document = /** @type {Document} */ (globals.document);
  const { words, locale } = await loadWords([config.language]);
  const sanitizer = createSanitizer({
    window: /** @type {any} */ (document.defaultView),
    page: base,
    embedded: words.embedded,
    pageOf: pageOfEmbed,
  });
  const contents = createContents(sanitizer, document, words);
  const dates = datesIn(locale);

  return {
    locale,
    zone: zoneTransitions(config.timezone === 'viewer' ? 'published' : config.timezone, now),
    /**
     * @param {View} view
     * @param {Address} address
     * @param {string} path    to the site's root, as "../"
     * @param {(hash: string) => string | undefined} placeOf   the file of an address, relative to the page; undefined: it has none
     * @returns {Drawn}
     */
    draw(view, address, path, placeOf) {
      const root = document.createElement('div');
      /** @type {import('../../web/render/scene.js').Scene} */
      const scene = {
        config,
        icon: `${path}icon.svg`,
        view,
        address,
        notices: [],
        progress: { done: 1, total: 1 },
        welcome: welcomeOf(),
        search: emptySearch(),
        overview: undefined,
        density: config.content,
        today: new Date(now * 1000).toISOString().slice(0, 10),
        onDensity: () => {},
        onDocument: () => {},
        words,
        dates,
        contents,
      };
      const whole = { ...scene, notices: noticesOf(scene, []) };
      render(pageView(whole), root);
      settle(root, base, path, placeOf);
      const markup = root.innerHTML.replace(/<!--.*?-->/g, '');
      root.replaceChildren(); // a remembered post would hold the whole page it stands in
      return { markup, title: titleOf(whole) };
    },
  };

  function emptySearch() {
    const search = document.createElement('div');
    search.className = 'search';
    return search;
  }

  function welcomeOf() {
    const fragment = config.welcome && sanitizer.block(config.welcome, { prefix: 'welcome-', base });
    if (!fragment || fragment === 'too-large') return undefined;
    const section = document.createElement('section');
    section.className = 'welcome';
    section.append(fragment);
    return section;
  }
}

/**
 * What only a script can do goes, and addresses of views lead to their files.
 * @param {HTMLElement} root
 * @param {string} base
 * @param {string} path
 * @param {(hash: string) => string | undefined} placeOf
 */
function settle(root, base, path, placeOf) {
  for (const face of root.querySelectorAll('img.face')) {
    const src = face.getAttribute('src') ?? '';
    if (src.startsWith(base)) face.setAttribute('src', path + src.slice(base.length)); // a file of the site
  }
  for (const button of root.querySelectorAll('.documents, progress')) button.remove();
  // Their place is kept: the posts would jump when the script puts them there.
  for (const buttons of root.querySelectorAll('.densities')) {
    buttons.replaceChildren();
    for (const name of ['role', 'aria-label']) buttons.removeAttribute(name);
  }
  root.querySelector('#documents')?.closest('section')?.remove();
  for (const link of root.querySelectorAll('a[href^="#/"]')) {
    const place = placeOf(link.getAttribute('href') ?? '');
    if (place === undefined) link.removeAttribute('href');
    else link.setAttribute('href', place);
  }
}

/**
 * Whatever may name a planet, where no planet.json can be asked for → the planet, once the reader has agreed: what they dropped
 * here, what the address asks for, what stands in the page or beside it; else they are asked.
 *
 * @import { Words } from '../locales/en.js'
 * @import { Failure } from '../model.js'
 *
 * @typedef {object} Chosen
 * @property {string} written     JSON of a planet
 * @property {string} key         names what is stored of it
 * @property {string} [name]      of the file that the reader dropped
 *
 * @typedef {object} ChooseEnv
 * @property {HTMLElement} root
 * @property {Window & typeof globalThis} window
 * @property {Words} words
 * @property {() => Promise<unknown>} planetFile   what planet.js beside the page gives; undefined: there is none
 * @property {(bytes: Uint8Array, about: { url?: string }) => Promise<{ kind: 'ok', value: { planet: any } } | Failure>} importList   of web/config/import
 * @property {(url: string, proxy: string | undefined) => Promise<{ bytes: Uint8Array, url: string } | undefined>} fetchList
 */
import { parsedUrl } from '../config/config-values.js';
import { linkedPlanet, linkedQuery } from '../config/linked-planet.js';
import { portablePlanet } from '../config/portable-planet.js';
import { chooseView, hostsView } from '../render/ask-view.js';
import { draw } from './draw.js';

/** @param {ChooseEnv} env @returns {Promise<Chosen | undefined>}   undefined: the address asks for none, or the reader said no */
export async function choiceOfLink(env) {
  const { location } = env.window;
  const linked = linkedPlanet(location);
  const planet = linked && (await askLinked(linked, env));
  return planet && chosenFrom(env.window, planet, linkedQuery(linked));
}

/** @param {Window} window @param {unknown} planet @param {string} [mark] @returns {Chosen} */
const chosenFrom = ({ document, location }, planet, mark = '') => ({
  written: JSON.stringify(portablePlanet(planet, document.baseURI)),
  key: location.href.split(/[?#]/)[0] + mark,
});

/** @param {ChooseEnv} env @returns {Promise<Chosen>} */
export async function choosePlanet(env) {
  const { window, planetFile } = env;
  const { document, location } = window;
  const page = location.href.split(/[?#]/)[0];
  /** @param {unknown} planet @param {string} [mark] @returns {Chosen} */
  const chosen = (planet, mark) => chosenFrom(window, planet, mark);

  const linked = await choiceOfLink(env);
  if (linked) return linked;
  const dropped = createShelf(window, page);
  const kept = dropped.get();
  if (kept) return { ...chosen(kept.planet, `#${kept.name}`), name: kept.name };
  const inline = document.querySelector('script[type="application/json"]#planet-json')?.textContent?.trim();
  // Broken JSON is told of by whoever reads it.
  if (inline) return { ...chosen({}), written: portableText(inline, document.baseURI) };
  const beside = await planetFile();
  if (beside !== undefined) return chosen(beside);
  const { planet, name } = await askReader(env);
  dropped.put({ planet, name });
  return { ...chosen(planet, `#${name}`), name };
}

/** @param {string} text @param {string} base */
function portableText(text, base) {
  try {
    return JSON.stringify(portablePlanet(JSON.parse(text), base));
  } catch {
    return text;
  }
}

/** A planet that the reader chose stays theirs until they close it. @param {Window} window @param {string} page */
export function createShelf(window, page) {
  const key = `planetarium:chosen:${page}`;
  /** @template T @param {() => T} work @returns {T | undefined} */
  const attempt = (work) => {
    try {
      return work();
    } catch {
      return undefined; // no storage: it lasts as long as the page
    }
  };
  return {
    /** @returns {{ planet: object, name: string } | undefined} */
    get: () => attempt(() => JSON.parse(window.localStorage.getItem(key) ?? 'null')) ?? undefined,
    /** @param {{ planet: object, name: string }} chosen */
    put: (chosen) => attempt(() => window.localStorage.setItem(key, JSON.stringify(chosen))) !== undefined,
    drop: () => attempt(() => window.localStorage.removeItem(key)),
  };
}

/**
 * Nothing is asked of any host before the reader has agreed to all of them.
 * @param {import('../config/linked-planet.js').Linked} linked
 * @param {ChooseEnv} env
 * @returns {Promise<object | undefined>}
 */
async function askLinked(linked, env) {
  const { window, fetchList, importList } = env;
  const through = linked.proxy ? { proxy: linked.proxy } : {};
  const proxies = linked.proxy ? [linked.proxy] : [];
  /** @type {{ feeds: (string | { url?: string, list?: string })[] }} */
  let planet;
  if (linked.kind === 'feeds') planet = { feeds: linked.feeds };
  else {
    if (!(await askHosts([linked.url, ...proxies], env))) return undefined;
    const list = await fetchList(linked.url, linked.proxy);
    const read = list && (await importList(list.bytes, { url: list.url }));
    // Whoever shows the planet says what is wrong with its list.
    planet = read?.kind === 'ok' ? read.value.planet : { feeds: [{ list: linked.url }] };
  }
  const urls = planet.feeds.flatMap((feed) =>
    typeof feed === 'string' ? feed : (feed.url ?? feed.list ?? []),
  );
  if (!(await askHosts([...urls, ...proxies], env))) return undefined;
  // The fragment is needed for views from here on.
  window.history.replaceState(null, '', `${linkedQuery(linked)}#/`);
  return { ...planet, ...through };
}

/** @param {string[]} urls @param {ChooseEnv} env @returns {Promise<boolean>} */
function askHosts(urls, { root, words, window }) {
  const hosts = [...new Set(urls.flatMap((url) => parsedUrl(url)?.host ?? []))].sort();
  const agreed = `planetarium:agreed:${hosts.join()}`;
  try {
    // A page that is loaded again asks nothing again.
    if (window.sessionStorage.getItem(agreed)) return Promise.resolve(true);
  } catch {
    // no storage: it asks
  }
  return new Promise((resolve) => {
    const onYes = () => {
      try {
        window.sessionStorage.setItem(agreed, '1');
      } catch {
        // no storage: it asks again
      }
      resolve(true);
    };
    draw(hostsView(words, { hosts, onYes, onNo: () => resolve(false) }), root);
  });
}

/** @param {ChooseEnv} env @returns {Promise<{ planet: object, name: string }>} */
function askReader({ root, window, words, importList }) {
  return new Promise((resolve) => {
    const stop = acceptDrops(window, take);
    show();

    /** @param {File} file */
    async function take(file) {
      const read = await importList(new Uint8Array(await file.arrayBuffer()), {});
      if (read.kind === 'failed' || !read.value.planet.feeds.length)
        return show(words.ask.nothingIn(file.name));
      stop();
      resolve({ planet: read.value.planet, name: file.name });
    }

    /** @param {string} [trouble] */
    function show(trouble) {
      const onText = (/** @type {string} */ text) => void take(new File([text], words.ask.here));
      draw(chooseView(words, { trouble, onFile: take, onText }), root);
    }
  });
}

/** @param {Window & typeof globalThis} window @param {(file: File) => void} onFile @returns {() => void}   stops it */
export function acceptDrops(window, onFile) {
  const { documentElement } = window.document;
  /** @param {DragEvent} event */
  const over = (event) => {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
    event.preventDefault();
    documentElement.classList.toggle('dropping', event.type === 'dragover');
    const [file] = event.dataTransfer?.files ?? [];
    if (event.type === 'drop' && file) onFile(file);
  };
  const types = /** @type {const} */ (['dragover', 'dragleave', 'drop']);
  for (const type of types) window.addEventListener(type, over);
  return () => {
    for (const type of types) window.removeEventListener(type, over);
    documentElement.classList.remove('dropping');
  };
}

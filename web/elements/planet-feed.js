/**
 * `<planet-feed>`: posts of a planet in another site's page. Its attributes say which and how; what stands in it is shown until
 * there are posts, and where there are none to be had.
 *
 * @import { Config } from '../config/planet-config.js'
 * @import { PostWords } from '../locales/en-posts.js'
 * @import { Query, View } from '../model.js'
 * @import { Contents } from '../render/contents.js'
 * @import { Wanted } from './feed-settings.js'
 *
 * @typedef {object} Shown     a planet that is open
 * @property {'ok'} kind
 * @property {Config} config
 * @property {{ query: (query: Query) => { kind: 'ok', value: View } | import('../model.js').Failure | undefined, progress: () => { done: number, total: number } }} live
 * @property {() => Unshowable | undefined} failure   the core cannot be had
 * @property {(minutes: number) => void} refresh      reads the feeds again if the last time is so long ago
 *
 * @typedef {{ kind: 'failed', reason: string, detail?: string }} Unshowable
 *
 * @typedef {object} FeedEnv
 * @property {(wanted: Wanted, onChange: () => void) => { planet: Promise<Shown | Unshowable>, release: () => void }} take
 * @property {(languages: (string | undefined)[]) => Promise<{ words: PostWords, locale: string }>} loadWords
 * @property {(words: PostWords) => Contents} contentsIn
 * @property {string} style
 * @property {() => number} now    UTC seconds
 */
import { render } from 'lit/html.js';
import { queryOf } from '../config/address.js';
import { zoneTransitions } from '../config/time-zone.js';
import { datesIn } from '../render/dates.js';
import { feedView, outward } from '../render/feed-view.js';
import { fallbackView, frameView } from '../render/frame-view.js';
import { ATTRIBUTES, SOURCE, addressOf, shownOf, wantedOf } from './feed-settings.js';
import { finishPosts } from './finish-posts.js';
import { followInPostLinks } from './in-post-links.js';
import { createRedraw } from './redraw.js';

/** So far below the window an element begins to work. */
const MARGIN = '600px';

/** @param {FeedEnv} env */
export function createFeedElement({ take, loadWords, contentsIn, style, now }) {
  /** One for all elements of a page. @type {CSSStyleSheet | undefined} */
  let sheet;

  class PlanetFeed extends HTMLElement {
    static observedAttributes = [...ATTRIBUTES];

    /** @type {ReturnType<FeedEnv['take']> | undefined} */
    #held;
    /** @type {Shown | Unshowable | undefined} */
    #planet;
    /** @type {object | string | undefined} */
    #given;
    /** @type {IntersectionObserver | undefined} */
    #near;
    #timer = 0;
    #waiting = false;
    /** It has come near the window once. */
    #begun = false;
    /** What it shows is not what it was asked for last. */
    #stale = true;
    /** Keys of the posts that are shown; undefined: none were yet. @type {string | undefined} */
    #shown;
    /** @type {string | undefined} */
    #told;
    /** @type {View | undefined} */
    #view;
    /** @type {{ asked?: string, words?: PostWords, locale?: string }} */
    #spoken = {};
    /** What was made of posts: it stands in this element, and so in no other. @type {Map<PostWords, Contents>} */
    #contents = new Map();
    #redraw = createRedraw(() => this.#draw());

    /** @param {string} [tag] @param {CustomElementRegistry} [registry] */
    static define(tag = 'planet-feed', registry = globalThis.customElements) {
      // Two scripts of a page may bring the element: the first one stays.
      if (registry && !registry.get(tag)) registry.define(tag, this);
    }

    connectedCallback() {
      this.#open();
      this.#near = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          this.#near?.disconnect();
          this.#near = undefined;
          this.#load();
        },
        { rootMargin: MARGIN },
      );
      if (this.#begun) this.#load();
      else this.#near.observe(this);
    }

    disconnectedCallback() {
      this.#near?.disconnect();
      this.#near = undefined;
      this.#release();
      this.#stale = true;
    }

    /** @param {string} name @param {string | null} before @param {string | null} after */
    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (SOURCE.has(name)) this.#changeSource();
      else if (this.#held) this.#changeLook();
    }

    /** What a planet.json would hold, or its text: in place of `src`. @returns {object | string | undefined} */
    get planet() {
      return this.#given;
    }

    set planet(planet) {
      this.#given = planet;
      this.#changeSource();
    }

    /** Each feed of the planet: how many posts of it there are, and in words what is wrong with it. */
    get people() {
      const { words } = this.#words();
      return (this.#view?.feeds ?? []).map(({ nick, name, url, total, state }) => ({
        nick,
        name,
        url,
        posts: total,
        state: state.kind,
        ...(words && /^(?:failed|gone)$/.test(state.kind) && { message: words.state.failed(state) }),
      }));
    }

    #open() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: 'open' });
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
      }
      root.adoptedStyleSheets = [sheet];
      followInPostLinks(root, window);
      this.#drawFallback();
    }

    /** Several attributes are often changed at once: the planet is opened once for all of them. */
    #changeSource() {
      this.#stale = true;
      if (!this.#begun || this.#waiting) return;
      this.#waiting = true;
      queueMicrotask(() => {
        this.#waiting = false;
        if (this.isConnected && this.#stale) this.#load();
      });
    }

    #changeLook() {
      this.#redraw();
      this.#schedule();
    }

    #load() {
      this.#begun = true;
      if (!this.#stale) return;
      this.#stale = false;
      const inline =
        this.#given ?? this.querySelector(':scope > script[type="application/json"]')?.textContent;
      const written = typeof inline === 'object' && inline ? JSON.stringify(inline) : (inline ?? undefined);
      const wanted = wantedOf(this.#read, document.baseURI, written);
      const before = this.#held;
      const held = wanted && take(wanted, () => this.#held === held && this.#redraw());
      this.#held = held;
      before?.release();
      if (!held) return this.#drawFallback();
      this.#schedule();
      held.planet.then((planet) => {
        if (this.#held !== held) return;
        if (this.#planet !== planet) this.#shown = this.#told = this.#view = undefined;
        this.#planet = planet;
        this.#redraw();
      });
    }

    #release() {
      this.#held?.release();
      this.#held = undefined;
      clearInterval(this.#timer);
    }

    #schedule() {
      clearInterval(this.#timer);
      const { refresh } = shownOf(this.#read);
      if (!refresh) return;
      this.#timer = window.setInterval(() => {
        if (!document.hidden && this.#planet?.kind === 'ok') this.#planet.refresh(refresh);
      }, 60_000);
    }

    /** @type {import('./feed-settings.js').Read} */
    #read = (name) => this.getAttribute(name);

    /** The words of the language that is asked for; none while they are on their way: then it is drawn when they come. */
    #words() {
      const nearest = this.closest('[lang]')?.getAttribute('lang') ?? undefined;
      const wanted = [nearest, ...navigator.languages];
      const asked = wanted.join();
      if (this.#spoken.asked !== asked) {
        this.#spoken = { asked };
        loadWords(wanted).then((language) => {
          if (this.#spoken.asked !== asked) return;
          this.#spoken = { asked, ...language };
          this.#redraw();
        });
      }
      return this.#spoken;
    }

    /** @param {PostWords} words */
    #contentsIn(words) {
      const contents = this.#contents.get(words) ?? contentsIn(words);
      this.#contents.set(words, contents);
      return contents;
    }

    #draw() {
      const planet = this.#planet;
      if (!this.#held || !planet) return;
      const failure = planet.kind === 'failed' ? planet : planet.failure();
      if (failure) return this.#fail(failure);
      if (planet.kind === 'ok') this.#drawPlanet(planet);
    }

    /** @param {Shown} planet */
    #drawPlanet(planet) {
      const shown = shownOf(this.#read);
      const config = { ...planet.config, pageSize: shown.limit };
      const zone = zoneTransitions(config.timezone, now());
      const address = addressOf(this.#read);
      const answer = planet.live.query(queryOf(address, config, { now: now(), zone }));
      if (!answer) return;
      if (answer.kind === 'failed') return this.#fail({ ...answer, reason: 'no-core' });
      const view = answer.value;
      this.#view = view;
      const progress = planet.live.progress();
      const reading = progress.done < progress.total;
      if (!view.total && reading) return;
      const failed = view.feeds.filter(
        ({ state }) => state.kind === 'failed' || state.kind === 'gone',
      ).length;
      if (!view.total && failed === view.feeds.length)
        return this.#fail({ kind: 'failed', reason: 'no-posts' });
      const { words, locale } = this.#words();
      if (!words || !locale) return;
      const dates = datesIn(locale);
      const scene = {
        config,
        view,
        address,
        words,
        // Without a day above it, a post says its day where it would say the hour.
        dates: shown.group === 'day' ? dates : { ...dates, time: dates.shortDay },
        contents: this.#contentsIn(words),
        href: outward(view),
        density: shown.density,
      };
      const posts = view.total ? feedView(scene, shown.group) : fallbackView(this, words.nothing);
      this.#render(posts, { busy: reading, ...shown, theme: this.getAttribute('theme') });
      this.#announce(view, { failed, reading });
    }

    /** @param {View} view @param {{ failed: number, reading: boolean }} state */
    #announce({ total, feeds, entries }, { failed, reading }) {
      const keys = JSON.stringify([
        reading,
        entries.map(({ key }) => key),
        feeds.map(({ state }) => state.kind),
      ]);
      if (keys === this.#shown) return;
      const type = this.#shown === undefined ? 'planet-load' : 'planet-update';
      this.#shown = keys;
      this.#told = undefined;
      this.#tell(type, { posts: total, feeds: feeds.length, failed });
    }

    /** What was shown stays. @param {Unshowable} failure */
    #fail(failure) {
      const { words } = this.#words();
      if (!words) return;
      const { failures } = words;
      /** @type {any} */
      const say = Object.hasOwn(failures, failure.reason)
        ? failures[/** @type {keyof typeof failures} */ (failure.reason)]
        : () => words.allFailed;
      const message = say(failure);
      if (this.#shown === undefined) this.#drawFallback(message);
      if (this.#told === message) return;
      this.#told = message;
      this.#tell('planet-error', { reason: failure.reason, message });
    }

    /** @param {string} [message] */
    #drawFallback(message) {
      this.#render(fallbackView(this, message), {
        ...shownOf(this.#read),
        theme: this.getAttribute('theme'),
      });
    }

    /** @param {unknown} content @param {import('../render/frame-view.js').Frame} frame */
    #render(content, frame) {
      const root = /** @type {ShadowRoot} */ (this.shadowRoot);
      render(frameView(content, frame), root);
      finishPosts(root, shownOf(this.#read).target);
    }

    /** @param {string} type @param {object} detail */
    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
  }

  for (const name of ATTRIBUTES)
    if (name !== 'lang')
      Object.defineProperty(PlanetFeed.prototype, name, {
        configurable: true,
        enumerable: true,
        /** @this {HTMLElement} */
        get() {
          return this.getAttribute(name);
        },
        /** @this {HTMLElement} @param {unknown} value */
        set(value) {
          if (value === null || value === undefined || value === false) this.removeAttribute(name);
          else this.setAttribute(name, Array.isArray(value) ? value.join(' ') : String(value));
        },
      });

  return PlanetFeed;
}

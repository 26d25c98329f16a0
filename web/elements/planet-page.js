/**
 * A live planet → the page at an address: draws the view the address asks for, again whenever the planet or the address changes.
 *
 * @import { Config } from '../config/planet-config.js'
 * @import { Attempt, Failure, Query, View } from '../model.js'
 * @import { Words } from '../locales/en.js'
 *
 * @typedef {object} Live       of web/fetch/live-planet.js
 * @property {(query: Query) => { kind: 'ok', value: View } | Failure | undefined} query   undefined: not now, a change will follow
 * @property {() => { done: number, total: number }} progress
 * @property {() => void} [prepareSearch]
 * @property {() => Promise<void>} [refresh]
 * @property {import('./download.js').Emit} [emit]
 * @property {(url: string) => Attempt[]} [attemptsAt]   what was tried to get a feed
 * @property {() => Failure | undefined} [trouble]   why posts are not kept for the next visit, or some were lost
 */
import { formatAddress, parseAddress, queryOf } from '../config/address.js';
import { dayHere, zoneTransitions } from '../config/time-zone.js';
import { createContents } from '../render/contents.js';
import { datesIn } from '../render/dates.js';
import { pageOfEmbed } from '../render/embeds.js';
import { isDensity } from '../render/density-view.js';
import { titleOf } from '../render/heading.js';
import { noticesOf } from '../render/notices.js';
import { pageView } from '../render/page-view.js';
import { createSanitizer } from '../render/sanitize.js';
import { holdPictures, quietBroken } from '../render/pictures.js';
import { isReading } from '../render/scene.js';
import { createBeside } from './beside.js';
import { draw } from './draw.js';
import { createReader } from '../reading/reader.js';
import { createDress } from './dress.js';
import { followInPostLinks } from './in-post-links.js';
import { createOverview } from './overview.js';
import { keepFresh } from './keep-fresh.js';
import { listenToKeys } from './keyboard.js';
import { createNewPosts } from './new-posts.js';
import { loadOwnPost } from './own-template.js';
import { createPortions } from './portions.js';
import { keepReadingPlace } from './reading-place.js';
import { createRedraw } from './redraw.js';
import { createScrollMemory } from './scroll-memory.js';
import { createSearchBox } from './search-box.js';
import { createStanding } from './standing.js';
import { welcomeOf } from './welcome.js';

/** Posts named that a feed has and the planet leaves out. */
const HIDDEN = 20;

/** Posts of a page of headlines, at least. */
const TITLES = 100;

/**
 * @param {object} env
 * @param {HTMLElement} env.root       drawn into; what it holds is replaced by the first picture
 * @param {Window & typeof globalThis} env.window
 * @param {Config} env.config
 * @param {string} env.planetUrl       URL of planet.json
 * @param {Live} env.live
 * @param {import('../store/choices.js').Choices} env.choices
 * @param {Words} env.words
 * @param {string} env.locale
 * @param {() => number} env.now       UTC seconds
 * @param {boolean} [env.themesWithin]  whether every theme stands in the page's own style
 * @returns {{ changed: () => void }}  call when the planet has changed
 */
export function createPlanetPage(env) {
  const { root, window, config, planetUrl, live, choices, words, locale, now } = env;
  const { document, location, history } = window;
  const sanitizer = createSanitizer({
    window,
    page: location.href,
    embedded: words.embedded,
    pageOf: pageOfEmbed,
    onPictures: (post) => choices.get('pictures') === 'held' && holdPictures(post, words.showPicture),
  });
  const contents = createContents(sanitizer, document, words);
  const dates = datesIn(locale);
  const welcome = welcomeOf(config.welcome, sanitizer, document, planetUrl);
  const placeOf = createScrollMemory(window);
  const zone = zoneTransitions(config.timezone, now());
  let { address, unknown } = here() ?? { address: {}, unknown: [] };
  /** Of the view that is shown. @type {View['feeds']} */
  let people = [];
  let drawn = false;
  /** Nothing is drawn yet: a reload leads to where it was left. */
  let returning = true;
  /** All feeds are read, and that has been drawn. */
  let settled = false;
  /** A build has drawn the first picture. */
  const isBuilt = root.querySelector('.h-entry') !== null;
  const standing = createStanding({
    window,
    root,
    isKnown: choices.any?.() ?? false,
    onEnd: whenDrawn,
  });
  /** The newest step of the history is a search that is still being typed. */
  let typing = false;
  /** @type {string[]} */
  let troubles = [];
  const overview = createOverview({ window, ask: count, onChange: show });
  const searchBox = createSearchBox({
    window,
    words,
    onWords: search,
    onDone: readFound,
    onFocus: () => live.prepareSearch?.(),
  });

  const newPosts = createNewPosts({ window, words });
  const portions = createPortions(window, picture);
  const beside = createBeside({ window, onChange: whenDrawn });
  /** Once: for who measures. */
  let firstPosts = () => {
    window.performance.mark('planetarium:posts');
    firstPosts = () => {};
  };
  const reader = createReader({ window, root, choices, words, locale, dates, now, onChange: show, onOwn });
  listenToKeys({
    window,
    root,
    isOff: () => choices.get('letterKeys') === 'off',
    search: searchBox.focus,
    go: (hash) => void (location.hash = hash),
    posts: { ...reader.keys, m: muteWeblogOf },
    addresses: { h: '#/', s: '#/starred' },
    settings: () => void onSettings(),
    help: async () => (await import('./help.js')).showHelp(document, words),
  });
  if (live.refresh) keepFresh({ window, refresh: live.refresh, now });

  followInPostLinks(root, window);
  quietBroken(root);
  for (const event of ['popstate', 'hashchange']) window.addEventListener(event, follow);
  const { documentElement } = document;
  const icon = document.querySelector('link[rel~="icon"]')?.getAttribute('href') ?? 'icon.svg';
  documentElement.lang = locale;
  documentElement.dir = words.direction;
  const dress = createDress(document, config, choices, env);
  /** @type {import('../render/own-post.js').OwnPost | undefined} */
  let ownPost;
  const dressed = Promise.all([
    dress.wear(),
    loadOwnPost(config.template).then((found) => (ownPost = found)),
  ]);

  function follow() {
    const next = here();
    if (!next || formatAddress(next.address) === formatAddress(address)) return;
    ({ address, unknown } = next);
    typing = false;
    show();
    const place = placeOf();
    window.scrollTo({ top: place ?? topOfPosts(), behavior: 'instant' });
    // The keyboard starts where the eyes do; a way back keeps whatever had the focus.
    if (place === undefined) document.getElementById('shown')?.focus({ preventScroll: true });
  }

  /** A search that is typed is one step of the history, however many letters it has. @param {string} wanted */
  function search(wanted) {
    const next = { ...address, entry: undefined, page: undefined, search: wanted || undefined };
    const hash = formatAddress(next);
    if (typing) history.replaceState(history.state, '', hash);
    else history.pushState(null, '', hash);
    typing = true;
    ({ address, unknown } = { address: next, unknown: [] });
    show();
    window.scrollTo({ top: topOfPosts(), behavior: 'instant' });
  }

  function readFound() {
    typing = false;
    document.getElementById('shown')?.focus();
  }

  function here() {
    const found = parseAddress(location.hash);
    const hash = found && formatAddress(found.address);
    if (hash && location.hash && hash !== location.hash && !found.unknown.length)
      history.replaceState(history.state, '', hash);
    return found;
  }

  /** A new view starts at its own top: the masthead stays in sight when it was. */
  function topOfPosts() {
    const posts = document.getElementById('posts');
    return posts ? Math.min(window.scrollY, posts.getBoundingClientRect().top + window.scrollY) : 0;
  }

  function isWaiting() {
    const { done, total } = live.progress();
    return done < total;
  }

  /** @param {import('../config/address.js').Address} of @returns {Query} */
  const queryFor = (of) => ({ ...queryOf(of, config, { now: now(), zone }), ...reader.languages(of) });

  function shownQuery() {
    const query = queryFor(address);
    return density() === 'titles' ? { ...query, size: Math.max(TITLES, config.pageSize) } : query;
  }

  /** @returns {import('../render/density-view.js').Density} */
  function density() {
    const chosen = choices.get('density');
    return isDensity(chosen) ? chosen : config.content;
  }

  /** @param {import('../config/address.js').Address} of @param {Partial<Query>} wanted */
  function count(of, wanted) {
    return answerTo({ ...queryFor(of), people: false, size: 1, ...wanted });
  }

  /** @param {Query} query @returns {View | undefined} */
  function answerTo(query) {
    const answer = live.query(query);
    return answer?.kind === 'ok' ? answer.value : undefined;
  }

  /** @returns {View | undefined} */
  function ask() {
    if (address.starred) return reader.starred(shownQuery(), answerTo);
    const answer = live.query(shownQuery());
    if (!answer) return undefined;
    if (answer.kind === 'ok') return answer.value;
    if (formatAddress(address) === '#/')
      throw new Error(`The core refused to answer: ${answer.reason} ${answer.detail ?? ''}`);
    unknown = [formatAddress(address).slice(2)];
    address = {};
    return ask();
  }

  function show() {
    const view = ask();
    searchBox.show(address.search ?? '', !view);
    // What a build drew stays until there is something to put in its place.
    if (!view || (!drawn && isBuilt && !view.entries.length && isWaiting())) return;
    if (isAsBuilt(view)) return firstPosts();
    people = view.feeds;
    const place = returning ? placeOf() : undefined;
    returning = false;
    // Who is further down already must find there what they are reading.
    const isScrolled = window.scrollY > 0;
    const mayCome = beside.mayCome(live.progress(), view);
    const whole = Boolean(place) || isScrolled;
    portions.show(beside.steady(formatAddress(address), view, isWaiting()), {
      whole,
      beside: drawn ? 'there' : mayCome || isBuilt ? 'comes' : 'not yet',
    });
    if (place) window.scrollTo({ top: place, behavior: 'instant' }); // reloaded, and the store had the posts
    const keys = view.entries.map(({ key }) => key);
    newPosts.drawn(formatAddress(address), keys, isScrolled);
  }

  function whenDrawn() {
    portions.afterwards(show);
  }

  /** @param {View} view   at the address */
  function isAsBuilt(view) {
    if (drawn || !standing.is() || formatAddress(address) !== '#/') return false;
    const { timezone } = config; // a build knows nobody's hours
    const there = timezone === 'viewer' ? answerTo(queryOf(address, config, { now: now() })) : view;
    return standing.holds(there ?? view, { density: density(), dates, words });
  }

  /** Not all is read before it is drawn. @param {import('./portions.js').Step} step */
  function progressAt(step) {
    const { done, total } = live.progress();
    return { done: step === 'whole' || settled ? done : Math.min(done, total - 1), total };
  }

  /** @param {View} view   the beginning of it @param {import('./portions.js').Step} step */
  function picture(view, step) {
    /** @type {import('../render/scene.js').Scene} */
    const scene = {
      notices: [],
      config,
      view,
      address,
      // Posts stand there first; what is beside and below them would only keep them waiting.
      partial: drawn || isBuilt || step === 'whole' ? undefined : step,
      progress: progressAt(step),
      welcome,
      icon,
      search: searchBox.element,
      ...reader.scene(address, view, !isWaiting()),
      stars: reader.stars().length,
      overview: undefined,
      density: density(),
      ownPost,
      dress: {
        ...dress,
        change: onDress,
        pictures: choices.get('pictures') !== 'held',
        onPictures,
      },
      today: dayHere(now()),
      onDensity,
      onDocument,
      onWhy,
      onSettings,
      words,
      dates,
      contents,
    };
    const notices = noticesOf(scene, unknown, live.trouble?.()).concat(troubles);
    const whole = { ...scene, notices, overview: overview.view(scene) };
    keepReadingPlace(window, '.h-entry', () => draw(pageView(whole), root), isBuilt && !drawn);
    document.title = titleOf(whole);
    drawn ||= step === 'whole';
    settled = step === 'whole' ? !isWaiting() : settled;
    if (view.entries.length) firstPosts();
    if (step === 'whole' && !isReading(whole)) overview.prepare(address);
  }

  /** @param {import('../render/density-view.js').Density} chosen */
  function onDensity(chosen) {
    choices.set('density', chosen);
    if (address.page) address = { ...address, page: undefined }; // pages of headlines are longer
    history.replaceState(history.state, '', formatAddress(address));
    show();
  }

  /** @param {string} look @param {string} scheme */
  async function onDress(look, scheme) {
    await dress.change(look, scheme);
    show();
  }

  /** What stands there has its pictures, or lacks them: all is drawn anew. @param {boolean} wanted */
  function onPictures(wanted) {
    choices.set('pictures', wanted ? 'shown' : 'held');
    location.reload();
  }

  /** @param {import('./download.js').Format} format */
  async function onDocument(format) {
    troubles = [];
    const { emit } = live;
    if (!emit) return;
    const { download } = await import('./download.js');
    const query = queryFor(address);
    const failed = await download({ window, format, address, query, config, title: document.title, emit });
    if (failed) troubles = [words.documentFailed(failed.detail ?? failed.reason)];
    show();
  }

  /** Mutes and own feeds are put upon the planet before it opens. */
  function onOwn() {
    location.reload();
  }

  /** @param {Element | undefined} post */
  function muteWeblogOf(post) {
    const nick = parseAddress(post?.querySelector('.p-author a')?.getAttribute('href') ?? '')?.address.feed;
    const feed = people.find((one) => one.nick === nick);
    if (feed) reader.muteFeed(feed.url);
  }

  async function onSettings() {
    const { openSettings } = await import('./settings.js');
    const ask = (/** @type {Partial<Query>} */ wanted) =>
      answerTo({ ...queryOf({}, config, { now: now(), zone }), ...wanted });
    await openSettings({ window, choices, words, dates, feeds: people, ask, onDone: onOwn });
  }

  /** @param {{ feed: string, entry?: string }} about */
  async function onWhy({ feed, entry }) {
    const feeds = people;
    const shown = feeds.find(({ nick }) => nick === feed);
    if (!shown) return;
    const { openWhyPanel } = await import('./why-panel.js');
    openWhyPanel({
      window,
      words,
      dates,
      feed: shown,
      feeds,
      attempts: live.attemptsAt?.(shown.url) ?? [],
      hidden: count({ feed }, { hidden: true, size: HIDDEN }),
      entry: entry ? count({ entry }, {})?.entries[0] : undefined,
    });
  }

  const redraw = createRedraw(whenDrawn, () => (standing.is() ? 1000 : 100));
  const changed = () => {
    overview.forget();
    void dressed.then(redraw);
  };
  return { changed };
}

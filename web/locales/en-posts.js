/** The words around posts and feeds, in English: those that a widget says too. A text with a number or a name in it is a function; dates come in already formatted. */
import { countsIn, failedFor } from './counts.js';

const { number, megabytes } = countsIn('en');

/** @param {number} status */
const answered = (status) => {
  if (status === 404) return 'not found';
  if (status === 401 || status === 403) return 'its server refuses to show it';
  if (status === 429) return 'its server asks for more patience';
  return status >= 500 ? 'its server has an error' : 'its server answered with an error';
};

/** Why a feed does not show, by reason: a core's, a proxy's or a fetch's. @type {Record<string, (state: { status?: number, detail?: string }) => string>} */
const reasons = {
  upstream_status: ({ status }) =>
    status ? `${answered(status)} (${status})` : 'its server answered with an error',
  gone: () => 'gone for good (410)',
  blocked: () => 'its server is down, or lets no other page read it',
  mixed_content: () => 'a secure page may not read it over plain http',
  unreachable: () => 'its server cannot be reached',
  timeout: () => 'its server did not answer in time',
  bad_redirect: () => 'its server sends us in circles',
  too_large: ({ detail }) => (Number(detail) ? `larger than ${megabytes(Number(detail))}` : 'too large'),
  not_a_feed: ({ detail }) => detail || 'not a feed',
  empty_document: () => 'empty',
  malformed_xml: () => 'broken XML',
  malformed_json: () => 'broken JSON',
  malformed_bytes: () => 'broken text',
  truncated_document: () => 'cut off in the middle',
  too_deep: () => 'nested too deeply',
  crashed: () => 'it broke the program that reads it',
  unsupported_encoding: ({ detail }) =>
    `written in an encoding we do not know${detail ? ` (${detail})` : ''}`,
  proxy_unreachable: () => 'the proxy cannot be reached',
  proxy_status: ({ detail }) => `the proxy answered with an error${detail ? ` (${detail})` : ''}`,
  forbidden_target: () => 'the proxy does not fetch this address',
  forbidden_origin: () => 'the proxy does not serve this page',
  bad_url: () => 'the proxy does not take this address',
  url_too_long: () => 'its address is too long for the proxy',
  rate_limited: () => 'the proxy asks for more patience',
  busy: () => 'the proxy is busy',
  loop: () => 'the proxy would ask itself',
};

export const posts = {
  language: 'en',
  direction: 'ltr',
  reasons,

  showPicture: (/** @type {string} */ what) => `Show the picture: ${what}`,
  mark: '»',

  number,
  onThisPlanet: 'This post on this planet',
  by: (/** @type {string} */ author) => `by ${author}`,
  under: 'under',
  comments: 'Comments',
  alsoAt: 'Also at',
  more: (/** @type {number} */ count) => `and ${number(count)} more`,
  updated: (/** @type {string} */ date) => `Updated ${date}`,
  updatedMark: 'updated',
  undated: 'The feed gives no date: this is when the post was first seen',
  unshowable: 'This post could not be shown.',
  tooLarge: 'This post is too large to show here.',
  original: 'Read the original',
  elsewhere: (/** @type {string} */ host) => `The content is at ${host}`,
  embedded: (/** @type {string} */ host) => `Open what is embedded here, at ${host}`,

  why: 'How it came here',
  state: {
    waiting: 'not read yet',
    lastPost: (/** @type {string} */ date) => `last post ${date}`,
    noPosts: 'no posts',
    failed: (/** @type {{ reason?: string, status?: number, detail?: string }} */ state) =>
      failedFor(reasons, state, 'cannot be read'),
    since: (/** @type {string} */ text, /** @type {string} */ date) => `${text}, since ${date}`,
    kept: (/** @type {string} */ text) => `${text}; its last good posts are shown`,
    moved: (/** @type {string} */ text, /** @type {string} */ url) =>
      `${text}; the feed has moved for good, to ${url}`,
    faulty: (/** @type {string} */ text, /** @type {number} */ line, /** @type {string} */ detail) =>
      `${text}; the feed has a fault in line ${number(line)}: ${detail}`,
  },

  nothing: 'There are no posts here.',
  allFailed: 'None of the feeds could be read. The list of people says what is wrong with each.',
  failures: {
    'no-planet': (/** @type {{ url: string, status?: number }} */ { url, status }) =>
      status
        ? `There is no planet at ${url}: the server answered ${status}. Put a planet.json there.`
        : `${url} could not be read: the server does not answer, or the page was opened from disk, where browsers read no files.`,
    'bad-json': (/** @type {{ url: string, line: number, column: number }} */ { url, line, column }) =>
      `${url} is not valid JSON: look at line ${line}, column ${column}.`,
    'bad-config': (/** @type {{ url: string, detail: string }} */ { url, detail }) => `In ${url}, ${detail}.`,
    'no-core': (/** @type {{ detail: string }} */ { detail }) =>
      `The program that reads the feeds, planetarium.wasm, could not be loaded: ${detail}`,
  },
};

/** @typedef {typeof posts} PostWords */

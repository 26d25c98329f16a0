// Publishers of every kind of malice, by path; shared by the tests of both runtimes.
import zlib from 'node:zlib';
import { feedText, sendFeed } from './origin.js';

const zeros = zlib.gzipSync(Buffer.alloc(32 * 1024 * 1024), { level: 9 });
const block = Buffer.alloc(65536, ' ');
const ticks = 20;

/**
 * @param {import('node:http').ServerResponse} response
 * @param {() => void} tick
 */
function every(response, tick) {
  const timer = setInterval(tick, ticks);
  response.socket?.on('error', () => {});
  response.on('close', () => clearInterval(timer));
  response.socket?.on('close', () => clearInterval(timer));
}

/** @param {import('node:http').ServerResponse} response */
function pour(response) {
  const more = () => response.destroyed || response.write(block, more);
  more();
}

const to =
  (/** @type {string} */ location, status = 302) =>
  /** @type {import('node:http').RequestListener} */ (_, response) =>
    void response.writeHead(status, { location }).end();
const say =
  (/** @type {number} */ status, /** @type {Record<string, string>} */ headers = {}, body = '') =>
  /** @type {import('node:http').RequestListener} */ (_, response) =>
    void response.writeHead(status, headers).end(body);
const like = (/** @type {string} */ type, /** @type {string} */ body) =>
  say(200, { 'content-type': type }, body);

export const hostileHeaders = {
  'content-type': 'application/rss+xml',
  'set-cookie': 'a=b',
  'clear-site-data': '"*"',
  refresh: '0; url=https://evil.example/',
  'access-control-allow-origin': 'https://evil.example',
  'access-control-allow-credentials': 'true',
  'strict-transport-security': 'max-age=1',
  link: '<https://evil.example/>; rel=preload',
  vary: '*',
  'content-disposition': 'attachment',
  'x-feed-url': 'https://evil.example/',
};

/**
 * What comes back may depend on the runtime, whose own network comes before us: then several are right.
 * @type {[string, string, import('node:http').RequestListener, string[]][]}   name, path, publisher, codes; '' is a feed
 */
export const publishers = [
  ['a feed', '/feed', sendFeed, ['']],
  ['a permanent move', '/moved', to('/feed', 301), ['']],
  ['headers meant for a browser', '/headers', say(200, hostileHeaders, feedText), ['']],
  ['a gzip bomb', '/bomb', say(200, { 'content-encoding': 'gzip' }), ['too-large']],
  [
    'a gzip bomb within gzip',
    '/nested',
    say(200, { 'content-encoding': 'gzip, gzip' }),
    ['too-large', 'not-a-feed', 'unreachable'],
  ],
  [
    'ten encodings',
    '/codings',
    say(200, { 'content-encoding': Array(10).fill('gzip').join(', ') }, 'x'),
    ['unreachable', 'not-a-feed'],
  ],
  [
    'a broken gzip stream',
    '/broken',
    say(200, { 'content-encoding': 'gzip' }, feedText),
    ['unreachable', 'not-a-feed'],
  ],
  ['a body without end', '/endless', (_, response) => pour(response.writeHead(200)), ['too-large']],
  [
    'a length beyond the limit',
    '/length',
    (_, r) => r.writeHead(200, { 'content-length': '99999999' }).write('<rss>'),
    ['too-large'],
  ],
  [
    'less than announced',
    '/short',
    (_, response) => {
      response.writeHead(200, { 'content-length': '999' }).write('<rss>');
      setImmediate(() => response.destroy());
    },
    ['unreachable'],
  ],
  ['silence', '/silence', () => {}, ['timeout']],
  [
    'headers, then silence',
    '/headers-only',
    (_, response) => response.writeHead(200).flushHeaders(),
    ['timeout'],
  ],
  [
    'a byte now and then',
    '/drip',
    (_, response) => every(response.writeHead(200), () => response.write(' ')),
    ['timeout'],
  ],
  [
    'a header now and then',
    '/slow-headers',
    (request, response) => {
      request.socket.write('HTTP/1.1 200 OK\r\n');
      every(response, () => request.socket.write('x: y\r\n'));
    },
    ['timeout', 'unreachable'],
  ],
  [
    'answers that announce others',
    '/hints',
    (request, response) =>
      every(response, () =>
        request.socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n'.repeat(50)),
      ),
    ['timeout', 'unreachable', 'upstream-status'],
  ],
  ['no HTTP', '/ssh', (request) => request.socket.end('SSH-2.0-x\r\n'), ['unreachable']],
  [
    'two lengths',
    '/lengths',
    (request) =>
      request.socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 81\r\n\r\n${feedText}`),
    ['unreachable', 'not-a-feed'],
  ],
  ['a page', '/page', like('text/xml', '<!doctype html><title>x</title>'), ['not-a-feed']],
  [
    'a script',
    '/script',
    like('application/rss+xml', 'alert(1)//<rss>'.replace('<rss>', '')),
    ['not-a-feed'],
  ],
  [
    'a picture',
    '/svg',
    like('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ['not-a-feed'],
  ],
  ['bytes', '/png', like('image/png', '\x89PNG\r\n\x1a\n'), ['not-a-feed']],
  ['an API', '/api', like('application/json', '{"secret": 1}'), ['not-a-feed']],
  ['nothing', '/empty', say(200), ['not-a-feed']],
  ['404', '/404', say(404, {}, 'secret'), ['upstream-status']],
  ['401', '/401', say(401, { 'www-authenticate': 'Basic' }), ['upstream-status']],
  ['500', '/500', say(500, {}, 'at Object.<anonymous>'), ['upstream-status']],
  ['204', '/204', say(204), ['upstream-status']],
  ['206', '/206', say(206, { 'content-range': 'bytes 0-4/5' }, feedText), ['upstream-status']],
  ['a 304 nobody asked for', '/304', say(304), ['upstream-status']],
  ['410', '/410', say(410), ['gone']],
  ['a redirect to itself', '/circle', to('/circle'), ['bad-redirect']],
  ['a redirect nowhere', '/nowhere', say(302), ['bad-redirect']],
  ['a redirect to no URL', '/no-url', to('http://a b/'), ['bad-redirect']],
  ['a redirect to a file', '/to-file', to('file:///etc/passwd'), ['forbidden-target']],
  ['a redirect to data', '/to-data', to('data:text/xml,<rss/>'), ['forbidden-target']],
  ['a redirect to a script', '/to-script', to('javascript:alert(1)'), ['forbidden-target']],
  [
    'a redirect to metadata',
    '/to-metadata',
    to('http://169.254.169.254/latest/meta-data/'),
    ['forbidden-target'],
  ],
  ['a redirect to a mapped address', '/to-mapped', to('http://[::ffff:127.0.0.1]/'), ['forbidden-target']],
  ['a redirect to a number', '/to-number', to('http://2130706433/'), ['forbidden-target']],
  ['a redirect to a private name', '/to-name', to('http://metadata.google.internal/'), ['forbidden-target']],
  ['a redirect to a port', '/to-port', to('http://a.example:22/'), ['forbidden-target']],
  ['a redirect with a password', '/to-user', to('http://u:p@a.example/'), ['forbidden-target']],
  ['a redirect to its neighbour', '/to-secret', to('/secret'), ['forbidden-target']],
  [
    'a redirect by another name of this machine',
    '/to-localhost',
    to('//localhost./feed'),
    ['forbidden-target'],
  ],
];

/** @type {import('node:http').RequestListener} */
export function answerHostile(request, response) {
  const path = request.url ?? '';
  if (path === '/bomb') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(zeros);
  if (path === '/nested')
    return void response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(zlib.gzipSync(zeros));
  const publisher = publishers.find(([, known]) => known === path);
  if (publisher) publisher[2](request, response);
  else response.end(`secret ${path}`);
}

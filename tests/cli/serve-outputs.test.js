import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { servePlanet } from '../../cli/serve.js';

const dir = mkdtempSync(join(tmpdir(), 'serve-'));
/** @type {{ url: string, close: () => Promise<void> }} */
let served;

before(async () => {
  writeFileSync(
    join(dir, 'feed.xml'),
    '<rss version="2.0"><channel><title>Ada</title><item><guid>1</guid><title>Loaf</title><category>bread</category><pubDate>Sat, 21 Jun 2008 10:00:00 GMT</pubDate></item><item><guid>2</guid><title>Tide</title><pubDate>Fri, 20 Jun 2008 10:00:00 GMT</pubDate></item></channel></rss>',
  );
  writeFileSync(
    join(dir, 'list.opml'),
    '<opml version="2.0"><body><outline text="Ada" xmlUrl="feed.xml" type="rss"/></body></opml>',
  );
  writeFileSync(join(dir, 'planet.json'), JSON.stringify({ title: 'Quill', feeds: [{ list: 'list.opml' }] }));
  const answer = await servePlanet({ dir, port: 0 });
  if (answer.kind === 'failed') throw new Error(answer.detail);
  served = answer;
});
after(async () => {
  await served.close();
  rmSync(dir, { recursive: true });
});

const get = (/** @type {string} */ path) => fetch(new URL(path, served.url), { redirect: 'manual' });

test('serve: the planet as documents, feeds of lists included', async () => {
  for (const [path, type, says] of /** @type {[string, string, RegExp][]} */ ([
    ['atom.xml', 'application/atom+xml', /<title>Quill<\/title>[^]*Loaf[^]*Tide/],
    ['rss.xml', 'application/rss+xml', /Ada: Loaf/],
    ['feed.json', 'application/feed+json', /"title":"Loaf"/],
    ['opml.xml', 'text/x-opml', /xmlUrl="http:[^"]*feed\.xml"/],
    ['foaf.rdf', 'application/rdf+xml', /Ada/],
  ])) {
    const response = await get(path);
    assert.equal(response.headers.get('content-type'), `${type}; charset=utf-8`, path);
    assert.match(await response.text(), says, path);
  }
  assert.match(
    await (await get('atom.xml')).text(),
    new RegExp(`rel="self"[^>]*href="${served.url}atom.xml"`),
  );
});

test("serve: Feedjack's old addresses lead to what they showed", async () => {
  const bread = await (await get('syndication/atom/tag/bread/')).text();
  assert.match(bread, /Loaf/);
  assert.doesNotMatch(bread, /Tide/);
  const leadsTo = async (/** @type {string} */ path) => {
    const { status, headers } = await get(path);
    return [status, headers.get('location')];
  };
  assert.deepEqual(await leadsTo('user/ada/tag/Bread'), [301, '/#/feed/ada/tag/bread']);
  assert.deepEqual(await leadsTo('feed/rss/'), [301, '/rss.xml']);
  assert.deepEqual(await leadsTo('syndication/opml'), [301, '/opml.xml']);
  assert.deepEqual(await leadsTo('opml/'), [301, '/opml.xml']);
  assert.deepEqual(await leadsTo('foaf/'), [301, '/foaf.rdf']);
  assert.equal((await get('nothing')).status, 404);
});

test('serve: a list of feeds in place of a folder', async () => {
  const listed = await servePlanet({ dir: join(dir, 'list.opml'), port: 0 });
  if (listed.kind === 'failed') assert.fail(listed.detail);
  const planet = await (await fetch(new URL('planet.json', listed.url))).json();
  await listed.close();
  assert.equal(planet.proxy, 'proxy/v1/feed?url={url}');
  assert.equal(planet.feeds[0].name, 'Ada');
});

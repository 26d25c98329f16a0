import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '../../cli/import.js';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} text */
async function imported(text) {
  const file = join(folder, 'list');
  writeFileSync(file, text);
  let out = '';
  let err = '';
  const code = await run([file], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text.replaceAll(folder, '')) },
  });
  return { code, planet: out && JSON.parse(out), err };
}

test('import command: an OPML with folders and a list in it', async () => {
  assert.deepEqual(
    await imported(`<opml version="2.0"><head><title>Friends</title><ownerName>Otto</ownerName></head><body>
      <outline text="Town"><outline text="Ada" type="rss" xmlUrl="https://ada.example/feed" htmlUrl="https://ada.example/"/></outline>
      <outline type="include" text="More" url="https://lists.example/more.opml"/></body></opml>`),
    {
      code: 0,
      planet: {
        title: 'Friends',
        owner: { name: 'Otto' },
        feeds: [
          { url: 'https://ada.example/feed', name: 'Ada', link: 'https://ada.example/', tags: ['Town'] },
          { list: 'https://lists.example/more.opml' },
        ],
      },
      err: 'OPML: 2 feeds.\n',
    },
  );
});

test('import command: a FOAF blogroll', async () => {
  const { code, planet } = await imported(`<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:rss="http://purl.org/rss/1.0/" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">
<foaf:Group><foaf:name>Planet Quill</foaf:name><foaf:homepage rdf:resource="https://planet.example/"/>
<foaf:member><foaf:Person><foaf:name>Ada</foaf:name><foaf:weblog><foaf:Document rdf:about="https://ada.example/"><rdfs:seeAlso><rss:channel rdf:about="https://ada.example/feed"/></rdfs:seeAlso></foaf:Document></foaf:weblog></foaf:Person></foaf:member>
</foaf:Group></rdf:RDF>`);
  assert.equal(code, 0);
  assert.deepEqual(planet, {
    title: 'Planet Quill',
    link: 'https://planet.example/',
    feeds: [{ url: 'https://ada.example/feed', name: 'Ada', link: 'https://ada.example/' }],
  });
});

test('import command: what is no list, and a list that makes no planet', async () => {
  assert.deepEqual(
    await imported('<html><body>Hello</body></html>').then(({ code, planet }) => ({ code, planet })),
    {
      code: 1,
      planet: '',
    },
  );
  const { code, err } = await imported('[Planet]\nfuture_dates = soon\n[https://a.example/feed]\nname = A\n');
  assert.equal(code, 1);
  assert.match(err, /^The planet needs a hand: futureDates /);
  assert.equal(await run([join(folder, 'none')], { stderr: { write: () => {} } }), 1);
  assert.equal(await run([], { stderr: { write: () => {} } }), 2);
});

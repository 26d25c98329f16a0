/** The package, packed and put into an empty project: what its users write → what they get. Nothing is asked of a registry. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ATTRIBUTES } from '../../web/elements/feed-settings.js';
import { writeShell } from '../../scripts/shell.js';
import { writeTypes } from '../../scripts/types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (/** @type {string} */ name) => readFileSync(join(root, name), 'utf8');
const project = mkdtempSync(join(tmpdir(), 'planet-feed-'));
const installed = join(project, 'node_modules/planet-feed');

/** @param {string} program @param {string[]} args */
const run = (program, ...args) => {
  try {
    return execFileSync(program, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = /** @type {any} */ (error);
    throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  }
};

/** Files of the tarball. @type {string[]} */
let packed = [];

before(() => {
  assert.deepEqual(writeTypes(), []);
  writeShell();
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  packed = files.map((/** @type {{ path: string }} */ { path }) => path);
  mkdirSync(installed, { recursive: true });
  run('tar', '-xzf', join(project, filename), '--strip-components=1', '-C', installed);
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  for (const folder of dependencies()) {
    mkdirSync(join(project, folder, '..'), { recursive: true });
    cpSync(join(root, folder), join(project, folder), { recursive: true });
  }
});
after(() => rmSync(project, { recursive: true }));

/** Folders of what npm would install beside the package. */
function dependencies() {
  /** @type {Record<string, { dev?: boolean, optional?: boolean, devOptional?: boolean }>} */
  const packages = JSON.parse(read('package-lock.json')).packages;
  return Object.entries(packages)
    .filter(([folder, { dev, optional, devOptional }]) => folder && !dev && !optional && !devOptional)
    .map(([folder]) => folder);
}

test('package: it holds what it needs, and neither tests nor source maps', () => {
  for (const name of [
    'README.md',
    'LICENSE',
    'custom-elements.json',
    'dist/planetarium.html',
    'dist/NOTICES.txt',
    'shell/planetarium.1',
    'shell/planetarium.bash',
    'shell/_planetarium',
    'shell/planetarium.fish',
  ])
    assert.ok(packed.includes(name), name);
  assert.deepEqual(
    packed.filter((name) => /\.map$|\.test\.|^(?:tests|src|scripts|build)\//.test(name)),
    [],
  );
});

test('package: the snippet of the README runs in Node', () => {
  const [, snippet] = /```js\n([^`]*from 'planet-feed'[^`]*)```/.exec(read('README.md')) ?? [];
  writeFileSync(join(project, 'snippet.js'), snippet ?? 'throw new Error("no snippet")');
  copyFileSync(join(root, 'demo/feeds/crumb.xml'), join(project, 'feed.xml'));
  assert.match(run(process.execPath, 'snippet.js'), /“Dense” is not an insult/);
});

test('package: the examples of docs/library.md run', () => {
  const examples = [...read('docs/library.md').matchAll(/```js\n([^]*?)```/g)].map(([, example]) => example);
  copyFileSync(join(root, 'demo/feeds/crumb.xml'), join(project, 'feed.xml'));
  writeFileSync(join(project, 'planet.json'), '{"feeds": [{"url": "feed.xml", "name": "Crumb"}]}');
  const [first, second] = examples.map((example, at) => {
    writeFileSync(join(project, `example-${at}.js`), example);
    return run(process.execPath, `example-${at}.js`);
  });
  assert.match(first, /“Dense” is not an insult[^]*Crumb: ok, \d+ posts/);
  assert.match(second, /^\d+ tags in \d+ months\n[^]*bread/i);
  const atom = readFileSync(join(project, 'atom.xml'), 'utf8');
  assert.match(atom, /<title[^>]*>Planet Crumb<\/title>[^]*<entry/);
});

test('package: a planet that cannot be opened says why', () => {
  writeFileSync(
    join(project, 'wrong.js'),
    `import { Planet } from 'planet-feed';
     for (const source of ['none.json', { feeds: 7 }]) await Planet.open(source).catch(({ message }) => console.log(message));
     const planet = await Planet.open(['feed.xml']);
     try { planet.view({ since: 'soon' }); } catch ({ message }) { console.log(message); }`,
  );
  const [missing, wrong, query] = run(process.execPath, 'wrong.js').split('\n');
  assert.match(missing, /none\.json cannot be read: there is no such file/);
  assert.match(wrong, /feeds/);
  assert.match(query, /since/);
});

test('package: a site that is rendered in Node may import the element', () => {
  writeFileSync(
    join(project, 'server.js'),
    `import 'planet-feed'; import { PlanetFeed } from 'planet-feed/element'; PlanetFeed.define(); console.log(PlanetFeed.name);`,
  );
  assert.equal(run(process.execPath, 'server.js'), 'PlanetFeed\n');
});

test('package: the program is there', () => {
  const { version } = JSON.parse(read('package.json'));
  assert.equal(run(process.execPath, join(installed, 'cli/planetarium.js'), '--version'), `${version}\n`);
  const parsed = JSON.parse(
    run(process.execPath, join(installed, 'cli/planetarium.js'), 'parse', 'feed.xml'),
  );
  assert.equal(parsed.format, 'rss');
});

test('package: a strict TypeScript project of Node accepts the planet', () => {
  writeFileSync(
    join(project, 'program.ts'),
    `import { Planet, type FeedRow, type PlanetOptions } from 'planet-feed';
     const options: PlanetOptions = { cache: 'kept', onFeed: ({ nick }, ms, done) => console.log(nick, ms + done) };
     const planet = await Planet.open({ feeds: ['https://ada.example/feed'] }, options);
     const rows: FeedRow[] = planet.feeds();
     const titles: (string | undefined)[] = planet.view({ tag: 'bread' }).entries.map(({ title }) => title?.value);
     const atom: string = await planet.write('atom');
     console.log(rows.length, titles, atom, planet.config.title, planet.facets().months);
     // @ts-expect-error  no such format
     await planet.write('pdf');`,
  );
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        lib: ['es2023', 'dom', 'dom.iterable'],
        module: 'nodenext',
        noEmit: true,
        strict: true,
        target: 'es2022',
        types: [],
      },
      files: ['program.ts'],
    }),
  );
  run(join(root, 'node_modules/.bin/tsc'), '-p', '.');
});

test('package: a bundler finds the element, and nothing of Node', async () => {
  const { build } = await import('esbuild');
  writeFileSync(
    join(project, 'site.js'),
    `import 'planet-feed'; export { openCore } from 'planet-feed/core';`,
  );
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: ['site.js'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  assert.match(outputFiles[0].text, /planet-feed/);
  assert.doesNotMatch(outputFiles[0].text, /node:fs|exodus/);
});

test('package: a strict TypeScript project accepts its types', () => {
  writeFileSync(
    join(project, 'site.ts'),
    `import { PlanetFeed } from 'planet-feed/element';
     import 'planet-feed';
     import { openCore, readConfig } from 'planet-feed/core';
     const feed = document.querySelector('planet-feed');
     if (feed) {
       feed.feeds = ['https://ada.example/feed'];
       feed.limit = 5;
       feed.addEventListener('planet-load', ({ detail }) => console.log(detail.posts + detail.failed));
       feed.addEventListener('planet-error', (event) => console.log(event.detail.message.length));
     }
     PlanetFeed.define('my-planet');
     const core = await openCore();
     const read = readConfig({ feeds: [] }, 'https://a.example/');
     if (read.kind === 'ok') {
       const view = core.newPlanet(read.value).query({ now: 0 });
       if (view.kind === 'ok') console.log(view.value.entries.map(({ title }) => title?.value));
     }
     // @ts-expect-error  a density is a text
     if (feed) feed.density = 7;`,
  );
  const config = {
    compilerOptions: {
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'nodenext',
      noEmit: true,
      skipLibCheck: false,
      strict: true,
      target: 'es2022',
      types: [],
    },
    files: ['site.ts'],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
  run(join(root, 'node_modules/.bin/tsc'), '-p', '.');
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      ...config,
      compilerOptions: { ...config.compilerOptions, module: 'esnext', moduleResolution: 'bundler' },
    }),
  );
  run(join(root, 'node_modules/.bin/tsc'), '-p', '.');
});

test('package: custom-elements.json and the types name the attributes that the element has', () => {
  const [declaration] = JSON.parse(read('custom-elements.json')).modules[0].declarations;
  const named = declaration.attributes.map((/** @type {{ name: string }} */ { name }) => name);
  assert.deepEqual(named.sort(), [...ATTRIBUTES].sort());
  const typed = [...read('npm/types/element.d.ts').matchAll(/^ {2}get (\w+)\(\): string \| null/gm)];
  assert.deepEqual([...typed.map(([, name]) => name), 'lang'].sort(), [...ATTRIBUTES].sort());
  const parts = declaration.cssParts.map((/** @type {{ name: string }} */ { name }) => name);
  for (const part of parts) assert.match(read('docs/embed.md'), new RegExp(`\`${part}\``), part);
  assert.ok(readdirSync(installed).includes('custom-elements.json'));
});

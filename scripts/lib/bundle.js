/**
 * The page's sources and the core → the files of dist/, as bytes. The same sources give the same bytes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build, stop } from 'esbuild';
import { BESIDE } from '../../web/locales/words-beside.js';
import { notices } from './notices.js';
import { oneFile } from './one-file.js';
import { ROOT } from './run.js';

/** The oldest browsers that the page promises to run in. */
const TARGETS = ['es2022', 'chrome111', 'firefox115', 'safari16.4'];

/** The core: the planet's module, and the parser's for what the planet's does not read. */
export const MODULES = ['planetarium.wasm', 'planetarium-parser.wasm'];

const TYPES = ['element.d.ts', 'planetarium.d.ts'];

const BANNER = '/*! Planetarium, MIT licence; what it is made of: NOTICES.txt */';

export { stop };

/** @typedef {Map<string, Uint8Array>} Files   name in dist/ → bytes */

/** @returns {Promise<Files>} */
export async function bundlePage() {
  const modules = MODULES.map((name) => readFileSync(join(ROOT, 'build/wasm', name)));
  const read = (/** @type {string} */ name) => readFileSync(join(ROOT, 'web', name));
  /** @type {Files} */
  const files = new Map();
  files.set('icon.svg', read('icon.svg'));
  files.set('manifest.webmanifest', read('manifest.webmanifest'));
  MODULES.forEach((name, i) => files.set(name, modules[i]));
  const version = wasmVersion(...modules);
  const script = await bundleScript(version);
  for (const [name, bytes] of script) files.set(name, bytes);
  for (const [name, bytes] of await bundleElement(version)) files.set(name, bytes);
  for (const [name, bytes] of await bundleStyle('planet.css')) files.set(name, bytes);
  for (const [name, bytes] of await bundleThemes()) files.set(name, bytes);
  files.set('planetarium.html', await bundleOneFile(version, files));
  for (const [name, bytes] of await bundleWords(version)) files.set(name, bytes);
  for (const [name, bytes] of await bundleBuilder(version)) files.set(name, bytes);
  files.set('builder.html', read('builder.html'));
  files.set('NOTICES.txt', Buffer.from(notices()));
  for (const name of TYPES) files.set(name, readFileSync(join(ROOT, 'npm/types', name)));
  const program = programFiles(files);
  const html = read('index.html')
    .toString('utf8')
    .replace('WASM_VERSION', version)
    .replace('PROGRAM_VERSION', program.version);
  files.set('index.html', Buffer.from(withPreloads(html, importsOf(script))));
  files.set('service-worker.js', await bundleServiceWorker(program, version));
  files.set('integrity.json', Buffer.from(integrityOf(files)));
  return files;
}

/** Each theme is a file of its own: a page asks for the one it wears. */
export async function bundleThemes() {
  const folder = join(ROOT, 'web/themes');
  const entryPoints = readdirSync(folder).map((name) => join(folder, name));
  return contents(await build({ ...shared(), entryPoints, outbase: join(ROOT, 'web') }));
}

/** Subresource Integrity §3.5. @param {Files} files @returns {string}   JSON: of each file that a page may ask for */
function integrityOf(files) {
  const shipped = [...files].filter(([name]) => /\.(?:js|css|wasm)$/.test(name)).sort();
  const hashes = shipped.map(([name, bytes]) => {
    const hash = createHash('sha384').update(bytes).digest('base64');
    return [name, `sha384-${hash}`];
  });
  return `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
}

/** @param {[string, Uint8Array][]} script @returns {string[]}   the parts that the page's script cannot begin without */
export function importsOf(script) {
  const files = new Map(script);
  /** @type {Set<string>} */
  const found = new Set();
  const queue = ['page.js'];
  for (const name of queue) {
    const source = Buffer.from(files.get(name) ?? []).toString();
    for (const [, path] of source.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)) {
      const part = posix.join(posix.dirname(name), path);
      if (found.has(part)) continue;
      found.add(part);
      queue.push(part);
    }
  }
  return [...found];
}

/** @param {string} html @param {string[]} parts */
const withPreloads = (html, parts) =>
  html.replace(
    / *<script type="module" src="page.js">/,
    (script) => parts.map((part) => `    <link rel="modulepreload" href="${part}" />\n`).join('') + script,
  );

/**
 * @param {Uint8Array[]} modules
 * @returns {string}   asked for with the files, so that a cache never pairs an old core with a new page
 */
export const wasmVersion = (...modules) =>
  modules
    .reduce((hash, bytes) => hash.update(bytes), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);

/**
 * @param {string} version
 * @param {import('esbuild').BuildOptions} [options]
 */
export async function bundleScript(version, options = {}) {
  const result = await build({
    ...shared(),
    ...script(version),
    entryPoints: { page: 'web/app.js', built: 'web/built.js' },
    splitting: true, // what the first posts do not need is asked for later
    chunkNames: 'parts/[name]-[hash]',
    ...options,
  });
  return contents(result);
}

/**
 * The element, each in one file: for a page of another site, and as a class for those who define it themselves.
 * @param {string} version
 * @param {import('esbuild').BuildOptions} [options]
 */
export async function bundleElement(version, options = {}) {
  const [[, style]] = await bundleStyle('element.css');
  const whole = script(version);
  const result = await build({
    ...shared(),
    ...whole,
    entryPoints: { planetarium: 'web/define-element.js', element: 'web/element.js' },
    define: { ...whole.define, __ELEMENT_STYLE__: JSON.stringify(Buffer.from(style).toString().trim()) },
    ...options,
  });
  return contents(result);
}

/**
 * What the page is made of, languages and themes too, and a name for it that changes with any of it.
 * @param {Files} files
 */
function programFiles(files) {
  const page = [...files].filter(([name]) =>
    /^(?:page\.js|built\.js|planetarium\.css|icon\.svg|(?:parts|themes)\/.*\.(?:js|css))$/.test(name),
  );
  const names = [...page.map(([name]) => name), ...MODULES];
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(/** @type {Uint8Array} */ (files.get(name)));
  return { names, version: hash.digest('hex').slice(0, 12) };
}

/** @param {{ names: string[], version: string }} program @param {string} wasm   version of the core's files */
async function bundleServiceWorker(program, wasm) {
  const result = await build({
    ...shared(),
    entryPoints: { 'service-worker': 'web/service-worker.js' },
    format: 'iife',
    define: {
      __PROGRAM_FILES__: JSON.stringify(program.names),
      __PROGRAM_VERSION__: JSON.stringify(program.version),
      __WASM_VERSION__: JSON.stringify(wasm),
    },
  });
  return contents(result)[0][1];
}

/** The element's languages. @param {string} version @returns {Promise<[string, Uint8Array][]>} */
async function bundleWords(version) {
  const entryPoints = Object.fromEntries(BESIDE.map((name) => [`words/${name}`, `web/locales/${name}.js`]));
  return contents(await build({ ...shared(), ...script(version), entryPoints, sourcemap: false }));
}

/** @param {string} version */
async function bundleBuilder(version) {
  const style = await bundleStyle('builder.css');
  const entryPoints = { builder: 'web/builder/builder.js' };
  const chunks = { splitting: true, chunkNames: 'builder/[name]-[hash]' };
  const built = await build({ ...shared(), ...script(version), ...chunks, entryPoints });
  return [...contents(built), .../** @type {[string, Uint8Array][]} */ ([['builder.css', style[0][1]]])];
}

/** @param {string} version @param {Files} files   those that it holds */
async function bundleOneFile(version, files) {
  const { sourcemap, banner, ...whole } = script(version);
  const entryPoints = { 'one-file': 'web/one-file.js' };
  const built = await build({ ...shared(), ...whole, format: 'iife', entryPoints });
  const [[, code], [, style]] = [contents(built)[0], (await bundleStyle('one-file.css'))[0]];
  const html = oneFile({
    html: readFileSync(join(ROOT, 'web/one-file.html'), 'utf8'),
    script: Buffer.from(code).toString(),
    style: Buffer.from(style).toString().trim(),
    notices: notices(),
    icon: /** @type {Uint8Array} */ (files.get('icon.svg')),
    modules: new Map(MODULES.map((name) => [name, /** @type {Uint8Array} */ (files.get(name))])),
  });
  return Buffer.from(html);
}

/** @param {string} name */
async function bundleStyle(name) {
  return contents(await build({ ...shared(), entryPoints: { planetarium: `web/${name}` } }));
}

const shared = () =>
  /** @type {const} */ ({
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    target: TARGETS,
    outdir: 'dist',
    logLevel: 'silent',
  });

/** @param {string} version @returns {import('esbuild').BuildOptions} */
const script = (version) => ({
  format: 'esm',
  define: { __WASM_VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
  sourcemap: 'linked',
  charset: 'utf8',
  legalComments: 'none', // the licences travel in NOTICES.txt
  banner: { js: BANNER },
});

/**
 * @param {import('esbuild').BuildResult} result
 * @returns {[string, Uint8Array][]}
 */
function contents(result) {
  const files = result.outputFiles ?? [];
  return files.map(({ path, contents }) => [path.slice(join(ROOT, 'dist').length + 1), contents]);
}

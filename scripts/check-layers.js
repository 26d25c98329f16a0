/**
 * Who may see whom: reads every include and import of the project and names those that look up instead of down.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globFiles } from './lib/files.js';
import { ROOT } from './lib/run.js';

/** The stages of the core, in the order of the data: a stage includes only those before it. */
const STAGES = [
  'text',
  'dates',
  'decode',
  'xml',
  'json',
  'namespaces',
  'parse',
  'planet',
  'archive',
  'query',
  'emit',
  'abi',
];

/** Stages that come before, and are out of sight all the same: a query knows no XML, an output no parser. */
const OUT_OF_SIGHT = {
  query: ['decode', 'xml', 'namespaces', 'parse'],
  emit: ['decode', 'namespaces', 'parse'],
};

/** Libraries of which one stage alone knows. */
const LIBRARIES = [
  { header: /^pugixml\.(hpp|cpp)$|\/pugixml\.(hpp|cpp)$/, stage: 'xml' },
  { header: /^nlohmann\//, stage: 'json' },
];

/** Where everything is joined. */
const WIRES = new Set([
  'web/app.js',
  'web/built.js',
  'web/builder/read-opml.js',
  'web/define-element.js',
  'web/element.js',
  'web/linked-page.js',
  'web/one-file.js',
  'web/open-planet.js',
  'web/program-files.js',
]);

/** Which other folders a folder of JavaScript may import from; `web/model.js` holds only types and is open to all. */
const VISIBLE = {
  web: [],
  'web/core': [],
  'web/store': [],
  'web/config': [],
  'web/fetch': ['web/config'],
  'web/locales': [],
  'web/themes': [],
  'web/render': ['web/config', 'web/locales', 'web/themes'],
  'web/outputs': ['web/config', 'web/render', 'web/locales'],
  'web/reading': ['web/config', 'web/render', 'web/locales'],
  'web/elements': ['web/config', 'web/reading', 'web/render', 'web/locales', 'web/themes', 'web/outputs'],
  'web/builder': ['web/config', 'web/elements', 'web/locales', 'web/render'],
  proxy: [],
  cli: [
    'web/core',
    'web/config',
    'web/fetch',
    'web/store',
    'web/render',
    'web/outputs',
    'web/locales',
    'proxy',
  ],
};

/**
 * @param {string} root
 * @returns {string[]}   a sentence for each breach
 */
export function findBreaches(root) {
  const cpp = globFiles(/^(src|include)\/.*\.(cpp|hpp|h|c)$/, root);
  const js = globFiles(/^(web|proxy|cli)\/.*\.(js|mjs)$/, root);
  const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  return [
    ...cpp.flatMap((file) => checkIncludes(file, read(file), (path) => existsSync(join(root, path)))),
    ...js.flatMap((file) => checkImports(file, read(file))),
  ];
}

/**
 * @param {string} file
 * @param {string} source
 * @param {(path: string) => boolean} exists
 * @returns {string[]}
 */
export function checkIncludes(file, source, exists) {
  const own = stageOf(file);
  const hidden = OUT_OF_SIGHT[/** @type {keyof typeof OUT_OF_SIGHT} */ (own)] ?? [];
  return [...source.matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)].flatMap(([, quote, header]) => {
    const library = LIBRARIES.find((each) => each.header.test(header));
    if (library && library.stage !== own)
      return [`${file} includes ${header}, which only src/${library.stage} may`];
    const candidates = [posix.join(posix.dirname(file), header), `src/${header}`, header];
    const found = quote === '"' ? candidates.find(exists) : undefined;
    const stage = found && stageOf(found);
    if (!stage || stage === own) return [];
    if (own === null) return [`${file} includes ${header}: a public header sees no stage`];
    const upward = STAGES.indexOf(stage) > STAGES.indexOf(own) || STAGES.indexOf(stage) < 0;
    return upward || hidden.includes(stage)
      ? [`${file} includes ${header}: ${own} may not see ${stage}`]
      : [];
  });
}

/**
 * @param {string} file
 * @param {string} source
 * @returns {string[]}
 */
export function checkImports(file, source) {
  if (WIRES.has(file)) return [];
  const own = folderOf(file);
  const visible = VISIBLE[/** @type {keyof typeof VISIBLE} */ (own)];
  if (!visible) return [`${file}: scripts/check-layers.js does not say what ${own} may see`];
  return importsOf(source).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return [];
    const target = posix.join(posix.dirname(file), specifier);
    const folder = folderOf(target);
    const allowed =
      target === 'web/model.js' || folder === own || /** @type {string[]} */ (visible).includes(folder);
    return allowed ? [] : [`${file} imports ${target}: ${own} may not see ${folder}`];
  });
}

/**
 * @param {string} source
 * @returns {string[]}   what it imports when it runs: types named in comments do not count
 */
function importsOf(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const forms = /\b(?:from|import)\s*\(?\s*(?:new URL\(\s*)?['"]([^'"]+)['"]/g;
  return [...code.matchAll(forms)].map((match) => match[1]);
}

/** @param {string} file */
const stageOf = (file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? null;

/** @param {string} file */
const folderOf = (file) =>
  file.startsWith('web/') ? posix.dirname(file).split('/').slice(0, 2).join('/') : file.split('/')[0];

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const breaches = findBreaches(ROOT);
  for (const breach of breaches) console.error(breach);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}

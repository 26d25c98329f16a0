/** Includes and imports as they stand in small sources → the breaches that the layer check names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkImports, checkIncludes } from '../../scripts/check-layers.js';

/** @param {string[]} files */
const project =
  (...files) =>
  (/** @type {string} */ path) =>
    files.includes(path);

test('layers: a stage includes the stages before it and the public headers', () => {
  const source =
    '#include <vector>\n#include "planetarium/model.hpp"\n#include "text/uri.hpp"\n#include "element.hpp"\n';
  const exists = project('include/planetarium/model.hpp', 'src/text/uri.hpp', 'src/xml/element.hpp');
  assert.deepEqual(checkIncludes('src/xml/document.cpp', source, exists), []);
});

test('layers: a stage that includes a later one is named, however the path is written', () => {
  const exists = project('src/planet/merge.hpp');
  for (const header of ['planet/merge.hpp', '../planet/merge.hpp', 'src/planet/merge.hpp']) {
    const breaches = checkIncludes('src/xml/document.cpp', `#include "${header}"\n`, exists);
    assert.deepEqual(breaches, [`src/xml/document.cpp includes ${header}: xml may not see planet`]);
  }
});

test('layers: a query sees no XML, an output no parser', () => {
  const exists = project('src/xml/element.hpp', 'src/parse/detect.hpp', 'src/xml/writer.hpp');
  assert.deepEqual(checkIncludes('src/query/page.cpp', '#include "xml/element.hpp"\n', exists), [
    'src/query/page.cpp includes xml/element.hpp: query may not see xml',
  ]);
  assert.deepEqual(checkIncludes('src/emit/atom.cpp', '#include "parse/detect.hpp"\n', exists), [
    'src/emit/atom.cpp includes parse/detect.hpp: emit may not see parse',
  ]);
  assert.deepEqual(checkIncludes('src/emit/atom.cpp', '#include "xml/writer.hpp"\n', exists), []);
});

test('layers: a public header sees no stage, and an unknown stage is no stage', () => {
  const exists = project('src/text/uri.hpp', 'src/misc/drawer.hpp');
  assert.deepEqual(checkIncludes('include/planetarium/model.hpp', '#include "text/uri.hpp"\n', exists), [
    'include/planetarium/model.hpp includes text/uri.hpp: a public header sees no stage',
  ]);
  assert.deepEqual(checkIncludes('src/abi/exports.cpp', '#include "misc/drawer.hpp"\n', exists), [
    'src/abi/exports.cpp includes misc/drawer.hpp: abi may not see misc',
  ]);
});

test('layers: pugixml is known to the XML stage alone, nlohmann to the JSON stage alone', () => {
  const none = () => false;
  assert.deepEqual(checkIncludes('src/xml/document.cpp', '#include <pugixml.hpp>\n', none), []);
  assert.deepEqual(checkIncludes('src/json/value.cpp', '#include <nlohmann/json.hpp>\n', none), []);
  assert.deepEqual(
    checkIncludes('src/parse/rss.cpp', '#include "pugixml.hpp"\n#include <nlohmann/json.hpp>\n', none),
    [
      'src/parse/rss.cpp includes pugixml.hpp, which only src/xml may',
      'src/parse/rss.cpp includes nlohmann/json.hpp, which only src/json may',
    ],
  );
});

test('layers: core, store, fetch and render do not know each other', () => {
  for (const [file, target] of [
    ['web/core/core.js', 'web/render/dates.js'],
    ['web/store/responses.js', 'web/fetch/refresh.js'],
    ['web/fetch/refresh.js', 'web/core/core.js'],
    ['web/render/page-view.js', 'web/core/core.js'],
  ]) {
    const [from, to] = [file, target].map((path) => path.split('/').slice(0, 2).join('/'));
    const specifier = target.replace('web/', '../');
    assert.deepEqual(checkImports(file, `import { x } from '${specifier}';\n`), [
      `${file} imports ${target}: ${from} may not see ${to}`,
    ]);
  }
});

test('layers: the proxy sees nothing of the page, the commands never its composition root', () => {
  assert.deepEqual(
    checkImports('proxy/handler.js', "export { x } from '../web/config/planet-config.js';\n"),
    ['proxy/handler.js imports web/config/planet-config.js: proxy may not see web/config'],
  );
  assert.deepEqual(checkImports('cli/serve.js', "await import('../web/app.js');\n"), [
    'cli/serve.js imports web/app.js: cli may not see web',
  ]);
  assert.deepEqual(checkImports('cli/parse.js', "import { loadCore } from '../web/core/core.js';\n"), []);
});

test('layers: packages, types in comments, model.js and app.js are free', () => {
  const source = `
    /** @typedef {import('../core/core.js').Core} Core */
    // import { old } from '../core/core.js';
    import { html } from 'lit';
    import { x } from '../model.js';
    import { y } from './dates.js';`;
  assert.deepEqual(checkImports('web/render/page-view.js', source), []);
  assert.deepEqual(checkImports('web/app.js', "import { loadCore } from './core/core.js';"), []);
});

test('layers: a folder that the check has never heard of is named', () => {
  assert.deepEqual(checkImports('web/utils/misc.js', ''), [
    'web/utils/misc.js: scripts/check-layers.js does not say what web/utils may see',
  ]);
});

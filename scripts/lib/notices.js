/**
 * What dist/ is made of, and under which licences → NOTICES.txt, which travels with it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.js';

/** Bundled into the scripts. */
const PACKAGES = ['lit', 'dompurify', 'idb'];

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to
whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Compiled into the core; their packages bring no file that is the same on every machine. */
const COMPILED = [
  { name: 'pugixml', url: 'https://pugixml.org/', holder: 'Copyright (c) 2006-2025 Arseny Kapoulkine' },
  {
    name: 'JSON for Modern C++',
    url: 'https://json.nlohmann.me/',
    holder: 'Copyright (c) 2013-2025 Niels Lohmann',
  },
  {
    name: 'Emscripten (its C and C++ libraries: musl, libc++, emmalloc)',
    url: 'https://emscripten.org/',
    holder: 'Copyright (c) 2010-2025 Emscripten authors',
  },
];

/** @returns {string} */
export function notices() {
  const packages = PACKAGES.map((name) => {
    const folder = join(ROOT, 'node_modules', name);
    const { version, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${title(`${name} ${version}`, homepage)}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}`;
  });
  const compiled = COMPILED.map(({ name, url, holder }) => `${title(name, url)}\n\n${holder}\n\n${MIT}`);
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  return `${[`Planetarium\n\n${own}`, ...packages, ...compiled].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** @param {string} name @param {string | undefined} url */
const title = (name, url) => (url ? `${name}\n${url}` : name);

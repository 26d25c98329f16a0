// The example of docs/core.md, run as it stands there, and its tables against the types.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/core.md`, 'utf8');

test('docs: the example of core.md finds a post of the demo weblog', () => {
  const example = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', example], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.match(printed, /–.*bread/i);
});

test('docs: core.md names every key of a query', () => {
  const model = readFileSync(`${root}web/model.js`, 'utf8');
  const query = model.slice(
    model.indexOf('@typedef {object} Query'),
    model.indexOf('@typedef {object} Failure'),
  );
  const keys = [...query.matchAll(/@property \{[^\n]*?\} \[?(\w+)\]?/g)].map(([, key]) => key);
  assert.ok(keys.length > 15);
  const queries = page.slice(page.indexOf('## Queries'), page.indexOf('## Search'));
  assert.deepEqual(
    keys.filter((key) => !new RegExp(`\`${key}\\b`).test(queries)),
    [],
  );
});

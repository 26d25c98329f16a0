// The example of docs/outputs.md, run as it stands there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('docs: the example of outputs.md prints the demo weblog as Atom', () => {
  const page = readFileSync(`${root}docs/outputs.md`, 'utf8');
  const example = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  assert.ok(example.split('\n').length < 25);
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', example], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.match(
    printed,
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
  );
  assert.match(
    printed,
    /<link rel="self" type="application\/atom\+xml" href="https:\/\/planet.example\/atom.xml"\/>/,
  );
  assert.ok(printed.split('<entry ').length > 2);
});

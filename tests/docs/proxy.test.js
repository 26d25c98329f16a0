// docs/proxy.md: its configs are read as they stand there, its table names every key.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readProxyConfig, serverKeys } from '../../cli/proxy-config.js';
import { policyKeys } from '../../proxy/settings.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/proxy.md`, 'utf8');

test('docs: the configs of proxy.md are good ones', () => {
  const file = /```json\n([\s\S]*?)```/.exec(page)?.[1];
  const variable = /PLANETARIUM_PROXY = '(.*)'/.exec(page)?.[1];
  for (const text of [file, variable]) {
    const read = readProxyConfig({ text });
    assert.equal(read.kind, 'ok', JSON.stringify(read));
  }
});

test('docs: proxy.md names every key, and no other', () => {
  const table = page.slice(page.indexOf('## Keys'), page.indexOf('## Behind'));
  const rows = [...table.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key),
  );
  assert.deepEqual(rows.sort(), [...policyKeys, ...serverKeys].sort());
});

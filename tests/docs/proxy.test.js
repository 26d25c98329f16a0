// docs/proxy.md: its configs are read as they stand there, its table names every key.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readProxyConfig, serverKeys } from '../../cli/proxy-config.js';
import { problems } from '../../proxy/problem.js';
import { policyKeys, readSettings } from '../../proxy/settings.js';
import { compatibilityDate } from '../proxy/support/runtimes.js';

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

test('docs: proxy.md names every code with its status, and no other', () => {
  const table = page.slice(page.indexOf('| code'), page.indexOf('A copy that is shown'));
  const rows = [...table.matchAll(/^\| (`[^|]+`) +\| ([\d, ]+?) +\|/gm)].flatMap(([, codes, statuses]) => {
    const each = statuses.split(', ');
    return [...codes.matchAll(/`([\w-]+)`/g)].map(([, code], i) => [code, Number(each[i] ?? each[0])]);
  });
  const known = Object.entries(problems).map(([code, [status]]) => [code, status]);
  assert.deepEqual(rows.sort(), known.sort());
});

const deploy = `${root}proxy/deploy/`;
const deployed = (/** @type {string} */ name) => readFileSync(deploy + name, 'utf8');

test('docs: proxy.md names every file of proxy/deploy', () => {
  const named = [...page.matchAll(/\]\(\.\.\/proxy\/deploy\/([^)]+)\)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(named)].sort(), readdirSync(deploy).sort());
});

test('docs: the configs of proxy/deploy are good ones', () => {
  for (const name of ['proxy.json', 'open.json']) {
    const read = readProxyConfig({ file: deploy + name });
    assert.equal(read.kind, 'ok', JSON.stringify(read));
  }
  const plain = deployed('wrangler.jsonc')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/,(\s*[}\]])/g, '$1');
  const { main, vars, compatibility_date } = JSON.parse(plain);
  readSettings(vars.PLANETARIUM_PROXY);
  assert.ok(existsSync(deploy + main));
  assert.equal(compatibility_date, compatibilityDate);
});

test('docs: what the container copies is there, and it starts what the service starts', () => {
  for (const [, from] of deployed('Containerfile').matchAll(/^COPY (.+) \S+$/gm)) {
    for (const name of from.split(' ')) assert.ok(existsSync(root + name), name);
  }
  assert.match(deployed('Containerfile'), /"cli\/planetarium\.js", "proxy", /);
  assert.match(
    deployed('planetarium-proxy.service'),
    /\/cli\/planetarium\.js proxy --config \/etc\/planetarium\/proxy\.json$/m,
  );
});

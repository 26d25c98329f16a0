import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../cli/planetarium.js', import.meta.url));
const { version } = JSON.parse(fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
function planetarium(...args) {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

test('planetarium: --help lists the commands, --version is the package\u2019s', async () => {
  const help = await planetarium('--help');
  assert.deepEqual([help.code, help.stderr], [0, '']);
  for (const word of ['serve PLANET', 'parse FILE', '--allow-private'])
    assert.ok(help.stdout.includes(word), word);
  assert.deepEqual(await planetarium('--version'), { code: 0, stdout: `${version}\n`, stderr: '' });
});

test('planetarium: a command that does not exist is one sentence and exit code 2', async () => {
  const sentence = 'planetarium --help lists them.\n';
  assert.deepEqual(await planetarium('sing'), {
    code: 2,
    stdout: '',
    stderr: `There is no command "sing": ${sentence}`,
  });
  assert.deepEqual(await planetarium('toString'), {
    code: 2,
    stdout: '',
    stderr: `There is no command "toString": ${sentence}`,
  });
  assert.deepEqual(await planetarium(), { code: 2, stdout: '', stderr: `A command is missing: ${sentence}` });
});

test('planetarium: serve without a planet is one sentence and exit code 1', async (t) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'planetarium-'));
  t.after(() => fs.rmSync(dir, { recursive: true }));
  assert.deepEqual(await planetarium('serve', dir), {
    code: 1,
    stdout: '',
    stderr: `${dir} holds none of planet.json, config.ini, planet.ini, planet.opml, opml.xml, feeds.opml, feeds.txt, feeds.csv.\n`,
  });
});

test('planetarium: serve says where it is in one line, and stops when told to', async (t) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'planetarium-'));
  t.after(() => fs.rmSync(dir, { recursive: true }));
  fs.writeFileSync(path.join(dir, 'planet.json'), '{"feeds": []}');
  const child = spawn(process.execPath, [program, 'serve', dir], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  assert.match(String(line), /^Planetarium at http:\/\/127\.0\.0\.1:\d+\/\n$/);
  assert.equal((await fetch(String(line).slice(15).trim())).status, 200);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

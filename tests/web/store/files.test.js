import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openFolder } from '../../../web/store/files.js';

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);
/** @param {Uint8Array | undefined} given */
const text = (given) => given && new TextDecoder().decode(given);
/** Names of segments are 16 hex digits. @param {number} number */
const name = (number) => number.toString(16).padStart(16, '0');

/** @param {(folder: string) => Promise<void>} work */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    await work(join(folder, 'planet'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder */
async function load(folder) {
  const archived = await openFolder(folder).load();
  assert.ok(!archived || !('kind' in archived));
  return archived;
}

/** @param {string} head @param {number[]} names @param {number[]} [fresh] */
const toSave = (head, names, fresh = names) => ({
  head: bytes(head),
  names: names.map(name),
  segments: new Map(fresh.map((number) => [name(number), bytes(`segment ${number}`)])),
});

test('files: nothing was saved, then what was', () =>
  inFolder(async (folder) => {
    const store = openFolder(folder);
    assert.equal(await store.load(), null);
    assert.deepEqual(await store.save(toSave('one', [1, 2])), { kind: 'ok' });
    assert.deepEqual(await store.save(toSave('two', [2, 3], [3])), { kind: 'ok' });
    const archived = await load(folder);
    assert.equal(text(archived?.head), 'two');
    assert.equal(text(archived?.previous), 'one');
    assert.equal(text(await archived?.segment(name(1))), 'segment 1');
    assert.equal(text(await archived?.segment(name(3))), 'segment 3');
    assert.equal(await archived?.segment(name(4)), undefined);
  }));

test('files: segments stay while one of the last two heads names them', () =>
  inFolder(async (folder) => {
    const store = openFolder(folder);
    await store.save(toSave('one', [1]));
    await store.save(toSave('two', [2]));
    writeFileSync(join(folder, 'orphan.unfinished'), 'of a killed process');
    writeFileSync(join(folder, `${name(9)}.segment`), 'of a killed process');
    await store.save(toSave('three', [3]));
    assert.deepEqual(readdirSync(folder).sort(), [
      `${name(2)}.segment`,
      `${name(3)}.segment`,
      'head',
      'head.previous',
    ]);
  }));

test('files: a head whose segments nobody has is not taken', () =>
  inFolder(async (folder) => {
    const store = openFolder(folder);
    await store.save(toSave('one', [1]));
    assert.deepEqual(await store.save(toSave('two', [1, 2], [])), { kind: 'missing', names: [name(2)] });
    assert.equal(text((await load(folder))?.head), 'one');
  }));

test('files: without its last head a folder gives the one before', () =>
  inFolder(async (folder) => {
    const store = openFolder(folder);
    await store.save(toSave('one', [1]));
    await store.save(toSave('two', [1]));
    rmSync(join(folder, 'head'));
    assert.equal(text((await load(folder))?.head), 'one');
    writeFileSync(join(folder, 'head'), 'not a head');
    assert.equal(text((await load(folder))?.head), 'one');
  }));

test('files: a damaged head does not take the place of the whole one before it, nor of its segments', () =>
  inFolder(async (folder) => {
    const store = openFolder(folder);
    await store.save(toSave('one', [1]));
    await store.save(toSave('two', [2]));
    const head = readFileSync(join(folder, 'head'));
    head[head.length - 1] ^= 1;
    writeFileSync(join(folder, 'head'), head);
    assert.equal(text((await load(folder))?.head), 'one');
    await store.save(toSave('three', [3]));
    const archived = await load(folder);
    assert.deepEqual([text(archived?.head), text(archived?.previous)], ['three', 'one']);
    assert.equal(text(await archived?.segment(name(1))), 'segment 1');
    assert.equal(await archived?.segment(name(2)), undefined);
  }));

test('files: a head that its reader says is damaged is not kept as the one before', () =>
  inFolder(async (folder) => {
    const store = openFolder(folder);
    await store.save(toSave('one', [1]));
    await store.save(toSave('two', [2]));
    await store.save({ ...toSave('three', [3]), damaged: true });
    const archived = await load(folder);
    assert.deepEqual([text(archived?.head), text(archived?.previous)], ['three', 'one']);
    assert.equal(text(await archived?.segment(name(1))), 'segment 1');
  }));

test('files: where no folder can be, saving says so', () =>
  inFolder(async (folder) => {
    writeFileSync(folder, 'a file');
    const kept = await openFolder(folder).save(toSave('one', []));
    assert.equal(kept.kind === 'failed' && kept.reason, 'no_store');
    assert.equal(await openFolder(folder).load(), null);
  }));

test('files: whenever the process is killed, there is a whole head with all its segments', () =>
  inFolder(async (folder) => {
    const writer = fileURLToPath(new URL('./save-forever.mjs', import.meta.url));
    let last = 0;
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [writer, folder, `${last}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // Killed within the save after the one that is told of, somewhere: the output comes when it pleases.
      let told = last;
      child.stdout.on('data', (data) => (told = Number(String(data).trim().split('\n').at(-1))));
      const wanted = last + 1 + (round % 4);
      while (told < wanted) await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await once(child, 'close');
      const archived = await load(folder);
      const head = JSON.parse(text(archived?.head) ?? 'null');
      assert.ok(head.number >= told, `head ${head.number} is older than ${told}, which was saved`);
      assert.equal(head.filler.length, 200_000);
      for (const one of head.names) {
        const segment = text(await archived?.segment(one));
        assert.equal(segment?.slice(0, 16), one);
        assert.equal(segment?.length, 16 + 300_000);
      }
      last = head.number;
    }
    assert.deepEqual(await openFolder(folder).save(toSave('last', [1])), { kind: 'ok' });
    assert.ok(!readdirSync(folder).some((file) => file.endsWith('.unfinished')));
    assert.ok(existsSync(join(folder, 'head')) && readFileSync(join(folder, 'head')).length < 200);
  }));

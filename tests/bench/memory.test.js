// Feeds parsed one by one leave nothing behind in the core's memory, whole ones and broken ones.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './watch-memory.mjs';

const folder = fileURLToPath(new URL('../feeds/', import.meta.url));
const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(xml|json)$/.test(name) && !name.endsWith('.expected.json'))
  .map((name) => new Uint8Array(readFileSync(`${folder}${name}`)));

test('memory: the core is as large after a thousand feeds as after a hundred', async () => {
  const memory = watchMemory();
  const adapter = await import('./adapter.mjs');
  await adapter.init();
  let parsed = 0;
  const parseUntil = (/** @type {number} */ count) => {
    for (; parsed < count; parsed++) {
      try {
        adapter.parse(documents[parsed % documents.length], { contentType: '', url: 'https://a.example/' });
      } catch {
        // what is no feed counts too
      }
    }
  };
  parseUntil(Math.max(100, documents.length));
  const early = memory();
  parseUntil(1000);
  assert.ok(early > 0);
  assert.equal(memory(), early);
});

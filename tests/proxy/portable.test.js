import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

test('proxy: the handler needs no package and nothing of Node', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('../../proxy/handler.js', import.meta.url))],
    bundle: true,
    platform: 'neutral',
    format: 'esm',
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  const foreign = Object.keys(metafile.inputs).filter((file) => !/^(.*\/)?proxy\/[\w-]+\.js$/.test(file));
  assert.deepEqual(foreign, []);
  assert.doesNotMatch(outputFiles[0].text, /\b(Buffer|process|require|setImmediate|__dirname)\b/);
});

/**
 * The types that the package ships: those of `planet-feed/core`, out of its sources' JSDoc → types/.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { ROOT } from './lib/run.js';

const ENTRIES = ['npm/core.js', 'npm/core-node.js', 'npm/planet.js'];

/** @returns {string[]}   what the compiler has to say */
export function writeTypes() {
  const outDir = join(ROOT, 'types');
  rmSync(outDir, { recursive: true, force: true });
  const program = ts.createProgram(
    ENTRIES.map((name) => join(ROOT, name)),
    {
      allowJs: true,
      declaration: true,
      emitDeclarationOnly: true,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      outDir,
      rootDir: ROOT,
      skipLibCheck: true,
      strict: true,
      target: ts.ScriptTarget.ES2022,
      types: ['node'],
    },
  );
  const { diagnostics } = program.emit();
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = writeTypes();
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}

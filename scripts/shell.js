/** The manual page and the completions that the package ships, out of the table of commands → shell/. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SHELLS } from '../cli/help/commands.js';
import { completionOf } from '../cli/help/completion.js';
import { manualPage } from '../cli/help/manual.js';
import { ROOT } from './lib/run.js';

/** As each shell looks for it. */
const NAMES = { bash: 'planetarium.bash', zsh: '_planetarium', fish: 'planetarium.fish' };

export function writeShell() {
  const folder = join(ROOT, 'shell');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'planetarium.1'), manualPage(version));
  for (const shell of SHELLS) writeFileSync(join(folder, NAMES[shell]), completionOf(shell) ?? '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeShell();

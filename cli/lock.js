/** A folder that one process at a time may keep its archive in. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from './arguments.js';

/**
 * Two at a time would write over each other's archive.
 * @param {string} folder
 * @returns {Promise<{ kind: 'ok', release: () => Promise<void> } | import('./arguments.js').Failed>}
 */
export async function takeLock(folder) {
  const file = join(folder, 'lock');
  await mkdir(folder, { recursive: true });
  for (let tries = 0; tries < 2; tries++) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(`${process.pid}`);
      await handle.close();
      return { kind: 'ok', release: () => rm(file, { force: true }) };
    } catch {
      const pid = Number(await readFile(file, 'utf8').catch(() => ''));
      if (pid && isRunning(pid))
        return failed(`Another build is under way: process ${pid}, which holds ${file}.`);
      await rm(file, { force: true }); // its process was killed
    }
  }
  return failed(`${file} cannot be written.`);
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

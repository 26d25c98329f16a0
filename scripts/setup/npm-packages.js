/**
 * The npm packages of package-lock.json: whether node_modules has them, and their installation.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from '../lib/run.js';

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/** @returns {boolean}   every package is there in the version that the lock names */
export function npmPackagesPresent(root = ROOT) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(join(root, 'node_modules/.package-lock.json'));
  return wanted !== null && installed !== null && missingPackages(wanted, installed).length === 0;
}

/**
 * @param {Lock} wanted
 * @param {Lock} installed
 * @returns {string[]}   folders; an optional package may be absent (it belongs to another system) but not of another version
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages ?? {})
    .filter(([folder, { version, optional }]) => {
      const found = installed.packages?.[folder];
      return folder !== '' && (found ? found.version !== version : !optional);
    })
    .map(([folder]) => folder);
}

/** @returns {Promise<import('../lib/run.js').Outcome>} */
export const installNpmPackages = () => runTool('npm', ['ci', '--no-audit', '--no-fund']);

/**
 * @param {string} file
 * @returns {Lock | null}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

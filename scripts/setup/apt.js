/**
 * Debian and Ubuntu packages by apt: what an installation would cost, the installation itself, a package's source.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findOnPath, runTool } from '../lib/run.js';

/** @typedef {import('../lib/run.js').Outcome} Outcome */

const QUIET = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };

export const hasApt = () => findOnPath('apt-get') !== null;

/** True when this user may install packages: root, or anyone with sudo. */
export const mayInstall = () => isRoot() || findOnPath('sudo') !== null;

export const isRoot = () => process.getuid?.() === 0;

/**
 * @param {string[]} packages
 * @returns {Promise<{ kind: 'ok', download: string, disk: string } | { kind: 'failed', output: string }>}
 *   failed: the package lists are missing, too old, or do not know a package
 */
export async function planInstall(packages) {
  const args = ['install', '--assume-no', '--no-install-recommends', '-o', 'Debug::NoLocking=1', ...packages];
  const { output } = await runTool('apt-get', args, { env: QUIET });
  return readPlan(output);
}

/**
 * @param {string} output   of `apt-get install --assume-no`, in English; it fails whatever it found, so only the text tells
 * @returns {{ kind: 'ok', download: string, disk: string } | { kind: 'failed', output: string }}
 */
export function readPlan(output) {
  if (/^E: (?!Can not|Aborted)/m.test(output)) return { kind: 'failed', output };
  // "Need to get 79.7 MB/80.7 MB of archives": to download / in all, where some are in the cache
  const download = /^Need to get ([\d.,]+ \w+)/m.exec(output)?.[1] ?? '0 B';
  const disk = /([\d.,]+ \w+) of additional disk space/.exec(output)?.[1] ?? '0 B';
  return { kind: 'ok', download, disk };
}

/** @returns {Promise<Outcome>} */
export const updateLists = () => asRoot(['apt-get', 'update', '--quiet']);

/**
 * @param {string[]} packages
 * @returns {Promise<Outcome>}
 */
export const install = (packages) =>
  asRoot(['apt-get', 'install', '--yes', '--quiet', '--no-install-recommends', ...packages]);

/**
 * @param {string[]} command
 * @returns {Promise<Outcome>}
 */
function asRoot(command) {
  if (isRoot()) return runTool(command[0], command.slice(1), { env: QUIET });
  const settings = Object.entries(QUIET).map(([name, value]) => `${name}=${value}`);
  // Without a terminal sudo could ask nobody for the password: then it fails at once.
  const mode = process.stdin.isTTY ? [] : ['--non-interactive'];
  return runTool('sudo', [...mode, 'env', ...settings, ...command]);
}

/**
 * Puts a package's source tree, as Debian patches it, at `target`. Needs no root: apt works on lists of its own,
 * made of this machine's mirrors and suites, because deb-src is off on most machines.
 * @param {string} name       of the source package
 * @param {string} target     folder; replaced as a whole
 * @returns {Promise<Outcome>}
 */
export async function fetchSource(name, target) {
  const work = mkdtempSync(join(tmpdir(), 'planetarium-source-'));
  try {
    const targets = await runTool('apt-get', [
      'indextargets',
      '--format',
      '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)',
    ]);
    const lines = sourceLines(targets.output);
    if (lines.length === 0) return { kind: 'failed', output: 'apt knows no mirror of Debian or Ubuntu\n' };
    writeFileSync(join(work, 'sources.list'), lines.join('\n') + '\n');
    mkdirSync(join(work, 'lists/partial'), { recursive: true });
    const own = [
      ...['-o', `Dir::Etc::SourceList=${work}/sources.list`, '-o', 'Dir::Etc::SourceParts=/dev/null'],
      ...['-o', `Dir::State::Lists=${work}/lists`],
      // apt's own user may not look into a temporary folder of ours
      ...['-o', 'APT::Sandbox::User=root'],
    ];
    const options = { cwd: work, env: QUIET };
    const updated = await runTool('apt-get', [...own, 'update', '--quiet'], options);
    if (updated.kind === 'failed') return updated;
    const fetched = await runTool('apt-get', [...own, 'source', '--quiet', name], options);
    if (fetched.kind === 'failed') return fetched;
    const tree = readdirSync(work).find((entry) => entry.startsWith(`${name}-`));
    if (!tree) return { kind: 'failed', output: `apt-get source ${name} left no folder\n${fetched.output}` };
    return await moveFolder(join(work, tree), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} indexTargets   a line for each list apt keeps: repository, suite, component, origin
 * @returns {string[]}            deb-src lines for the machine's own distribution, each once
 */
export function sourceLines(indexTargets) {
  const lines = indexTargets.split('\n').flatMap((line) => {
    const [repository, suite, component, origin] = line.split(' ');
    if (origin !== 'Debian' && origin !== 'Ubuntu') return [];
    const keyring = `/usr/share/keyrings/${origin.toLowerCase()}-archive-keyring.gpg`;
    const signedBy = existsSync(keyring) ? `[signed-by=${keyring}] ` : '';
    return [`deb-src ${signedBy}${repository} ${suite} ${component}`];
  });
  return [...new Set(lines)];
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {Promise<Outcome>}
 */
async function moveFolder(from, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
    return { kind: 'ok', output: '' };
  } catch {
    return runTool('cp', ['-R', from, to]); // the temporary folder is on another file system
  }
}

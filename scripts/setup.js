/**
 * Finds what the project needs and this machine lacks, says what it will install and why, and installs it. Silent when
 * everything is there. It runs before any npm package exists, so it imports only what Node has.
 */
import { findOnPath, step } from './lib/run.js';
import { fetchSource, hasApt, install, isRoot, mayInstall, planInstall, updateLists } from './setup/apt.js';
import { NEEDS, PUGIXML } from './setup/needs.js';
import { installNpmPackages, npmPackagesPresent } from './setup/npm-packages.js';

/**
 * @typedef {import('./setup/needs.js').Need} Need
 * @typedef {{ wasm?: boolean, native?: boolean, browser?: boolean, engines?: boolean, fuzz?: boolean }} Purposes
 */

/** As package.json says under "engines"; npm only warns of an older one. */
const OLDEST_NODE = '20.19';

/** The Debian package that `apt-get source` unpacks with, and its program. */
const UNPACKER = { aptPackage: 'dpkg-dev', program: 'dpkg-source' };

/**
 * @param {Purposes} purposes   what is going to be done: the core for the page, its own tests, the browser tests,
 *   the same in other engines, fuzzing
 * @returns {Promise<boolean>}  false: something is missing, and a sentence has said what, why and how to get it
 */
export async function setUp(purposes) {
  if (!nodeIsNewEnough()) {
    console.error(
      `Node.js ${process.versions.node} is too old to run this: get ${OLDEST_NODE} or newer from https://nodejs.org/`,
    );
    return false;
  }
  const missing = missingNeeds(purposes);
  if (missing.length > 0 && hasApt()) await getByApt(missing);
  const left = missingNeeds(purposes).filter((need) => !need.fetchable);
  for (const need of left) console.error(sentence(need));
  return left.every((need) => need.spared) && installFromNpm();
}

export function nodeIsNewEnough(version = process.versions.node, oldest = OLDEST_NODE) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * @param {Purposes} purposes
 * @returns {Need[]}
 */
const missingNeeds = (purposes) =>
  NEEDS.filter((need) => need.purposes.some((purpose) => purposes[purpose]) && !need.present());

/** @param {Need[]} missing */
async function getByApt(missing) {
  const sources = missing.flatMap((need) => need.aptSource ?? []);
  const packages = missing.flatMap((need) => need.aptPackage ?? []);
  if (sources.length > 0 && !findOnPath(UNPACKER.program)) packages.push(UNPACKER.aptPackage);
  if (packages.length > 0 && mayInstall()) await installPackages(missing, packages);
  if (!sources.includes('pugixml') || !findOnPath(UNPACKER.program)) return;
  await step("Fetching pugixml's source, which Debian's library package lacks", () =>
    fetchSource('pugixml', PUGIXML),
  );
}

/**
 * @param {Need[]} missing     what they are for
 * @param {string[]} packages
 */
async function installPackages(missing, packages) {
  let plan = await planInstall(packages);
  if (plan.kind === 'failed') {
    await step('Reading the package lists', updateLists);
    plan = await planInstall(packages);
  }
  if (plan.kind === 'failed') {
    console.error(plan.output.trim());
    return;
  }
  console.log(announcement(missing, plan));
  const label = `Installing ${packages.join(', ')}`;
  const installed = await step(label, () => install(packages));
  if (installed.kind === 'ok') return;
  // Lists that are too old name files that are gone from the mirror.
  const updated = await step('Reading the package lists', updateLists);
  if (updated.kind === 'ok') await step(label, () => install(packages));
}

/**
 * @param {Need[]} missing
 * @param {{ download: string, disk: string }} plan
 */
export function announcement(missing, plan) {
  const how = isRoot() ? 'apt' : 'apt and sudo';
  const label = (/** @type {Need} */ need) => need.aptPackage ?? need.name;
  const width = Math.max(...missing.map((need) => label(need).length));
  const rows = missing.map((need) => `  ${label(need).padEnd(width)}  ${need.why}`);
  return [`Planetarium needs ${plan.download} of packages (${plan.disk} on disk), by ${how}:`, ...rows].join(
    '\n',
  );
}

/** @param {Need} need */
export function sentence(need) {
  const apt = need.aptPackage && hasApt() ? `\`apt-get install ${need.aptPackage}\` as root, or ` : '';
  return `${need.name} is missing, which ${need.why}. Get it and run this again: ${apt}${need.elsewhere}`;
}

/** @returns {Promise<boolean>} */
async function installFromNpm() {
  if (npmPackagesPresent()) return true;
  const installed = await step('Installing the npm packages of package-lock.json', installNpmPackages);
  if (installed.kind === 'failed')
    console.error(
      'The npm packages are missing, which the page is made of: run `npm ci` where npm reaches its registry.',
    );
  return installed.kind === 'ok';
}

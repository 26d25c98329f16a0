// The files of examples/schedule, acted on as those who run them would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schedule = join(root, 'examples/schedule');
const dir = mkdtempSync(join(tmpdir(), 'schedules-'));
after(() => rmSync(dir, { recursive: true }));

const planetarium = `exec '${process.execPath}' '${root}cli/planetarium.js' "$@"\n`;
const bin = join(dir, 'bin');
mkdirSync(bin);
// npx --yes --package planet-feed@0.1 planetarium …, of this package as it stands here
writeFileSync(
  join(bin, 'npx'),
  `#!/bin/sh\n[ "$2 $4" = '--package planetarium' ] || exit 64\nshift 4\n${planetarium}`,
  {
    mode: 0o755,
  },
);
writeFileSync(join(bin, 'planetarium'), `#!/bin/sh\n${planetarium}`, { mode: 0o755 });

const FEED =
  '<rss version="2.0"><channel><title>Ada</title><link>https://ada.example/</link><item><guid>1</guid><title>Rye</title></item></channel></rss>';
let count = 0;
/** A folder with a planet whose feed is in it. @param {string} feed */
function planetOf(feed) {
  const folder = join(dir, `planet-${count++}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'ada.xml'), feed);
  writeFileSync(
    join(folder, 'planet.json'),
    '{"title": "Planet Quill", "link": "https://planet.example/", "feeds": ["ada.xml"]}',
  );
  return folder;
}

/** @param {string} script @param {string} cwd @param {Record<string, string>} [env] */
const sh = (script, cwd, env) =>
  spawnSync('bash', ['-e', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });

const yaml = spawnSync('python3', ['-c', 'import yaml']).status === 0;
/** @param {string} name */
const readYaml = (name) =>
  JSON.parse(
    spawnSync(
      'python3',
      ['-c', 'import json, sys, yaml; print(json.dumps(yaml.load(sys.stdin, yaml.BaseLoader)))'],
      { input: readFileSync(join(schedule, name)), encoding: 'utf8' },
    ).stdout,
  );
const skip = !yaml && 'no YAML reader';

test(
  'schedules: the workflow for GitHub Pages builds what it uploads, and keeps what it restores',
  { skip },
  () => {
    const { steps } = readYaml('github-pages.yml').jobs.build;
    const folder = planetOf(FEED);
    const ran = sh(steps.find((/** @type {any} */ { run }) => run).run, folder);
    assert.equal(ran.status, 0, ran.stderr);
    const uploaded = steps.find((/** @type {any} */ { uses }) => uses?.includes('upload-pages')).with.path;
    assert.match(readFileSync(join(folder, uploaded, 'index.html'), 'utf8'), /Rye/);
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/cache')) assert.ok(existsSync(join(folder, given.path, 'archive')));
  },
);

test(
  'schedules: the check of a pull request is red for a broken feed, and its summary says why',
  { skip },
  () => {
    const { run } = readYaml('github-check.yml').jobs.check.steps.at(-1);
    const summary = join(dir, 'summary.md');
    const good = sh(run, planetOf(FEED), { GITHUB_STEP_SUMMARY: summary });
    assert.deepEqual([good.status, good.stderr], [0, '']);
    const bad = sh(run, planetOf('<p>Hello'), { GITHUB_STEP_SUMMARY: summary });
    assert.equal(bad.status, 1);
    assert.match(readFileSync(summary, 'utf8'), /^```\nok [\s\S]*```\n```\nfailed [\s\S]*1 broken\.\n```\n$/);
  },
);

test('schedules: the pipeline for GitLab Pages builds and checks', { skip }, () => {
  const { pages, feeds } = readYaml('gitlab-ci.yml');
  const folder = planetOf(FEED);
  const ran = sh([...pages.script, ...feeds.script].join('\n'), folder);
  assert.equal(ran.status, 0, ran.stderr);
  assert.ok(existsSync(join(folder, pages.artifacts.paths[0], 'index.html')));
  assert.ok(existsSync(join(folder, pages.cache.paths[0], 'archive')));
});

test('schedules: the line for cron says nothing when all is well', () => {
  const line = readFileSync(join(schedule, 'crontab'), 'utf8').trim().split('\n').at(-1) ?? '';
  const [, command] = /^(?:[\d*]+ ){5}planet (planetarium .*)$/.exec(line) ?? [];
  const ran = sh(inside(command, planetOf(FEED)), dir);
  assert.deepEqual([ran.status, ran.stdout, ran.stderr], [0, '', '']);
});

test('schedules: the service for systemd builds, and systemd finds no fault in its units', (t) => {
  const unit = readFileSync(join(schedule, 'planetarium-build.service'), 'utf8');
  const command = /^ExecStart=\S+ \S+planetarium\.js (.*)$/m.exec(unit)?.[1];
  const ran = sh(inside(`planetarium ${command}`, planetOf(FEED)), dir);
  assert.deepEqual([ran.status, ran.stdout, ran.stderr], [0, '', '']);
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return t.skip('no systemd');
  const copies = ['planetarium-build.service', 'planetarium-build.timer'].map((name) => {
    const copy = join(dir, name);
    const text = readFileSync(join(schedule, name), 'utf8');
    writeFileSync(copy, text.replace('/usr/bin/node', process.execPath));
    return copy;
  });
  const { stderr } = spawnSync('systemd-analyze', ['verify', ...copies], { encoding: 'utf8' });
  assert.deepEqual(
    stderr.split('\n').filter((line) => line.includes('planetarium')),
    [],
  );
});

/** The same command on folders of the test. @param {string} command @param {string} folder */
const inside = (command, folder) =>
  command
    .replace(/build \S+/, `build ${folder}`)
    .replace(/--out \S+/, `--out ${folder}/site`)
    .replace(/--cache \S+/, `--cache ${folder}/cache`);

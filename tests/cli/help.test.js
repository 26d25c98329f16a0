import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COMMANDS, SHELLS, optionsOf } from '../../cli/help/commands.js';
import { readOptions } from '../../cli/arguments.js';

const program = fileURLToPath(new URL('../../cli/planetarium.js', import.meta.url));
/** @param {string[]} args */
const planetarium = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

/** @param {string} shell */
const has = (shell) => spawnSync(shell, ['--version']).status === 0;

test('help: each command tells its options, its exit codes and an example, wherever --help stands', () => {
  for (const { name, options, exits, examples } of COMMANDS) {
    const { status, stdout, stderr } = planetarium(name, 'anything', '--help');
    assert.deepEqual([status, stderr], [0, ''], name);
    assert.deepEqual(planetarium('help', name).stdout, stdout);
    for (const option of options) assert.ok(stdout.includes(`--${option.name}`), option.name);
    for (const [code] of exits) assert.match(stdout, new RegExp(`\n  ${code}  `));
    assert.ok(examples.length > 0 && stdout.includes(`planetarium ${name} ${examples[0][0]}`), name);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
  }
});

test('help: the examples have only options that their command takes', () => {
  for (const { name, examples } of COMMANDS) {
    for (const [args] of examples) {
      const given = args
        .split(/ ?[|>] ?/)[0]
        .split(' ')
        .filter(Boolean);
      assert.equal(readOptions(given, optionsOf(name)).kind, 'ok', `${name} ${args}`);
    }
  }
});

test('help: a command that does not exist has none', () => {
  assert.deepEqual(planetarium('help', 'sing'), {
    status: 2,
    stdout: '',
    stderr: 'There is no command "sing": planetarium --help lists them.\n',
  });
});

test('completion: bash completes commands, and the options of a command', () => {
  const dir = mkdtempSync(join(tmpdir(), 'completion-'));
  const script = join(dir, 'script');
  writeFileSync(script, planetarium('completion', 'bash').stdout);
  const complete = (/** @type {string[]} */ ...words) =>
    execFileSync(
      'bash',
      [
        '-c',
        `cd "$0" && source "$1" && shift && COMP_WORDS=("$@") COMP_CWORD=$(($#-1)) && _planetarium && echo "\${COMPREPLY[*]}"`,
        dir,
        script,
        ...words,
      ],
      { encoding: 'utf8' },
    ).trim();
  assert.equal(complete('planetarium', 'p'), 'parse proxy');
  assert.equal(complete('planetarium', 'build', '--o'), '--out');
  assert.equal(complete('planetarium', 'build', 's'), 'script');
  assert.equal(complete('planetarium', 'completion', 'f'), 'fish');
  rmSync(dir, { recursive: true });
});

for (const shell of SHELLS) {
  test(`completion: ${shell} takes what is made for it`, { skip: !has(shell) && `no ${shell}` }, () => {
    const { stdout } = planetarium('completion', shell);
    assert.equal(spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' }).stderr, '');
  });
}

test('completion: a shell that is not known is one sentence and exit code 2', () => {
  const stderr = 'completion takes a shell: bash, zsh, fish.\n';
  assert.deepEqual(planetarium('completion', 'tcsh'), { status: 2, stdout: '', stderr });
  assert.deepEqual(planetarium('completion'), { status: 2, stdout: '', stderr });
});

test('man: the page has every command and option, and man finds no fault in it', (t) => {
  const { status, stdout } = planetarium('man');
  assert.equal(status, 0);
  for (const { name, options } of COMMANDS) {
    assert.match(stdout, new RegExp(`\n\\.SS "${name}[ "]`));
    for (const option of options) assert.ok(stdout.includes(`\\-\\-${option.name.replaceAll('-', '\\-')}`));
  }
  if (!has('man')) return t.skip('no man');
  const read = spawnSync('man', ['-l', '--warnings', '-'], { input: stdout, encoding: 'utf8' });
  assert.equal(read.stderr, '');
});

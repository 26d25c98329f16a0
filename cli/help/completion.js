/** The table of commands → what a shell needs to complete them. */
import { COMMANDS, SHELLS } from './commands.js';

/** @import { Command } from './commands.js' */

const names = COMMANDS.map(({ name }) => name).join(' ');

/** @param {Command} command */
const switches = ({ options }) => [...options.map(({ name }) => `--${name}`), '--help'].join(' ');

/** @type {Record<typeof SHELLS[number], () => string>} */
const SCRIPTS = {
  bash: () => `# bash completion of planetarium
_planetarium() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names} --help --version"
  else
    case \${COMP_WORDS[1]} in
${COMMANDS.map((command) => `      ${command.name}) words="${[switches(command), ...(command.completes === 'shell' ? SHELLS : [])].join(' ')}" ;;`).join('\n')}
    esac
    case $current in
      -*) ;;
      *) COMPREPLY=($(compgen -f -- "$current")) ;;
    esac
  fi
  COMPREPLY+=($(compgen -W "$words" -- "$current"))
  return 0
}
complete -o filenames -F _planetarium planetarium
`,
  zsh: () => `#compdef planetarium
_planetarium() {
  local -a commands
  commands=(
${COMMANDS.map(({ name, line }) => `    ${quoted(`${name}:${line}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${COMMANDS.map((command) => `    ${command.name}) _arguments ${zshArguments(command).join(' ')} ;;`).join('\n')}
  esac
}
_planetarium "$@"
`,
  fish: () =>
    [
      '# fish completion of planetarium',
      'complete -c planetarium -n __fish_use_subcommand -f -l help -d "lists the commands"',
      'complete -c planetarium -n __fish_use_subcommand -f -l version',
      ...COMMANDS.flatMap(({ name, line, options, completes }) => [
        `complete -c planetarium -n __fish_use_subcommand -f -a ${name} -d ${quoted(line)}`,
        ...(completes === 'shell'
          ? [`complete -c planetarium -n '__fish_seen_subcommand_from ${name}' -f -a '${SHELLS.join(' ')}'`]
          : []),
        ...options.map(
          ({ name: option, takes, short, says }) =>
            `complete -c planetarium -n '__fish_seen_subcommand_from ${name}' -l ${option}${short ? ` -s ${short}` : ''}${takes ? ' -r' : ''} -d ${quoted(says)}`,
        ),
      ]),
      '',
    ].join('\n'),
};

/** @param {string} shell @returns {string | undefined} */
export const completionOf = (shell) => {
  const known = SHELLS.find((name) => name === shell);
  return known && SCRIPTS[known]();
};

/** @param {Command} command */
function zshArguments({ options, completes }) {
  const value = (/** @type {string} */ takes) =>
    takes === 'DIR' ? ':folder:_files -/' : takes === 'FILE' ? ':file:_files' : `:${takes.toLowerCase()}:`;
  const rest = {
    planet: ['*:planet:_files'],
    file: ['*:file:_files'],
    shell: [`1:shell:(${SHELLS.join(' ')})`],
    nothing: [],
  }[completes];
  return [
    ...options.map(
      ({ name, takes, says }) => `--${name}[${says.replace(/[[\]:]/g, '\\$&')}]${takes ? value(takes) : ''}`,
    ),
    ...rest,
  ].map(quoted);
}

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Every command, with its options, exit codes and examples: --help, the manual page, completion and the options themselves. */

/**
 * @typedef {object} Option
 * @property {string} name
 * @property {string} [takes]    absent: a switch
 * @property {string} [short]
 * @property {string} says
 *
 * @typedef {object} Command
 * @property {string} name
 * @property {string} takes      as it stands after the name
 * @property {string} line       what it does, in a few words
 * @property {string[]} says     paragraphs
 * @property {Option[]} options
 * @property {[number, string][]} exits
 * @property {[string, string][]} examples    the arguments, and what they do
 * @property {'planet' | 'file' | 'shell' | 'nothing'} completes    what its arguments are
 */

const PLANET =
  'PLANET is a folder, a planet.json, or a list of feeds in any form that import takes: OPML, config.ini, CSV, an address a line.';

/** @type {Option} */
const PRIVATE = {
  name: 'allow-private',
  says: "the planet's own feeds may be on private and loopback addresses",
};
/** @type {Option} */
const HOST = { name: 'host', takes: 'HOST', says: 'where to listen; 127.0.0.1' };
/** @type {[number, string]} */
const WRONG = [2, 'the arguments are wrong'];

/** @type {Command[]} */
export const COMMANDS = [
  {
    name: 'serve',
    takes: 'PLANET',
    line: 'serves a planet with the proxy for its feeds',
    says: [
      'Serves the planet with the proxy for its feeds at /proxy, and what they say as /atom.xml, /rss.xml, /feed.json, /opml.xml and /foaf.rdf. It runs until it is stopped.',
      PLANET,
    ],
    options: [
      { name: 'port', takes: 'N', says: '8080, or what the variable PORT says; 0 takes any free port' },
      HOST,
      PRIVATE,
      { name: 'open', says: 'opens the planet in a browser' },
    ],
    exits: [[0, 'it was told to stop'], [1, 'there is no planet, or the port is taken'], WRONG],
    examples: [
      ['demo', 'the planet of the folder demo, at http://127.0.0.1:8080/'],
      ['blogroll.opml --open', 'a planet of a list of feeds, opened in a browser'],
    ],
    completes: 'planet',
  },
  {
    name: 'build',
    takes: 'PLANET --out DIR',
    line: 'writes a planet for any static host',
    says: [
      'Fetches every feed and writes a site: index.html with the first page in it, atom.xml, rss.xml, feed.json, opml.xml, foaf.rdf, a snapshot for the page, a sitemap and status.html. A feed that fails keeps its last good posts. A build that is killed leaves every file of the site whole.',
      PLANET,
    ],
    options: [
      { name: 'out', takes: 'DIR', short: 'o', says: 'folder of the site; other files in it are left alone' },
      {
        name: 'cache',
        takes: 'DIR',
        says: "what is kept for the next build; .planetarium beside the planet's file",
      },
      { name: 'url', takes: 'URL', says: "where the site will stand; else the planet's link" },
      { name: 'quiet', short: 'q', says: 'says nothing but what is wrong' },
      { name: 'json', says: 'prints one line of figures' },
      PRIVATE,
    ],
    exits: [[0, 'the site is written, though feeds may have failed'], [1, 'it is not'], WRONG],
    examples: [
      ['. --out public', 'the planet of this folder'],
      ['config.ini --out /var/www/planet --quiet', 'a planet of Venus, from cron'],
    ],
    completes: 'planet',
  },
  {
    name: 'check',
    takes: 'PLANET',
    line: 'says how each feed does',
    says: [
      'A row for each feed: how it does, its format, posts, the newest of them, how long it took, where it has moved to, and faults by line.',
      PLANET,
    ],
    options: [{ name: 'json', says: 'prints the same for programs' }, PRIVATE],
    exits: [
      [0, 'every feed could be read, faulty ones included'],
      [1, 'one is broken, or there is no planet'],
      WRONG,
    ],
    examples: [
      ['.', 'the planet of this folder'],
      ['planet.json --json', 'for a program'],
    ],
    completes: 'planet',
  },
  {
    name: 'import',
    takes: 'FILE',
    line: 'makes a planet.json of a list of feeds',
    says: [
      "Prints planet.json for the feeds of FILE: OPML, FOAF, CSV, config.ini of Planet, Venus or Pluto, a dump of Feedjack's tables, or an address a line. What it cannot take over it says on stderr.",
    ],
    options: [],
    exits: [[0, 'the planet is printed'], [1, 'the file is no list of feeds, or it needs a hand'], WRONG],
    examples: [
      ['config.ini > planet.json', 'from Venus'],
      ['feedjack.json > planet.json', 'from `manage.py dumpdata feedjack > feedjack.json`'],
    ],
    completes: 'file',
  },
  {
    name: 'parse',
    takes: 'FILE... | --batch',
    line: 'prints what the core reads in a feed',
    says: [
      'Prints the normalised feed of each file as JSON, one line a file. With --batch it reads requests from standard input, one JSON object a line: {"file": "/path/feed.xml", "contentType": "text/xml", "url": "https://host/feed"}. A file that is no feed gives {"error": "..."}.',
    ],
    options: [{ name: 'batch', says: 'answers requests, one a line' }],
    exits: [[0, 'every file is a feed, or --batch has answered'], [1, 'one is not'], WRONG],
    examples: [['feed.xml', 'one feed']],
    completes: 'file',
  },
  {
    name: 'proxy',
    takes: '--config FILE',
    line: 'runs the proxy alone',
    says: [
      'The proxy alone, for the feeds that its config names. It runs until it is stopped, and logs JSON.',
    ],
    options: [
      {
        name: 'config',
        takes: 'FILE',
        says: 'JSON, as {"feeds": "planet.json"}; without it the variable PLANETARIUM_PROXY holds it',
      },
      { name: 'port', takes: 'N', says: '8080, or what the variable PORT or the config says' },
      HOST,
    ],
    exits: [[0, 'it was told to stop'], [1, 'the port is taken, or a file cannot be used'], WRONG],
    examples: [['--config proxy.json', 'the proxy of a config']],
    completes: 'nothing',
  },
  {
    name: 'completion',
    takes: 'SHELL',
    line: 'prints the completion of a shell',
    says: ['Prints what bash, zsh or fish needs to complete the commands and options of this program.'],
    options: [],
    exits: [[0, 'it is printed'], WRONG],
    examples: [
      ['bash > ~/.local/share/bash-completion/completions/planetarium', 'for bash'],
      ['fish > ~/.config/fish/completions/planetarium.fish', 'for fish'],
    ],
    completes: 'shell',
  },
  {
    name: 'man',
    takes: '',
    line: 'prints the manual page',
    says: ['Prints the manual page, in the form that man reads.'],
    options: [],
    exits: [[0, 'it is printed'], WRONG],
    examples: [['| man -l -', 'reads it']],
    completes: 'nothing',
  },
];

export const SHELLS = /** @type {const} */ (['bash', 'zsh', 'fish']);

/** @type {[string, string][]} */
export const VARIABLES = [
  ['NO_COLOR', 'no colours, unless it is empty'],
  ['PORT', 'the port of serve and proxy'],
  ['PLANETARIUM_PROXY', "the proxy's config, as JSON"],
];

/** @param {string} name @returns {Command | undefined} */
export const commandOf = (name) => COMMANDS.find((command) => command.name === name);

/**
 * What util.parseArgs takes.
 * @param {string} name
 * @returns {Record<string, { type: 'string' | 'boolean', short?: string }>}
 */
export const optionsOf = (name) =>
  Object.fromEntries(
    (commandOf(name)?.options ?? []).map(({ name: option, takes, short }) => [
      option,
      {
        type: takes ? /** @type {const} */ ('string') : /** @type {const} */ ('boolean'),
        ...(short && { short }),
      },
    ]),
  );

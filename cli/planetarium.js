#!/usr/bin/env node
/**
 * The program: a command and its arguments come in, its exit code goes out. A command is loaded when it is asked for.
 */
import { readFileSync } from 'node:fs';

/** @type {Record<string, () => Promise<{ run: (args: string[]) => Promise<number> }>>} */
const commands = {
  serve: () => import('./serve.js'),
  proxy: () => import('./proxy.js'),
  parse: () => import('./parse.js'),
  build: () => import('./build.js'),
  check: () => import('./check.js'),
  import: () => import('./import.js'),
};

const help = `Planetarium: a planet of weblogs that runs in the reader's browser.

Usage: planetarium COMMAND [OPTIONS]

  serve DIR [--port N] [--host HOST] [--allow-private] [--open]
      Serves the planet of DIR/planet.json, or of a list of feeds in any form that import takes, with the proxy for its
      feeds at /proxy, and /atom.xml, /rss.xml, /feed.json, /opml.xml and /foaf.rdf of what they say.
      --open           opens it in a browser
      --port N         8080, or what the variable PORT says; 0 takes any free port
      --host HOST      127.0.0.1
      --allow-private  the planet's own feeds may be on private and loopback addresses

  proxy --config FILE [--port N] [--host HOST]
      The proxy alone, for the feeds that its config names: docs/proxy.md.
      --config FILE    JSON, as {"feeds": "planet.json"}; without it the variable PLANETARIUM_PROXY holds it
      --port N         8080, or what the variable PORT or the config says

  parse FILE... | --batch
      Prints the normalised feed of each file as JSON; --batch answers JSON requests, one a line.

  build PLANET --out DIR [--cache DIR] [--url URL] [--quiet] [--json] [--allow-private]
      Fetches every feed and writes a site for any static host: index.html with the first page in it, atom.xml, rss.xml,
      feed.json, opml.xml, foaf.rdf, a snapshot for the page, a sitemap and status.html.
      --cache DIR      what is kept for the next build; .planetarium beside the planet's file
      --url URL        where the site will stand; else the planet's link

  check PLANET [--json] [--allow-private]
      A row for each feed: how it does, its format, posts, newest post, faults by line. Exit code 1 where one is broken.
      PLANET is a folder, a planet.json, or a list of feeds in any form that import takes.

  import FILE
      Prints planet.json for the feeds of FILE: OPML, FOAF, CSV, config.ini of Planet, Venus or Pluto, a dump of
      Feedjack's tables, or an address a line. What it cannot take over it says.

  --help, --version
`;

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
async function main([command, ...args]) {
  if (command === '--help' || command === '-h' || command === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (command === '--version' || command === '-v') {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    process.stdout.write(`${JSON.parse(manifest).version}\n`);
    return 0;
  }
  if (command !== undefined && Object.hasOwn(commands, command)) return (await commands[command]()).run(args);
  const what = command === undefined ? 'A command is missing' : `There is no command "${command}"`;
  process.stderr.write(`${what}: planetarium --help lists them.\n`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));

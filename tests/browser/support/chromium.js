/** Starts the Chromium of this machine for one test file; it talks to loopback and to nobody else. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where Debian and Ubuntu put it; CHROMIUM names another. */
const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** @returns {string | undefined}   its file */
export const findChromium = () => PLACES.find((place) => place && existsSync(place));

/** @returns {Promise<import('playwright-core').Browser>} */
export function launchChromium() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

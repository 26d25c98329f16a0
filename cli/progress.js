/** Feeds as they are fetched → a line that counts on a terminal, a line a feed elsewhere. */

/**
 * @typedef {object} Progress
 * @property {(feeds: number) => void} begin
 * @property {(feed: { name?: string, url: string }, fetched: { kind: string, reason?: string, status?: number }, ms: number, done: number) => void} feed
 * @property {() => void} end
 *
 * @param {{ write: (text: string) => unknown, isTTY?: boolean }} stream
 * @returns {Progress}
 */
export function createProgress(stream) {
  let total = 0;
  const why = (/** @type {{ reason?: string, status?: number }} */ { reason = '', status }) =>
    `${reason.replaceAll('_', ' ')}${status ? ` (${status})` : ''}`;
  return {
    begin: (feeds) => void (total = feeds),
    feed({ name, url }, fetched, ms, done) {
      const bad = fetched.kind !== 'fresh';
      if (!stream.isTTY)
        return void stream.write(
          `${bad ? 'failed' : 'ok    '} ${url}${bad ? `: ${why(fetched)}` : ''} (${ms} ms)\n`,
        );
      if (bad) stream.write(`\r\x1b[Kfailed ${name ?? url}: ${why(fetched)}\n`);
      const width = 24;
      const full = Math.round((done / Math.max(1, total)) * width);
      stream.write(`\r\x1b[K${'█'.repeat(full)}${'░'.repeat(width - full)} ${done} of ${total}`);
    },
    end: () => void (stream.isTTY && stream.write('\r\x1b[K')),
  };
}

/**
 * A connection and its headers come in, the address of the client goes out: of X-Forwarded-For only what proxies that are
 * trusted have written, counted from its end, for everything before is the client's own word.
 */
import net from 'node:net';

/**
 * @param {string | undefined} peer        address of the connection
 * @param {string | null} forwarded        X-Forwarded-For
 * @param {number} trusted                 how many proxies stand in front
 */
export function clientOf(peer = '', forwarded, trusted) {
  if (trusted === 0 || forwarded === null) return peer;
  const named = forwarded.split(',').at(-trusted)?.trim() ?? '';
  return net.isIP(named) ? named : peer;
}

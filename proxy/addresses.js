/**
 * An IP address comes in, whether it is one of the public internet goes out (IANA special-purpose address registries).
 */
import ipaddr from 'ipaddr.js';

// IPv4-compatible and translated addresses count as unicast elsewhere; global unicast is this block alone (RFC 4291 §2.4).
const globalUnicast = ipaddr.parseCIDR('2000::/3');
// Azure's wire server is a public address by every registry, and answers virtual machines with their secrets.
const denied = new Set(['168.63.129.16']);

/**
 * @param {string} address
 * @returns {boolean}
 */
export function isPublic(address) {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // ::ffff:127.0.0.1 becomes 127.0.0.1
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' ? !denied.has(parsed.toString()) : parsed.match(globalUnicast);
}

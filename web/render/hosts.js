/** A URL → may a page of the open web ask for it on its own, as it does for pictures; private networks are no business of a feed. */

/**
 * @param {URL} url
 * @param {string} page    the page's own URL
 * @returns {boolean}      also true on a private host when the page itself comes from the very same origin
 */
export const isOpenTo = (url, page) => !isPrivateHost(url.hostname) || url.origin === new URL(page).origin;

/**
 * @param {string} hostname    as the URL parser writes it: IPv4 in four decimal parts, IPv6 in brackets
 * @returns {boolean}          loopback, link-local, private, unspecified, multicast, or a name that only a local network knows
 */
export function isPrivateHost(hostname) {
  const host = hostname.replace(/\.$/, '').toLowerCase();
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  const ipv4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
  if (ipv4) return isPrivateIpv4(ipv4.slice(1).map(Number));
  // A name of one word is looked up in the local network first; these endings never leave it (RFC 6761, 6762, 8375).
  return !host.includes('.') || /\.(?:localhost|local|internal|intranet|lan|home\.arpa)$/.test(host);
}

/** IANA special-purpose addresses. @param {number[]} parts */
function isPrivateIpv4([a, b, c]) {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && (b === 168 || (b === 0 && c === 0))) ||
    (a === 198 && (b === 18 || b === 19))
  );
}

/** @param {string} address */
function isPrivateIpv6(address) {
  const groups = expand(address);
  if ((groups[0] & 0xe000) !== 0x2000) {
    // Outside 2000::/3, only the prefixes that carry an IPv4 address lead anywhere.
    const nat64 = groups[0] === 0x64 && groups[1] === 0xff9b;
    const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
    return !(nat64 || mapped) || isPrivateIpv4(bytesOf(groups, 6));
  }
  return groups[0] === 0x2002 && isPrivateIpv4(bytesOf(groups, 1)); // 6to4
}

/** @param {number[]} groups @param {number} at */
const bytesOf = (groups, at) => [
  groups[at] >> 8,
  groups[at] & 255,
  groups[at + 1] >> 8,
  groups[at + 1] & 255,
];

/** @param {string} address @returns {number[]}   eight groups */
function expand(address) {
  const [head, tail] = address.split('::').map((half) =>
    half
      .split(':')
      .filter(Boolean)
      .map((group) => parseInt(group, 16)),
  );
  if (!tail) return head;
  return [...head, ...Array(8 - head.length - tail.length).fill(0), ...tail];
}

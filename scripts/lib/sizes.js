/**
 * Bytes as they travel: brotli sizes, and tables of them.
 */
import { brotliCompressSync, constants } from 'node:zlib';

/** @param {Uint8Array} bytes */
export const brotliSize = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** @param {number} count */
export const kilobytes = (count) => `${(count / 1000).toFixed(1)} KB`;

/**
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {string}   columns under each other; the first to the left, the others to the right
 */
export function table(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (/** @type {string[]} */ row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Arguments of a command → its options and positionals, or one sentence. */
import { parseArgs } from 'node:util';

/**
 * @typedef {{ kind: 'failed', detail: string }} Failed
 * @typedef {{ values: Record<string, string | boolean | undefined>, positionals: string[] }} Given
 *
 * @param {string[]} args
 * @param {Record<string, { type: 'string' | 'boolean', short?: string }>} options
 * @returns {{ kind: 'ok', value: Given } | Failed}
 */
export function readOptions(args, options) {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    return { kind: 'ok', value: { values: /** @type {any} */ (values), positionals } };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} detail @returns {Failed} */
export const failed = (detail) => ({ kind: 'failed', detail });

/** What every table of words needs: numbers, counted things and sizes in its own language. */

/**
 * Making a formatter of Intl costs a phone tens of milliseconds: each is made when it is first used.
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
export function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/**
 * @param {string} language
 * @returns {{ number: (value: number) => string, counted: (count: number, forms: Forms) => string, megabytes: (bytes: number) => string }}
 */
export function countsIn(language) {
  const plural = once(() => new Intl.PluralRules(language));
  const format = once(() => new Intl.NumberFormat(language));
  const number = (/** @type {number} */ value) => format().format(value);
  return {
    number,
    counted: (count, forms) => (forms[plural().select(count)] ?? forms.other).replace('#', number(count)),
    megabytes: (bytes) => `${number(Math.round(bytes / 1024 / 102.4) / 10)} MB`,
  };
}

/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Forms   `#` stands for the number */

/** @typedef {{ reason?: string, status?: number, detail?: string }} FeedTrouble */

/**
 * Why a feed does not show: the words for a reason that is known, else what its core, proxy or server said, else the last resort.
 * @param {Record<string, (state: FeedTrouble) => string>} reasons
 * @param {FeedTrouble} state
 * @param {string} otherwise
 */
export const failedFor = (reasons, state, otherwise) =>
  (state.reason && Object.hasOwn(reasons, state.reason) ? reasons[state.reason](state) : state.detail) ??
  otherwise;

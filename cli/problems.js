/** What had to be recovered from in a feed → what people need to know of it. */

/** @param {import('../web/model.js').Problem[]} [problems] */
export const locateProblems = (problems = []) =>
  problems.map(({ reason, detail, line, column }) => ({
    reason,
    ...(detail && { detail }),
    ...(line && { line }),
    ...(column && { column }),
  }));

/** Text of any length → a line of few enough letters. */

/** @param {string} text @param {number} [most]    letters, about @returns {string}   cut between words */
export function excerpt(text, most = 400) {
  const line = text
    .slice(0, 20 * most)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/ [^ ]*$/, '')}…`;
}
